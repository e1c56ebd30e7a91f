//! [`Type`]: the type of a value.

use std::ops::Deref;

use super::bounds::Bounds;

/// The type of a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Text,
    /// A string that is checked for placeholders.
    Identifier,
    /// A string that must not be shown.
    Secret,
    /// A file of a form.
    File,
    Boolean,
    U32,
    U64,
    I64,
    F64,
    Date,
    Timestamp,
    /// A date and a time without an offset.
    LocalDateTime,
    /// Any JSON.
    Json,
    Message,
    SeriesTime,
    HandWritten(HandWritten),
    Named(Named),
    List(Box<Item>),
    Map(Box<Item>),
}

impl Type {
    /// Returns `true` if an absent value is an empty one.
    pub(crate) fn is_collection(&self) -> bool {
        let is_errors = *self == Self::HandWritten(HandWritten::PartialErrors);
        is_errors || matches!(self, Self::List(_) | Self::Map(_))
    }

    /// Returns `true` if the Rust type of the value is `Copy`.
    pub(crate) fn is_copy(&self) -> bool {
        match self {
            Self::Boolean
            | Self::U32
            | Self::U64
            | Self::I64
            | Self::F64
            | Self::Date
            | Self::Timestamp
            | Self::LocalDateTime => true,
            Self::Named(named) => matches!(named.shape, Shape::Choice(_)),
            _ => false,
        }
    }
}

/// A type of the core that is written by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HandWritten {
    AttributeValue,
    EventProperties,
    PurchaseProperties,
    Audience,
    CatalogItem(ItemPart),
    PartialErrors,
}

/// The part of an item of a catalog that stands in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ItemPart {
    Whole,
    Changes,
    Fields,
    FieldChanges,
    Id,
}

impl HandWritten {
    /// The name of the type.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::AttributeValue => "AttributeValue",
            Self::EventProperties => "EventProperties",
            Self::PurchaseProperties => "PurchaseProperties",
            Self::Audience => "Audience",
            Self::CatalogItem(_) => "CatalogItem",
            Self::PartialErrors => "PartialErrors",
        }
    }

    /// The method that checks a value.
    pub(crate) fn check(self) -> &'static str {
        match self {
            Self::CatalogItem(ItemPart::Changes) => "check_changes",
            Self::CatalogItem(ItemPart::Fields) => "check_fields",
            Self::CatalogItem(ItemPart::FieldChanges) => "check_field_changes",
            Self::CatalogItem(ItemPart::Id) => "check_id",
            _ => "check",
        }
    }

    /// True if it may be a part of replies.
    pub(crate) fn is_in_replies(self) -> bool {
        matches!(self, Self::PartialErrors | Self::CatalogItem(ItemPart::Whole))
    }

    /// True if it may be a part of bodies of requests.
    pub(crate) fn is_in_bodies(self) -> bool {
        self != Self::PartialErrors
    }

    /// True if its values may be `null` and are any JSON, so that it is not checked for a kind.
    pub(crate) fn is_object(self) -> bool {
        matches!(
            self,
            Self::EventProperties
                | Self::PurchaseProperties
                | Self::Audience
                | Self::CatalogItem(_)
        )
    }
}

/// The item type of a list or a map.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    pub(crate) ty: Type,
    pub(crate) bounds: Bounds,
    /// True if it may be `null`.
    pub(crate) nullable: bool,
    /// True if one text may stand for the list of it, in a reply.
    pub(crate) alone: bool,
    /// The label that the keys or the items give to the numbers of a nested series.
    pub(crate) label: Option<Label>,
}

impl Item {
    /// An item of any JSON.
    pub(crate) fn any() -> Self {
        Self {
            ty: Type::Json,
            bounds: Bounds::default(),
            nullable: false,
            alone: false,
            label: None,
        }
    }
}

/// A label of the numbers of a nested series.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    pub(crate) name: String,
    /// The fields of an item that are its label, by their names on the wire, the preferred one first.
    pub(crate) keys: Vec<String>,
}

impl Deref for Item {
    type Target = Type;

    fn deref(&self) -> &Type {
        &self.ty
    }
}

/// A generated type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) home: Home,
    pub(crate) shape: Shape,
}

/// The place of a generated type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// Beside the operation that uses it.
    Operation,
    /// Among the shared types.
    Components,
}

/// The kind of a generated type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Struct,
    /// A closed set of words.
    Choice(Vec<String>),
    /// A set of words that may grow.
    Open,
}
