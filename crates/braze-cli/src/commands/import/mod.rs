//! `braze users import`: attributes, events and purchases of users, from a file.

mod dry_run;
mod feed;
mod input;
mod preview;
mod rejects;
mod report;
mod run;
mod waiting;

use braze_core::users::TrackRequest;
use braze_core::{Pacing, Session};

use crate::args::import::ImportArgs;
use crate::commands::sending;
use crate::endpoint::Endpoint;
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
        let config = Connection::without_sending(&args.connection, io)?;
        let input = Input::open(args, io)?;
        return dry_run::show(args, &input, &Session::new(config, 0), io);
    }
    let profile = connection::profile(&args.connection, io)?;
    let connection = Connection::open(&args.connection, profile, Pacing::default(), io)?;
    let input = Input::open(args, io)?;
    let preview = Preview::take(args, &input, |import| connection.client().plan(import))?;
    preview.tell(args, &input, io.notes());
    if preview.plan.requests > 0 {
        let endpoint = Endpoint::new::<TrackRequest>();
        let (effect, target) = (endpoint.meta.effect, endpoint.target());
        sending::confirm(effect, &target, args.sending, &connection, io)?;
    }
    Run { args, input: &input, connection: &connection, plan: &preview.plan }.start(io)
}
