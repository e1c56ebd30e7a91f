//! [`Output`]: the success replies of an operation.

use super::value::Type;

/// The types of the success replies.
#[derive(Debug)]
pub(crate) enum Output {
    /// One success status.
    One { status: u16, ty: Option<Type> },
    /// Several, each with its own variant of this type.
    Several { name: String, replies: Vec<Variant> },
}

/// One of several success replies.
#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) status: u16,
    pub(crate) name: String,
    pub(crate) ty: Option<Type>,
    pub(crate) description: String,
    /// The field that holds the message.
    pub(crate) message: Option<MessageField>,
}

/// The field of a reply that holds the message.
#[derive(Debug)]
pub(crate) struct MessageField {
    pub(crate) ident: String,
    pub(crate) required: bool,
}
