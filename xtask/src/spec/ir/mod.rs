//! [`Api`]: the contents of the generated code, resolved, checked and independent of the spec's spelling.

mod bounds;
mod definition;
mod field;
mod operation;
mod output;
mod paging;
mod rule;
mod series;
mod value;

pub(crate) use bounds::{Bound, Bounds, Characters};
pub(crate) use definition::{Definition, Side, Struct, Words};
pub(crate) use field::{Field, Presence};
pub(crate) use operation::{
    Body, Credential, DEFAULT_FAMILY, Effect, Exchange, Failure, FormUse, Method, Operation,
    Parameter, Place, Replay, ReplayCase, Segment,
};
pub(crate) use output::{MessageField, Output, Variant};
pub(crate) use paging::{List, Paging, PagingField, PagingKind};
pub(crate) use rule::{Rule, When, WhenValues};
pub(crate) use series::{Dimension, End, Listing, NestedRow, Roles, RowContent, Series, Unit};
pub(crate) use value::{HandWritten, Home, Item, ItemPart, Label, Named, Shape, Type};

/// The contents of the generated code.
#[derive(Debug)]
pub(crate) struct Api {
    /// The spec's root document.
    pub(crate) root: String,
    pub(crate) instances: Vec<Instance>,
    pub(crate) pools: Vec<Pool>,
    /// The families that the spec describes.
    pub(crate) families: Vec<Family>,
    /// Types that several operations share, by name.
    pub(crate) components: Vec<Definition>,
    /// One for each tag that is used, by name.
    pub(crate) modules: Vec<Module>,
}

/// A server with a name.
#[derive(Debug)]
pub(crate) struct Instance {
    /// `US-01`
    pub(crate) name: String,
    /// `Us01`
    pub(crate) variant: String,
    /// `rest.iad-01.braze.com`
    pub(crate) host: String,
}

/// A group of operations that are compiled together: a cargo feature.
#[derive(Debug)]
pub(crate) struct Family {
    /// `sdk-authentication`
    pub(crate) name: String,
    /// The operations in a few words, without a full stop.
    pub(crate) description: String,
}

/// A rate-limit pool.
#[derive(Debug)]
pub(crate) struct Pool {
    pub(crate) name: String,
    /// `DEFAULT`
    pub(crate) constant: String,
    pub(crate) description: String,
    /// Other names that the vendor uses.
    pub(crate) known_as: Vec<String>,
    pub(crate) limit: u32,
    /// In seconds.
    pub(crate) window: u32,
}

/// The operations of one tag.
#[derive(Debug)]
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) operations: Vec<Operation>,
}
