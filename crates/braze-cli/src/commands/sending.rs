//! The steps before a request is sent: the question about its effect, or its text instead.

use braze_core::{Effect, Secret};

use crate::args::sending::{SendingArgs, consequence};
use crate::endpoint::Written;
use crate::settings::connection::Connection;
use crate::ui::curl::{Shown, curl};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::notes::Notes;

/// Asks before a request whose effect cannot be taken back. `target`: its method and path.
pub(super) fn confirm(
    effect: Effect,
    target: &str,
    sending: SendingArgs,
    connection: &Connection,
    io: &mut Io,
) -> Result<(), Failure> {
    let Some(consequence) = consequence(effect) else { return Ok(()) };
    if sending.is_confirmed || connection.is_sandbox() {
        return Ok(());
    }
    let sentence = format!("`{target}` {consequence} ({connection})");
    match io.ask(&format!("{sentence}. Continue?")) {
        Some(true) => Ok(()),
        Some(false) => Err(Failure::usage("not confirmed, nothing was sent")),
        None => Err(Failure::usage("confirmation required, nothing was sent")
            .detail(sentence)
            .tip("confirm with `--yes`, or look at the request with `--dry-run`")),
    }
}

/// Notes a request that changed something.
pub(super) fn note(effect: Effect, target: &str, connection: &Connection, io: &Io) {
    if effect > Effect::Reads && !connection.is_sandbox() {
        io.notes().note(&format!("sent `{target}` ({connection})"));
    }
}

/// Warns of the problems that a reply reports beside its success.
pub(super) fn warn(problems: &[String], notes: &Notes) {
    for problem in problems {
        notes.warning(&format!("the reply reports a problem: {problem}"));
    }
}

/// Redacts the secrets of a request in all messages from now on.
pub(super) fn keep(secrets: &[Secret], io: &Io) {
    for secret in secrets {
        io.notes().keep_secret(secret.clone());
    }
}

/// Prints a request in place of sending it.
pub(super) fn print(request: &Written, shown: &Shown<'_>, io: &mut Io) -> Result<Exit, Failure> {
    let text = io.notes().without_secrets(format!("{}\n", curl(request, shown)));
    io.print_foreign(text.as_bytes())?;
    Ok(Exit::Complete)
}
