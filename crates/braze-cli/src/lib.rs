//! The `braze` command as a library: [`run`] takes arguments and streams, and returns the exit code.
//!
//! The commands of endpoints follow from the core's description of every operation. `args` reads the command
//! line, `settings` chooses server, key and profile, `commands` does the work, and `ui` has the words.

mod args;
mod batches;
mod commands;
mod endpoint;
mod find;
mod generated;
mod json;
mod list;
mod private_file;
mod raw;
mod reference;
mod request;
mod rows;
mod running;
mod series;
mod settings;
mod tables;
mod ui;
mod unchecked;

use std::ffi::OsString;
use std::io::{Write, stderr};
use std::panic::{self, AssertUnwindSafe};

pub use ui::exit::Exit;
pub use ui::io::Io;

/// Runs a command line, the program's name included.
///
/// ```
/// use std::io::{empty, sink};
///
/// use braze_cli::{Exit, Io, run};
///
/// let io = Io::new(empty(), sink(), sink(), |_| None);
/// assert_eq!(run(["braze", "sessions", "get", "--sandbox", "--length", "101"], io), Exit::Usage);
/// ```
pub fn run<A>(arguments: impl IntoIterator<Item = A>, mut io: Io) -> Exit
where
    A: Into<OsString> + Clone,
{
    settings::key::keep_environment(&io);
    let outcome = commands::run(arguments, &mut io);
    outcome.unwrap_or_else(|failure| {
        io.notes().failure(&failure);
        failure.exit()
    })
}

/// The whole of a `main`: runs the command line of this process on its streams.
#[must_use]
pub fn main() -> Exit {
    // The text of a panic may hold anything, so only its place is shown.
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(stderr(), "error: a bug in braze at {place}: please report it");
    }));
    guarded(|| run(std::env::args_os(), Io::process()))
}

/// Ends in an exit code even where there is a bug.
fn guarded(body: impl FnOnce() -> Exit) -> Exit {
    panic::catch_unwind(AssertUnwindSafe(body)).unwrap_or(Exit::Failed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bug_ends_in_an_exit_code_too() {
        assert_eq!(guarded(|| panic!("on purpose")), Exit::Failed);
    }
}
