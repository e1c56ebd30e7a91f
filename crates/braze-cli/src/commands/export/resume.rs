//! [`Resume`]: where an export goes on that ended early.

use std::fmt;
use std::str::FromStr;

use braze_series::Position;
use clap::{Arg, ArgMatches};

use crate::args::range::{UnknownWord, Wanted, Word};
use crate::args::series::Options;
use crate::settings::clock::WallClock;
use crate::ui::failure::Failure;

const RESUME: &str = "resume";

/// A place in an export, as it is typed: `2024-05-03`, or `2:2024-05-03` in the second of several series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Resume {
    /// From 1.
    series: usize,
    word: Word,
}

pub(super) fn argument() -> Arg {
    Arg::new(RESUME)
        .long(RESUME)
        .value_name("PLACE")
        .help_heading("Completeness")
        .value_parser(str::parse::<Resume>)
        .help(
            "Resume an interrupted export at the position it reported, as CSV or JSON lines. With `-o FILE` \
             it continues FILE.part, or FILE where there is no part, after checking that the last row is the \
             one before. Without, append what is written: it has no header line",
        )
}

impl Resume {
    /// The place that was given.
    pub(super) fn given(
        matches: &ArgMatches,
        wanted: Wanted,
        options: &Options,
        clock: WallClock,
    ) -> Result<Option<Position>, Failure> {
        let Some(Self { series, word }) = matches.get_one(RESUME).copied() else { return Ok(None) };
        let range = wanted.range;
        let next = word
            .start(options.unit, options.clock(clock))
            .map_err(|misfit| wrong().detail(format!("it {misfit}")))?;
        if next < range.from() || (!wanted.until_now && next > range.to()) {
            return Err(wrong().detail(format!("{next} is not in the {range}")));
        }
        Ok(Some(Position { selection: series - 1, next }))
    }

    /// Whether there is such a series.
    pub(super) fn check(position: Option<Position>, series: usize) -> Result<(), Failure> {
        match position {
            Some(position) if position.selection >= series => Err(wrong().detail(format!(
                "there is no series {}: what was chosen is {series} in all",
                position.selection + 1
            ))),
            _ => Ok(()),
        }
    }

    /// What to give to go on.
    pub(super) fn option(position: Position, series: usize) -> String {
        let Position { selection: index, next } = position;
        match series {
            1 => format!("--{RESUME} {next}"),
            _ => format!("--{RESUME} {}:{next}", index + 1),
        }
    }
}

fn wrong() -> Failure {
    Failure::usage(format!("invalid value for `--{RESUME}`")).tip(
        "an export that ends early says what to give here, with the other options as they were",
    )
}

impl FromStr for Resume {
    type Err = UnknownPlace;

    fn from_str(text: &str) -> Result<Self, UnknownPlace> {
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let (series, word) = match text.split_once(':').filter(|(series, _)| is_number(series)) {
            Some((series, word)) => (series.parse().unwrap_or(0), word),
            None => (1, text),
        };
        if series == 0 {
            return Err(UnknownPlace::Series);
        }
        Ok(Self { series, word: word.parse().map_err(UnknownPlace::Word)? })
    }
}

/// A text that names no place in an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum UnknownPlace {
    Series,
    Word(UnknownWord),
}

impl fmt::Display for UnknownPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Series => f.write_str("series are counted from 1"),
            Self::Word(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for UnknownPlace {}

#[cfg(test)]
mod tests {
    use braze_core::export::Start;

    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_given_out() {
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
            assert_eq!(read, Resume { series: index + 1, word: read.word });
        }
        assert_eq!("0:2024-05-03".parse::<Resume>(), Err(UnknownPlace::Series));
        assert!("2:".parse::<Resume>().is_err());
    }
}
