//! [`Endpoint`]: what the spec says about an operation, without its types; and its commands.
//!
//! Nothing here knows a particular endpoint. Words, arguments, help and output come from what the core
//! says about every operation.

use std::rc::Rc;

use braze_core::Meta;
use braze_core::operation::{self, Description, Operation, Parameter};
use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::chart::Chart;
use crate::commands::export::Export;
use crate::commands::sync::Synchronize;
use crate::series::Series;
use crate::settings::connection;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

pub(crate) use crate::args::parameter::{Pairs, argument, flag, pairs, written};
use crate::commands::get::Get;

/// An endpoint, without its types.
#[derive(Debug, Clone)]
pub(crate) struct Endpoint {
    pub(crate) meta: Meta,
    pub(crate) description: Description,
    /// The requests of the examples that succeed.
    pub(crate) examples: Vec<Example>,
}

/// The request of an example.
#[derive(Debug, Clone)]
pub(crate) struct Example {
    pub(crate) pairs: Pairs,
    pub(crate) body: Option<&'static str>,
}

/// A command of an endpoint.
pub(crate) trait Verb {
    /// The endpoint that it is a command of.
    fn endpoint(&self) -> &Endpoint;

    /// The word that stands after those of the endpoint. `None`: it is the endpoint's only command.
    fn word(&self) -> Option<&'static str>;

    /// The command below its noun.
    fn command(&self) -> Command;

    /// Does what the command is for.
    fn run(&self, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure>;

    /// The words that name the command: a series is a noun with verbs, anything else is one command.
    fn words(&self) -> Vec<&'static str> {
        self.endpoint().description.command.iter().copied().chain(self.word()).collect()
    }

    /// The words as they are typed.
    fn typed(&self) -> String {
        format!("braze {}", self.words().join(" "))
    }
}

/// The commands of every endpoint of the spec.
pub(crate) fn verbs() -> Vec<Box<dyn Verb>> {
    let mut collector = Collector(Vec::new());
    operation::visit(&mut collector);
    collector.0
}

struct Collector(Vec<Box<dyn Verb>>);

impl operation::Visitor for Collector {
    fn endpoint<E: Operation>(&mut self) {
        self.0.push(Box::new(Get::of_any::<E>()));
    }

    fn series<E: Operation + braze_core::Series>(&mut self) {
        let series = Rc::new(Series::of::<E>());
        self.0.push(Box::new(Get::of_series::<E>()));
        self.0.push(Box::new(Export::new(Rc::clone(&series))));
        self.0.push(Box::new(Synchronize::new(Rc::clone(&series))));
        self.0.push(Box::new(Chart::new(series)));
    }
}

impl Endpoint {
    pub(crate) fn of<E: Operation>() -> Self {
        let description = E::DESCRIPTION;
        let succeeding = description.exchanges.iter().filter(|e| (200..300).contains(&e.status));
        let examples = succeeding
            .map(|it| Example { pairs: operation::pairs::<E>(it.target), body: it.body })
            .collect();
        Self { meta: E::META, description, examples }
    }

    pub(crate) fn parameters(&self) -> &'static [Parameter] {
        self.description.parameters
    }

    /// What its commands are about.
    pub(crate) fn noun_about(&self) -> &'static str {
        self.description.summary
    }

    /// What it is, what it sends, what the key must be allowed to.
    pub(crate) fn about(&self) -> String {
        let Meta { method, path, .. } = &self.meta;
        let mut text =
            crate::args::parameter::in_flags(self.description.description, self.parameters());
        text.push_str(&format!("\n\nSends `{method} {path}`."));
        if let Some(permission) = self.meta.permission {
            text.push_str(&format!(" The key needs the permission `{permission}`."));
        }
        if let Some(page) = self.meta.documentation {
            text.push_str(&format!("\nBraze's page about it: {page}"));
        }
        text
    }
}

/// How a command with a connection is called: what must be there, options, the choice of a server.
pub(crate) fn usage(verb: &dyn Verb, required: impl IntoIterator<Item = String>) -> String {
    let required: String = required.into_iter().map(|option| format!("{option} ")).collect();
    format!("{} {required}[OPTIONS] {}", verb.typed(), connection::USAGE)
}

/// A required option in a line of usage.
pub(crate) fn in_usage(parameter: &Parameter) -> String {
    format!("{} <{}>", flag(parameter.name), crate::args::parameter::value_name(parameter))
}

/// The help option of a command of its own, so that it stands last and not before the parameters.
pub(crate) fn with_help_last(command: Command) -> Command {
    command.disable_help_flag(true).arg(
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help_heading("Help")
            .help("Print this help; `-h` prints a summary"),
    )
}
