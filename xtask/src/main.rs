//! The command line of the chores.

fn main() {}
