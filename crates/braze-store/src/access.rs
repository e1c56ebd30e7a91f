//! [`Access`]: reading a file, or writing to it.

/// The purpose that a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Access {
    /// To write to it, and to create it if it does not exist.
    Write,
    /// To read it only.
    Read,
}
