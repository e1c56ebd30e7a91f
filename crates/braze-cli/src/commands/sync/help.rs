//! What the help of a sync says: around its options, and about those that no other command has.

use clap::Arg;

use super::{LOOKBACK, Synchronize};
use crate::args::connection;
use crate::commands::verb::Verb;
use crate::database::{Table, options};

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

impl Synchronize {
    pub(super) fn about(&self) -> String {
        let table = Table::of(&self.0);
        let columns = |names: &mut dyn Iterator<Item = &str>| {
            names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
        };
        format!(
            "{}\n\nA sync keeps an SQLite file up to date, for any program that reads SQLite. The first \
             run says where to begin. Each later one reads what is missing, what was not over, and the \
             last days again, since numbers may come in late; it puts changed rows in the place of the old \
             ones and says on standard error what has changed. With findings the exit code is 5.\n\n\
             The rows are in the table `{}`: {}. Its primary key is {}. `app_id` and `segment_id` are empty \
             for all of them; `time` is the date of a day, or the beginning of an hour in UTC, as in the CSV \
             of an export; `complete` is 0 if the day or hour was not over when it was read, at `fetched_at`. \
             A row that the server sends no more stays, and is told.\n\n\
             Each window of rows is stored whole or not at all, so a run may be ended at any moment and \
             repeated. Only one run at a time may write to a file, with a lock on an empty file beside it, \
             FILE-lock; others can read meanwhile. Tables whose names begin with `braze_` are the command's \
             own: they hold what was read, and of each workspace its server and its time zone, so that a \
             later run knows the zone, and nothing is mixed with it that comes from elsewhere.",
            self.endpoint().about(),
            table.name(),
            columns(&mut table.columns()),
            columns(&mut table.key()),
        )
    }

    pub(super) fn after_help(&self) -> String {
        let example =
            |connection: &str, rest: &str| self.0.example(&self.typed(), connection, rest);
        let table = Table::of(&self.0);
        let (begin, go_on) = ("--db braze.db --from 2023-01-01", "--db braze.db");
        let by_cron = "--api-key-file key.txt --db braze.db --quiet";
        // A line of cron cannot be broken.
        let by_cron = example("--instance us-01", by_cron).replace(" \\\n     ", "");
        format!(
            "Examples:\n{}{}{}\n  By cron, each morning:\n  15 6 * * *{}\n  What is in it:\n  \
             sqlite3 braze.db \"SELECT time, {} FROM {} WHERE complete\"\n\n{}",
            example("--sandbox", "--db sandbox.db --from -30d"),
            example("--instance us-01", begin),
            example("--instance us-01", go_on),
            by_cron,
            self.0.value,
            table.name(),
            connection::ENVIRONMENT
        )
    }
}
