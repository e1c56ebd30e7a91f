//! The options that choose selections of a series, one for each dimension.

use braze_core::operation::{Kind, Parameter};
use clap::{Arg, ArgAction, ArgMatches};

use super::all::{self, All};
use super::parameter;
use crate::endpoint::Pairs;
use crate::series::Series;

/// The selections that were chosen.
#[derive(Debug)]
pub(crate) struct Chosen {
    /// The parameters of each combination of the dimensions' values.
    pub(crate) selections: Vec<Pairs>,
    /// The dimensions whose values come from their list, to be combined with these.
    pub(crate) all: Vec<All>,
    /// The names of the list are wanted beside the values.
    pub(crate) has_names: bool,
}

/// The options for the dimensions, and those that all selections share.
pub(crate) fn arguments(series: &Series) -> impl Iterator<Item = Arg> {
    let all = series.endpoint.parameters();
    let options = series.options().map(move |option| parameter::argument(option, all));
    let dimensions = series.parameters().map(move |parameter| {
        let argument = parameter::argument(parameter, all);
        let is_listed = all::listed(series).any(|(listed, _)| listed.name == parameter.name);
        let argument = match is_listed && parameter.required {
            true => argument.required(false).required_unless_present(all::id(parameter.name)),
            false => argument,
        };
        if is_list(parameter) {
            return argument;
        }
        let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
        argument
            .action(ArgAction::Append)
            .help(format!("{help} Repeat the option for several, each a selection of its own."))
    });
    dimensions.chain(all::arguments(series)).chain(options)
}

/// The selections that were chosen.
pub(crate) fn read(series: &Series, matches: &ArgMatches) -> Chosen {
    Chosen {
        selections: combinations(series, matches),
        all: all::read(series, matches),
        has_names: all::has_names(matches),
    }
}

/// The parameters of each combination of the dimensions' values.
fn combinations(series: &Series, matches: &ArgMatches) -> Vec<Pairs> {
    let shared = parameter::pairs(series.options(), matches);
    series.parameters().fold(vec![shared], |selections, parameter| {
        let mut values: Vec<Pairs> = Vec::new();
        let chosen = parameter::pairs([parameter], matches);
        if is_list(parameter) {
            values.push(chosen);
        } else {
            for pair in chosen {
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

/// Returns `true` for a parameter whose values go into one request.
fn is_list(parameter: &Parameter) -> bool {
    matches!(parameter.kind, Kind::List(_))
}
