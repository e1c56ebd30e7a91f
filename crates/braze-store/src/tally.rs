//! [`Tally`]: the changes that rows have made to a table.

use braze_core::export::Start;
use rusqlite::types::Value;

/// The changes that rows have made to a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Tally {
    /// Rows that did not exist.
    pub new: u64,
    /// Rows whose number has changed.
    pub changed: u64,
    /// Rows whose number is the same as before.
    pub unchanged: u64,
    /// Rows in the file that the server no longer returns. They stay.
    pub kept: u64,
    /// The first 1,000 changes.
    pub changes: Vec<Change>,
}

/// A row whose number has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// The beginning of the day or hour.
    pub time: Start,
    /// The labels and the name of the number, of a nested series: `email 7f1c… opens`. Empty for a flat one.
    pub measure: String,
    /// The number before, as text.
    pub before: String,
    /// The number now, as text.
    pub after: String,
    /// The day or hour had ended when the number before was read.
    pub was_complete: bool,
}

/// Bound of the changes that are listed.
const MAX_CHANGES: usize = 1_000;

impl Tally {
    pub(crate) fn count(
        &mut self,
        time: Start,
        labels: &[String],
        known: Option<(Value, bool)>,
        value: &Value,
    ) {
        match known {
            None => self.new += 1,
            Some((before, _)) if before == *value => self.unchanged += 1,
            Some((before, was_complete)) => {
                self.changed += 1;
                if self.changes.len() < MAX_CHANGES {
                    let (before, after) = (text(&before), text(value));
                    let labels = labels.iter().filter(|label| !label.is_empty());
                    let measure = labels.map(String::as_str).collect::<Vec<_>>().join(" ");
                    self.changes.push(Change { time, measure, before, after, was_complete });
                }
            }
        }
    }

    /// Adds the changes that other rows have made.
    pub fn add(&mut self, other: Self) {
        self.new += other.new;
        self.changed += other.changed;
        self.unchanged += other.unchanged;
        self.kept += other.kept;
        let room = MAX_CHANGES.saturating_sub(self.changes.len());
        self.changes.extend(other.changes.into_iter().take(room));
    }

    /// The number of rows that were written.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.new + self.changed + self.unchanged
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Integer(count) => count.to_string(),
        Value::Real(amount) => amount.to_string(),
        Value::Text(text) => text.clone(),
        Value::Null | Value::Blob(_) => "not a number".to_owned(),
    }
}
