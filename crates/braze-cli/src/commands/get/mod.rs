//! [`Get`]: one request, as the API offers it.

pub(crate) mod output;
mod request;

use braze_core::operation::Operation;
use braze_core::{Pacing, Series, Violations};
use clap::{ArgMatches, Command};

use crate::args::body;
use crate::args::parameter::{self, Pairs};
use crate::endpoint::{self, Endpoint, Verb};
use crate::settings::connection::{self, Connection};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::verbosity;
use output::Rendering;
use request::Request;

/// The verb of a series that makes one request.
const WORD: &str = "get";

/// The command that makes one request.
pub(crate) struct Get {
    endpoint: Endpoint,
    is_series: bool,
    read: fn(Pairs, &[u8]) -> Result<Request, Violations>,
}

impl Get {
    /// Of an endpoint whose reply can be shown as JSON only.
    pub(crate) fn of_any<E: Operation>() -> Self {
        Self { endpoint: Endpoint::of::<E>(), is_series: false, read: request::read_any::<E> }
    }

    /// Of an endpoint whose reply has rows.
    pub(crate) fn of_series<E: Operation + Series>() -> Self {
        Self { endpoint: Endpoint::of::<E>(), is_series: true, read: request::read_series::<E> }
    }

    fn after_help(&self) -> String {
        let mut text = "Examples:\n".to_owned();
        for (index, example) in self.endpoint.examples.iter().enumerate() {
            // The first one runs as it stands, on the stand-in.
            let connection = if index == 0 { "--sandbox" } else { "--instance us-01" };
            let command = format!("{} {connection}", self.typed());
            text.push_str(&parameter::written(&command, &example.pairs));
            text.push_str(&example.body.map(body::written).unwrap_or_default());
            text.push('\n');
        }
        text.push('\n');
        text.push_str(connection::ENVIRONMENT);
        text
    }
}

impl Verb for Get {
    fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    fn word(&self) -> Option<&'static str> {
        self.is_series.then_some(WORD)
    }

    fn command(&self) -> Command {
        let parameters = self.endpoint.parameters();
        let required = parameters.iter().filter(|parameter| parameter.required);
        let required = required.map(endpoint::in_usage);
        let has_body = self.endpoint.description.has_body;
        let required = required.chain(has_body.then(|| body::in_usage(parameters)));
        let about = if self.is_series {
            "Make one request, as the API offers it"
        } else {
            self.endpoint.noun_about()
        };
        let command = Command::new(self.words().pop().unwrap_or_default())
            .about(about)
            .long_about(self.endpoint.about())
            .override_usage(endpoint::usage(self, required))
            .after_long_help(self.after_help())
            .args(parameters.iter().map(|p| parameter::argument(p, parameters)))
            .args(connection::arguments())
            .group(connection::group());
        let command = match has_body {
            true => command.arg(body::argument(parameters)),
            false => command,
        };
        let command = if self.is_series { command.arg(output::argument()) } else { command };
        endpoint::with_help_last(command.args(verbosity::arguments()))
    }

    fn run(&self, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
        let pairs = parameter::pairs(self.endpoint.parameters(), matches);
        let body = match self.endpoint.description.has_body {
            true => body::read(matches, io)?,
            false => Vec::new(),
        };
        let request = (self.read)(pairs, &body)
            .map_err(|violations| self.endpoint.invalid(&violations, &self.typed()))?;
        let rendering = Rendering::new(
            if self.is_series { output::format(matches) } else { output::Format::Json },
            io.speaks_unicode(),
        );
        let profile = connection::profile(matches, io)?;
        let connection = Connection::open(matches, profile, Pacing::default(), io)?;
        let rendered = request(connection.client(), &rendering)
            .map_err(|error| self.endpoint.diagnose(&error, &connection, &self.typed()))?;
        for problem in &rendered.problems {
            io.notes().warning(&format!("the reply reports a problem: {problem}"));
        }
        io.print_foreign(&rendered.text)?;
        Ok(Exit::Complete)
    }
}
