//! [`Row`]: the cells of one line on their way to becoming records.

use braze_core::import::{Record, RecordKind};
use serde_json::Value;

use crate::check::checked;
use crate::columns::Use;
use crate::line_kind::LineKind;
use crate::object::Object;
use crate::place::{KINDS, Part, Place};
use crate::value_type::ValueType;

/// The value of a column in one line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Cell<'a> {
    Empty,
    /// A text whose type the column decides.
    Text(&'a str),
    /// A value that has a type.
    Value(Value),
    /// A value that cannot be read.
    Unreadable(&'static str),
}

/// The cells of one line on their way to becoming records.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    line_kind: &'a LineKind,
    empty_as_null: bool,
    /// Fields of the only record.
    object: Object,
    identifiers: Object,
    addresses: Vec<(String, Value)>,
    /// Fields of every record.
    all: Object,
    records: [Fields; KINDS.len()],
    /// The only records to make of the line.
    only: Option<Vec<RecordKind>>,
    /// Problems that concern every record.
    problems: Vec<String>,
}

/// The fields of one record.
#[derive(Debug, Default)]
struct Fields {
    object: Object,
    problems: Vec<String>,
}

impl<'a> Row<'a> {
    pub(crate) fn new(line_kind: &'a LineKind, empty_as_null: bool) -> Self {
        Self {
            line_kind,
            empty_as_null,
            object: Object::default(),
            identifiers: Object::default(),
            addresses: Vec::new(),
            all: Object::default(),
            records: Default::default(),
            only: None,
            problems: Vec::new(),
        }
    }

    /// Takes in the value of a column.
    pub(crate) fn set(&mut self, column: &str, use_: &Use, cell: Cell<'_>) {
        let place = match use_ {
            Use::Place(place) => place,
            Use::Records => return self.restrict(&cell),
            Use::None => return,
        };
        let value = match cell {
            Cell::Empty if self.empty_as_null && place.is_nullable => Ok(Value::Null),
            Cell::Value(Value::Null) if place.is_nullable => Ok(Value::Null),
            Cell::Empty | Cell::Value(Value::Null) => return,
            Cell::Text(text) => {
                let of = place.value_type.unwrap_or(ValueType::String);
                of.parse(text).ok_or_else(|| of.requirement())
            }
            Cell::Value(value) => match place.value_type {
                None => Ok(value),
                Some(of) => of.convert(value).ok_or_else(|| of.requirement()),
            },
            Cell::Unreadable(problem) => Err(problem),
        };
        match value {
            Ok(value) => self.put(place, value),
            Err(problem) => {
                let problem = format!("column `{column}` {problem}");
                match place.part {
                    Part::Record(kind) => self.fields(kind).problems.push(problem),
                    _ => self.problems.push(problem),
                }
            }
        }
    }

    /// Notes a problem of the whole line.
    pub(crate) fn reject(&mut self, problem: String) {
        self.problems.push(problem);
    }

    fn put(&mut self, place: &Place, value: Value) {
        match place.part {
            Part::Identifier => self.identifiers.set(&place.field, value),
            Part::Address => self.addresses.push((place.field[0].clone(), value)),
            Part::All => self.all.set(&place.field, value),
            Part::Record(kind) => self.fields(kind).object.set(&place.field, value),
            Part::Only => self.object.set(&place.field, value),
        }
    }

    fn fields(&mut self, kind: RecordKind) -> &mut Fields {
        let at = KINDS.iter().position(|known| *known == kind).unwrap_or_default();
        &mut self.records[at]
    }

    /// Reads the names of the only records to make of the line.
    fn restrict(&mut self, cell: &Cell<'_>) {
        let words = match cell {
            Cell::Text(words) => words,
            Cell::Value(Value::String(words)) => words.as_str(),
            _ => return,
        };
        match kinds_from_words(words) {
            Ok(kinds) if kinds.is_empty() => {}
            Ok(kinds) => self.only = Some(kinds),
            Err(problem) => self.problems.push(problem),
        }
    }

    /// The records of the line, in the order in which Braze applies them. There is at least one.
    pub(crate) fn into_records(self) -> Vec<Record> {
        let Self { line_kind, object, identifiers, addresses, all, .. } = self;
        let (records, only, problems) = (self.records, self.only, self.problems);
        if !line_kind.is_user() {
            return vec![line_kind.record(&object, &problems)];
        }
        let is_wanted = |kind| only.as_ref().is_none_or(|only| only.contains(&kind));
        let is_there = |fields: &Fields| !fields.object.is_empty() || !fields.problems.is_empty();
        let has_others = records[1..].iter().any(is_there);
        let mut made = Vec::new();
        for (kind, fields) in KINDS.into_iter().zip(records) {
            let has_addresses = !identifiers.is_empty() && !addresses.is_empty();
            let is_needed = match kind {
                RecordKind::Attributes => is_there(&fields) || has_addresses || !has_others,
                _ => is_there(&fields),
            };
            if !is_needed || !is_wanted(kind) {
                continue;
            }
            let mut object = identifiers.clone();
            let of_user = addresses.iter().filter(|(_, value)| !value.is_null());
            match kind {
                RecordKind::Attributes => set_all(&mut object, addresses.iter()),
                _ if identifiers.is_empty() => set_all(&mut object, of_user.take(1)),
                _ => {}
            }
            object.extend(all.clone());
            object.extend(fields.object);
            let problems: Vec<_> = problems.iter().chain(&fields.problems).cloned().collect();
            let json = object.to_json();
            made.push(match problems.is_empty() {
                true => checked(kind, json),
                false => Record::with_problem(kind, json, problems.join("; ")),
            });
        }
        if made.is_empty() {
            let kind = only.and_then(|only| only.first().copied());
            let problem = "the line has none of the records that `braze_records` names";
            let kind = kind.unwrap_or(RecordKind::Attributes);
            made.push(Record::with_problem(kind, identifiers.to_json(), problem));
        }
        made
    }
}

fn set_all<'a>(object: &mut Object, fields: impl Iterator<Item = &'a (String, Value)>) {
    for (name, value) in fields {
        object.set(std::slice::from_ref(name), value.clone());
    }
}

/// Reads `attributes events`.
pub(crate) fn kinds_from_words(words: &str) -> Result<Vec<RecordKind>, String> {
    let kind = |word: &str| {
        KINDS.into_iter().find(|kind| kind.name() == word).ok_or_else(|| {
            "column `braze_records` must hold `attributes`, `events`, `purchases`, with spaces between them"
                .to_owned()
        })
    };
    words.split_whitespace().map(kind).collect()
}

/// Writes `attributes events`.
pub(crate) fn words_of_kinds(kinds: &[RecordKind]) -> String {
    let named = KINDS.into_iter().filter(|kind| kinds.contains(kind));
    named.map(RecordKind::name).collect::<Vec<_>>().join(" ")
}
