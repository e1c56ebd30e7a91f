//! [`WallClock`]: the time of day that a command goes by.

use std::time::{Instant, SystemTime};

use braze_core::{DateTime, Utc};

/// The time of day that a command goes by: the machine's, or a pinned one that goes on from there.
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
    /// A clock that shows this time now and goes on from there.
    pub(crate) fn starting_at(from: DateTime<Utc>) -> Self {
        Self { pinned: Some(Pinned { from, since: Instant::now() }) }
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
