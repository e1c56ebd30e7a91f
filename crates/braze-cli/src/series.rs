//! [`Series`]: a series of the spec, without its types, ready to be exported.

use std::ops::Deref;

use braze_blocking::Client;
use braze_core::export::ExportError;
use braze_core::operation::{self, Operation, Parameter};
use braze_core::{Violation, Violations};
use braze_series::{Plan, Selections, SeriesInfo};

use crate::endpoint::{Endpoint, Pairs};
use crate::running::{Running, Typed};

/// A series, without its types.
pub(crate) struct Series {
    pub(crate) endpoint: Endpoint,
    info: SeriesInfo,
    prepare: fn(Vec<Pairs>) -> Result<Open, Violations>,
}

/// Requests that are checked, one for each selection.
pub(crate) struct Prepared {
    pub(crate) selections: Selections,
    open: Open,
}

/// The problems of the parameters, with the selections that they were given for.
#[derive(Debug)]
pub(crate) struct InvalidSelections {
    pub(crate) violations: Violations,
    pub(crate) selections: Selections,
}

type Open = Box<dyn FnOnce(&Client, &Plan) -> Result<Box<dyn Running>, ExportError>>;

impl Series {
    pub(crate) fn new<E: Operation + braze_core::Series>() -> Self {
        Self { endpoint: Endpoint::new::<E>(), info: SeriesInfo::new::<E>(), prepare: prepare::<E> }
    }

    /// The facts about it.
    pub(crate) fn info(&self) -> SeriesInfo {
        self.info
    }

    /// Its dimensions, as parameters.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &'static Parameter> + use<> {
        let all = self.endpoint.parameters();
        self.dimensions().filter_map(|name| all.iter().find(|parameter| parameter.name == name))
    }

    /// The parameters that all selections share: neither a dimension nor part of the window.
    pub(crate) fn options(&self) -> impl Iterator<Item = &'static Parameter> + use<> {
        let (roles, is_nested) = (self.roles, self.is_nested);
        let is_dimension = move |name: &str| roles.dimensions.iter().any(|it| it.name == name);
        let all = self.endpoint.parameters().iter();
        all.filter(move |it| is_nested && !is_dimension(it.name) && !roles.is_window(it.name))
    }

    /// The last of the words of its command, `sessions`.
    pub(crate) fn noun(&self) -> &'static str {
        self.endpoint.description.command.last().copied().unwrap_or_default()
    }

    /// Checks a request for each of these sets of parameters.
    pub(crate) fn check(&self, parameters: Vec<Pairs>) -> Result<Prepared, InvalidSelections> {
        let selection = |pairs: &Pairs| {
            let pairs = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            self.info.selection(pairs)
        };
        let selections = Selections::new(parameters.iter().map(selection));
        match (self.prepare)(parameters) {
            Ok(open) => Ok(Prepared { selections, open }),
            Err(violations) => Err(InvalidSelections { violations, selections }),
        }
    }
}

impl Deref for Series {
    type Target = SeriesInfo;

    fn deref(&self) -> &SeriesInfo {
        &self.info
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
    for mut pairs in selections {
        // An export sets the window of each of its requests.
        pairs.push((E::ROLES.length.to_owned(), "1".to_owned()));
        let parameters = E::DESCRIPTION.parameters;
        if parameters.iter().any(|it| it.name == E::ROLES.end && it.required) {
            pairs.push((E::ROLES.end.to_owned(), "2000-01-01T00:00:00Z".to_owned()));
        }
        match operation::from_pairs(pairs, &[]) {
            Ok(read) => requests.push(read.request),
            Err(found) => add(&mut violations, &found),
        }
    }
    violations.into_result()?;
    Ok(Box::new(move |client, plan| Ok(Box::new(Typed(client.export(plan.export(requests))?)))))
}

/// Adds violations that are not there yet: selections share most of their parameters.
pub(crate) fn add(violations: &mut Violations, found: &Violations) {
    let is_new = |it: &&Violation| !violations.iter().any(|known| known == *it);
    let new: Vec<_> = found.iter().filter(is_new).collect();
    for violation in new {
        violations.note(violation.field().to_owned(), violation.problem());
    }
}
