//! [`LineKind`]: the records that a line becomes.

use braze_core::import::{Record, RecordKind};

use crate::check::checked;
use crate::object::Object;
use crate::place::{KINDS, Part, Place};
use crate::value_type::ValueType;

/// The records that a line becomes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum LineKind {
    /// Attributes, events and purchases of a user, by the names of the columns.
    #[default]
    User,
    /// One record of this kind. The columns are its fields.
    Record(RecordKind),
    /// One item of a catalog. The columns are its fields.
    CatalogItem { kind: RecordKind, catalog_name: String },
}

/// Fields that are no texts, with their types.
const TYPED: [(&str, ValueType); 2] =
    [("use_double_opt_in_logic", ValueType::Boolean), ("prioritization", ValueType::Json)];

impl LineKind {
    /// Returns `true` if a line becomes the records that its columns name.
    pub(crate) fn is_user(&self) -> bool {
        *self == Self::User
    }

    /// The kind of its one record.
    pub(crate) fn kind(&self) -> Option<RecordKind> {
        match self {
            Self::User => None,
            Self::Record(kind) | Self::CatalogItem { kind, .. } => Some(*kind),
        }
    }

    /// The place that the values of a path go to.
    pub(crate) fn place(&self, path: &str) -> Option<Place> {
        if self.is_user() {
            return Place::parse(path);
        }
        let field: Vec<_> = path.splitn(2, '.').map(str::to_owned).collect();
        if field.iter().any(|name| name.is_empty() || name.contains('.')) {
            return None;
        }
        let of_record = matches!(self, Self::Record(_));
        let typed = TYPED.iter().find(|(name, _)| of_record && *name == path);
        Some(Place {
            part: Part::Only,
            field,
            value_type: typed.map(|(_, of)| *of),
            is_nullable: !of_record,
        })
    }

    /// The one record of a line with these fields.
    pub(crate) fn record(&self, object: &Object, problems: &[String]) -> Record {
        let kind = self.kind().unwrap_or(RecordKind::Attributes);
        let json = object.to_json();
        if !problems.is_empty() {
            return Record::with_problem(kind, json, problems.join("; "));
        }
        let made = match self {
            Self::CatalogItem { catalog_name, .. } => {
                Record::catalog_item(kind, catalog_name, object)
            }
            _ if KINDS.contains(&kind) => return checked(kind, json),
            _ => Record::parse(kind, json.clone()),
        };
        made.unwrap_or_else(|error| Record::with_problem(kind, json, error.to_string()))
    }
}
