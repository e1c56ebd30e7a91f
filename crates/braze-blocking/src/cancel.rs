//! [`Cancel`]: calling off one call from another thread.

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
    ///
    /// A call that is looking up a name or connecting ends at once too. What it began goes on unseen up to
    /// the time limit for connecting, and sends nothing.
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

    /// Makes an exchange, unless it is called off before or meanwhile; also before there is a connection.
    pub(crate) fn exchange(
        &self,
        transport: &Arc<Transport>,
        request: Request<Bytes>,
        body: &mut Vec<u8>,
    ) -> Result<Parts, IoError> {
        self.guard(|| {
            if transport.own_agent().is_some() {
                self.exchange_apart(Arc::clone(transport), request, body)
            } else {
                transport.exchange(request, body)
            }
        })
    }

    /// The same on this thread, for requests of which there are many: only a connection that was made is cut.
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

    /// Makes an exchange on a thread of its own, and leaves it behind if it is called off: nothing can cut
    /// the lookup of a name, nor a connection before it is made.
    fn exchange_apart(
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
            // Whoever waits has either seen the outcome or hears of it.
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

    /// Waits, but not beyond a cancellation.
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
