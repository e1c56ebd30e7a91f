//! [`Access`]: what a command wants of the file, and how that is said where it cannot be.

/// What a command wants of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// To write to it, and to make it if it is not there.
    Keep,
    /// To read what `sync` has written.
    Read,
}

impl Access {
    /// What cannot be done, after `cannot`.
    pub(super) fn verb(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Read => "read",
        }
    }

    /// What a file is that is refused, beside what it holds.
    pub(super) fn untouched(self) -> &'static str {
        match self {
            Self::Keep => ", and was left as it is",
            Self::Read => "",
        }
    }

    /// What to do if the file is none of ours.
    pub(super) fn tip(self) -> &'static str {
        match self {
            Self::Keep => "give `--db` the name of a new file",
            Self::Read => "`--db` takes a file that `braze <series> sync --db FILE` keeps",
        }
    }
}
