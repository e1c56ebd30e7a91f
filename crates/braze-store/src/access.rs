//! [`Access`]: reading a file, or writing to it.

/// The purpose that a file is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Access {
    /// To write to it, and to create it if it does not exist.
    Write,
    /// To remember an import in it, and to resume that.
    Resume,
    /// To read it only.
    Read,
}
