//! [`Window`]: the rows of a reply as a run of days or hours.

use braze_core::TimeValue;
use braze_core::chrono::{NaiveDateTime, NaiveTime, TimeDelta};

use super::ask::{Answer, Ask, Rows};

/// A reply in which nothing is missing: as many different rows as were asked for, one right after the
/// other. Its last row is then the last that the server would give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) last: NaiveDateTime,
    /// The clock that the times are written by.
    pub(super) clock: Clock,
}

/// The clock that times are written by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    /// Dates.
    Calendar,
    /// Times with an offset, taken to UTC here; this is the offset in minutes, where all rows have the
    /// same.
    Known(Option<i32>),
    /// Times without an offset.
    Unsaid,
}

/// A function that answers questions.
pub(super) type Asking<'a> = dyn FnMut(&Ask) -> Answer + 'a;

impl Window {
    /// The whole window of a reply to a request of this length.
    pub(super) fn new(rows: &Rows, length: u32) -> Option<Self> {
        let mut times = Vec::with_capacity(rows.rows.len());
        let mut clock = None;
        for row in &rows.rows {
            let (time, own) = time(row.time.value())?;
            clock = Some(match (clock, own) {
                (None, own) => own,
                (Some(Clock::Known(one)), Clock::Known(other)) => {
                    Clock::Known(one.filter(|_| one == other))
                }
                (Some(one), other) if one == other => one,
                _ => return None,
            });
            times.push(time);
        }
        times.sort_unstable();
        times.dedup();
        let (clock, last) = (clock?, *times.last()?);
        let step = if clock == Clock::Calendar { TimeDelta::days(1) } else { TimeDelta::hours(1) };
        let is_whole = times.len() == length as usize
            && times.windows(2).all(|pair| pair[1] - pair[0] == step);
        is_whole.then_some(Self { last, clock })
    }

    /// Asks for windows of these lengths until one is whole: a row that is missing need not be in all.
    pub(super) fn ask(
        ask: &mut Asking<'_>,
        lengths: &[u32],
        question: impl Fn(u32) -> Ask,
    ) -> Option<(Self, Rows)> {
        lengths.iter().find_map(|&length| {
            let rows = ask(&question(length)).rows()?;
            Some((Self::new(&rows, length)?, rows))
        })
    }
}

fn time(value: TimeValue<'_>) -> Option<(NaiveDateTime, Clock)> {
    Some(match value {
        TimeValue::Date(date) => (date.and_time(NaiveTime::MIN), Clock::Calendar),
        TimeValue::Instant(instant) => {
            (instant.naive_utc(), Clock::Known(Some(instant.offset().local_minus_utc() / 60)))
        }
        TimeValue::Local(local) => (local, Clock::Unsaid),
        _ => return None,
    })
}
