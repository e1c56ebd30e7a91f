//! [`RowsScript`]: rows that a scenario file sets.

use std::collections::BTreeMap;

use braze_core::FlatSeries;
use braze_core::operation::{self, Operation, Visitor};
use serde::Deserialize;

use crate::workspace::Workspace;

/// The values of one series.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowsScript {
    path: String,
    #[serde(default, rename = "where")]
    dimensions: BTreeMap<String, String>,
    unit: Option<String>,
    values: BTreeMap<String, f64>,
}

/// A visitor that finds the endpoint and sets its rows.
struct Setter<'a> {
    script: &'a RowsScript,
    workspace: Workspace,
    outcome: Option<Result<Workspace, String>>,
    paths: Vec<&'static str>,
}

impl RowsScript {
    pub(super) fn set(&self, workspace: Workspace) -> Result<Workspace, String> {
        let mut setter = Setter { script: self, workspace, outcome: None, paths: Vec::new() };
        operation::visit(&mut setter);
        setter.outcome.unwrap_or_else(|| {
            let paths = setter.paths.join("`, `");
            Err(format!("there is no series `{}`: choose one of `{paths}`", self.path))
        })
    }

    fn set_for<E: Operation + FlatSeries>(
        &self,
        workspace: Workspace,
    ) -> Result<Workspace, String> {
        let mut pairs: Vec<(String, String)> = vec![("length".to_owned(), "1".to_owned())];
        pairs.extend(self.unit.iter().map(|unit| ("unit".to_owned(), unit.clone())));
        pairs.extend(self.dimensions.clone());
        let read = operation::from_pairs::<E>(pairs, b"").map_err(|violations| {
            violations.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        })?;
        if let Some(unknown) = read.unknown.first() {
            return Err(format!("{} has no parameter `{unknown}`", self.path));
        }
        let values = self.values.iter().map(|(time, value)| (time, *value));
        workspace.fixed_rows(&read.request, values).map_err(|error| error.to_string())
    }
}

impl Visitor for Setter<'_> {
    fn endpoint<E: Operation>(&mut self) {}

    fn series<E: Operation + FlatSeries>(&mut self) {
        self.paths.push(E::META.path);
        if E::META.path == self.script.path {
            self.outcome = Some(self.script.set_for::<E>(self.workspace.clone()));
        }
    }
}
