//! [`Dimension`]: a parameter that tells one series of an endpoint from another.

/// A parameter that tells one series of an endpoint from another: an app, a segment, an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Dimension {
    /// The name of the parameter.
    pub name: &'static str,
    /// True if it is required. Without an optional one, the series is about all of its values.
    pub required: bool,
    /// The list operation that has all of its values, if there is one.
    pub listing: Option<Listing>,
}

impl Dimension {
    /// A dimension that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str) -> Self {
        Self { name, required: false, listing: None }
    }

    /// A dimension that must be given.
    #[must_use]
    pub const fn required(name: &'static str) -> Self {
        Self { name, required: true, listing: None }
    }

    /// Names the list operation that has all of its values.
    #[must_use]
    pub const fn listing(mut self, listing: Listing) -> Self {
        self.listing = Some(listing);
        self
    }
}

/// The list operation that has all values of a dimension.
///
/// ```
/// use braze_core::{Series, canvas};
///
/// let dimension = canvas::DataSeriesRequest::ROLES.dimensions[0];
/// let listing = dimension.listing.expect("Canvases are listed");
/// assert_eq!((listing.operation, listing.items), ("canvas.list", "canvases"));
/// assert_eq!((listing.id, listing.name), (Some("id"), Some("name")));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listing {
    /// The name of the operation, which is read page by page.
    pub operation: &'static str,
    /// The field of its reply with the items.
    pub items: &'static str,
    /// The field of an item that is the value; `None` if the items are the values.
    pub id: Option<&'static str>,
    /// The field of an item with its name for people.
    pub name: Option<&'static str>,
    /// The name of a column for that name, beside the dimension's own.
    pub name_column: &'static str,
    /// The parameter of the list that leaves out what was not edited after a time.
    pub edited_since: Option<&'static str>,
}

impl Listing {
    /// A list whose items are the values.
    #[must_use]
    pub const fn new(operation: &'static str, items: &'static str) -> Self {
        Self { operation, items, id: None, name: None, name_column: "", edited_since: None }
    }

    /// Names the field of an item that is the value.
    #[must_use]
    pub const fn id(mut self, field: &'static str) -> Self {
        self.id = Some(field);
        self
    }

    /// Names the field of an item with its name, and the column for it.
    #[must_use]
    pub const fn name(mut self, field: &'static str, column: &'static str) -> Self {
        self.name = Some(field);
        self.name_column = column;
        self
    }

    /// Names the parameter that leaves out what was not edited after a time.
    #[must_use]
    pub const fn edited_since(mut self, parameter: &'static str) -> Self {
        self.edited_since = Some(parameter);
        self
    }
}
