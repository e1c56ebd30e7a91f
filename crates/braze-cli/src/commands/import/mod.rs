//! `braze users import` and `braze catalogs import`: records from a file.

mod dry_run;
mod feed;
mod input;
mod preview;
mod rejects;
mod report;
mod run;
mod state;
mod waiting;

use braze_core::{Credential, Meta, Pacing, Session};

use crate::args::import::ImportArgs;
use crate::commands::sending;
use crate::settings::connection::{self, Connection};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

use input::Input;
use preview::Preview;
use run::Run;

/// Checks the file, asks, and sends its records.
pub(super) fn run(args: &ImportArgs, io: &mut Io) -> Result<Exit, Failure> {
    if let Some(path) = &args.rejects {
        rejects::check(path)?;
    }
    if args.sending.is_dry_run {
        let config = Connection::without_sending(Credential::ApiKey, &args.connection, io)?;
        let input = Input::open(args, io)?;
        return dry_run::show(args, &input, &Session::new(config, 0), io);
    }
    let profile = connection::profile(&args.connection, io)?;
    let connection = Connection::open(&args.connection, profile, Pacing::default(), io)?;
    let input = Input::open(args, io)?;
    let state = state::open(args, &connection)?;
    let plan = |import: preview::Planned<'_>| connection.client().plan(import);
    let preview = Preview::take(args, &input, state.as_ref(), plan)?;
    preview.tell_memory(args, io.notes());
    if state.is_none() || preview.plan.records > 0 {
        preview.tell(args, &input, io.notes());
    }
    if preview.plan.requests > 0 {
        let Meta { method, path, effect, .. } = args.kind.meta();
        sending::confirm(*effect, &format!("{method} {path}"), args.sending, &connection, io)?;
    }
    Run { args, input: &input, connection: &connection, plan: &preview.plan }.start(state, io)
}
