//! [`Stop`]: cancels the running export and those that would follow.

use std::sync::{Arc, Mutex, PoisonError};

use braze_blocking::Cancel;

/// Cancels the running export and those that would follow. Clones are handles to the same.
#[derive(Debug, Clone, Default)]
pub(super) struct Stop(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    stopped: bool,
    running: Option<Cancel>,
}

impl Stop {
    /// Registers the running export.
    pub(super) fn begin(&self, cancel: Cancel) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if state.stopped {
            cancel.cancel();
        }
        state.running = Some(cancel);
    }

    /// Calls it off.
    pub(super) fn stop(&self) {
        let running = {
            let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            state.stopped = true;
            state.running.take()
        };
        if let Some(cancel) = running {
            cancel.cancel();
        }
    }
}
