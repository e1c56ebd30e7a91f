//! [`ListArgs`]: the options of a command whose reply is a list.

use std::path::PathBuf;

use braze_core::operation::Parameter;
use braze_series::format::Format;
use clap::{Arg, ArgAction, ArgMatches};

use super::{format, output, parameter, sending};
use crate::request::SingleRequest;

/// The names of the arguments; no parameter has a space in its name.
const ALL: &str = "all pages";
const LIMIT: &str = "item limit";

/// The formats of a list.
pub(crate) const FORMATS: [Format; 4] =
    [Format::Json, Format::JsonLines, Format::Csv, Format::Table];

/// The options of a command whose reply is a list.
#[derive(Debug)]
pub(crate) struct ListArgs {
    /// Follows the pages.
    pub(crate) is_all: bool,
    /// The greatest number of items.
    pub(crate) limit: Option<u64>,
    pub(crate) format: Option<Format>,
    pub(crate) output: Option<PathBuf>,
}

/// The options for an endpoint; none if its reply is not a list.
pub(super) fn arguments(request: &SingleRequest) -> Vec<Arg> {
    let Some(items) = request.endpoint.description.items else { return Vec::new() };
    let parameters = request.endpoint.parameters();
    let all = Arg::new(ALL)
        .long(free("all", "all-pages", parameters))
        .action(ArgAction::SetTrue)
        .help_heading("List")
        .help("Follow the pages to the end of the list, instead of returning one page");
    let limit = Arg::new(LIMIT)
        .long(free("limit", "max-items", parameters))
        .value_name("N")
        .value_parser(clap::value_parser!(u64).range(1..))
        .help_heading("List")
        .help(match request.is_paged {
            true => "End after this many items, following the pages as needed",
            false => "End after this many items",
        });
    let paged = request.is_paged.then_some(all);
    let others = [
        limit,
        format::of_list(items.fields.is_empty()),
        output::argument(
            "File to write to. It appears when it is complete: items go to FILE.part first, and an older FILE \
             stays as it was until then. Default: standard output",
        )
        .conflicts_with(sending::DRY_RUN),
    ];
    paged.into_iter().chain(others).collect()
}

/// Reads the options; `None` if the reply is not a list.
pub(super) fn read(request: &SingleRequest, matches: &ArgMatches) -> Option<ListArgs> {
    request.endpoint.description.items?;
    let is_all = matches.try_get_one::<bool>(ALL).ok().flatten().copied();
    Some(ListArgs {
        is_all: is_all.unwrap_or_default(),
        limit: matches.get_one(LIMIT).copied(),
        format: format::read(matches),
        output: output::read(matches),
    })
}

/// The name of an option, with another one if a parameter has it.
fn free(name: &'static str, other: &'static str, parameters: &[Parameter]) -> &'static str {
    let is_taken = parameters.iter().any(|it| parameter::long(it.name) == name);
    if is_taken { other } else { name }
}
