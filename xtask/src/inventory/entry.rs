//! [`Entry`]: an operation of the inventory.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::error::InventoryError;
use crate::spec::names;

/// The methods of operations.
const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// The file as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) sources: BTreeMap<String, String>,
    pub(super) operations: Vec<Line>,
}

/// An operation as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Line {
    operation: String,
    id: Option<String>,
    command: Option<String>,
    #[serde(rename = "type")]
    request: Option<String>,
    #[serde(default)]
    series: bool,
    status: Option<Planned>,
    left_out: Option<String>,
    source: String,
    date: String,
}

/// The one status that is written.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Planned {
    Planned,
}

/// An operation of the inventory.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Method and path: `GET /campaigns/list`.
    pub operation: String,
    /// Its names, empty if it is left out.
    pub names: Names,
    /// Its place in the spec.
    pub status: Status,
    source: String,
}

/// The names of an operation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// `campaigns.list`
    pub id: String,
    /// The words of the command line: `campaigns list`.
    pub command: String,
    /// Module and name of the request type: `campaigns::ListRequest`.
    pub request: String,
    /// `true` if the command words are the noun of a series.
    pub series: bool,
}

/// The place of an operation in the spec.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// The spec describes it.
    Described,
    /// The spec is going to describe it.
    Planned,
    /// The spec is not going to describe it, for this reason.
    LeftOut(String),
}

impl Entry {
    /// Returns the name of the source, without the commit of the page.
    pub(super) fn source_name(&self) -> &str {
        self.source.split_once('@').map_or(&*self.source, |(name, _)| name)
    }
}

impl TryFrom<Line> for Entry {
    type Error = InventoryError;

    fn try_from(line: Line) -> Result<Self, InventoryError> {
        let wrong =
            |problem: &str| Err(InventoryError::Entry(line.operation.clone(), problem.to_owned()));
        let parts = line.operation.split_once(' ');
        if !parts.is_some_and(|(method, path)| METHODS.contains(&method) && path.starts_with('/')) {
            return wrong("must be a method and a path, such as `GET /campaigns/list`");
        }
        let year = line.date.get(..4).and_then(|year| year.parse::<u16>().ok());
        if year.is_none() {
            return wrong("needs a `date` that begins with a year");
        }
        let (names, status) = match (line.left_out, line.id, line.command, line.request) {
            (Some(_), ..) if line.status.is_some() => {
                return wrong("must not have both `status` and `left-out`");
            }
            (Some(reason), None, None, None) => (Names::default(), Status::LeftOut(reason)),
            (Some(_), ..) => return wrong("is left out, so it must not have names"),
            (None, Some(id), Some(command), Some(request)) => {
                let names = Names { id, command, request, series: line.series };
                if let Some(problem) = names.problem() {
                    return wrong(&problem);
                }
                (names, line.status.map_or(Status::Described, |Planned::Planned| Status::Planned))
            }
            (None, ..) => return wrong("needs `id`, `command` and `type`, or `left-out`"),
        };
        Ok(Self { operation: line.operation, names, status, source: line.source })
    }
}

impl Names {
    /// Returns the first deviation from the rule that names begin with the tag.
    fn problem(&self) -> Option<String> {
        let Some((tag, _)) = self.id.split_once('.') else {
            return Some(format!("needs an `id` with a tag and a dot, got `{}`", self.id));
        };
        let word = names::kebab(tag);
        if self.command.split(' ').next() != Some(word.as_str()) {
            return Some(format!(
                "needs a `command` that begins with `{word}`, got `{}`",
                self.command
            ));
        }
        let name = self.request.strip_prefix(tag).and_then(|rest| rest.strip_prefix("::"));
        if !name.is_some_and(|name| name.ends_with("Request")) {
            let wanted = format!("`{tag}::…Request`");
            return Some(format!("needs a `type` of the form {wanted}, got `{}`", self.request));
        }
        None
    }
}
