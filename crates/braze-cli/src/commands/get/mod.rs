//! [`Get`]: one request, as the API offers it.

mod body;
mod rendering;
mod request;

use braze_core::operation::Operation;
use braze_core::{Pacing, Series, Violations};
use clap::{ArgMatches, Command};

use super::verb::Verb;
use crate::args::get::{self, GetArgs};
use crate::endpoint::{Endpoint, Pairs};
use crate::settings::connection::{self, Connection};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use rendering::Rendering;
use request::Request;

/// The verb of a series that makes one request.
const WORD: &str = "get";

/// The command that makes one request.
pub(crate) struct Get {
    endpoint: Endpoint,
    has_rows: bool,
    request: fn(Pairs, &[u8]) -> Result<Request, Violations>,
}

impl Get {
    /// The command of an endpoint whose reply is shown as JSON.
    pub(crate) fn new<E: Operation>() -> Self {
        Self { endpoint: Endpoint::new::<E>(), has_rows: false, request: request::any::<E> }
    }

    /// The command of an endpoint whose reply has rows.
    pub(crate) fn with_rows<E: Operation + Series>() -> Self {
        Self { endpoint: Endpoint::new::<E>(), has_rows: true, request: request::with_rows::<E> }
    }
}

impl Verb for Get {
    fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    fn word(&self) -> Option<&'static str> {
        self.has_rows.then_some(WORD)
    }

    fn command(&self) -> Command {
        let word = self.words().pop().unwrap_or_default();
        get::command(&self.endpoint, word, &self.typed(), self.has_rows)
    }

    fn run(&self, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
        let args = get::read(&self.endpoint, self.has_rows, matches);
        let GetArgs { parameters, body, format, connection: server } = args;
        let body = body.map_or_else(|| Ok(Vec::new()), |typed| body::read(&typed, io))?;
        let request = (self.request)(parameters, &body)
            .map_err(|violations| self.endpoint.invalid(&violations, &self.typed()))?;
        let rendering = Rendering::new(format, io.shows_unicode());
        let profile = connection::profile(&server, io)?;
        let connection = Connection::open(&server, profile, Pacing::default(), io)?;
        let rendered = request(connection.client(), rendering)
            .map_err(|error| self.endpoint.diagnose(&error, &connection, &self.typed()))?;
        for problem in &rendered.problems {
            io.notes().warning(&format!("the reply reports a problem: {problem}"));
        }
        io.print_foreign(&rendered.text)?;
        Ok(Exit::Complete)
    }
}
