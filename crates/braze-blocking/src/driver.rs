//! [`drive`]: carries a machine of the core to its result.

use std::cell::Cell;
use std::ops::ControlFlow;
use std::time::Duration;

use braze_core::http::{Request, response::Parts};
use braze_core::{Bytes, Error, IoError, Machine, Step, TimeSource};

/// The capacity above which a body's buffer is freed after the call.
const MAX_RETAINED_CAPACITY: usize = 1 << 20;

thread_local! {
    /// The buffer that bodies are read into, one for each thread.
    static BODY: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Drives a machine to its one item. The call ends with [`Error::Cancelled`] if `sleep` breaks.
pub(crate) fn drive<M, T>(
    mut machine: M,
    time: &TimeSource,
    exchange: impl Fn(Request<Bytes>, &mut Vec<u8>) -> Result<Parts, IoError>,
    sleep: impl Fn(Duration) -> ControlFlow<()>,
) -> Result<T, Error>
where
    M: Machine<Item = Result<T, Error>>,
{
    drive_next(&mut machine, time, exchange, sleep).unwrap_or(Err(Error::Finished))
}

/// Drives a machine to its next item, or to its end. The item is [`Error::Cancelled`] if `sleep` breaks.
pub(crate) fn drive_next<M, T>(
    machine: &mut M,
    time: &TimeSource,
    exchange: impl Fn(Request<Bytes>, &mut Vec<u8>) -> Result<Parts, IoError>,
    sleep: impl Fn(Duration) -> ControlFlow<()>,
) -> Option<Result<T, Error>>
where
    M: Machine<Item = Result<T, Error>>,
{
    let mut body = BODY.take();
    #[cfg(feature = "tracing")]
    let mut sends = 0;
    let result = loop {
        match machine.poll(time.now()) {
            Step::Send(request) => {
                body.clear();
                #[cfg(feature = "tracing")]
                let attempt = braze_core::trace::Attempt::start(&request, sends);
                #[cfg(feature = "tracing")]
                let entered = attempt.span().enter();
                let outcome = exchange(request, &mut body);
                #[cfg(feature = "tracing")]
                {
                    drop(entered);
                    attempt.finish(outcome.as_ref());
                    sends += 1;
                }
                machine.resume(time.now(), outcome.map(|head| (head, body.as_slice())));
            }
            Step::Sleep(wait) => {
                if sleep(wait).is_break() {
                    break Some(Err(Error::Cancelled));
                }
            }
            Step::Yield(item) => break Some(item),
            Step::Done => break None,
        }
    };
    if body.capacity() <= MAX_RETAINED_CAPACITY {
        BODY.set(body);
    }
    result
}
