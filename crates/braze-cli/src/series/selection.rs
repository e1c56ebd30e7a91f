//! [`Key`]: the app and the segment that rows are about; and the options that choose several of each.

use std::fmt;

use braze_core::server::Parameter;
use clap::{Arg, ArgAction, ArgMatches};

use super::Series;
use crate::endpoint::{self, Pairs};

/// The parameters that may be given several times: each pair of app and segment is a series of its own.
const NARROWING: [&str; 2] = ["app_id", "segment_id"];

/// What a series is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Key {
    /// Empty for all apps together.
    pub(crate) app_id: String,
    /// Empty for everybody.
    pub(crate) segment_id: String,
}

/// All apps, everybody.
static EVERYTHING: Key = Key { app_id: String::new(), segment_id: String::new() };

impl Key {
    pub(super) fn of<E: braze_core::Series>(request: &E) -> Self {
        let text = |id: Option<&str>| id.unwrap_or_default().to_owned();
        Self { app_id: text(request.app_id()), segment_id: text(request.segment_id()) }
    }

    /// Whether it is about a part of the workspace.
    pub(crate) fn is_narrow(&self) -> bool {
        !self.app_id.is_empty() || !self.segment_id.is_empty()
    }
}

impl fmt::Display for Key {
    /// `app 6c1f…, segment 9d2a…`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.app_id.as_str(), self.segment_id.as_str()) {
            ("", "") => f.write_str("all apps"),
            (app, "") => write!(f, "app {app}"),
            ("", segment) => write!(f, "segment {segment}"),
            (app, segment) => write!(f, "app {app}, segment {segment}"),
        }
    }
}

/// What each series of an export is about, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Keys(Vec<Key>);

impl Keys {
    pub(super) fn of<E: braze_core::Series>(requests: &[E]) -> Self {
        Self(requests.iter().map(Key::of).collect())
    }

    /// How many series there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// All of them.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, Key> {
        self.0.iter()
    }

    /// What one of the series is about.
    pub(crate) fn of_series(&self, series: usize) -> &Key {
        self.0.get(series).unwrap_or(&EVERYTHING)
    }

    /// The same, where it must be told apart from others.
    pub(crate) fn of_several(&self, series: usize) -> Option<&Key> {
        self.0.get(series).filter(|_| self.0.len() > 1)
    }
}

impl Series {
    /// The options for the parameters that are not set by the range.
    pub(crate) fn arguments(&self) -> impl Iterator<Item = Arg> {
        let all = self.endpoint.parameters();
        self.parameters().map(move |parameter| {
            let argument = endpoint::argument(parameter, all);
            if !is_narrowing(parameter) {
                return argument;
            }
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            argument
                .action(ArgAction::Append)
                .help(format!("{help} Repeat it for several, each a series of its own."))
        })
    }

    /// The parameters that choose a series, beside those that may be given several times.
    pub(crate) fn other_parameters(&self) -> impl Iterator<Item = &'static Parameter> {
        self.parameters().filter(|parameter| !is_narrowing(parameter))
    }

    /// The parameters that were given, once for each pair of app and segment.
    pub(crate) fn selections(&self, matches: &ArgMatches) -> Vec<Pairs> {
        let (narrowing, others): (Vec<_>, Vec<_>) =
            self.parameters().partition(|parameter| is_narrowing(parameter));
        let given = |parameters: Vec<&'static Parameter>| endpoint::pairs(parameters, matches);
        let whole = vec![given(others)];
        narrowing.into_iter().fold(whole, |selections, parameter| {
            let mut values = given(vec![parameter]);
            let mut seen = Vec::new();
            values.retain(|pair| {
                let is_new = !seen.contains(pair);
                seen.push(pair.clone());
                is_new
            });
            if values.is_empty() {
                return selections;
            }
            let narrowed = |pairs: Pairs| {
                values.clone().into_iter().map(move |value| [pairs.clone(), vec![value]].concat())
            };
            selections.into_iter().flat_map(narrowed).collect()
        })
    }
}

fn is_narrowing(parameter: &Parameter) -> bool {
    NARROWING.contains(&parameter.name)
}
