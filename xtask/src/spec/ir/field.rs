//! [`Field`]: a field of a struct.

use super::bounds::Bounds;
use super::value::Type;
use crate::spec::yaml::Node;

/// A field of a struct.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// The name on the wire.
    pub(crate) wire: String,
    pub(crate) ident: String,
    pub(crate) ty: Type,
    pub(crate) presence: Presence,
    /// `true` if it is boxed, since it may contain an object of the type that contains it.
    pub(crate) is_boxed: bool,
    pub(crate) bounds: Bounds,
    pub(crate) description: String,
    /// The source of the facts, if it differs from the operation's.
    pub(crate) source: Option<String>,
    pub(crate) deprecated: bool,
    /// The value that the server assumes if it is omitted.
    pub(crate) default: Option<Node>,
}

/// The presence of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    /// Always present, but maybe `null`.
    Nullable,
    /// May be omitted. In replies it may also be `null`.
    Optional,
    /// In a request: may be omitted, which leaves the value as it is, or `null`, which removes it.
    Removable,
    /// In a request, a list: may be omitted, which leaves the value as it is, or empty, which empties it.
    Emptiable,
}
