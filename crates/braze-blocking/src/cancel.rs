//! [`Cancel`]: calling off one call from another thread.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use braze_core::{IoFailure, IoKind, Sent};
use ureq::Agent;

use crate::client::GoOn;
use crate::exchange::Transport;

/// Calls off the calls it was given to. Clones are handles to the same cancellation.
///
/// Once cancelled, it stays cancelled: make a new one for the next call.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Debug, Default)]
struct State {
    cancelled: bool,
    /// The agents of the calls that run, each used by that call alone.
    agents: Vec<(u64, Agent)>,
    next: u64,
}

impl Cancel {
    /// A handle that nothing has been given to.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Calls off: a request in flight is cut, a wait ends at once, and no further attempt is made.
    pub fn cancel(&self) {
        let agents = {
            let mut state = self.lock();
            state.cancelled = true;
            std::mem::take(&mut state.agents)
        };
        self.0.changed.notify_all();
        for (_, agent) in agents {
            agent.shutdown();
        }
    }

    /// Whether it was called off.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.lock().cancelled
    }

    /// Makes this handle cut the connections of a transport, until the result is dropped.
    pub(crate) fn attach(&self, transport: &Transport) -> Attached {
        let mut state = self.lock();
        let id = state.next;
        state.next += 1;
        if let Some(agent) = transport.own_agent() {
            state.agents.push((id, agent));
        }
        Attached { cancel: self.clone(), id }
    }

    /// Runs an exchange, unless it is called off before or meanwhile.
    pub(crate) fn guard<T>(
        &self,
        exchange: impl FnOnce() -> Result<T, IoFailure>,
    ) -> Result<T, IoFailure> {
        let cancelled = |sent| IoFailure::new(IoKind::Cancelled, sent, "");
        if self.is_cancelled() {
            return Err(cancelled(Sent::No));
        }
        exchange().map_err(
            |failure| {
                if self.is_cancelled() { cancelled(failure.sent()) } else { failure }
            },
        )
    }

    /// Waits, but not beyond a cancellation.
    pub(crate) fn sleep(&self, wait: Duration) -> GoOn {
        let waiting = |state: &mut State| !state.cancelled;
        drop(self.0.changed.wait_timeout_while(self.lock(), wait, waiting));
        if self.is_cancelled() { GoOn::No } else { GoOn::Yes }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A transport that a [`Cancel`] can cut.
pub(crate) struct Attached {
    cancel: Cancel,
    id: u64,
}

impl Drop for Attached {
    fn drop(&mut self) {
        self.cancel.lock().agents.retain(|(id, _)| *id != self.id);
    }
}
