//! [`All`]: the options that take every value of a dimension from its list.

use braze_core::{Dimension, Listing};
use clap::{Arg, ArgAction, ArgMatches};

use super::parameter;
use super::range::{FORMS, Word};
use crate::series::Series;

/// The names of arguments; no parameter has a space in its name.
const EDITED_SINCE: &str = "edited since";
const NAMES: &str = "names beside ids";

/// A dimension whose values come from its list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct All {
    /// The parameter of the series.
    pub(crate) dimension: &'static str,
    pub(crate) listing: Listing,
    /// Leaves out what was not edited after this moment.
    pub(crate) edited_since: Option<Word>,
}

/// The option of a list, `--all-campaigns`.
pub(crate) fn flag(listing: &Listing) -> String {
    format!("--{}", long(listing))
}

fn long(listing: &Listing) -> String {
    format!("all-{}", listing.items.replace('_', "-"))
}

/// The name of the argument for the list of a dimension.
pub(super) fn id(dimension: &str) -> String {
    format!("all {dimension}")
}

/// The dimensions that have a list.
pub(crate) fn listed(series: &Series) -> impl Iterator<Item = (&'static Dimension, Listing)> {
    series.roles.dimensions.iter().filter_map(|it| Some((it, it.listing?)))
}

/// The options that take all values.
pub(super) fn arguments(series: &Series) -> Vec<Arg> {
    let mut arguments: Vec<_> = listed(series)
        .map(|(dimension, listing)| {
            let one = parameter::flag(dimension.name);
            Arg::new(id(dimension.name))
                .long(long(&listing))
                .action(ArgAction::SetTrue)
                .conflicts_with(dimension.name)
                .help_heading("Parameters")
                .help(format!(
                    "Take all {} that the API lists, each a selection of its own, instead of `{one}`. The key \
                     needs the permission `{}` too",
                    listing.items, listing.operation
                ))
        })
        .collect();
    let edited = listed(series).filter(|(_, listing)| listing.edited_since.is_some());
    if let Some((dimension, listing)) = edited.into_iter().next() {
        arguments.push(
            Arg::new(EDITED_SINCE)
                .long("edited-since")
                .value_name("WHEN")
                .allow_hyphen_values(true)
                .value_parser(str::parse::<Word>)
                .requires(id(dimension.name))
                .conflicts_with(dimension.name)
                .help_heading("Parameters")
                .help(format!(
                    "With `{}`, only those that were edited after this moment: {FORMS}",
                    flag(&listing)
                )),
        );
    }
    arguments
}

/// The option for columns with names, where a list has any.
pub(super) fn names(series: &Series) -> Option<Arg> {
    let named = || listed(series).filter(|(_, listing)| listing.name.is_some());
    let (dimension, listing) = named().next()?;
    Some(
        Arg::new(NAMES)
            .long("names")
            .action(ArgAction::SetTrue)
            .requires(id(dimension.name))
            .conflicts_with(dimension.name)
            .help_heading("Output")
            .help(format!(
                "With `{}`, write the names of the list beside `{}`, in the column `{}`. Available for every \
                 series of campaigns, Canvases and segments",
                flag(&listing),
                dimension.name,
                listing.name_column
            )),
    )
}

/// Returns `true` if names are wanted.
pub(super) fn has_names(matches: &ArgMatches) -> bool {
    matches.try_get_one::<bool>(NAMES).ok().flatten().copied().unwrap_or_default()
}

/// The dimensions whose values come from their list.
pub(super) fn read(series: &Series, matches: &ArgMatches) -> Vec<All> {
    let word = matches.try_get_one::<Word>(EDITED_SINCE).ok().flatten().copied();
    let is_chosen = |dimension: &Dimension| matches.get_flag(&id(dimension.name));
    let chosen = listed(series).filter(|(dimension, _)| is_chosen(dimension));
    let all = chosen.map(|(dimension, listing)| All {
        dimension: dimension.name,
        listing,
        edited_since: word.filter(|_| listing.edited_since.is_some()),
    });
    all.collect()
}
