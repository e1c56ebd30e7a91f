//! [`ListWriter`]: the items of a list in one format, from one reply or several.

use std::collections::BTreeSet;

use braze_core::operation::Items;
use braze_series::format::{Dialect, Format, Grid};

use crate::json;

/// Writes the items of replies in one format, to the end of a buffer.
///
/// Call `reply` for each reply in order, and `end` once.
pub(crate) struct ListWriter {
    items: Items,
    form: Form,
    /// The number of items that may still be written.
    left: u64,
    count: u64,
}

/// A format, with what is needed at the end.
enum Form {
    Lines,
    Csv(Option<Columns>),
    /// All lines, by column.
    Table(Vec<Vec<(String, String)>>),
    /// The fields of the first reply, with the lists of all.
    Json(Option<Vec<(String, Field)>>),
}

/// The columns of a CSV.
struct Columns {
    names: Vec<String>,
    /// Fields of later items that have no column.
    left_out: BTreeSet<String>,
}

/// A field of a reply.
enum Field {
    List(Vec<String>),
    Other(String),
}

impl ListWriter {
    /// A writer. CSV and tables are for lists; any format but these two and lines of JSON is one JSON value.
    pub(crate) fn new(items: Items, format: Format, limit: Option<u64>) -> Self {
        let form = match format {
            Format::JsonLines => Form::Lines,
            Format::Csv => Form::Csv(None),
            Format::Table => Form::Table(Vec::new()),
            _ => Form::Json(None),
        };
        Self { items, form, left: limit.unwrap_or(u64::MAX), count: 0 }
    }

    /// The number of items so far.
    pub(crate) fn count(&self) -> u64 {
        self.count
    }

    /// Returns `true` if no more items are wanted.
    pub(crate) fn is_full(&self) -> bool {
        self.left == 0
    }

    /// Fields of items that have no column in a CSV, since they were not among those of the first reply.
    pub(crate) fn left_out(&self) -> Vec<&str> {
        match &self.form {
            Form::Csv(Some(columns)) => columns.left_out.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }

    /// Writes the items of a reply, which must be JSON.
    pub(crate) fn reply(&mut self, text: &str, out: &mut Vec<u8>) {
        let fields = json::fields(text).unwrap_or_default();
        let list = json::value_of(&fields, self.items.field);
        let mut items = list.and_then(json::items).unwrap_or_default();
        items.truncate(usize::try_from(self.left).unwrap_or(usize::MAX));
        self.left -= items.len() as u64;
        self.count += items.len() as u64;
        match &mut self.form {
            Form::Lines => {
                for item in items {
                    out.extend_from_slice(json::compact(item).as_bytes());
                    out.push(b'\n');
                }
            }
            Form::Csv(columns) => {
                let lines: Vec<_> = items.iter().map(|item| cells(item, self.items)).collect();
                let columns = columns.get_or_insert_with(|| {
                    let names = names(self.items, &lines);
                    record(&names, out);
                    Columns { names, left_out: BTreeSet::new() }
                });
                for line in lines {
                    record(&arranged(&columns.names, &line), out);
                    let unknown = line.into_iter().map(|(name, _)| name);
                    columns.left_out.extend(unknown.filter(|it| !columns.names.contains(it)));
                }
            }
            Form::Table(lines) => lines.extend(items.iter().map(|item| cells(item, self.items))),
            Form::Json(Some(known)) => {
                for (name, list) in known {
                    let Field::List(list) = list else { continue };
                    let more = match *name == self.items.field {
                        true => Some(std::mem::take(&mut items)),
                        false => json::value_of(&fields, name).and_then(json::items),
                    };
                    list.extend(more.into_iter().flatten().map(str::to_owned));
                }
            }
            Form::Json(first) => {
                let field = |(name, value): (String, &str)| {
                    let list = match name == self.items.field {
                        true => json::items(value).map(|_| std::mem::take(&mut items)),
                        false => json::items(value),
                    };
                    let list = list.map(|list| list.into_iter().map(str::to_owned).collect());
                    (name, list.map_or_else(|| Field::Other(value.to_owned()), Field::List))
                };
                *first = Some(fields.into_iter().map(field).collect());
            }
        }
    }

    /// Writes the part after the items.
    pub(crate) fn end(&mut self, out: &mut Vec<u8>) {
        match &mut self.form {
            Form::Csv(None) => record(&names(self.items, &[]), out),
            Form::Lines | Form::Csv(Some(_)) => {}
            Form::Table(lines) => {
                let names = names(self.items, lines);
                let lines: Vec<_> = lines.iter().map(|line| arranged(&names, line)).collect();
                let is_number = |column: usize| {
                    let cells = || lines.iter().map(|line| line[column]);
                    cells().any(|cell| !cell.is_empty())
                        && cells().all(|cell| cell.is_empty() || cell.parse::<f64>().is_ok())
                };
                let columns = names.iter().enumerate();
                let columns = columns.map(|(column, name)| (name.as_str(), is_number(column)));
                let mut grid = Grid::new(columns);
                lines.iter().for_each(|line| grid.push(line.iter().copied()));
                out.extend_from_slice(grid.to_text().as_bytes());
            }
            Form::Json(fields) => {
                let field = |(name, value): &(String, Field)| {
                    let value = match value {
                        Field::List(items) => format!("[{}]", items.join(",")),
                        Field::Other(value) => value.clone(),
                    };
                    format!("{}:{value}", serde_json::Value::from(name.as_str()))
                };
                let fields: Vec<_> = fields.iter().flatten().map(field).collect();
                let text = json::indented(&format!("{{{}}}", fields.join(",")));
                out.extend_from_slice(text.as_bytes());
                out.push(b'\n');
            }
        }
    }
}

/// The cells of an item by column; an item that is not an object is the only cell.
fn cells(item: &str, list: Items) -> Vec<(String, String)> {
    match json::fields(item) {
        Some(fields) => fields.into_iter().map(|(name, value)| (name, json::cell(value))).collect(),
        None => vec![(list.field.to_owned(), json::cell(item))],
    }
}

/// The columns: the fields that the spec knows, then others in the order of their appearance.
fn names(list: Items, lines: &[Vec<(String, String)>]) -> Vec<String> {
    let mut names: Vec<_> = list.fields.iter().map(|field| (*field).to_owned()).collect();
    if names.is_empty() && lines.is_empty() {
        names.push(list.field.to_owned());
    }
    for (name, _) in lines.iter().flatten() {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// The cells in the order of the columns; empty where there is none.
fn arranged<'a>(names: &[String], line: &'a [(String, String)]) -> Vec<&'a str> {
    let cell = |name: &String| line.iter().find(|(known, _)| known == name);
    names.iter().map(|name| cell(name).map_or("", |(_, text)| text.as_str())).collect()
}

fn record(cells: &[impl AsRef<str>], out: &mut Vec<u8>) {
    // Memory takes everything.
    let _ = Dialect::default().write_record(cells.iter().map(AsRef::as_ref), out);
}
