//! [`Paging`]: the paging of an operation, and the list of items in a reply.

use super::value::Type;

/// The list of items in a reply, by names on the wire.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) items: String,
    /// The fields of an item; none if the items are not objects.
    pub(crate) fields: Vec<String>,
}

/// The paging of an operation.
#[derive(Debug)]
pub(crate) struct Paging {
    pub(crate) kind: PagingKind,
    /// The field of the reply that holds the items.
    pub(crate) items: String,
    pub(crate) items_nullable: bool,
    pub(crate) item: Type,
    /// The field of the reply that tells whether more follow.
    pub(crate) more: Option<PagingField>,
}

/// The kind of paging, with the parameters that name a page.
#[derive(Debug)]
pub(crate) enum PagingKind {
    Number { page: PagingField, first: u32, size: Option<u32> },
    Cursor { cursor: PagingField, parameter: String },
    Offset { offset: PagingField, limit: PagingField, default_limit: Option<u64> },
}

/// A field that plays a part in paging.
#[derive(Debug)]
pub(crate) struct PagingField {
    pub(crate) ident: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
}
