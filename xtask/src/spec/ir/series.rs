//! [`Series`]: the roles of fields in a series.

use super::value::{Home, Type};

/// The roles of fields in a series.
#[derive(Debug)]
pub(crate) struct Series {
    /// Names of fields of the request.
    pub(crate) length: String,
    pub(crate) unit: Option<Unit>,
    pub(crate) end: End,
    /// True if the length is a required parameter.
    pub(crate) length_required: bool,
    /// The maximum length of a window.
    pub(crate) longest: u32,
    /// The field of the request with the start.
    pub(crate) start: Option<String>,
    /// The roles of the parameters, by their names on the wire.
    pub(crate) roles: Roles,
    /// The name of the type of the rows.
    pub(crate) point: String,
    /// Names of fields of the reply and its rows.
    pub(crate) rows: String,
    pub(crate) time: String,
    /// Their names on the wire.
    pub(crate) rows_wire: String,
    pub(crate) time_wire: String,
    pub(crate) content: RowContent,
    /// The number of days for which the service keeps a row.
    pub(crate) kept_days: Option<u32>,
}

/// The numbers of a row.
#[derive(Debug)]
pub(crate) enum RowContent {
    /// One number.
    Flat {
        value: String,
        wire: String,
        ty: Type,
    },
    Nested(NestedRow),
}

/// A row with many numbers.
#[derive(Debug)]
pub(crate) struct NestedRow {
    pub(crate) labels: Vec<String>,
    /// The fields that lead from the reply to the object with the rows, each with `true` if it may be missing.
    pub(crate) path: Vec<(String, bool)>,
    /// True if a row may be `null`.
    pub(crate) rows_nullable: bool,
    /// The place of the type of the rows.
    pub(crate) home: Home,
    /// True if every row has a time.
    pub(crate) time_required: bool,
    /// The structs with numbers below a row, by name, the row included.
    pub(crate) parts: Vec<String>,
}

/// The parameters of a series by role, with their names on the wire.
#[derive(Debug)]
pub(crate) struct Roles {
    pub(crate) length: String,
    pub(crate) unit: Option<String>,
    pub(crate) end: String,
    pub(crate) start: Option<String>,
    pub(crate) dimensions: Vec<Dimension>,
}

/// A parameter that tells one series of an endpoint from another.
#[derive(Debug)]
pub(crate) struct Dimension {
    pub(crate) name: String,
    pub(crate) required: bool,
    /// The list operation that has all of its values.
    pub(crate) listing: Option<Listing>,
}

/// The list operation that has all values of a dimension, by names on the wire.
#[derive(Debug)]
pub(crate) struct Listing {
    pub(crate) operation: String,
    /// The field of its reply with the items.
    pub(crate) items: String,
    /// The field of an item that is the value. Without one, the items are.
    pub(crate) id: Option<String>,
    /// The field of an item with its name.
    pub(crate) name: Option<String>,
    /// The parameter that leaves out what was not edited after a time.
    pub(crate) edited_since: Option<String>,
}

/// The unit of a series.
#[derive(Debug)]
pub(crate) struct Unit {
    pub(crate) field: String,
    pub(crate) required: bool,
    /// Words and variants.
    pub(crate) words: Vec<String>,
    /// The word that applies if the unit is omitted.
    pub(crate) default: String,
}

/// The end of a series.
#[derive(Debug)]
pub(crate) struct End {
    pub(crate) field: String,
    pub(crate) required: bool,
}
