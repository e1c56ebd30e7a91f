//! The texts of help around the options of a sync.

use crate::args::connection;
use crate::args::database::table;
use crate::series::Series;

/// The long description of the command.
pub(super) fn about(series: &Series) -> String {
    let table = table(series);
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
        series.endpoint.about(),
        table.name(),
        columns(&mut table.columns()),
        columns(&mut table.key()),
    )
}

/// The examples after the options. `typed`: the command as it is typed.
pub(super) fn after_help(series: &Series, typed: &str) -> String {
    let example = |connection: &str, rest: &str| series.example(typed, connection, rest);
    let table = table(series);
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
        series.value,
        table.name(),
        connection::ENVIRONMENT
    )
}
