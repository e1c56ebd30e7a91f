//! [`Series`]: a series of the spec, without its types, ready to be exported.

mod plan;
mod running;
mod selection;

use braze_blocking::Client;
use braze_core::export::ExportError;
use braze_core::operation::{self, Operation, Parameter};
use braze_core::{Choice, Number, Point, Roles, SeriesValue, Unit, Violation, Violations};

use crate::endpoint::{self, Endpoint, Pairs};
use crate::ui::failure::Failure;

pub(crate) use crate::ui::coverage::Report;
pub(crate) use crate::ui::findings::{conclude, list, list_findings};
pub(crate) use plan::{
    DEFAULT_CONCURRENCY, DEFAULT_RESERVE, MOST_CONCURRENCY, Options, Plan, Position,
};
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
    /// The parameters by their roles.
    roles: Roles,
    prepare: fn(Vec<Pairs>) -> Result<Open, Violations>,
}

/// Requests that are checked, one for each selection.
pub(crate) struct Prepared {
    /// What each of them is about.
    pub(crate) keys: Keys,
    open: Open,
}

type Open = Box<dyn FnOnce(&Client, &Plan) -> Result<Box<dyn Running>, ExportError>>;

impl Series {
    pub(crate) fn of<E: Operation + braze_core::Series>() -> Self {
        let endpoint = Endpoint::of::<E>();
        Self {
            endpoint,
            value: E::Point::VALUE,
            zero: <E::Point as Point>::Value::from_f64(0.0).number(),
            longest: E::MAX_LENGTH,
            units: E::UNITS,
            roles: E::ROLES,
            prepare: prepare::<E>,
        }
    }

    /// The names of its dimensions.
    pub(crate) fn dimensions(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.roles.dimensions.iter().map(|dimension| dimension.name)
    }

    /// Their names as a part of a list in help, `app_id and segment_id (empty for all of them), `.
    pub(crate) fn dimensions_in_words(&self) -> String {
        let names: Vec<_> = self.dimensions().collect();
        let empty = if self.roles.dimensions.iter().all(|it| it.required) {
            ""
        } else {
            " (empty for all of them)"
        };
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => format!("{last}{empty}, "),
            Some((last, others)) => format!("{} and {last}{empty}, ", others.join(", ")),
        }
    }

    /// Its dimensions, as parameters.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &'static Parameter> + use<> {
        let all = self.endpoint.parameters();
        self.dimensions().filter_map(|name| all.iter().find(|parameter| parameter.name == name))
    }

    /// Values for the parameters that the range sets anew for each request.
    fn window(&self) -> Pairs {
        let Roles { length, unit, end, .. } = self.roles;
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let unit = unit.zip(self.units.first()).map(|(name, unit)| pair(name, unit.as_str()));
        let ends = [pair(length, &self.longest.to_string()), pair(end, "2000-01-01T00:00:00Z")];
        ends.into_iter().chain(unit).collect()
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

    /// What is wrong with the parameters. Several values in one are meant for several selections.
    fn invalid(&self, violations: &Violations, keys: &Keys, command: &str) -> Failure {
        let holds_several =
            |name: &str| keys.iter().any(|key| key.value(name).contains([',', ';', ' ']));
        let repeated = violations.iter().map(Violation::field).filter(|name| holds_several(name));
        repeated.fold(self.endpoint.invalid(violations, command), |failure, name| {
            let flag = endpoint::flag(name);
            failure.tip(format!("for several, repeat the option: `{flag} ONE {flag} OTHER`"))
        })
    }

    /// Checks a request for each of these sets of parameters. `command`: as it is typed.
    pub(crate) fn prepare(
        &self,
        selections: Vec<Pairs>,
        command: &str,
    ) -> Result<Prepared, Failure> {
        let keys = Keys::from_pairs(self.roles.dimensions, &selections);
        let whole = selections.into_iter().map(|pairs| [self.window(), pairs].concat());
        let open = (self.prepare)(whole.collect())
            .map_err(|violations| self.invalid(&violations, &keys, command))?;
        Ok(Prepared { keys, open })
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

fn prepare<E: Operation + braze_core::Series>(selections: Vec<Pairs>) -> Result<Open, Violations> {
    let mut violations = Violations::default();
    let mut requests: Vec<E> = Vec::with_capacity(selections.len());
    for pairs in selections {
        match operation::from_pairs(pairs, &[]) {
            Ok(read) => requests.push(read.request),
            Err(found) => add(&mut violations, &found),
        }
    }
    violations.into_result()?;
    Ok(Box::new(move |client, plan| Ok(Box::new(Typed(client.export(plan.export(requests))?)))))
}

/// Several selections share most of their parameters: each mistake is told once.
fn add(violations: &mut Violations, found: &Violations) {
    for violation in found {
        if !violations.iter().any(|known| known == violation) {
            violations.note(violation.field().to_owned(), violation.problem());
        }
    }
}
