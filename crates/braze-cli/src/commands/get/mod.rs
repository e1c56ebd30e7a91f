//! [`Get`]: one request, as the API offers it, or the pages of a list.

mod list;
mod reply_file;

use braze_core::{Error, Pacing};
use braze_series::format::Format;

use crate::args::get::GetArgs;
use crate::commands::sending;
use crate::json;
use crate::request::{Read, Received, SingleRequest};
use crate::settings::connection::{self, Connection};
use crate::ui::curl::Shown;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::sink::Destination;

use list::Delivery;
use reply_file::ReplyFile;

/// The command that makes one request.
pub(crate) struct Get<'a>(pub(crate) &'a SingleRequest);

impl Get<'_> {
    pub(crate) fn run(&self, args: GetArgs, io: &mut Io) -> Result<Exit, Failure> {
        let GetArgs {
            parameters,
            body: typed_body,
            format,
            output,
            list,
            sending,
            connection: server,
        } = args;
        let (endpoint, typed) = (&self.0.endpoint, self.0.typed());
        let body = endpoint.read_body(&typed_body, &typed, io)?;
        let invalid =
            |violations| endpoint.invalid(&endpoint.in_body_flags(&typed_body, violations), &typed);
        let Read { request, secrets, .. } =
            self.0.check(parameters, &body).map_err(|problems| {
                sending::keep(problems.secrets(), io);
                invalid(problems)
            })?;
        let credential = endpoint.meta.credential;
        if sending.is_dry_run {
            let config = Connection::without_sending(credential, &server, io)?;
            let written = request.write(&config).map_err(|error| match error {
                Error::Invalid(violations) => invalid(violations),
                error => Failure::new(Exit::Failed, error.to_string()),
            })?;
            if request.count() > 1 {
                io.notes().note(&format!("the first of {} requests", request.count()));
            }
            sending::keep(&secrets, io);
            let shown = Shown { credential, secrets: &secrets, files: typed_body.files() };
            return sending::print(&written, &shown, io);
        }
        let follow = list.as_ref().is_some_and(|list| list.is_all || list.limit.is_some());
        let items = endpoint.description.items;
        let delivery = items.zip(list).map(|(items, args)| Delivery::new(items, args));
        let delivery = delivery.transpose()?;
        // A file that cannot be written is told before anything is sent.
        let reply_file = ReplyFile::open(Destination::new(output), self.0.has_rows, format)?;
        let profile = connection::profile(&server, io)?;
        let pacing = Pacing::default();
        let connection = Connection::open_for(credential, &server, profile, pacing, io)?;
        // A secret of the body is not one that is misplaced there, so it is kept after that check.
        sending::keep(&secrets, io);
        let (effect, target) = (endpoint.meta.effect, endpoint.target());
        sending::confirm(effect, &target, sending, &connection, io)?;
        let diagnose = |error: &Error| endpoint.diagnose(error, &connection, &typed);
        let mut replies = request.replies(connection.client(), follow);
        if let Some(delivery) = delivery {
            delivery.run(replies, io, diagnose)?;
            return Ok(Exit::Complete);
        }
        let reply = replies.next_reply().unwrap_or(Err(Error::Finished));
        let reply = reply.map_err(|error| diagnose(&error))?;
        sending::warn(&reply.problems, io.notes());
        sending::note(effect, &target, &connection, io);
        let text = rendered(&reply, reply_file.format, io.shows_unicode());
        reply_file.write(&text, io)?;
        Ok(Exit::Complete)
    }
}

/// The reply as text. Without rows, it is JSON in every format.
fn rendered(reply: &Received, format: Format, in_unicode: bool) -> Vec<u8> {
    match (&reply.rows, format) {
        (Some(rows), Format::Csv) => rows.to_csv(),
        (Some(rows), Format::Table) => rows.to_table(in_unicode),
        _ if reply.text.trim().is_empty() => Vec::new(),
        _ => format!("{}\n", json::indented(&reply.text)).into_bytes(),
    }
}
