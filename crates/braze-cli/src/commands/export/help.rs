//! What the help of an export says around its options.

use super::Export;
use crate::args::connection;
use crate::commands::verb::Verb;

impl Export {
    pub(super) fn about(&self) -> String {
        format!(
            "{}\n\nThe API returns at most {} rows for a request. An export makes as many requests as \
             the range takes, puts the rows in order, each day or hour once, and compares what was asked \
             for with what came back: the last line on standard error is that comparison. With findings \
             the exit code is 5.\n\nColumns, in every format: time (the date of a day, or the beginning of \
             an hour in UTC), unit, {}{}, complete (`false` \
             if the day or hour was not over). JSON has time_text too, the time as the server spelled it.",
            self.0.endpoint.about(),
            self.0.max_rows,
            self.0.dimensions_in_words(),
            self.0.value,
        )
    }

    pub(super) fn after_help(&self) -> String {
        let example =
            |connection: &str, rest: &str| self.0.example(&self.typed(), connection, rest);
        let file = self.0.noun();
        let mut text = "Examples:\n".to_owned();
        text.push_str(&example("--sandbox", "--from 2024-01-01 --to 2024-02-01"));
        text.push_str(&example(
            "--instance us-01",
            &format!("--from 2024-Q1 --to 2024-Q2 -o {file}.csv"),
        ));
        text.push_str(&example("--instance us-01", "--from -30d --strict --format json"));
        text.push('\n');
        text.push_str(connection::ENVIRONMENT);
        text
    }
}
