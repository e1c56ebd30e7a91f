//! [`Described`]: an operation of the spec, as the inventory is compared with it.

use std::path::Path;

use super::entry::{Entry, Names, Status};
use crate::codegen::SPEC;
use crate::error::CodegenError;
use crate::spec::compile::read;
use crate::spec::files::Disk;

/// An operation that the spec describes.
#[derive(Debug)]
pub struct Described {
    /// Method and path: `GET /campaigns/list`.
    pub operation: String,
    /// Its names.
    pub names: Names,
}

impl Described {
    /// Returns the operations of a workspace's spec.
    ///
    /// # Errors
    ///
    /// All problems of the spec.
    pub fn read(root: &Path) -> Result<Vec<Self>, CodegenError> {
        let api = read(&Disk::new(root), SPEC).map_err(CodegenError::Spec)?;
        let of_module = api.modules.iter().flat_map(|module| {
            module.operations.iter().map(|operation| Self {
                operation: format!("{} {}", operation.method.as_str(), operation.template),
                names: Names {
                    id: operation.id.clone(),
                    command: operation.command.join(" "),
                    request: format!("{}::{}", module.name, operation.request),
                    series: operation.series.is_some(),
                },
            })
        });
        Ok(of_module.collect())
    }
}

/// Returns the contradictions between an entry and the spec.
pub(super) fn compare(entry: &Entry, described: Option<&Described>) -> Vec<String> {
    let operation = &entry.operation;
    match (&entry.status, described) {
        (Status::Described, Some(described)) => {
            differences(operation, &entry.names, &described.names)
        }
        (Status::Described, None) => vec![format!(
            "{operation} is not described: describe it, or give it `status: planned` or `left-out`"
        )],
        (Status::Planned, Some(_)) => {
            vec![format!("{operation} is described: remove its `status: planned`")]
        }
        (Status::LeftOut(reason), Some(_)) => {
            vec![format!("{operation} is described although it is left out: {reason}")]
        }
        (_, None) => Vec::new(),
    }
}

/// Returns the names that differ.
fn differences(operation: &str, listed: &Names, described: &Names) -> Vec<String> {
    let pairs = [
        ("id", &listed.id, &described.id),
        ("command words", &listed.command, &described.command),
        ("type", &listed.request, &described.request),
    ];
    let names = pairs.into_iter().filter(|(_, listed, described)| listed != described);
    let mut problems: Vec<_> = names
        .map(|(name, listed, described)| {
            format!("{operation} has the {name} `{described}` in the spec, but `{listed}` in the inventory")
        })
        .collect();
    match (listed.series, described.series) {
        (true, false) => {
            problems.push(format!("{operation} is not a series: remove `series: true`"));
        }
        (false, true) => problems.push(format!("{operation} is a series: add `series: true`")),
        _ => {}
    }
    problems
}
