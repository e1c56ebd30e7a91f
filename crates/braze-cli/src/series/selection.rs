//! [`Key`]: what the rows of one selection are about; and the options that choose several selections.

use std::fmt;

use braze_core::Dimension;
use braze_core::operation::{Kind, Parameter};
use clap::{Arg, ArgAction, ArgMatches};
use serde::{Serialize, Serializer};

use super::Series;
use crate::endpoint::{self, Pairs};

/// What the rows of a selection are about: a value for each dimension of the series, in their order. Empty
/// where none was given, which stands for all of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(crate) struct Key(Vec<(&'static str, String)>);

/// All apps, everybody.
static EVERYTHING: Key = Key(Vec::new());

impl Key {
    pub(crate) fn new(values: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self(values.into_iter().collect())
    }

    /// What these parameters say of the dimensions. A list is one value.
    fn from_pairs(dimensions: &[Dimension], pairs: &Pairs) -> Self {
        let value = |name: &str| {
            let values = pairs.iter().filter(|(given, _)| given == name);
            values.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(",")
        };
        Self::new(dimensions.iter().map(|dimension| (dimension.name, value(dimension.name))))
    }

    /// The value of a dimension; empty for all, and for a dimension that the series does not have.
    pub(crate) fn value(&self, dimension: &str) -> &str {
        let found = self.0.iter().find(|(name, _)| *name == dimension);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// All dimensions with their values.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// Whether it is about a part of the workspace.
    pub(crate) fn is_narrow(&self) -> bool {
        self.0.iter().any(|(_, value)| !value.is_empty())
    }

    fn retain(mut self, keeps: impl Fn(&str) -> bool) -> Self {
        self.0.retain(|(name, _)| keeps(name));
        self
    }
}

impl fmt::Display for Key {
    /// `event added_to_cart, app 6c1f…`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_narrow() {
            return f.write_str("all apps");
        }
        let given = self.0.iter().filter(|(_, value)| !value.is_empty());
        for (index, (name, value)) in given.enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            let name = name.strip_suffix("_id").unwrap_or(name).replace('_', " ");
            write!(f, "{separator}{name} {value}")?;
        }
        Ok(())
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// What each selection of an export is about, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Keys {
    whole: Vec<Key>,
    /// The same, without what all of them have in common.
    distinct: Vec<Key>,
    common: Key,
}

impl Keys {
    pub(super) fn from_pairs(dimensions: &[Dimension], selections: &[Pairs]) -> Self {
        let whole: Vec<_> =
            selections.iter().map(|pairs| Key::from_pairs(dimensions, pairs)).collect();
        let first = whole.first().cloned().unwrap_or_default();
        let is_common = |name: &str| whole.iter().all(|key| key.value(name) == first.value(name));
        let distinct = whole.iter().map(|key| key.clone().retain(|name| !is_common(name)));
        let (distinct, common) = (distinct.collect(), first.clone().retain(is_common));
        Self { whole, distinct, common }
    }

    /// How many selections there are.
    pub(crate) fn len(&self) -> usize {
        self.whole.len()
    }

    /// All of them.
    pub(crate) fn iter(&self) -> std::slice::Iter<'_, Key> {
        self.whole.iter()
    }

    /// All of them, without what they have in common.
    pub(crate) fn distinct(&self) -> std::slice::Iter<'_, Key> {
        self.distinct.iter()
    }

    /// What all of them are about.
    pub(crate) fn common(&self) -> &Key {
        &self.common
    }

    /// What one of the selections is about.
    pub(crate) fn of_series(&self, series: usize) -> &Key {
        self.whole.get(series).unwrap_or(&EVERYTHING)
    }

    /// What tells a selection from the others, if there are any.
    pub(crate) fn of_several(&self, series: usize) -> Option<&Key> {
        self.distinct.get(series).filter(|_| self.distinct.len() > 1)
    }
}

impl Series {
    /// The options for the dimensions.
    pub(crate) fn arguments(&self) -> impl Iterator<Item = Arg> {
        let all = self.endpoint.parameters();
        self.parameters().map(move |parameter| {
            let argument = endpoint::argument(parameter, all);
            if is_list(parameter) {
                return argument;
            }
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            argument
                .action(ArgAction::Append)
                .help(format!("{help} Repeat it for several, each a series of its own."))
        })
    }

    /// The parameters that were given, once for each combination of the dimensions' values.
    pub(crate) fn selections(&self, matches: &ArgMatches) -> Vec<Pairs> {
        self.parameters().fold(vec![Pairs::new()], |selections, parameter| {
            let mut values: Vec<Pairs> = Vec::new();
            let given = endpoint::pairs([parameter], matches);
            if is_list(parameter) {
                values.push(given);
            } else {
                for pair in given {
                    if !values.contains(&vec![pair.clone()]) {
                        values.push(vec![pair]);
                    }
                }
            }
            if values.is_empty() {
                return selections;
            }
            let narrowed = |pairs: Pairs| {
                values.clone().into_iter().map(move |value| [pairs.clone(), value].concat())
            };
            selections.into_iter().flat_map(narrowed).collect()
        })
    }
}

/// The values of a list go into one request.
fn is_list(parameter: &Parameter) -> bool {
    matches!(parameter.kind, Kind::List(_))
}
