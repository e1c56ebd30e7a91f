//! [`Interrupt`]: Ctrl-C, and how long a command may take to stop.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// How long a command has to stop by itself.
const GRACE: Duration = Duration::from_millis(700);

/// Where interrupts come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interrupt {
    /// Nowhere.
    Never,
    /// This process is told to stop: by SIGINT, SIGTERM or SIGHUP.
    OfProcess,
}

/// Who is told. A process has one at a time.
struct Listener {
    stop: Option<Box<dyn FnOnce() + Send>>,
    last_words: Box<dyn FnOnce() + Send>,
}

static LISTENER: Mutex<Option<Listener>> = Mutex::new(None);

fn listener() -> MutexGuard<'static, Option<Listener>> {
    LISTENER.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Interrupt {
    /// Calls `stop` when the process is told to stop. If the result is still there a moment later, or
    /// when the process is told again, calls `last_words` and ends the process: what it waits for may be
    /// a pipe that nobody reads, or a name that is looked up.
    pub(crate) fn listen(
        self,
        stop: impl FnOnce() + Send + 'static,
        last_words: impl FnOnce() + Send + 'static,
    ) -> Listening {
        let listening = self == Self::OfProcess && signals::watch();
        if listening {
            let (stop, last_words) = (Box::new(stop), Box::new(last_words));
            *listener() = Some(Listener { stop: Some(stop), last_words });
        }
        Listening { listening }
    }

    /// Lets it end the process, even if whoever started that ignores interrupts, as shells do for what
    /// runs in the background.
    pub(crate) fn let_end(self) {
        if self == Self::OfProcess {
            signals::watch();
        }
    }
}

/// Until this is dropped, an interrupt is told.
#[must_use]
pub(crate) struct Listening {
    listening: bool,
}

impl Drop for Listening {
    fn drop(&mut self) {
        if self.listening && listener().take().is_none() {
            // The last words are being said.
            loop {
                thread::park();
            }
        }
    }
}

/// Tells the listener. `false`: there is none.
#[cfg_attr(not(unix), expect(dead_code, reason = "signals are of Unix"))]
fn tell() -> bool {
    let stop = match listener().as_mut() {
        None => return false,
        Some(listener) => listener.stop.take(),
    };
    match stop {
        Some(stop) => {
            stop();
            thread::spawn(|| {
                thread::sleep(GRACE);
                give_up();
            });
        }
        None => give_up(),
    }
    true
}

fn give_up() {
    let listener = listener().take();
    if let Some(listener) = listener {
        (listener.last_words)();
        std::process::exit(crate::Exit::Interrupted.code().into());
    }
}

#[cfg(unix)]
mod signals {
    use std::sync::OnceLock;
    use std::thread;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    /// Watches for signals from now on; `false` where the system does not let us. A SIGHUP that is ignored
    /// from the start, as under `nohup`, stays ignored.
    pub(super) fn watch() -> bool {
        static WATCHING: OnceLock<bool> = OnceLock::new();
        *WATCHING.get_or_init(|| {
            let hang_up = (!ignores(SIGHUP)).then_some(SIGHUP);
            let watched = [SIGINT, SIGTERM].into_iter().chain(hang_up);
            let Ok(mut signals) = Signals::new(watched) else { return false };
            let forward = move || {
                for signal in signals.forever() {
                    if !super::tell() {
                        // As if nobody watched. It can fail only for signals that have no such handler.
                        let _ = emulate_default_handler(signal);
                    }
                }
            };
            thread::Builder::new().name("signals".to_owned()).spawn(forward).is_ok()
        })
    }

    /// Checks whether this process was started to ignore a signal. Where the system does not tell, the
    /// signal is left alone.
    fn ignores(signal: i32) -> bool {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
        mask.is_none_or(|mask| mask & (1 << (signal - 1)) != 0)
    }
}

#[cfg(not(unix))]
mod signals {
    /// The system ends the process by itself.
    pub(super) fn watch() -> bool {
        false
    }
}
