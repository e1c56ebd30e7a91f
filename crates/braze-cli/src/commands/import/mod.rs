//! `braze users import`: attributes, events and purchases of users, from a file.

mod dry_run;
mod feed;
mod input;
mod rejects;
mod report;
mod run;
mod survey;
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

use feed::Feed;
use input::Input;
use run::Run;
use survey::Survey;

const COMMAND: &str = "braze users import";

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
    let survey = Survey::take(args, &input, |import| connection.client().plan(import))?;
    if survey.plan.requests > 0 {
        survey.tell(&input, io.notes());
        let endpoint = Endpoint::new::<TrackRequest>();
        let (effect, target) = (endpoint.meta.effect, endpoint.target());
        sending::confirm(effect, &target, args.sending, &connection, io)?;
    }
    Run { args, input: &input, connection: &connection, plan: &survey.plan }.start(io)
}

/// The records of the file that these arguments choose.
fn feed(args: &ImportArgs, input: &Input) -> Result<Feed, Failure> {
    let earlier = args.against.as_deref().map(|path| input.earlier(path, args.empty_as_null));
    let lines = input.lines()?;
    Ok(Feed::new(lines, earlier.transpose()?).within(args.skip, args.limit))
}
