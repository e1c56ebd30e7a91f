//! [`InventoryError`]: the reason why an inventory cannot be read.

use std::{fmt, io};

use super::INVENTORY;

/// The reason why an inventory cannot be read.
#[derive(Debug)]
pub enum InventoryError {
    /// The file cannot be read.
    Io(io::Error),
    /// The file is not an inventory.
    Yaml(serde_saphyr::Error),
    /// An operation is not described as it must be.
    Entry(String, String),
}

impl fmt::Display for InventoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "{INVENTORY} cannot be read: {error}"),
            Self::Yaml(error) => write!(f, "{INVENTORY} is not an inventory: {error}"),
            Self::Entry(operation, problem) => write!(f, "{INVENTORY}: {operation} {problem}"),
        }
    }
}

impl std::error::Error for InventoryError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io(error) => Some(error),
            Self::Yaml(error) => Some(error),
            Self::Entry(..) => None,
        }
    }
}

impl From<io::Error> for InventoryError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<serde_saphyr::Error> for InventoryError {
    fn from(error: serde_saphyr::Error) -> Self {
        Self::Yaml(error)
    }
}
