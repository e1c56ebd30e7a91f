//! The observations of a probe in words.

use super::cut::{ending, zone};
use super::observations::Observations;
use super::verdict::Finding;

impl Observations {
    /// All of them, in words.
    pub(super) fn findings(&self) -> Vec<Finding> {
        const ENDING_AT: &str =
            "--ending-at of `get`, DataSeriesRequest::ending_at; `export` works either way";
        const TIME_ZONE: &str = "--time-zone, `time_zone` of a profile, Export::zone: give the zone's name, \
                                 if its clocks change";
        vec![
            Finding::new(
                "time zone of days",
                &self.cut,
                |cut| format!("{}, as seen on {}", zone(cut.offset), cut.date),
                TIME_ZONE,
            ),
            Finding::new(
                "day of `ending_at`",
                &self.cut,
                |cut| ending(cut.ending).to_owned(),
                ENDING_AT,
            ),
            Finding::new(
                "hour of `ending_at`",
                &self.hour_ending,
                |it| ending(*it).to_owned(),
                ENDING_AT,
            ),
            Finding::new(
                "spelling of hours",
                &self.hour_spelling,
                Clone::clone,
                "--time-zone, if they have no offset",
            ),
            Finding::new(
                "age of the oldest data",
                &self.years,
                |years| format!("{years} {} or more", if *years == 1 { "year" } else { "years" }),
                "--from",
            ),
            Finding::new(
                "rate limit",
                &self.limit,
                |limit| format!("{limit} requests in a window"),
                "--reserve, Pacing::reserve",
            ),
        ]
    }
}
