//! The texts of help around the options of a chart.

use super::{Chart, DAYS_BACK};
use crate::args::connection;
use crate::commands::verb::Verb;

impl Chart {
    pub(super) fn about(&self) -> String {
        format!(
            "{}\n\nA chart of characters on standard output, as wide as the terminal (`COLUMNS` where there \
             is none, else 80), or with `-o` a picture in SVG. Below it: the total, the mean, the lowest and \
             the highest with their times.\n\nA missing day or hour is a gap, and an incomplete one is drawn \
             apart. A few days or hours are bars, which begin at zero; more of them are a line, whose axis \
             may begin elsewhere. If there is no room for each of them, a point is the mean of several, and \
             the chart says of how many.\n\nThe numbers come from a server, as with `export`, or with `--db` \
             from the file that `sync` keeps. Findings are reported on standard error, and \
             the exit code is then 5.",
            self.0.endpoint.about(),
        )
    }

    /// The usage, with a server or with a file.
    pub(super) fn usage(&self) -> String {
        let required: String = self.0.required_in_usage().map(|option| option + " ").collect();
        let command = self.typed();
        format!(
            "{command} {required}[OPTIONS] {}\n       {command} {required}[OPTIONS] --db <FILE>",
            connection::USAGE
        )
    }

    pub(super) fn after_help(&self) -> String {
        let example =
            |connection: &str, rest: &str| self.0.example(&self.typed(), connection, rest);
        let file = self.0.noun();
        let mut text = "Examples:\n".to_owned();
        text.push_str(&example("--sandbox", "--from 2024-01-01 --to 2024-02-01"));
        text.push_str(&example("--instance us-01", &format!("--from 2024-Q1 -o {file}.svg")));
        text.push_str(&example("--db braze.db", "--from -90d"));
        text.push_str(&format!(
            "\nWithout `--from`, a chart from a server shows the last {DAYS_BACK} days.\n\n"
        ));
        text.push_str(connection::ENVIRONMENT);
        text
    }
}
