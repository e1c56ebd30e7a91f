//! The check of a record by the types of the SDK, before anything is sent.

use braze_core::import::{Record, RecordKind};
use braze_core::reply;
use braze_core::users::{TrackBody, TrackRequest};
use braze_core::{
    Bytes, CustomEvent, DecodeError, Endpoint as _, Purchase, UserAttributes, Violations,
};

use crate::place::{IDENTIFIERS, is_profile_field};
use crate::value_type::ValueType;

/// A record of this JSON; one with a problem if it breaks a rule. No text repeats a value.
pub(crate) fn checked(kind: RecordKind, json: Vec<u8>) -> Record {
    let problem = match body(kind, &json) {
        Ok(body) => {
            let mut violations = Violations::default();
            TrackRequest::new(body).validate(&mut violations);
            let violations = violations.iter().map(|violation| {
                format!("`{}` {}", column(kind, violation.field()), violation.problem())
            });
            violations.collect::<Vec<_>>().join("; ")
        }
        Err(error) => unreadable(kind, &error),
    };
    if !problem.is_empty() {
        return Record::with_problem(kind, json, problem);
    }
    let json = Bytes::from(json);
    Record::parse(kind, json.clone())
        .unwrap_or_else(|error| Record::with_problem(kind, json, error.to_string()))
}

/// The body of a request with this record alone.
fn body(kind: RecordKind, json: &[u8]) -> Result<TrackBody, DecodeError> {
    Ok(match kind {
        RecordKind::Event => TrackBody::new().events([reply::json::<CustomEvent>(json)?]),
        RecordKind::Purchase => TrackBody::new().purchases([reply::json::<Purchase>(json)?]),
        _ => TrackBody::new().attributes([reply::json::<UserAttributes>(json)?]),
    })
}

/// The name of the column that holds a field: `attributes[0].plan` and `plan` are in `attributes.plan`.
fn column(kind: RecordKind, path: &str) -> String {
    let array = kind.name();
    let path = path.strip_prefix(&format!("{array}[0].")).unwrap_or(path);
    let name = path.split(['.', '[']).next().unwrap_or_default();
    let is_bare = match kind {
        RecordKind::Attributes => is_profile_field(name),
        _ => IDENTIFIERS.contains(&name),
    };
    if is_bare { path.to_owned() } else { format!("{array}.{path}") }
}

/// The problem of a record that is not of its type.
fn unreadable(kind: RecordKind, error: &DecodeError) -> String {
    let (path, problem) = (error.path().trim_end_matches('.'), error.problem());
    let is_about_a_name =
        ["missing field", "unknown field"].iter().any(|it| problem.starts_with(it));
    let name = problem.split('`').nth(1).filter(|_| is_about_a_name).unwrap_or_default();
    let path = match (path, name) {
        ("", "") => return format!("the record {}", without_value(problem)),
        ("", name) => name.to_owned(),
        (path, "") => path.to_owned(),
        (path, name) if path.ends_with(name) => path.to_owned(),
        (path, name) => format!("{path}.{name}"),
    };
    format!("`{}` {}", column(kind, &path), without_value(problem))
}

/// The problem of a value that cannot be read, without the value.
fn without_value(problem: &str) -> String {
    let problem = problem.split(" at line ").next().unwrap_or_default();
    if problem.starts_with("missing field") {
        return "is missing".to_owned();
    }
    if let Some((_, words)) = problem.split_once(" is not one of ") {
        return format!("must be one of {words}");
    }
    if let Some((found, expected)) = problem.split_once(", expected ") {
        return match found.starts_with("unknown field") {
            true => format!("is not a field: use {expected}"),
            false => format!("must be {expected}"),
        };
    }
    if ["is not a date-time", "has no offset", "has no time of day"]
        .iter()
        .any(|it| problem.contains(it))
    {
        return ValueType::Time.requirement().to_owned();
    }
    "cannot be read".to_owned()
}
