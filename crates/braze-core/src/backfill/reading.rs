//! From the rows of one reply to buckets.

use chrono::{DateTime, Utc};

use super::range::{Bucket, HOUR, day};
use super::zone::Zone;
use crate::generated::Unit;
use crate::series::Point;
use crate::time::TimeValue;

/// Reads the times of a reply's rows, in their order.
#[derive(Debug)]
pub(crate) struct Reader {
    unit: Unit,
    zone: Option<Zone>,
    /// Seconds into the UTC hour at which hours begin: 0, 900, 1800 or 2700. Set by the first row.
    phase: Option<i64>,
}

/// Which bucket a row belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placed {
    /// This one.
    In { bucket: Bucket, naive: bool },
    /// None: it does not begin where hours begin.
    OffGrid,
    /// The time cannot be understood, or is not of the unit.
    Unreadable,
}

impl Reader {
    pub(crate) fn new(unit: Unit, zone: Option<Zone>) -> Self {
        Self { unit, zone, phase: None }
    }

    /// Seconds into the UTC hour at which hours begin, 0 before the first row.
    pub(crate) fn phase(&self) -> i64 {
        self.phase.unwrap_or(0)
    }

    /// Places the rows of one reply, which come in ascending order.
    pub(crate) fn place_all<P: Point>(&mut self, rows: &[P]) -> Vec<Placed> {
        (0..rows.len()).map(|index| self.place(rows, index)).collect()
    }

    fn place<P: Point>(&mut self, rows: &[P], index: usize) -> Placed {
        match (self.unit, rows[index].time().value()) {
            (Unit::Day, value) => self.place_day(value),
            (Unit::Hour, TimeValue::Instant(instant)) => {
                self.place_instant(instant.to_utc(), false)
            }
            (Unit::Hour, TimeValue::Local(local)) => {
                let (earlier, later) = self.zone.unwrap_or(Zone::UTC).instants(local);
                let instant = match earlier == later || is_first_of_twins(rows, index) {
                    true => earlier,
                    false => later,
                };
                self.place_instant(instant, true)
            }
            (Unit::Hour, TimeValue::Date(_) | TimeValue::Other(_)) => Placed::Unreadable,
        }
    }

    fn place_day(&self, time: TimeValue<'_>) -> Placed {
        let (date, naive) = match time {
            TimeValue::Date(date) => (date, false),
            // Of an instant the date counts: in the zone that cuts days, or as it was written.
            TimeValue::Instant(instant) => {
                let written = instant.date_naive();
                (self.zone.map_or(written, |zone| zone.date(instant.to_utc())), false)
            }
            TimeValue::Local(local) => (local.date(), true),
            TimeValue::Other(_) => return Placed::Unreadable,
        };
        Placed::In { bucket: day(date), naive }
    }

    fn place_instant(&mut self, instant: DateTime<Utc>, naive: bool) -> Placed {
        let phase = instant.timestamp().rem_euclid(HOUR);
        let on_grid = phase % (HOUR / 4) == 0 && instant.timestamp_subsec_nanos() == 0;
        if !on_grid || *self.phase.get_or_insert(phase) != phase {
            return Placed::OffGrid;
        }
        Placed::In { bucket: bucket(instant), naive }
    }
}

/// Whether a local hour that the clocks repeat is meant the first time: by its twin in the same reply, or,
/// where the reply holds one of the two, by whether the reply goes on before or after it.
fn is_first_of_twins<P: Point>(rows: &[P], index: usize) -> bool {
    let is_twin = |row: &P| row.time().value() == rows[index].time().value();
    if rows[..index].iter().any(is_twin) {
        false
    } else {
        index > 0 || rows.len() == 1 || rows[1..].iter().any(is_twin)
    }
}

fn bucket(instant: DateTime<Utc>) -> Bucket {
    instant.timestamp().div_euclid(HOUR)
}
