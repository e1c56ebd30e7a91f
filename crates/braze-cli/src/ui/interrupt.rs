//! [`Interrupt`]: Ctrl-C and the like, and the time that a command has to stop.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

/// Time for a command to stop by itself.
const GRACE: Duration = Duration::from_millis(700);

/// The source of interrupts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Interrupt {
    /// There is none.
    Never,
    /// Signals to this process: SIGINT, SIGTERM and SIGHUP.
    OfProcess,
}

/// The reaction to an interrupt. A process has one at a time.
struct Listener {
    stop: Option<Box<dyn FnOnce() + Send>>,
    last_words: Box<dyn FnOnce() + Send>,
}

static LISTENER: Mutex<Option<Listener>> = Mutex::new(None);

fn listener() -> MutexGuard<'static, Option<Listener>> {
    LISTENER.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Interrupt {
    /// Calls `stop` at the first interrupt. If the result still exists a moment later, or at the second
    /// interrupt, calls `last_words` and ends the process: it may be waiting for a pipe that nobody reads,
    /// or for the lookup of a name.
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

    /// Lets an interrupt end the process, even if it was started to ignore them, as shells do in the
    /// background.
    pub(crate) fn let_end(self) {
        if self == Self::OfProcess {
            signals::watch();
        }
    }
}

/// Keeps the reaction to an interrupt in place until it is dropped.
#[must_use]
pub(crate) struct Listening {
    listening: bool,
}

impl Drop for Listening {
    fn drop(&mut self) {
        if self.listening && listener().take().is_none() {
            // Another thread is writing the last words.
            loop {
                thread::park();
            }
        }
    }
}

/// Passes an interrupt on to the listener. Returns `false` if there is none.
#[cfg_attr(not(unix), expect(dead_code, reason = "signals are of Unix"))]
fn notify() -> bool {
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

    /// Watches for signals from now on. Returns `false` if the system refuses. A SIGHUP that is ignored from
    /// the start, as under `nohup`, stays ignored.
    pub(super) fn watch() -> bool {
        static WATCHING: OnceLock<bool> = OnceLock::new();
        *WATCHING.get_or_init(|| {
            let hang_up = (!ignores(SIGHUP)).then_some(SIGHUP);
            let watched = [SIGINT, SIGTERM].into_iter().chain(hang_up);
            let Ok(mut signals) = Signals::new(watched) else { return false };
            let forward = move || {
                for signal in signals.forever() {
                    if !super::notify() {
                        // The default of these signals is to end the process, which cannot fail.
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
    /// Leaves it to the system to end the process.
    pub(super) fn watch() -> bool {
        false
    }
}
