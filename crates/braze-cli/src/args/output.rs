//! The option that names a file for the output.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, ValueHint};

const OUTPUT: &str = "output";

/// The option. `help`: the content of the file, and the output without the option.
pub(crate) fn argument(help: &'static str) -> Arg {
    Arg::new(OUTPUT)
        .long(OUTPUT)
        .short('o')
        .value_name("FILE")
        .value_hint(ValueHint::FilePath)
        .value_parser(clap::value_parser!(PathBuf))
        .help_heading("Output")
        .help(help)
}

/// The file that was chosen.
pub(crate) fn read(matches: &ArgMatches) -> Option<PathBuf> {
    matches.get_one::<PathBuf>(OUTPUT).cloned()
}
