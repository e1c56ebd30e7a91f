//! [`Verb`]: a command of an endpoint.

use std::rc::Rc;

use braze_core::catalogs::ReplaceItemsRequest;
use braze_core::operation::{self, Operation};
use braze_core::users::{ExportSegmentRequest, TrackRequest};
use clap::{ArgMatches, Command};

use super::import_scope::ImportScope;
use super::invocation::Invocation;
use super::{chart, export, get, import, sync, users};
use crate::batches;
use crate::endpoint::Endpoint;
use crate::find::CommandEntry;
use crate::request::SingleRequest;
use crate::series::Series;

/// A command of an endpoint.
pub(super) enum Verb {
    Get(Rc<SingleRequest>),
    Export(Rc<Series>),
    Sync(Rc<Series>),
    Chart(Rc<Series>),
    /// An export of users, with the operation that starts it.
    Users(Box<Endpoint>),
    /// An import from a file, with the operation of most of its requests.
    Import(Box<Endpoint>, ImportScope),
}

impl Verb {
    /// The commands of every endpoint of the spec.
    pub(super) fn all() -> Vec<Self> {
        let mut collector = Collector(Vec::new());
        operation::visit(&mut collector);
        let by_ids = |verb: &&mut Self| batches::is_export_ids(&verb.endpoint().meta);
        if let Some(verb) = collector.0.iter_mut().find(by_ids) {
            *verb = Self::Get(Rc::new(batches::export_ids()));
        }
        collector.0.push(Self::Users(Box::new(Endpoint::new::<ExportSegmentRequest>())));
        let users = Box::new(Endpoint::new::<TrackRequest>());
        let items = Box::new(Endpoint::new::<ReplaceItemsRequest>());
        collector.0.push(Self::Import(users, ImportScope::Users));
        collector.0.push(Self::Import(items, ImportScope::Catalogs));
        collector.0
    }

    /// The endpoint of the command.
    pub(super) fn endpoint(&self) -> &Endpoint {
        match self {
            Self::Get(request) => &request.endpoint,
            Self::Export(series) | Self::Sync(series) | Self::Chart(series) => &series.endpoint,
            Self::Users(endpoint) | Self::Import(endpoint, _) => endpoint,
        }
    }

    /// The words of the command: a series is a noun with verbs, anything else is one command.
    pub(super) fn words(&self) -> Vec<&'static str> {
        let word = match self {
            Self::Get(request) => request.word(),
            Self::Export(_) => Some(export::WORD),
            Self::Sync(_) => Some(sync::WORD),
            Self::Chart(_) => Some(chart::WORD),
            Self::Users(_) => return users::WORDS.to_vec(),
            Self::Import(_, scope) => return scope.words().to_vec(),
        };
        self.endpoint().words(word)
    }

    /// The command with the texts in which words are looked for; for a series, all of its verbs as one.
    pub(super) fn entry(&self) -> Option<CommandEntry> {
        let endpoint = self.endpoint();
        let (words, about) = match self {
            Self::Sync(_) | Self::Chart(_) => return None,
            Self::Get(request) if request.has_rows => return None,
            Self::Get(request) => (self.words().join(" "), get::about(request)),
            Self::Export(_) => {
                let noun = endpoint.words(None).join(" ");
                let verbs = [export::WORD, sync::WORD, chart::WORD, "get"].join(" | ");
                (format!("{noun} {verbs}"), endpoint.noun_about())
            }
            Self::Users(_) => (self.words().join(" "), users::ABOUT),
            Self::Import(_, scope) => (self.words().join(" "), scope.about()),
        };
        Some(CommandEntry {
            typed: format!("braze {words}"),
            about: about.to_owned(),
            target: Some(endpoint.target()),
            description: endpoint.description.description,
        })
    }

    /// The command below its noun, without arguments.
    pub(super) fn outline(&self) -> Command {
        let about = match self {
            Self::Get(request) => get::about(request),
            Self::Export(_) => export::ABOUT,
            Self::Sync(_) => sync::ABOUT,
            Self::Chart(_) => chart::ABOUT,
            Self::Users(_) => users::ABOUT,
            Self::Import(_, scope) => scope.about(),
        };
        Command::new(self.words().pop().unwrap_or_default()).about(about)
    }

    /// The command below its noun.
    pub(super) fn command(&self) -> Command {
        let outline = self.outline();
        match self {
            Self::Get(request) => get::with_arguments(outline, request),
            Self::Export(series) => export::with_arguments(outline, series),
            Self::Sync(series) => sync::with_arguments(outline, series),
            Self::Chart(series) => chart::with_arguments(outline, series),
            Self::Users(endpoint) => users::with_arguments(outline, endpoint),
            Self::Import(endpoint, scope) => import::with_arguments(outline, endpoint, *scope),
        }
    }

    /// Reads the arguments.
    pub(super) fn read(&self, matches: &ArgMatches) -> Invocation<'_> {
        match self {
            Self::Get(request) => Invocation::Get(request, get::read(request, matches)),
            Self::Export(series) => Invocation::Export(series, export::read(series, matches)),
            Self::Sync(series) => Invocation::Sync(series, sync::read(series, matches)),
            Self::Chart(series) => Invocation::Chart(series, chart::read(series, matches)),
            Self::Users(_) => Invocation::Users(users::read(matches)),
            Self::Import(_, scope) => Invocation::Import(import::read(matches, *scope)),
        }
    }
}

struct Collector(Vec<Verb>);

impl Collector {
    /// Adds the commands of a series.
    fn add(&mut self, get: SingleRequest, series: Series) {
        let series = Rc::new(series);
        self.0.push(Verb::Get(Rc::new(get)));
        self.0.push(Verb::Export(Rc::clone(&series)));
        self.0.push(Verb::Sync(Rc::clone(&series)));
        self.0.push(Verb::Chart(series));
    }
}

impl operation::Visitor for Collector {
    fn endpoint<E: Operation>(&mut self) {
        self.0.push(Verb::Get(Rc::new(SingleRequest::new::<E>())));
    }

    fn paged<E: Operation + braze_core::Paged>(&mut self) {
        self.0.push(Verb::Get(Rc::new(SingleRequest::with_pages::<E>())));
    }

    fn series<E: Operation + braze_core::FlatSeries>(&mut self) {
        self.add(SingleRequest::with_rows::<E>(), Series::new::<E>());
    }

    fn nested_series<E: Operation + braze_core::NestedSeries>(&mut self) {
        self.add(SingleRequest::with_measures::<E>(), Series::new::<E>());
    }
}
