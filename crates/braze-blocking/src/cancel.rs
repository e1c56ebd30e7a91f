//! [`Cancel`]: cancels calls from another thread.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use braze_core::http::Request;
use braze_core::http::response::Parts;
use braze_core::{Bytes, IoError, IoKind, Sent};
use ureq::Agent;

use crate::exchange::Transport;

/// Cancels the calls that were started with it. Clones are handles to the same cancellation.
///
/// A handle stays cancelled: make a new one for the next call.
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
    /// The agents of the running calls, each used by one call alone.
    agents: Vec<(u64, Agent)>,
    next: u64,
}

impl Cancel {
    /// Makes a handle without calls.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Cancels: a request in flight is cut, a wait ends at once, and no further attempt is made.
    ///
    /// [`send_cancellable`](crate::Client::send_cancellable) returns at once even while it looks up a name or
    /// connects; the connection attempt goes on in the background and sends nothing. An
    /// [export](crate::ExportRows) waits for such an attempt, at most for
    /// [`connect_timeout`](crate::Config::connect_timeout).
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

    /// Tells whether it was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.lock().cancelled
    }

    /// Makes this handle cut the connections of a transport until the guard is dropped.
    pub(crate) fn attach(&self, transport: &Transport) -> CancelGuard {
        let mut state = self.lock();
        let id = state.next;
        state.next += 1;
        if let Some(agent) = transport.own_agent() {
            state.agents.push((id, agent));
        }
        CancelGuard { cancel: self.clone(), id }
    }

    /// Makes an exchange that can be cancelled at any time, also before there is a connection.
    pub(crate) fn exchange(
        &self,
        transport: &Arc<Transport>,
        request: Request<Bytes>,
        body: &mut Vec<u8>,
    ) -> Result<Parts, IoError> {
        self.guard(|| {
            if transport.own_agent().is_some() {
                self.exchange_on_thread(Arc::clone(transport), request, body)
            } else {
                transport.exchange(request, body)
            }
        })
    }

    /// Makes an exchange on this thread. Only an established connection can be cut, but no thread is started.
    pub(crate) fn exchange_here(
        &self,
        transport: &Transport,
        request: Request<Bytes>,
        body: &mut Vec<u8>,
    ) -> Result<Parts, IoError> {
        self.guard(|| transport.exchange(request, body))
    }

    fn guard(&self, exchange: impl FnOnce() -> Result<Parts, IoError>) -> Result<Parts, IoError> {
        if self.is_cancelled() {
            return Err(cancelled(Sent::No));
        }
        exchange().map_err(
            |failure| {
                if self.is_cancelled() { cancelled(failure.sent()) } else { failure }
            },
        )
    }

    /// Makes an exchange on a thread of its own, and abandons it when cancelled. Nothing can cut the lookup
    /// of a name or a connection that is not established.
    fn exchange_on_thread(
        &self,
        transport: Arc<Transport>,
        request: Request<Bytes>,
        body: &mut Vec<u8>,
    ) -> Result<Parts, IoError> {
        let outcome = Arc::new(Mutex::new(None));
        let (slot, cancel, mut bytes) = (Arc::clone(&outcome), self.clone(), std::mem::take(body));
        let work = move || {
            let made = catch_unwind(AssertUnwindSafe(|| transport.exchange(request, &mut bytes)));
            *slot.lock().unwrap_or_else(PoisonError::into_inner) = Some((made, bytes));
            // The lock makes sure that the waiting thread sees either the outcome or the notification.
            drop(cancel.lock());
            cancel.0.changed.notify_all();
        };
        if let Err(error) = thread::Builder::new().name("braze-exchange".to_owned()).spawn(work) {
            let reason = format!("cannot start a thread: {error}");
            return Err(IoError::new(IoKind::Other, Sent::No, reason));
        }
        let waiting =
            |state: &mut State| !state.cancelled && outcome.lock().is_ok_and(|it| it.is_none());
        drop(self.0.changed.wait_while(self.lock(), waiting));
        let made = outcome.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some((made, bytes)) = made else {
            return Err(cancelled(Sent::Maybe));
        };
        *body = bytes;
        made.unwrap_or_else(|panic| resume_unwind(panic))
    }

    /// Waits, and breaks when cancelled.
    pub(crate) fn sleep(&self, wait: Duration) -> ControlFlow<()> {
        let waiting = |state: &mut State| !state.cancelled;
        drop(self.0.changed.wait_timeout_while(self.lock(), wait, waiting));
        if self.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn cancelled(sent: Sent) -> IoError {
    IoError::new(IoKind::Cancelled, sent, "")
}

/// Keeps a transport attached to a [`Cancel`].
pub(crate) struct CancelGuard {
    cancel: Cancel,
    id: u64,
}

impl Drop for CancelGuard {
    fn drop(&mut self) {
        self.cancel.lock().agents.retain(|(id, _)| *id != self.id);
    }
}
