//! [`WallClock`]: the time of day that a command goes by, and the option that pins it.

use std::time::{Instant, SystemTime};

use braze_core::chrono::Datelike;
use braze_core::{DateTime, Utc};
use clap::{Arg, ArgMatches};

const NOW: &str = "now";

/// The time of day that a command goes by: the machine's, or one that was pinned and goes on from there.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WallClock {
    pinned: Option<Pinned>,
}

#[derive(Debug, Clone, Copy)]
struct Pinned {
    from: DateTime<Utc>,
    since: Instant,
}

impl WallClock {
    /// The clock that was asked for.
    pub(crate) fn given(matches: &ArgMatches) -> Self {
        let from = matches.try_get_one::<DateTime<Utc>>(NOW).ok().flatten().copied();
        Self { pinned: from.map(|from| Pinned { from, since: Instant::now() }) }
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
    pub(crate) fn now(self) -> DateTime<Utc> {
        match self.pinned {
            None => SystemTime::now().into(),
            Some(Pinned { from, since }) => from + since.elapsed(),
        }
    }

    /// The same clock for the sandbox.
    pub(crate) fn of_sandbox(self) -> braze_sandbox::Clock {
        match self.pinned {
            None => braze_sandbox::Clock::system(),
            Some(_) => braze_sandbox::Clock::starting_at(self.now()),
        }
    }
}

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

fn parse(text: &str) -> Result<DateTime<Utc>, String> {
    let time = DateTime::parse_from_rfc3339(text).map(|time| time.to_utc());
    time.ok().filter(|time| time.year() >= MIN_YEAR && time.year() <= MAX_YEAR).ok_or_else(|| {
        format!("must be an RFC 3339 date-time from {MIN_YEAR} to {MAX_YEAR}, such as 2024-05-01T10:30:00Z")
    })
}

/// Years that every clock in the command and in its sandbox can show.
const MIN_YEAR: i32 = 1970;
const MAX_YEAR: i32 = 9998;
