//! The options of a sync that no other command has.

use clap::Arg;

use crate::database::options;

pub(super) const LOOKBACK: &str = "lookback";

/// The file, and what its rows are stored under.
pub(super) fn of_database() -> [Arg; 2] {
    let [file, workspace] = options::arguments(
        "SQLite file to keep; it is made if it is not there. It may hold several series, units, apps and \
         workspaces",
        "What the rows are stored under, in the column `workspace`; a name stays with the server that it was \
         first used for",
    );
    [file.required(true), workspace]
}

/// Where the range begins, if that is said.
pub(super) fn of_from(from: Arg) -> Arg {
    let forms = from.get_help().map(ToString::to_string).unwrap_or_default();
    from.help(format!(
        "{forms}. Needed once; later runs go on from what the file holds, and read what is missing before \
         it if it is given again"
    ))
}

/// Where the range ends, if that is said.
pub(super) fn of_to(to: Arg) -> Arg {
    to.help(
        "Where the range ends, in the same forms. Exclusive: `--from 2024-01 --to 2024-02` is January. \
         Default: with the day or hour that is not over, which is stored with `complete` 0 and read again \
         by the next run",
    )
}

/// How long days and hours are read again.
pub(super) fn of_lookback() -> Arg {
    Arg::new(LOOKBACK)
        .long(LOOKBACK)
        .value_name("DAYS")
        .value_parser(clap::value_parser!(u32).range(0..=36_500))
        .default_value("3")
        .allow_negative_numbers(true)
        .help_heading("Completeness")
        .help(
            "For so many days after it was over, a day or hour may change in Braze: it is read again until \
             it was read later than that. A greater number reads more of the past again",
        )
}
