//! [`Plan`]: how a series is exported, and the options that say so.

use std::str::FromStr;

use braze_core::export::{Absent, Cursor, Export, Start, Zone};
use braze_core::{Choice, Pacing, Unit};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::Series;
use crate::args::range::{Clock, Wanted};
use crate::endpoint;
use crate::settings::clock::WallClock;
use crate::settings::connection;
use crate::settings::profile::Profile;
use crate::settings::setting::Setting;
use crate::ui::verbosity;

const UNIT: &str = "unit";
const TIME_ZONE: &str = "time-zone";
const INCLUDE_OPEN: &str = "include-open";
const ABSENT: &str = "absent";
const CONCURRENCY: &str = "concurrency";
const RESERVE: &str = "reserve";

/// Requests in flight at the same time.
pub(crate) const DEFAULT_CONCURRENCY: u16 = 8;

/// The most of them.
pub(crate) const MOST_CONCURRENCY: u8 = 64;

/// Share of the rate limit that is left to others, in percent.
pub(crate) const DEFAULT_RESERVE: u8 = 10;

/// How a series is exported.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) wanted: Wanted,
    pub(crate) options: Options,
    /// Whether findings are an error.
    pub(crate) strict: bool,
    /// Where to go on.
    pub(crate) resume: Option<Position>,
    /// Whether there are rows right before the range, read earlier.
    pub(crate) after_rows: bool,
}

/// A bucket of one of several series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    /// Which of the series, from 0.
    pub(crate) series: usize,
    pub(crate) next: Start,
}

impl Plan {
    /// From the beginning, whatever is found.
    pub(crate) fn new(wanted: Wanted, options: Options) -> Self {
        Self { wanted, options, strict: false, resume: None, after_rows: false }
    }

    pub(super) fn export<E: braze_core::Series>(&self, requests: Vec<E>) -> Export<E> {
        let Wanted { range, until_now } = self.wanted;
        let options = &self.options;
        let mut export = Export::many(requests, range)
            .include_open(options.include_open)
            .absent(options.absent)
            .after_rows(self.after_rows)
            .concurrency(options.concurrency)
            .strict(self.strict);
        if until_now {
            export = export.until_now();
        }
        if let Some(zone) = options.zone {
            export = export.zone(zone);
        }
        match self.resume {
            Some(Position { series, next }) => {
                export.resume(Cursor::at(E::META.name, series, next, next > range.from()))
            }
            None => export,
        }
    }
}

/// The options of everything that exports a series.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) unit: Unit,
    pub(crate) zone: Option<Zone>,
    pub(crate) include_open: bool,
    pub(crate) absent: Absent,
    pub(crate) concurrency: usize,
    pub(crate) pacing: Pacing,
}

impl Options {
    /// The names of those that matter to who asks a server.
    pub(crate) const OF_SERVER: [&str; 4] = [INCLUDE_OPEN, ABSENT, CONCURRENCY, RESERVE];

    /// What was given.
    pub(crate) fn given(matches: &ArgMatches, profile: &Profile) -> Self {
        let zone = profile.time_zone.as_ref().map(|zone| zone.value);
        let unit = matches.try_get_one::<String>(UNIT).ok().flatten();
        let include_open = matches.try_get_one::<bool>(INCLUDE_OPEN).ok().flatten();
        let absent = matches.get_one::<String>(ABSENT).is_some_and(|word| word == "zero");
        let reserve = first(matches, RESERVE, profile.reserve.as_ref(), DEFAULT_RESERVE);
        let concurrency =
            first(matches, CONCURRENCY, profile.concurrency.as_ref(), DEFAULT_CONCURRENCY);
        Self {
            unit: unit.and_then(|unit| Unit::from_str(unit).ok()).unwrap_or(Unit::Day),
            zone: matches.get_one(TIME_ZONE).copied().or(zone),
            include_open: include_open.is_some_and(|include| *include),
            absent: if absent { Absent::Zero } else { Absent::Missing },
            concurrency: concurrency.into(),
            pacing: Pacing::default().reserve(reserve),
        }
    }

    /// What words such as `today` mean.
    pub(crate) fn clock(&self, clock: WallClock) -> Clock {
        Clock { now: clock.now(), zone: self.zone }
    }

    /// The arguments that say which days or hours are wanted.
    pub(crate) fn of_range(series: &Series) -> Vec<Arg> {
        let range = |name: &'static str| option(name, "Range");
        let mut arguments = Vec::new();
        if series.has_units() {
            let words = PossibleValuesParser::new(series.units.iter().map(Unit::as_str));
            let unit = range(UNIT).value_name("UNIT").value_parser(words);
            arguments.push(unit.default_value("day").help("What a row stands for"));
        }
        arguments.push(
            range(TIME_ZONE)
                .value_name("ZONE")
                .allow_hyphen_values(true)
                .value_parser(str::parse::<Zone>)
                .help(
                "The company's time zone in Braze, `America/New_York` or `+05:30`: decides when a day is \
                 over and what `today` is. Without it, a day counts as over when it is over everywhere",
            ),
        );
        arguments
    }

    /// The argument that asks for what is not over.
    pub(crate) fn of_open() -> Arg {
        option(INCLUDE_OPEN, "Range").action(ArgAction::SetTrue).help(
            "Take the day or hour that is not over too; its row says `false` in the column `complete`",
        )
    }

    /// The argument that says what counts as missing.
    pub(crate) fn of_completeness() -> Arg {
        option(ABSENT, "Completeness")
            .value_name("MEANING")
            .value_parser([
                PossibleValue::new("missing").help("A finding"),
                PossibleValue::new("zero").help("Nothing happened: a row with zero is written"),
            ])
            .default_value("missing")
            .help("What a day or hour is that the server skips between two rows")
    }

    /// The command with the arguments that all of a series have in the end: which server is asked, how hard,
    /// and what is told of it.
    pub(crate) fn with_connection(command: Command) -> Command {
        let command = command
            .args(connection::arguments())
            .args(Self::of_connection())
            .group(connection::group())
            .args(verbosity::arguments());
        endpoint::with_help_last(command)
    }

    /// The arguments that say how hard the server may be asked.
    fn of_connection() -> [Arg; 2] {
        [
            option(CONCURRENCY, "Connection")
                .value_name("N")
                .value_parser(clap::value_parser!(u16).range(1..=MOST_CONCURRENCY.into()))
                .default_value(DEFAULT_CONCURRENCY.to_string())
                .help(format!("Requests in flight at the same time, 1 to {MOST_CONCURRENCY}")),
            option(RESERVE, "Connection")
                .value_name("PERCENT")
                .value_parser(clap::value_parser!(u8).range(0..=100))
                .default_value(DEFAULT_RESERVE.to_string())
                .help(
                    "Share of the rate limit to leave to the workspace's other traffic, 0 to 100",
                ),
        ]
    }
}

/// The value on the command line, else that of the profile, else the default.
fn first<T: Copy + Send + Sync + 'static>(
    matches: &ArgMatches,
    name: &str,
    profile: Option<&Setting<T>>,
    default: T,
) -> T {
    let is_given = matches.value_source(name) == Some(ValueSource::CommandLine);
    let given = matches.get_one::<T>(name).filter(|_| is_given).copied();
    given.or_else(|| profile.map(|setting| setting.value)).unwrap_or(default)
}

fn option(name: &'static str, heading: &'static str) -> Arg {
    Arg::new(name).long(name).help_heading(heading)
}
