//! The option that pins the clock.

use braze_core::chrono::Datelike;
use braze_core::{DateTime, Utc};
use clap::{Arg, ArgMatches};

use crate::settings::clock::WallClock;

const NOW: &str = "now";

/// Years that every clock in the command and in its sandbox can show.
const MIN_YEAR: i32 = 1970;
const MAX_YEAR: i32 = 9998;

/// The option that pins the clock.
pub(crate) fn argument() -> Arg {
    Arg::new(NOW)
        .long(NOW)
        .value_name("TIME")
        .value_parser(parse)
        .help_heading("Clock")
        .hide_short_help(true)
        .help(
            "Start the command's clock at this time, such as 2024-05-01T10:30:00Z, instead of the \
             machine's; `--sandbox` starts there too",
        )
}

/// The clock that was chosen.
pub(crate) fn read(matches: &ArgMatches) -> WallClock {
    match matches.try_get_one::<DateTime<Utc>>(NOW).ok().flatten() {
        Some(time) => WallClock::starting_at(*time),
        None => WallClock::default(),
    }
}

fn parse(text: &str) -> Result<DateTime<Utc>, String> {
    let time = DateTime::parse_from_rfc3339(text).map(|time| time.to_utc());
    time.ok().filter(|time| time.year() >= MIN_YEAR && time.year() <= MAX_YEAR).ok_or_else(|| {
        format!("must be an RFC 3339 date-time from {MIN_YEAR} to {MAX_YEAR}, such as 2024-05-01T10:30:00Z")
    })
}
