//! [`EndpointCommand`]: an endpoint of the spec as a command.
//!
//! Nothing here knows a particular endpoint. Words, arguments, help and output come from what the core
//! says about every operation.

mod arguments;
mod diagnosis;
mod request;

use braze_core::server::{self, Description, Operation};
use braze_core::{Meta, Series, Violations};
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::connection::{self, Connection};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::io::Io;
use crate::output::{self, Rendering};

use arguments::Pairs;
use request::Request;

/// The verb of a series that makes one request.
const GET: &str = "get";

/// An endpoint, without its types.
pub(crate) struct EndpointCommand {
    meta: Meta,
    description: Description,
    is_series: bool,
    examples: Vec<Pairs>,
    read: fn(Pairs) -> Result<Request, Violations>,
}

impl EndpointCommand {
    /// Every endpoint of the spec.
    pub(crate) fn all() -> Vec<Self> {
        let mut collector = Collector(Vec::new());
        server::visit(&mut collector);
        collector.0
    }

    fn of<E: Operation>(is_series: bool, read: fn(Pairs) -> Result<Request, Violations>) -> Self {
        let description = E::DESCRIPTION;
        let succeeding = description.exchanges.iter().filter(|e| (200..300).contains(&e.status));
        Self {
            meta: E::META,
            description,
            is_series,
            examples: succeeding.map(|example| server::pairs::<E>(example.target)).collect(),
            read,
        }
    }

    /// The words that name the command: a series is a noun with verbs, anything else is one command.
    pub(crate) fn words(&self) -> Vec<&'static str> {
        let verb = self.is_series.then_some(GET);
        self.description.command.iter().copied().chain(verb).collect()
    }

    /// The command below its noun.
    pub(crate) fn command(&self) -> Command {
        let name = self.words().pop().unwrap_or_default();
        let about = if self.is_series {
            "Make one request, as the API offers it"
        } else {
            self.description.summary
        };
        let command = Command::new(name)
            .about(about)
            .long_about(self.long_about())
            .override_usage(self.usage())
            .after_long_help(self.after_help())
            .args(
                self.description
                    .parameters
                    .iter()
                    .map(|p| arguments::argument(p, self.parameters())),
            )
            .args(connection::arguments())
            .group(connection::group());
        let command = if self.is_series { command.arg(output::argument()) } else { command };
        // Its own help option, so that it stands last and not before the parameters.
        command.disable_help_flag(true).arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help_heading("Help")
                .help("Print this help; `-h` prints a summary"),
        )
    }

    /// What the noun is about, for the command that only leads to this one.
    pub(crate) fn noun_about(&self) -> &'static str {
        self.description.summary
    }

    /// Makes the request and prints the reply.
    pub(crate) fn run(&self, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
        let pairs = arguments::pairs(self.parameters(), matches);
        let request = (self.read)(pairs).map_err(|violations| self.invalid(&violations))?;
        let rendering = Rendering::new(
            if self.is_series { output::format(matches) } else { output::Format::Json },
            io.speaks_unicode(),
        );
        let connection = Connection::open(matches, io)?;
        let rendered = request(connection.client(), &rendering)
            .map_err(|error| self.diagnose(&error, &connection))?;
        for problem in &rendered.problems {
            io.notes().warning(&format!("the reply reports a problem: {problem}"));
        }
        io.print(&rendered.text)?;
        Ok(Exit::Complete)
    }

    fn parameters(&self) -> &'static [server::Parameter] {
        self.description.parameters
    }

    fn usage(&self) -> String {
        let required = self.parameters().iter().filter(|parameter| parameter.required);
        let required = required
            .map(|p| format!("{} <{}> ", arguments::flag(p.name), arguments::value_name(p)));
        format!(
            "braze {} {}[OPTIONS] {}",
            self.words().join(" "),
            required.collect::<String>(),
            connection::USAGE
        )
    }

    fn long_about(&self) -> String {
        let Meta { method, path, .. } = &self.meta;
        let mut text = arguments::in_flags(self.description.description, self.parameters());
        text.push_str(&format!("\n\nSends `{method} {path}`."));
        if let Some(permission) = self.meta.permission {
            text.push_str(&format!(" The key needs the permission `{permission}`."));
        }
        if let Some(page) = self.meta.documentation {
            text.push_str(&format!("\nBraze's page about it: {page}"));
        }
        text
    }

    fn after_help(&self) -> String {
        let words = self.words().join(" ");
        let mut text = "Examples:\n".to_owned();
        for (index, example) in self.examples.iter().enumerate() {
            // The first one runs as it stands, on the stand-in.
            let connection = if index == 0 { "--sandbox" } else { "--instance us-01" };
            text.push_str(&arguments::written(&format!("braze {words} {connection}"), example));
            text.push('\n');
        }
        text.push('\n');
        text.push_str(connection::ENVIRONMENT);
        text
    }
}

struct Collector(Vec<EndpointCommand>);

impl server::Visitor for Collector {
    fn endpoint<E: Operation>(&mut self) {
        self.0.push(EndpointCommand::of::<E>(false, request::read_any::<E>));
    }

    fn series<E: Operation + Series>(&mut self) {
        self.0.push(EndpointCommand::of::<E>(true, request::read_series::<E>));
    }
}
