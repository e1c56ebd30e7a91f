//! The options of a sync that no other command has.

use clap::Arg;

use crate::args::database;

pub(super) const LOOKBACK: &str = "lookback";

/// The file, and the workspace of its rows.
pub(super) fn of_database() -> [Arg; 2] {
    let [file, workspace] = database::arguments(
        "SQLite file to keep up to date; it is created if it does not exist. It may hold several series, \
         units, apps and workspaces",
        "Name of the workspace, stored in the column `workspace`; a name stays with the server that it was \
         first used for",
    );
    [file.required(true), workspace]
}

/// The start of the range.
pub(super) fn of_from(from: Arg) -> Arg {
    let forms = from.get_help().map(ToString::to_string).unwrap_or_default();
    from.help(format!(
        "{forms}. Needed once; later runs continue from the rows in the file. Given again, an earlier start \
         adds the rows before them"
    ))
}

/// The end of the range.
pub(super) fn of_to(to: Arg) -> Arg {
    to.help(
        "End of the range, in the same forms. Exclusive: `--from 2024-01 --to 2024-02` is January. \
         Default: after the current day or hour, which is stored with `complete` 0 and read again by the \
         next run",
    )
}

/// The days for which rows are read again.
pub(super) fn of_lookback() -> Arg {
    Arg::new(LOOKBACK)
        .long(LOOKBACK)
        .value_name("DAYS")
        .value_parser(clap::value_parser!(u32).range(0..=36_500))
        .default_value("3")
        .allow_negative_numbers(true)
        .help_heading("Completeness")
        .help(
            "Keep re-reading a day or hour until this many days after it ended, since numbers may come in \
             late. A greater number reads more of the past again",
        )
}
