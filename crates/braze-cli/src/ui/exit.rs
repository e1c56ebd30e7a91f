//! [`Exit`]: the exit code of the command.

use std::process::{ExitCode, Termination};

/// The result of the command. The numbers are part of the interface and do not change.
///
/// ```
/// assert_eq!(braze_cli::Exit::RateLimited.code(), 4);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exit {
    /// The command did everything that it was asked for.
    Complete,
    /// Any failure that has no number of its own.
    Failed,
    /// The command line or a value in it is wrong, and nothing was sent.
    Usage,
    /// The key was not accepted, or lacks a permission.
    Denied,
    /// The rate limit is used up.
    RateLimited,
    /// Finished, but the coverage has findings, or records of an import were not accepted.
    Findings,
    /// Interrupted from outside.
    Interrupted,
}

impl Exit {
    /// All of them, by number.
    pub const ALL: &[Self] = &[
        Self::Complete,
        Self::Failed,
        Self::Usage,
        Self::Denied,
        Self::RateLimited,
        Self::Findings,
        Self::Interrupted,
    ];

    /// The number that the process ends with.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Complete => 0,
            Self::Failed => 1,
            Self::Usage => 2,
            Self::Denied => 3,
            Self::RateLimited => 4,
            Self::Findings => 5,
            Self::Interrupted => 130,
        }
    }

    /// The meaning of the number, in one line.
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Failed => "any other failure: network, an error of the server, an unusable reply",
            Self::Usage => "usage or validation, nothing was sent",
            Self::Denied => "key or permission (401, 403)",
            Self::RateLimited => "rate limited; standard error says when to try again",
            Self::Findings => {
                "finished, but coverage has findings, or not all records were accepted"
            }
            Self::Interrupted => "interrupted",
        }
    }
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self.code())
    }
}
