//! The core: types, decisions, machines.
