//! [`JsonLines`]: the lines of a file that has one JSON object on each.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use braze_core::import::{Record, RecordKind};
use serde_json::{Map, Value};

use crate::check::checked;
use crate::columns::Choices;
use crate::error::{InputError, ReadError};
use crate::line::{InputLine, Raw};
use crate::place::{IDENTIFIERS, KINDS, REASON, RECORDS, TEXT};
use crate::row::{Cell, Row, kinds_from_words};

/// The greatest length of a line, in bytes. It is longer than any request.
const MAX_LINE: u64 = 8 << 20;

/// The lines of a file that has one JSON object on each. Empty lines are passed over.
pub(crate) struct JsonLines {
    reader: BufReader<File>,
    choices: Choices,
    /// The names that choices are about and that no line had so far.
    unmet: BTreeSet<String>,
    empty_as_null: bool,
    number: u64,
}

impl JsonLines {
    pub(crate) fn new(
        file: File,
        choices: &Choices,
        empty_as_null: bool,
    ) -> Result<Self, InputError> {
        let reader = BufReader::with_capacity(1 << 16, file);
        let (choices, unmet) = (choices.clone(), choices.names());
        Ok(Self { reader, choices, unmet, empty_as_null, number: 0 })
    }

    pub(crate) fn unmet(&self) -> impl Iterator<Item = &str> {
        self.unmet.iter().map(String::as_str)
    }

    pub(crate) fn next_line(&mut self) -> Option<Result<InputLine, ReadError>> {
        loop {
            self.number += 1;
            let mut text = Vec::new();
            match self.reader.by_ref().take(MAX_LINE).read_until(b'\n', &mut text) {
                Ok(0) => return None,
                Ok(_) => {}
                Err(error) => return Some(Err(ReadError::new(self.number, error))),
            }
            if text.len() as u64 == MAX_LINE && text.last() != Some(&b'\n') {
                let problem = format!("the line is longer than {MAX_LINE} bytes");
                return Some(Err(ReadError::new(self.number, problem)));
            }
            if self.number == 1 && text.starts_with(b"\xEF\xBB\xBF") {
                text.drain(..3);
            }
            let text = text.trim_ascii();
            if !text.is_empty() {
                return Some(Ok(self.line(text)));
            }
        }
    }

    fn line(&mut self, text: &[u8]) -> InputLine {
        match object(text) {
            Ok(object) => match object.get(TEXT).and_then(Value::as_str) {
                // A line of a rejects file that was not an object before.
                Some(inner) => self.line(inner.as_bytes()),
                None => {
                    if !self.unmet.is_empty() {
                        self.unmet.retain(|name| !object.contains_key(name));
                    }
                    let records = records(&object, &self.choices, self.empty_as_null);
                    InputLine::new(self.number, records, Raw::Object(object))
                }
            },
            Err(problem) => {
                let kind = self.choices.line_kind.kind();
                InputLine::unreadable(
                    self.number,
                    kind.as_slice(),
                    Raw::Text(text.to_vec()),
                    problem,
                )
            }
        }
    }
}

fn object(text: &[u8]) -> Result<Map<String, Value>, String> {
    let text = std::str::from_utf8(text).map_err(|_| "the line is not UTF-8")?;
    serde_json::from_str(text).map_err(|error| match error.is_data() {
        // Its text would repeat the value.
        true => "the line must be a JSON object".to_owned(),
        false => {
            let text = error.to_string();
            let problem = text.split(" at line ").next().unwrap_or_default();
            format!("the line is not JSON at column {}: {problem}", error.column())
        }
    })
}

/// The records of an object: that of rows, or one that holds records.
pub(crate) fn records(
    object: &Map<String, Value>,
    choices: &Choices,
    empty_as_null: bool,
) -> Vec<Record> {
    let holds_records = |kind: &RecordKind| {
        object.get(kind.name()).is_some_and(|value| value.is_object() || value.is_array())
    };
    let line_kind = &choices.line_kind;
    if line_kind.is_user() && KINDS.iter().any(holds_records) {
        return nested(object);
    }
    let mut row = Row::new(line_kind, empty_as_null);
    for (name, value) in object {
        match choices.resolve(name) {
            Ok(use_) => row.set(name, &use_, Cell::Value(value.clone())),
            Err(problem) => row.reject(problem.to_string()),
        }
    }
    row.into_records()
}

/// The records of an object that holds them: `{"external_id": …, "attributes": {…}, "events": [{…}]}`.
fn nested(object: &Map<String, Value>) -> Vec<Record> {
    let mut problems = Vec::new();
    let mut only = Vec::new();
    for (name, value) in object {
        match name.as_str() {
            RECORDS => match kinds_from_words(value.as_str().unwrap_or_default()) {
                Ok(kinds) => only = kinds,
                Err(problem) => problems.push(problem),
            },
            REASON => {}
            name if IDENTIFIERS.contains(&name) || KINDS.iter().any(|kind| kind.name() == name) => {}
            _ => problems.push(format!(
                "`{name}` must stand within `attributes`, `events` or `purchases`, since the line has one of them"
            )),
        }
    }
    let mut made = Vec::new();
    for kind in KINDS {
        let array = kind.name();
        if !only.is_empty() && !only.contains(&kind) {
            continue;
        }
        for item in items(object, array) {
            let json = item_json(object, item);
            made.push(match item {
                Value::Object(_) if problems.is_empty() => checked(kind, json),
                Value::Object(_) => Record::with_problem(kind, json, problems.join("; ")),
                _ => Record::with_problem(kind, json, format!("`{array}` must hold objects")),
            });
        }
    }
    if made.is_empty() {
        problems.push("the line holds no record".to_owned());
        let problem = problems.join("; ");
        made.push(Record::with_problem(RecordKind::Attributes, Vec::new(), problem));
    }
    made
}

/// The records of an array, or the only one.
fn items<'a>(object: &'a Map<String, Value>, array: &str) -> Vec<&'a Value> {
    match object.get(array) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(items)) => items.iter().collect(),
        Some(item) => vec![item],
    }
}

/// The JSON of a record that stands in an object, with the identifiers beside it if it has none.
fn item_json(object: &Map<String, Value>, item: &Value) -> Vec<u8> {
    let mut item = item.clone();
    if let Value::Object(fields) = &mut item {
        let is_identifier = |(name, value): &(&String, &Value)| {
            IDENTIFIERS.contains(&name.as_str()) && !value.is_null()
        };
        if !fields.iter().any(|field| is_identifier(&field)) {
            let shared = object.iter().filter(is_identifier);
            fields.extend(shared.map(|(name, value)| (name.clone(), value.clone())));
        }
    }
    // Values can always be written.
    serde_json::to_vec(&item).unwrap_or_default()
}

/// Leaves in an object that holds records only those that were rejected.
pub(crate) fn retain_rejected(object: &mut Map<String, Value>, rejected: &[Record]) {
    for kind in KINDS {
        let array = kind.name();
        let mut left: Vec<_> = rejected.iter().filter(|record| record.kind() == kind).collect();
        if !object.get(array).is_some_and(Value::is_array) || left.is_empty() {
            continue;
        }
        let is_rejected = |item: &&Value| {
            let json = item_json(object, item);
            let at = left.iter().position(|record| record.json() == json);
            at.map(|at| left.swap_remove(at)).is_some()
        };
        let kept: Vec<_> = items(object, array).into_iter().filter(is_rejected).cloned().collect();
        // A record that was shortened to what has changed is not found.
        if left.is_empty() {
            object.insert(array.to_owned(), kept.into());
        }
    }
}
