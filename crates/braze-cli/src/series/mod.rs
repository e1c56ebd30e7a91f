//! [`Series`]: a series of the spec, without its types, ready to be exported.

mod diagnosis;
mod findings;
mod plan;
mod report;
mod running;
mod selection;

use braze_blocking::Client;
use braze_core::backfill::ExportError;
use braze_core::server::{self, Operation, Parameter};
use braze_core::{DateTime, Number, Point, SeriesValue, Unit, Utc, Violations};

use crate::endpoint::{self, Endpoint, Pairs};
use crate::failure::Failure;

pub(crate) use findings::{conclude, list, list_findings};
pub(crate) use plan::{
    DEFAULT_CONCURRENCY, DEFAULT_RESERVE, MOST_CONCURRENCY, Options, Plan, Position,
};
pub(crate) use report::Report;
pub(crate) use running::Running;
use running::Typed;
pub(crate) use selection::{Key, Keys};

/// A series, without its types.
pub(crate) struct Series {
    pub(crate) endpoint: Endpoint,
    /// What the number of a row is called.
    pub(crate) value: &'static str,
    /// Zero, which tells whether the numbers are counts or amounts.
    pub(crate) zero: Number,
    /// The most rows of one request.
    pub(crate) longest: u32,
    /// The units that it offers.
    pub(crate) units: &'static [Unit],
    /// The parameters that say which units to return, with values that do.
    window: Pairs,
    prepare: fn(Vec<Pairs>) -> Result<Prepared, Violations>,
}

/// Requests that are checked, one for each pair of app and segment.
pub(crate) struct Prepared {
    /// What each of them is about.
    pub(crate) keys: Keys,
    open: Open,
}

type Open = Box<dyn FnOnce(&Client, &Plan) -> Result<Box<dyn Running>, ExportError>>;

impl Series {
    pub(crate) fn of<E: Operation + braze_core::Series>() -> Self {
        let endpoint = Endpoint::of::<E>();
        let window = endpoint.examples.first().map(|it| window::<E>(&it.pairs)).unwrap_or_default();
        Self {
            endpoint,
            value: E::Point::VALUE,
            zero: <E::Point as Point>::Value::from_f64(0.0).number(),
            longest: E::LONGEST,
            units: E::UNITS,
            window,
            prepare: prepare::<E>,
        }
    }

    /// The parameters that are not set by the range.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &'static Parameter> {
        let of_window =
            |parameter: &Parameter| self.window.iter().any(|(name, _)| name == parameter.name);
        self.endpoint.parameters().iter().filter(move |parameter| !of_window(parameter))
    }

    /// Whether there is a unit to choose.
    pub(crate) fn has_units(&self) -> bool {
        self.units.len() > 1
    }

    /// The required parameters, in a line of usage.
    pub(crate) fn required_in_usage(&self) -> impl Iterator<Item = String> {
        self.parameters().filter(|parameter| parameter.required).map(endpoint::in_usage)
    }

    /// The last of the words that it is called by, `sessions`.
    pub(crate) fn noun(&self) -> &'static str {
        self.endpoint.description.command.last().copied().unwrap_or_default()
    }

    /// The required parameters, as the first example has them.
    fn required_of_example(&self) -> Pairs {
        let mut pairs =
            self.endpoint.examples.first().map_or_else(Pairs::new, |it| it.pairs.clone());
        let required = |name: &str| self.parameters().any(|it| it.required && it.name == name);
        pairs.retain(|(name, _)| required(name));
        pairs
    }

    /// A command line for help, with what the first example requires, and a line break where it is long.
    pub(crate) fn example(&self, command: &str, connection: &str, rest: &str) -> String {
        let pairs = self.required_of_example();
        let line = endpoint::written(&format!("{command} {connection}"), &pairs);
        if line.lines().last().is_some_and(|last| last.len() + rest.len() < 78) {
            format!("{line} {rest}\n")
        } else {
            format!("{line} \\\n      {rest}\n")
        }
    }

    /// Checks a request for each of these sets of parameters. `command`: as it is typed.
    pub(crate) fn prepare(
        &self,
        selections: Vec<Pairs>,
        command: &str,
    ) -> Result<Prepared, Failure> {
        let whole = selections.into_iter().map(|pairs| [self.window.clone(), pairs].concat());
        (self.prepare)(whole.collect())
            .map_err(|violations| self.endpoint.invalid(&violations, command))
    }
}

impl Prepared {
    /// Begins the export.
    pub(crate) fn open(
        self,
        client: &Client,
        plan: &Plan,
    ) -> Result<Box<dyn Running>, ExportError> {
        (self.open)(client, plan)
    }
}

/// The parameters in which requests for two windows differ. The spec knows them by their roles, and a
/// request by its fields; by their names they are known only here.
fn window<E: Operation + braze_core::Series>(example: &Pairs) -> Pairs {
    let Ok(read) = server::from_pairs::<E>(example.clone(), &[]) else { return Pairs::new() };
    let pairs = |unit: Unit, length: u32| {
        let mut request = read.request.clone();
        let end = DateTime::<Utc>::from_timestamp(length.into(), 0);
        request.window(unit, length, end);
        server::pairs::<E>(&server::target(&request))
    };
    let units = E::UNITS;
    let (first, last) = (units.first().copied(), units.last().copied());
    let others = pairs(last.unwrap_or(Unit::Day), 2);
    let mut window = pairs(first.unwrap_or(Unit::Day), 1);
    window.retain(|pair| !others.contains(pair));
    window
}

fn prepare<E: Operation + braze_core::Series>(
    selections: Vec<Pairs>,
) -> Result<Prepared, Violations> {
    let mut violations = Violations::default();
    let mut requests: Vec<E> = Vec::with_capacity(selections.len());
    for pairs in selections {
        match server::from_pairs(pairs, &[]) {
            Ok(read) => requests.push(read.request),
            Err(found) => add(&mut violations, &found),
        }
    }
    violations.into_result()?;
    let keys = Keys::of(&requests);
    let open: Open =
        Box::new(move |client, plan| Ok(Box::new(Typed(client.export(plan.backfill(requests))?))));
    Ok(Prepared { keys, open })
}

/// Several selections share most of their parameters: each mistake is told once.
fn add(violations: &mut Violations, found: &Violations) {
    for violation in found {
        if !violations.iter().any(|known| known == violation) {
            violations.note(violation.field().to_owned(), violation.problem());
        }
    }
}
