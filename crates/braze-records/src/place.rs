//! [`Place`]: the field of a record that a column's values go to.

use braze_core::import::RecordKind;

use crate::value_type::ValueType;

/// The field of a record that a column's values go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) part: Part,
    /// The names of the field: one, or two for a field of an object.
    pub(crate) field: Vec<String>,
    /// The type of its values, unless another one is chosen. `None`: a text, or the type it has already.
    pub(crate) value_type: Option<ValueType>,
    /// `null` removes the field.
    pub(crate) is_nullable: bool,
}

/// The part of a line that a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Names the user of every record: `external_id`, `braze_id`, `user_alias`.
    Identifier,
    /// An attribute, which names the user if nothing else does: `email`, `phone`.
    Address,
    /// A field that every record may have: `_update_existing_only`.
    All,
    /// A field of one record.
    Record(RecordKind),
    /// A field of the only record.
    Only,
}

/// The column of a rejects file that names the records to import from a line.
pub(crate) const RECORDS: &str = "braze_records";

/// The last column of a rejects file, which is not read.
pub(crate) const REASON: &str = "braze_reason";

/// The field of a rejects file in JSON lines that holds a line that is not a JSON object.
pub(crate) const TEXT: &str = "braze_text";

use ValueType::{Boolean, Date, Json, Number, String as Text, Time};

/// Fields of the profile, with their types. With `false`, `null` does not remove them.
const PROFILE: [(&str, ValueType, bool); 26] = [
    ("first_name", Text, true),
    ("last_name", Text, true),
    ("country", Text, true),
    ("home_city", Text, true),
    ("language", Text, true),
    ("time_zone", Text, true),
    ("dob", Date, true),
    ("gender", Text, true),
    ("current_location", Json, true),
    ("date_of_first_session", Time, true),
    ("date_of_last_session", Time, true),
    ("email_subscribe", Text, false),
    ("email_open_tracking_disabled", Boolean, false),
    ("email_click_tracking_disabled", Boolean, false),
    ("marked_email_as_spam_at", Time, true),
    ("push_subscribe", Text, false),
    ("push_tokens", Json, false),
    ("push_token_import", Boolean, false),
    ("subscription_groups", Json, false),
    ("facebook", Json, true),
    ("twitter", Json, true),
    ("image_url", Text, true),
    ("alias_name", Text, false),
    ("alias_label", Text, false),
    ("_merge_objects", Boolean, false),
    ("_update_existing_only", Boolean, false),
];

/// Fields of an event and of a purchase beside their properties, with their types. With `true`, no record of
/// the kind can do without them.
const EVENT: [(&str, ValueType, bool); 3] =
    [("name", Text, true), ("time", Time, true), ("app_id", Text, false)];
const PURCHASE: [(&str, ValueType, bool); 6] = [
    ("product_id", Text, true),
    ("currency", Text, true),
    ("price", Number, true),
    ("quantity", ValueType::Integer, false),
    ("time", Time, true),
    ("app_id", Text, false),
];

/// The fields that name a user, the one that counts first.
pub(crate) const IDENTIFIERS: [&str; 5] =
    ["external_id", "braze_id", "user_alias", "email", "phone"];

/// The kinds of records that a line can have, in the order in which Braze applies them. A path can begin with the
/// name of a kind.
pub(crate) const KINDS: [RecordKind; 3] =
    [RecordKind::Attributes, RecordKind::Event, RecordKind::Purchase];

impl Place {
    fn new(part: Part, field: &[&str], value_type: Option<ValueType>, is_nullable: bool) -> Self {
        let field = field.iter().map(|name| (*name).to_owned()).collect();
        Self { part, field, value_type, is_nullable }
    }

    /// Reads a path such as `email`, `attributes.plan` or `events.properties.zoom`.
    pub(crate) fn parse(path: &str) -> Option<Self> {
        let record = |kind, field: &[&str], of| Self::new(Part::Record(kind), field, of, false);
        match path {
            "external_id" | "braze_id" => {
                return Some(Self::new(Part::Identifier, &[path], Some(Text), false));
            }
            "user_alias.alias_name" | "user_alias.alias_label" => {
                let field = [&path[..10], &path[11..]];
                return Some(Self::new(Part::Identifier, &field, Some(Text), false));
            }
            "email" | "phone" => return Some(Self::new(Part::Address, &[path], Some(Text), true)),
            "_update_existing_only" => {
                return Some(Self::new(Part::All, &[path], Some(Boolean), false));
            }
            "current_location.longitude" | "current_location.latitude" => {
                let field = [&path[..16], &path[17..]];
                return Some(record(RecordKind::Attributes, &field, Some(Number)));
            }
            _ => {}
        }
        if let Some((_, of, is_nullable)) = PROFILE.iter().find(|(name, ..)| *name == path) {
            let part = Part::Record(RecordKind::Attributes);
            return Some(Self::new(part, &[path], Some(*of), *is_nullable));
        }
        let (array, name) = path.split_once('.').filter(|(_, name)| !name.is_empty())?;
        let fields = match array {
            "attributes" if is_attribute(name) => {
                return Some(Self::new(Part::Record(RecordKind::Attributes), &[name], None, true));
            }
            "events" => &EVENT[..],
            "purchases" => &PURCHASE[..],
            _ => return None,
        };
        let kind = KINDS.into_iter().find(|kind| kind.name() == array)?;
        if let Some(property) = name.strip_prefix("properties.").filter(|name| !name.is_empty()) {
            return Some(record(kind, &["properties", property], None));
        }
        let (name, of, _) = fields.iter().find(|(known, ..)| *known == name)?;
        Some(record(kind, &[name], Some(*of)))
    }

    /// Every path that has no name of the user's own in it.
    pub(crate) fn known() -> impl Iterator<Item = String> {
        let fixed = [
            "external_id",
            "braze_id",
            "user_alias.alias_name",
            "user_alias.alias_label",
            "email",
            "phone",
            "current_location.longitude",
            "current_location.latitude",
        ];
        let of = |array: &'static str, fields: &'static [(&str, ValueType, bool)]| {
            fields.iter().map(move |(name, ..)| format!("{array}.{name}"))
        };
        let fixed = fixed.into_iter().chain(PROFILE.iter().map(|(name, ..)| *name));
        fixed.map(str::to_owned).chain(of("events", &EVENT)).chain(of("purchases", &PURCHASE))
    }

    /// The paths that a record of this kind cannot do without.
    pub(crate) fn required(kind: RecordKind) -> Vec<String> {
        let (array, fields) = match kind {
            RecordKind::Event => ("events", &EVENT[..]),
            RecordKind::Purchase => ("purchases", &PURCHASE[..]),
            _ => return Vec::new(),
        };
        let required = fields.iter().filter(|(.., is_required)| *is_required);
        required.map(|(name, ..)| format!("{array}.{name}")).collect()
    }
}

/// Tells whether a custom attribute can have this name: that of a field of the profile has a column of its own.
pub(crate) fn is_attribute(name: &str) -> bool {
    !is_profile_field(name)
}

/// Tells whether a field of attributes belongs to the profile.
pub(crate) fn is_profile_field(name: &str) -> bool {
    IDENTIFIERS.contains(&name) || PROFILE.iter().any(|(known, ..)| *known == name)
}

/// Tells whether `null` removes a field of attributes.
pub(crate) fn is_nullable(name: &str) -> bool {
    PROFILE.iter().find(|(known, ..)| *known == name).is_none_or(|(.., nullable)| *nullable)
}
