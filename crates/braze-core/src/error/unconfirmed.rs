//! [`UnconfirmedError`]: a request that sends, whose reply was lost.

use std::fmt;

use super::Error;
use crate::endpoint::Meta;

/// The reply to a request that sends messages was lost: they may have been sent.
///
/// The request was not repeated, since that might send them twice.
#[derive(Debug)]
pub struct UnconfirmedError {
    pub(crate) operation: &'static str,
    pub(crate) path: &'static str,
    pub(crate) identifiers: Vec<(&'static str, String)>,
    pub(crate) source: Box<Error>,
}

impl UnconfirmedError {
    pub(crate) fn new(
        meta: &Meta,
        identifiers: Vec<(&'static str, String)>,
        source: Error,
    ) -> Self {
        Self { operation: meta.name, path: meta.path, identifiers, source: Box::new(source) }
    }

    /// The operation, `messages.send`.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.operation
    }

    /// The path of the operation, `/messages/send`.
    #[must_use]
    pub fn path(&self) -> &'static str {
        self.path
    }

    /// The identifiers of the request by which its messages are found, such as `campaign_id` and `send_id`.
    pub fn identifiers(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.identifiers.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// The way in which the reply was lost.
    #[must_use]
    pub fn cause(&self) -> &Error {
        &self.source
    }
}

impl fmt::Display for UnconfirmedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "may have been sent: {} ended without a known result: {}",
            self.path, self.source
        )?;
        for (index, (name, value)) in self.identifiers().enumerate() {
            write!(f, "{} {name} {value}", if index == 0 { "; look for" } else { "," })?;
        }
        Ok(())
    }
}
