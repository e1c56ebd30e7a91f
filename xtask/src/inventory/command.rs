//! `cargo xtask inventory [--todo]`: compares the inventory with the spec.

use std::path::Path;

use super::{Described, INVENTORY, Inventory, Status};
use crate::failure::{Failure, complain, print};

/// The command and its arguments.
#[derive(Debug)]
pub(crate) struct Command {
    /// `true` if the planned operations are listed.
    todo: bool,
}

impl Command {
    pub(crate) fn parse(arguments: &[String]) -> Result<Self, Failure> {
        match arguments {
            [] => Ok(Self { todo: false }),
            [todo] if todo == "--todo" => Ok(Self { todo: true }),
            [other, ..] => Err(Failure::Usage(format!("`inventory` has no argument `{other}`"))),
        }
    }

    pub(crate) fn run(self, root: &Path) -> Result<(), Failure> {
        let inventory = Inventory::read(root).map_err(Failure::new)?;
        let described =
            Described::read(root).map_err(|error| Failure::shown(error, root, false))?;
        if self.todo {
            for entry in inventory.with(&Status::Planned) {
                print(&format!("{}\n", entry.operation));
            }
        }
        let problems = inventory.problems(&described);
        for problem in &problems {
            complain(&format!("{INVENTORY}: {problem}\n"));
        }
        complain(&format!("{}\n", inventory.counts()));
        if problems.is_empty() {
            Ok(())
        } else {
            Err(Failure::new("the inventory and the spec contradict each other"))
        }
    }
}
