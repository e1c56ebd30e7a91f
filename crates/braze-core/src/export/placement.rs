//! From the rows of one reply to buckets.

use chrono::{DateTime, NaiveDateTime, NaiveTime, Utc};

use super::bucket::{GRID, HOUR, Index, day};
use super::zone::Zone;
use crate::generated::Unit;
use crate::series::Point;
use crate::time::TimeValue;

/// Reads the times of a reply's rows.
#[derive(Debug)]
pub(crate) struct Placer {
    unit: Unit,
    zone: Option<Zone>,
    /// Seconds into the UTC hour at which hours begin: 0, 900, 1800 or 2700. Set by the first row.
    phase: Option<i64>,
    likely_phase: i64,
}

/// The bucket that a row belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Placement {
    /// This one.
    In { bucket: Index, naive: bool, off_midnight: bool },
    /// None: it does not begin where hours begin.
    OffGrid,
    /// The time cannot be understood, or is not of the unit.
    Unreadable,
}

impl Placer {
    pub(crate) fn new(unit: Unit, zone: Option<Zone>, likely_phase: i64) -> Self {
        Self { unit, zone, phase: None, likely_phase }
    }

    /// Seconds into the UTC hour at which hours begin; before the first row, where they probably do.
    pub(crate) fn phase(&self) -> i64 {
        self.phase.unwrap_or(self.likely_phase)
    }

    /// Places the rows of one reply. `order` is the one they came in.
    pub(crate) fn place_all<P: Point>(&mut self, rows: &[P], order: Order) -> Vec<Placement> {
        (0..rows.len()).map(|index| self.place(rows, index, order)).collect()
    }

    fn place<P: Point>(&mut self, rows: &[P], index: usize, order: Order) -> Placement {
        match (self.unit, rows[index].time().value()) {
            (Unit::Day, value) => self.place_day(value),
            (Unit::Hour, TimeValue::Instant(instant)) => {
                self.place_instant(instant.to_utc(), false)
            }
            (Unit::Hour, TimeValue::Local(local)) => {
                let (earlier, later) = self.zone.unwrap_or(Zone::UTC).instants(local);
                if earlier == later {
                    return self.place_instant(earlier, true);
                }
                match turn(rows, index, local, order) {
                    Some(Turn::First) => self.place_instant(earlier, true),
                    Some(Turn::Second) => self.place_instant(later, true),
                    None => Placement::Unreadable,
                }
            }
            (Unit::Hour, TimeValue::Date(_) | TimeValue::Other(_)) => Placement::Unreadable,
        }
    }

    fn place_day(&self, time: TimeValue<'_>) -> Placement {
        let is_midnight = |time: NaiveDateTime| time.time() == NaiveTime::MIN;
        let (date, naive, off_midnight) = match time {
            TimeValue::Date(date) => (date, false, false),
            TimeValue::Instant(instant) => {
                let written = instant.naive_local();
                let local = self.zone.map_or(written, |zone| zone.local(instant.to_utc()));
                // A midnight by a clock other than the company's still names the date it is written with.
                let named =
                    if is_midnight(written) && !is_midnight(local) { written } else { local };
                // The first moment of a day is no midnight where the clocks skip it.
                let begins_day =
                    self.zone.is_some_and(|zone| zone.midnight(named.date()) == instant.to_utc());
                (named.date(), false, !is_midnight(named) && !begins_day)
            }
            TimeValue::Local(local) => (local.date(), true, !is_midnight(local)),
            TimeValue::Other(_) => return Placement::Unreadable,
        };
        Placement::In { bucket: day(date), naive, off_midnight }
    }

    fn place_instant(&mut self, instant: DateTime<Utc>, naive: bool) -> Placement {
        let seconds = instant.timestamp();
        let phase = seconds.rem_euclid(HOUR);
        let on_grid = phase % GRID == 0 && instant.timestamp_subsec_nanos() == 0;
        if !on_grid || *self.phase.get_or_insert(phase) != phase {
            return Placement::OffGrid;
        }
        Placement::In { bucket: seconds.div_euclid(HOUR), naive, off_midnight: false }
    }
}

/// The order of the rows of a reply, by their times as they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    Ascending,
    Descending,
    None,
}

impl Order {
    pub(crate) fn from_rows<P: Point>(rows: &[P]) -> Self {
        let times = || rows.iter().filter_map(written);
        if times().is_sorted() {
            Self::Ascending
        } else if times().is_sorted_by(|one, next| one >= next) {
            Self::Descending
        } else {
            Self::None
        }
    }
}

/// A row's time as a clock would show it.
fn written<P: Point>(row: &P) -> Option<NaiveDateTime> {
    match row.time().value() {
        TimeValue::Date(date) => Some(date.and_time(NaiveTime::MIN)),
        TimeValue::Instant(instant) => Some(instant.naive_utc()),
        TimeValue::Local(local) => Some(local),
        TimeValue::Other(_) => None,
    }
}

/// The turn of a local hour that the clocks repeat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    First,
    Second,
}

/// Tells the turns of a repeated hour apart by the order of the rows, or, where one of the two is outside
/// of the reply, by the end that it is at. `None` if that cannot be told.
fn turn<P: Point>(rows: &[P], index: usize, local: NaiveDateTime, order: Order) -> Option<Turn> {
    let is_twin = |row: &P| row.time().value() == TimeValue::Local(local);
    let twins = || rows.iter().filter(|row| is_twin(row));
    if twins().count() == 1 {
        let others = || rows.iter().filter(|row| !is_twin(row)).filter_map(written);
        return match (others().all(|other| other < local), others().all(|other| other > local)) {
            (true, false) => Some(Turn::First),
            (false, true) => Some(Turn::Second),
            _ => None,
        };
    }
    let mut up_to_here = rows[..=index].iter().filter(|row| is_twin(row));
    let first = twins().next()?.value();
    let is_first = if twins().all(|twin| twin.value() == first) {
        up_to_here.count() == 1
    } else if order == Order::None {
        return None;
    } else {
        // A row that is merely repeated has the same value again.
        up_to_here.all(|twin| twin.value() == first)
    };
    Some(if is_first { Turn::First } else { Turn::Second })
}
