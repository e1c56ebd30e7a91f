//! [`Verbosity`]: how much is written to standard error.

/// The amount of messages on standard error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Verbosity {
    /// Warnings and errors.
    Quiet,
    /// Notes about what happens, too.
    #[default]
    Normal,
    /// Every request, too.
    Verbose,
}
