//! `--dry-run`: the plan and the first request, without sending anything.

use braze_core::import::{Account, Import, ImportStep};
use braze_core::{Machine as _, Now, Session, Step};

use super::feed::Feed;
use super::input::Input;
use super::preview::Preview;
use crate::args::import::ImportArgs;
use crate::commands::sending;
use crate::endpoint::Written;
use crate::ui::curl::Shown;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// Prints the first request, and notes the plan.
pub(super) fn show(
    args: &ImportArgs,
    input: &Input,
    session: &Session,
    io: &mut Io,
) -> Result<Exit, Failure> {
    let mut preview = Preview::take(args, input, None, |import| import.plan(session))?;
    preview.tell(args, input, io.notes());
    preview.report.list(&Account::default(), io.notes());
    let now = Now::at_unix(io.clock().now().timestamp().unsigned_abs());
    match first_request(args, input, session, now)? {
        Some(request) => {
            let requests = preview.plan.requests;
            io.notes().note(&match requests {
                1 => "nothing was sent; the only request:".to_owned(),
                _ => format!("nothing was sent; the first of {requests} requests:"),
            });
            sending::print(&request, &Shown::default(), io)
        }
        None => {
            io.notes().note("nothing would be sent");
            Ok(Exit::Complete)
        }
    }
}

/// The first request of the import.
fn first_request(
    args: &ImportArgs,
    input: &Input,
    session: &Session,
    now: Now,
) -> Result<Option<Written>, Failure> {
    let feed = Feed::open(args, input)?;
    let (mut import, mut records) = Import::new(feed).start(session);
    loop {
        match import.poll() {
            ImportStep::Take => match records.next() {
                Some(record) => import.push(record),
                None => import.end_input(),
            },
            ImportStep::Job(mut job) => loop {
                match job.poll(now) {
                    Step::Send(request) => return Ok(Some(request)),
                    Step::Sleep(_) => {}
                    Step::Yield(_) | Step::Done => return Ok(None),
                }
            },
            // Records that are rejected before they are sent.
            ImportStep::Outcome(_) => {}
            ImportStep::Wait | ImportStep::Failed(_) | ImportStep::Done => return Ok(None),
        }
    }
}
