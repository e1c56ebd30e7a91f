//! [`JsonLines`]: the lines of a file that has one JSON object on each.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};

use braze_core::import::{Record, RecordKind};
use serde_json::{Map, Value};

use crate::check::checked;
use crate::columns::Choices;
use crate::error::{InputError, ReadError};
use crate::line::{InputLine, Raw};
use crate::place::{ARRAYS, REASON, RECORDS, TEXT};
use crate::row::{Cell, Row, kinds_from_words};

/// The greatest length of a line, in bytes. It is longer than any request.
const MAX_LINE: u64 = 8 << 20;

/// The fields that name a user.
const IDENTIFIERS: [&str; 5] = ["external_id", "braze_id", "user_alias", "email", "phone"];

/// The lines of a file that has one JSON object on each. Empty lines are passed over.
pub(crate) struct JsonLines {
    reader: BufReader<File>,
    choices: Choices,
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
        Ok(Self { reader, choices: choices.clone(), empty_as_null, number: 0 })
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

    fn line(&self, text: &[u8]) -> InputLine {
        match object(text) {
            Ok(object) => match object.get(TEXT).and_then(Value::as_str) {
                // A line of a rejects file that was not an object before.
                Some(inner) => self.line(inner.as_bytes()),
                None => {
                    let records = records(&object, &self.choices, self.empty_as_null);
                    InputLine::new(self.number, records, Raw::Object(object))
                }
            },
            Err(problem) => {
                InputLine::unreadable(self.number, &[], Raw::Text(text.to_vec()), problem)
            }
        }
    }
}

fn object(text: &[u8]) -> Result<Map<String, Value>, String> {
    let text = std::str::from_utf8(text).map_err(|_| "the line is not UTF-8")?;
    serde_json::from_str(text).map_err(|error| match error.is_data() {
        // Its text would repeat the value.
        true => "the line must be a JSON object".to_owned(),
        false => format!("the line is not JSON: {error}"),
    })
}

/// The records of an object: that of rows, or one that holds records.
pub(crate) fn records(
    object: &Map<String, Value>,
    choices: &Choices,
    empty_as_null: bool,
) -> Vec<Record> {
    let holds_records = |(array, _): &(&str, RecordKind)| {
        object.get(*array).is_some_and(|value| value.is_object() || value.is_array())
    };
    if ARRAYS.iter().any(holds_records) {
        return nested(object);
    }
    let mut row = Row::new(empty_as_null);
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
            name if IDENTIFIERS.contains(&name) || ARRAYS.iter().any(|(it, _)| *it == name) => {}
            _ => problems.push(format!(
                "`{name}` must stand within `attributes`, `events` or `purchases`, since the line has one of them"
            )),
        }
    }
    let shared = object.iter().filter(|(name, _)| IDENTIFIERS.contains(&name.as_str()));
    let shared: Vec<_> = shared.filter(|(_, value)| !value.is_null()).collect();
    let mut made = Vec::new();
    for (array, kind) in ARRAYS {
        if !only.is_empty() && !only.contains(&kind) {
            continue;
        }
        let items = match object.get(array) {
            None | Some(Value::Null) => continue,
            Some(Value::Array(items)) => items.iter().collect(),
            Some(item) => vec![item],
        };
        for item in items {
            let Value::Object(item) = item else {
                let problem = format!("`{array}` must hold objects");
                made.push(Record::with_problem(kind, item.to_string(), problem));
                continue;
            };
            let names_user = item
                .iter()
                .any(|(name, value)| IDENTIFIERS.contains(&name.as_str()) && !value.is_null());
            let mut item = item.clone();
            if !names_user {
                item.extend(shared.iter().map(|(name, value)| ((*name).clone(), (*value).clone())));
            }
            // A map of values can always be written.
            let json = serde_json::to_vec(&item).unwrap_or_default();
            made.push(match problems.is_empty() {
                true => checked(kind, json),
                false => Record::with_problem(kind, json, problems.join("; ")),
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
