//! The options that decide if a request is sent: `--dry-run` and `--yes`.

use braze_core::Effect;
use clap::{Arg, ArgAction, ArgMatches};

use crate::settings::choice::SANDBOX;

pub(super) const DRY_RUN: &str = "dry-run";
const YES: &str = "yes";

/// The choice to send a request or not.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SendingArgs {
    /// Shows the request and sends nothing.
    pub(crate) is_dry_run: bool,
    /// Sends without a question.
    pub(crate) is_confirmed: bool,
}

/// The option that shows the request.
pub(super) fn dry_run() -> Arg {
    option(DRY_RUN).conflicts_with(SANDBOX).help(
        "Check the request and print it as a curl command that reads the key from \
         `$BRAZE_API_KEY`; send nothing",
    )
}

/// The option that confirms a request.
pub(super) fn yes() -> Arg {
    option(YES).help(
        "Send without asking first; required where no terminal can show the question, never with \
         `--sandbox`",
    )
}

/// The options for an operation with this effect.
pub(super) fn arguments(effect: Effect) -> Vec<Arg> {
    let mut arguments = vec![dry_run()];
    if effect > Effect::Writes {
        arguments.push(yes());
    }
    arguments
}

fn option(name: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help_heading("Sending")
}

/// Reads the options.
pub(super) fn read(matches: &ArgMatches) -> SendingArgs {
    let is_set = |name| matches.try_get_one::<bool>(name).ok().flatten().copied() == Some(true);
    SendingArgs { is_dry_run: is_set(DRY_RUN), is_confirmed: is_set(YES) }
}

/// The consequence of a request that needs a confirmation, as a predicate.
pub(crate) fn consequence(effect: Effect) -> Option<&'static str> {
    match effect {
        Effect::Reads | Effect::Writes => None,
        Effect::Starts => Some("starts a job in the workspace"),
        Effect::Deletes => Some("deletes data of the workspace"),
        Effect::Sends => Some("may send messages to users"),
    }
}
