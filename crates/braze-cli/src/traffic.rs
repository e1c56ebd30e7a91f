//! [`Survival`]: telling what a call went through before it succeeded or gave up.

use std::fmt;
use std::time::Duration;

use braze_core::{Event, EventKind, Observer, Reason};

use crate::notes::Notes;

/// A wait for the rate limit that is shorter than this is pacing, and not worth a line.
const WORTH_A_LINE: Duration = Duration::from_secs(1);

/// Notes every retry and every longer wait on standard error.
pub(crate) struct Survival(Notes);

impl Survival {
    pub(crate) fn new(notes: Notes) -> Self {
        Self(notes)
    }
}

impl Observer for Survival {
    fn observe(&self, event: &Event<'_>) {
        let EventKind::Waiting { wait, reason } = &event.kind else { return };
        let seconds = wait.as_secs_f64();
        match reason {
            Reason::RateLimit if *wait < WORTH_A_LINE => {}
            Reason::RateLimit => self.0.note(&format!("{reason}: going on in {seconds:.1} s")),
            _ => self.0.note(&format!(
                "{reason}: retrying in {seconds:.1} s (attempt {} of {})",
                event.attempt, event.attempts
            )),
        }
    }
}

impl fmt::Debug for Survival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Survival")
    }
}
