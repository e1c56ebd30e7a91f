//! The selections of a series, with every value of a dimension that is taken from its list.

use std::collections::{BTreeMap, BTreeSet};

use braze_core::Error;
use braze_core::chrono::SecondsFormat;
use braze_core::export::Start;
use braze_core::{Listing, Unit};

use super::sending;
use crate::args::all::All;
use crate::args::range::Clock;
use crate::args::selection::Chosen;
use crate::endpoint::Pairs;
use crate::json;
use crate::request::SingleRequest;
use crate::series::{Prepared, Series};
use crate::settings::connection::Connection;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// The parameters of each selection, and the names that the lists have for their values.
pub(super) struct Expanded {
    pub(super) selections: Vec<Pairs>,
    names: Vec<(All, BTreeMap<String, String>)>,
}

/// An item of a list.
struct Item {
    value: String,
    name: String,
}

/// Checks the selections if they are known before any request, and returns their number.
pub(super) fn check(
    series: &Series,
    chosen: &Chosen,
    command: &str,
) -> Result<Option<usize>, Failure> {
    if !chosen.all.is_empty() {
        return Ok(None);
    }
    let prepared = series.prepare(chosen.selections.clone(), command)?;
    Ok(Some(prepared.selections.len()))
}

/// Asks for the lists that are chosen, and combines their values with the selections.
///
/// `command`: as it is typed.
pub(super) fn expand(
    chosen: Chosen,
    connection: &Connection,
    clock: Clock,
    command: &str,
    io: &Io,
) -> Result<Expanded, Failure> {
    let Chosen { mut selections, all, has_names } = chosen;
    let mut names = Vec::new();
    for all in all {
        let items = list(&all, connection, clock, command, io)?;
        let with = |item: &Item| (all.dimension.to_owned(), item.value.clone());
        let combined = selections.iter().flat_map(|selection| {
            items.iter().map(move |item| [selection.clone(), vec![with(item)]].concat())
        });
        selections = combined.collect();
        if has_names && all.listing.name.is_some() {
            names.push((all, items.into_iter().map(|item| (item.value, item.name)).collect()));
        }
    }
    Ok(Expanded { selections, names })
}

impl Expanded {
    /// Checks a request for each selection, and puts the names beside their values.
    pub(super) fn prepare(self, series: &Series, command: &str) -> Result<Prepared, Failure> {
        let mut prepared = series.prepare(self.selections, command)?;
        for (All { dimension, listing, .. }, names) in &self.names {
            let name = |value: &str| names.get(value).cloned().unwrap_or_default();
            prepared.selections =
                prepared.selections.with_column(dimension, listing.name_column, name);
        }
        Ok(prepared)
    }
}

/// All items of a list, each value once.
fn list(
    all: &All,
    connection: &Connection,
    clock: Clock,
    command: &str,
    io: &Io,
) -> Result<Vec<Item>, Failure> {
    let All { listing, edited_since, .. } = all;
    let known = SingleRequest::all();
    let known = known.iter().find(|known| known.endpoint.meta.name == listing.operation);
    let Some(known) = known else {
        // The generator has looked it up.
        return Err(Failure::new(Exit::Failed, format!("no operation {}", listing.operation)));
    };
    let mut pairs = Pairs::new();
    if let (Some(word), Some(parameter)) = (edited_since, listing.edited_since) {
        let since = word.start(Unit::Hour, clock);
        let since = since.map_err(|misfit| {
            Failure::usage("invalid value for `--edited-since`").detail(format!("it {misfit}"))
        })?;
        if let Start::Instant(at) = since {
            pairs.push((parameter.to_owned(), at.to_rfc3339_opts(SecondsFormat::Secs, true)));
        }
    }
    let endpoint = &known.endpoint;
    let request = known.check(pairs, &[]).map_err(|invalid| endpoint.invalid(&invalid, command))?;
    let mut replies = request.request.replies(connection.client(), true);
    let listening = io.interrupt().listen(
        {
            let cancel = replies.cancel();
            move || cancel.cancel()
        },
        {
            let notes = io.notes().clone();
            move || notes.last_words(&Failure::interrupted())
        },
    );
    let mut items: Vec<Item> = Vec::new();
    let mut values = BTreeSet::new();
    let mut without = 0_u64;
    while let Some(reply) = replies.next_reply() {
        let reply = reply.map_err(|error| failed(&error, known, connection, command))?;
        sending::warn(&reply.problems, io.notes());
        for item in found(&reply.text, listing) {
            match item {
                Some(item) if !values.insert(item.value.clone()) => {}
                Some(item) => items.push(item),
                None => without += 1,
            }
        }
    }
    drop(listening);
    if without > 0 {
        io.notes().warning(&format!(
            "items without an identifier in the list of {}, left out: {without}",
            listing.items
        ));
    }
    if items.is_empty() {
        let failure = Failure::new(Exit::Failed, format!("the list of {} is empty", listing.items));
        let failure = failure.detail(format!("`{}` returned none", endpoint.target()));
        return Err(match edited_since {
            Some(_) => failure.tip("an earlier `--edited-since` finds more"),
            None => failure.tip("check the workspace and the instance of the key"),
        });
    }
    io.notes().note(&format!("{} in the list: {}", listing.items, items.len()));
    Ok(items)
}

/// The items of a reply; `None` for one without a value.
fn found(text: &str, listing: &Listing) -> Vec<Option<Item>> {
    let fields = json::fields(text).unwrap_or_default();
    let list = json::value_of(&fields, listing.items);
    let items = list.and_then(json::items).unwrap_or_default();
    let item = |item: &str| {
        let fields = json::fields(item).unwrap_or_default();
        let text = |name: &str| json::value_of(&fields, name).map_or_else(String::new, json::cell);
        let value = listing.id.map_or_else(|| json::cell(item), text);
        let name = listing.name.map_or_else(String::new, text);
        (!value.is_empty()).then_some(Item { value, name })
    };
    items.into_iter().map(item).collect()
}

fn failed(error: &Error, of: &SingleRequest, connection: &Connection, command: &str) -> Failure {
    match error {
        Error::Cancelled => Failure::interrupted(),
        error => of.endpoint.diagnose(error, connection, command),
    }
}
