//! [`Traffic`]: notes about calls, and the rate limit that is left.

use std::fmt;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use braze_core::{Event, EventKind, Observer, RateLimit, Reason};

use crate::ui::notes::Notes;

/// The shortest wait for the rate limit that gets a line; a shorter one is pacing.
const WORTH_A_LINE: Duration = Duration::from_secs(1);

/// Notes every retry and every longer wait on standard error, and with `--verbose` every request.
pub(crate) struct Traffic {
    notes: Notes,
    rate_limit: Mutex<RateLimit>,
}

impl Traffic {
    pub(crate) fn new(notes: Notes) -> Self {
        Self { notes, rate_limit: Mutex::default() }
    }

    /// The rate limit of the last reply.
    pub(crate) fn rate_limit(&self) -> RateLimit {
        *self.rate_limit.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn finished(&self, event: &Event<'_>) {
        let EventKind::Finished { status, error, duration, rate_limit, .. } = &event.kind else {
            return;
        };
        if rate_limit.remaining.is_some() {
            *self.rate_limit.lock().unwrap_or_else(PoisonError::into_inner) = *rate_limit;
        }
        let outcome = match (status, error) {
            (Some(status), _) => status.to_string(),
            (None, Some(error)) => error.to_string(),
            (None, None) => "no reply".to_owned(),
        };
        let left = Left(*rate_limit);
        self.notes.detail(&format!(
            "{} {}: {outcome} after {} ms{left}",
            event.meta.method,
            event.meta.path,
            duration.as_millis()
        ));
    }

    fn waiting(&self, event: &Event<'_>, wait: Duration, reason: Reason) {
        let seconds = wait.as_secs_f64();
        match reason {
            Reason::RateLimit if wait < WORTH_A_LINE => {}
            Reason::RateLimit => {
                self.notes.note(&format!("{reason}: continuing in {seconds:.1} s"));
            }
            _ => self.notes.note(&format!(
                "{reason}: retrying in {seconds:.1} s (attempt {} of {})",
                event.attempt, event.attempts
            )),
        }
    }
}

impl Observer for Traffic {
    fn observe(&self, event: &Event<'_>) {
        match event.kind {
            EventKind::Waiting { wait, reason } => self.waiting(event, wait, reason),
            _ => self.finished(event),
        }
    }
}

impl fmt::Debug for Traffic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Traffic")
    }
}

/// `, 249312 of 250000 calls left`, or nothing if that is unknown.
pub(crate) struct Left(pub(crate) RateLimit);

impl fmt::Display for Left {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.0.remaining, self.0.limit) {
            (Some(remaining), Some(limit)) => {
                write!(f, ", {remaining} of {limit} calls left")
            }
            (Some(remaining), None) => write!(f, ", {remaining} calls left"),
            (None, _) => Ok(()),
        }
    }
}
