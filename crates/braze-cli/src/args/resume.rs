//! [`Resume`]: the option for the position at which an export resumes.

use std::fmt;
use std::str::FromStr;

use braze_series::Position;
use clap::{Arg, ArgMatches};

use super::range::{UnknownWord, Word};

pub(crate) const RESUME: &str = "resume";

/// A position in an export as it is typed: `2024-05-03`, or `2:2024-05-03` in the second selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Resume {
    /// From 1.
    pub(crate) selection: usize,
    pub(crate) word: Word,
}

pub(crate) fn argument() -> Arg {
    Arg::new(RESUME)
        .long(RESUME)
        .value_name("POSITION")
        .help_heading("Completeness")
        .value_parser(str::parse::<Resume>)
        .help(
            "Resume an interrupted export at the position it reported, as CSV or JSON lines. With `-o FILE` \
             it continues FILE.part, or FILE where there is no part, after checking that the last row is the \
             one before. Without, append what is written: it has no header line",
        )
}

/// The position that was chosen.
pub(crate) fn read(matches: &ArgMatches) -> Option<Resume> {
    matches.get_one(RESUME).copied()
}

impl Resume {
    /// The option for a position, as it is typed.
    pub(crate) fn option(position: Position, selections: usize) -> String {
        let Position { selection: index, next } = position;
        match selections {
            1 => format!("--{RESUME} {next}"),
            _ => format!("--{RESUME} {}:{next}", index + 1),
        }
    }
}

impl FromStr for Resume {
    type Err = UnknownPosition;

    fn from_str(text: &str) -> Result<Self, UnknownPosition> {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (selection, word) = match text.split_once(':').filter(|(number, _)| is_number(number)) {
            Some((number, word)) => (number.parse().unwrap_or(0), word),
            None => (1, text),
        };
        if selection == 0 {
            return Err(UnknownPosition::Selection);
        }
        Ok(Self { selection, word: word.parse().map_err(UnknownPosition::Word)? })
    }
}

/// A text that is not a position in an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum UnknownPosition {
    Selection,
    Word(UnknownWord),
}

impl fmt::Display for UnknownPosition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Selection => f.write_str("selections are counted from 1"),
            Self::Word(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for UnknownPosition {}

#[cfg(test)]
mod tests {
    use braze_core::export::Start;

    use super::*;

    #[test]
    fn a_position_is_read_as_it_is_reported() {
        let day = Start::Date("2024-05-03".parse().unwrap());
        let hour = Start::Instant("2024-05-03T04:00:00Z".parse().unwrap());
        for (index, next, series, text) in [
            (0, day, 1, "2024-05-03"),
            (0, hour, 1, "2024-05-03T04:00:00Z"),
            (0, day, 3, "1:2024-05-03"),
            (2, hour, 3, "3:2024-05-03T04:00:00Z"),
        ] {
            let option = Resume::option(Position { selection: index, next }, series);
            assert_eq!(option, format!("--resume {text}"));
            let read: Resume = text.parse().unwrap();
            assert_eq!(read, Resume { selection: index + 1, word: read.word });
        }
        assert_eq!("0:2024-05-03".parse::<Resume>(), Err(UnknownPosition::Selection));
        assert!("2:".parse::<Resume>().is_err());
    }
}
