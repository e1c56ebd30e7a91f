//! [`Driver`]: carries the machines of the core to their results.

use std::sync::Arc;

use braze_core::{Error, Machine, Now, Step, TimeSource};

use crate::exchange::Transport;

/// A transport with its clocks. Clones share both.
#[derive(Debug, Clone)]
pub(crate) struct Driver {
    transport: Arc<Transport>,
    time: TimeSource,
}

impl Driver {
    pub(crate) fn new(transport: Transport, time: TimeSource) -> Self {
        Self { transport: Arc::new(transport), time }
    }

    /// Reads the clocks.
    pub(crate) fn now(&self) -> Now {
        self.time.now()
    }

    /// Drives a machine to its one item.
    pub(crate) async fn drive<M, T>(&self, mut machine: M) -> Result<T, Error>
    where
        M: Machine<Item = Result<T, Error>>,
    {
        self.drive_next(&mut machine).await.unwrap_or(Err(Error::Finished))
    }

    /// Drives a machine to its next item, or to its end.
    pub(crate) async fn drive_next<M: Machine>(&self, machine: &mut M) -> Option<M::Item> {
        let mut body = Vec::new();
        #[cfg(feature = "tracing")]
        let mut sends = 0;
        loop {
            match machine.poll(self.now()) {
                Step::Send(request) => {
                    body.clear();
                    #[cfg(feature = "tracing")]
                    let attempt = braze_core::trace::Attempt::start(&request, sends);
                    let exchange = self.transport.exchange(request, &mut body);
                    #[cfg(feature = "tracing")]
                    let exchange =
                        tracing::Instrument::instrument(exchange, attempt.span().clone());
                    let outcome = exchange.await;
                    #[cfg(feature = "tracing")]
                    {
                        attempt.finish(outcome.as_ref());
                        sends += 1;
                    }
                    machine.resume(self.now(), outcome.map(|head| (head, body.as_slice())));
                }
                Step::Sleep(wait) => tokio::time::sleep(wait).await,
                Step::Yield(item) => return Some(item),
                Step::Done => return None,
            }
        }
    }
}
