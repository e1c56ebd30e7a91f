//! The entry point of `cargo xtask`.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    xtask::cli::run(&arguments)
}
