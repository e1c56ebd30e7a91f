//! [`SeriesArgs`]: the arguments of everything that exports a series.

use std::str::FromStr;

use braze_core::export::{Absent, Zone};
use braze_core::{Choice, Pacing, Unit};
use braze_series::limits::{DEFAULT_CONCURRENCY, DEFAULT_RESERVE, MAX_CONCURRENCY, MAX_RESERVE};
use braze_series::{Plan, SeriesInfo};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::range::{Clock, Wanted};
use super::usage::with_help_last;
use super::{connection, verbosity};
use crate::settings::clock::WallClock;
use crate::settings::profile::Profile;

const UNIT: &str = "unit";
const TIME_ZONE: &str = "time-zone";
const INCLUDE_INCOMPLETE: &str = "include-open";
const ABSENT: &str = "absent";
const CONCURRENCY: &str = "concurrency";
const RESERVE: &str = "reserve";

/// The names of the options that make a difference only to a server.
pub(crate) const OF_SERVER: [&str; 4] = [INCLUDE_INCOMPLETE, ABSENT, CONCURRENCY, RESERVE];

/// The arguments of everything that exports a series, as they were typed.
#[derive(Debug, Clone)]
pub(crate) struct SeriesArgs {
    unit: Unit,
    zone: Option<Zone>,
    include_incomplete: bool,
    absent: Absent,
    concurrency: Option<u16>,
    reserve: Option<u8>,
}

/// The options of an export: typed, else those of the profile, else the defaults.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) unit: Unit,
    pub(crate) zone: Option<Zone>,
    pub(crate) include_incomplete: bool,
    pub(crate) absent: Absent,
    pub(crate) concurrency: usize,
    pub(crate) pacing: Pacing,
}

impl SeriesArgs {
    /// Reads the arguments. A command need not have all of them.
    pub(crate) fn read(matches: &ArgMatches) -> Self {
        let unit = matches.try_get_one::<String>(UNIT).ok().flatten();
        let include_incomplete = matches.try_get_one::<bool>(INCLUDE_INCOMPLETE).ok().flatten();
        let absent = matches.get_one::<String>(ABSENT).is_some_and(|word| word == "zero");
        Self {
            unit: unit.and_then(|unit| Unit::from_str(unit).ok()).unwrap_or(Unit::Day),
            zone: matches.get_one(TIME_ZONE).copied(),
            include_incomplete: include_incomplete.is_some_and(|include| *include),
            absent: if absent { Absent::Zero } else { Absent::Missing },
            concurrency: typed(matches, CONCURRENCY),
            reserve: typed(matches, RESERVE),
        }
    }

    /// The options in force with a profile.
    pub(crate) fn options(&self, profile: &Profile) -> Options {
        let concurrency = self.concurrency.or(profile.concurrency.as_ref().map(|it| it.value));
        let reserve = self.reserve.or(profile.reserve.as_ref().map(|it| it.value));
        Options {
            unit: self.unit,
            zone: self.zone.or(profile.time_zone.as_ref().map(|zone| zone.value)),
            include_incomplete: self.include_incomplete,
            absent: self.absent,
            concurrency: concurrency.unwrap_or(DEFAULT_CONCURRENCY).into(),
            pacing: Pacing::default().reserve(reserve.unwrap_or(DEFAULT_RESERVE)),
        }
    }
}

impl Options {
    /// The clock that words such as `today` are relative to.
    pub(crate) fn clock(&self, clock: WallClock) -> Clock {
        Clock { now: clock.now(), zone: self.zone }
    }

    /// The plan of an export from its beginning, whatever the findings.
    pub(crate) fn plan(&self, wanted: Wanted) -> Plan {
        let mut plan = Plan::new(wanted.range);
        plan.until_now = wanted.until_now;
        plan.zone = self.zone;
        plan.include_incomplete = self.include_incomplete;
        plan.absent = self.absent;
        plan.concurrency = self.concurrency;
        plan
    }
}

/// The arguments for the unit and the time zone.
pub(crate) fn of_range(series: &SeriesInfo) -> Vec<Arg> {
    let range = |name: &'static str| option(name, "Range");
    let mut arguments = Vec::new();
    if series.has_units() {
        let words = PossibleValuesParser::new(series.units.iter().map(Unit::as_str));
        let unit = range(UNIT).value_name("UNIT").value_parser(words);
        arguments.push(unit.default_value("day").help("Length of a row: a day or an hour"));
    }
    arguments.push(
        range(TIME_ZONE)
            .value_name("ZONE")
            .allow_hyphen_values(true)
            .value_parser(str::parse::<Zone>)
            .help(
                "The company's time zone in Braze, `America/New_York` or `+05:30`: decides when a day \
                 has ended and which day is `today`. Without it, a day counts as complete once it has \
                 ended everywhere",
            ),
    );
    arguments
}

/// The argument that includes the current bucket.
pub(crate) fn of_incomplete() -> Arg {
    option(INCLUDE_INCOMPLETE, "Range").action(ArgAction::SetTrue).help(
        "Include the current, incomplete day or hour; its row says `false` in the column `complete`",
    )
}

/// The argument for buckets that the server omits.
pub(crate) fn of_completeness() -> Arg {
    option(ABSENT, "Completeness")
        .value_name("MEANING")
        .value_parser([
            PossibleValue::new("missing").help("A finding"),
            PossibleValue::new("zero").help("Nothing happened: a row with zero is written"),
        ])
        .default_value("missing")
        .help("How to treat days or hours that the server omits between two rows")
}

/// Adds the arguments that every command of a series ends with: connection, pacing, messages, help.
pub(crate) fn with_connection(command: Command) -> Command {
    let command = command
        .args(connection::arguments())
        .args(of_pacing())
        .group(connection::group())
        .args(verbosity::arguments());
    with_help_last(command)
}

/// The arguments that limit the load on the server.
fn of_pacing() -> [Arg; 2] {
    [
        concurrency(DEFAULT_CONCURRENCY.into()),
        option(RESERVE, "Connection")
            .value_name("PERCENT")
            .value_parser(clap::value_parser!(u8).range(0..=MAX_RESERVE.into()))
            .default_value(DEFAULT_RESERVE.to_string())
            .help("Share of the rate limit to leave to the workspace's other traffic, 0 to 100"),
    ]
}

/// The argument for the number of requests in flight.
pub(super) fn concurrency(default: usize) -> Arg {
    option(CONCURRENCY, "Connection")
        .value_name("N")
        .value_parser(clap::value_parser!(u16).range(1..=MAX_CONCURRENCY.into()))
        .default_value(default.to_string())
        .help(format!("Requests in flight at the same time, 1 to {MAX_CONCURRENCY}"))
}

/// The number of requests in flight, typed or by default.
pub(super) fn read_concurrency(matches: &ArgMatches) -> Option<usize> {
    matches.get_one::<u16>(CONCURRENCY).copied().map(usize::from)
}

/// A value that was typed, and not a default.
fn typed<T: Copy + Send + Sync + 'static>(matches: &ArgMatches, name: &str) -> Option<T> {
    let is_typed = matches.value_source(name) == Some(ValueSource::CommandLine);
    matches.get_one::<T>(name).filter(|_| is_typed).copied()
}

fn option(name: &'static str, heading: &'static str) -> Arg {
    Arg::new(name).long(name).help_heading(heading)
}
