//! The `braze` command.

fn main() {}
