//! [`Inventory`]: every known operation of the API, kept by hand, and its comparison with the spec.

mod collision;
mod command;
mod described;
mod entry;
mod error;
mod list;

pub(crate) use command::Command;
pub use described::Described;
pub use entry::{Entry, Names, Status};
pub use error::InventoryError;
pub use list::Inventory;

/// The inventory, from the root of the workspace.
pub const INVENTORY: &str = "spec/inventory.yaml";
