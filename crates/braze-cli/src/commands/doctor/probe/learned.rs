//! [`Learned`]: all that a probe learns, from the first question to the last.

use braze_core::chrono::TimeDelta;
use braze_core::{DateTime, Utc};

use super::ask::{Ask, Rows};
use super::cut::{self, Cut, Ending, Midnight};
use super::open::{self, Open};
use super::shape::{self, Order};
use super::verdict::{Finding, Settled, Verdict};
use super::window::{Asking, Window};
use super::{hours, limits, reach, refusals};

/// Lengths of windows to look for a whole one among.
const LENGTHS: [u32; 3] = [12, 5, 2];

/// What is known about a workspace.
#[derive(Debug)]
pub(super) struct Learned {
    pub(super) cut: Verdict<Cut>,
    pub(super) hour_spelling: Verdict<String>,
    pub(super) hour_ending: Verdict<Ending>,
    pub(super) open_day: Verdict<Open>,
    pub(super) open_hour: Verdict<Open>,
    pub(super) order: Verdict<Order>,
    pub(super) repeats: Verdict<bool>,
    pub(super) holes: Verdict<bool>,
    pub(super) zeros: Verdict<()>,
    pub(super) years: Verdict<i64>,
    pub(super) limit: Verdict<u64>,
    pub(super) refill: Verdict<limits::Refill>,
    pub(super) counted: Verdict<bool>,
    pub(super) skew: Verdict<i64>,
    pub(super) refusals: Vec<Finding>,
}

impl Learned {
    /// Asks until everything is known that can be. `now` is by the clock of this machine.
    pub(super) fn from(ask: &mut Asking<'_>, now: DateTime<Utc>) -> Self {
        let mut replies = Vec::new();
        let hundred = ask(&Ask::days(100)).rows();
        let Some(days) = hundred else { return Self::nothing() };
        let server_now = days.date;
        let skew = limits::skew(server_now, now);
        let now = server_now.unwrap_or(now);
        replies.push(days.clone());

        let midnight = cut::search(&days, now, ask);
        let of_hours = Self::hours(midnight.as_ref().ok(), now, ask, &mut replies);
        let (hour_spelling, hour_ending, of_clock) = of_hours;
        let cut = Self::cut(&midnight, of_clock, hour_ending.as_ref().ok());

        let open_day = Self::open_day(&days, &cut, midnight.as_ref().ok(), ask);
        let open_hour = Self::open_hour(hour_ending.as_ref().ok(), ask);
        let years = reach::years(now, ask, &mut replies);
        let refusals = refusals::findings(ask);
        Self {
            cut,
            hour_spelling,
            hour_ending,
            open_day,
            open_hour,
            order: shape::order(&days),
            repeats: shape::repeats(&days),
            holes: shape::holes(&days),
            zeros: shape::zeros(&days, &replies),
            years,
            limit: limits::limit(&replies),
            refill: limits::refill(&replies),
            counted: limits::counted(&replies),
            skew,
            refusals,
        }
    }

    /// The first question got no answer.
    fn nothing() -> Self {
        fn unknown<T>() -> Verdict<T> {
            Err("the first request for sessions got no rows".to_owned())
        }
        Self {
            cut: unknown(),
            hour_spelling: unknown(),
            hour_ending: unknown(),
            open_day: unknown(),
            open_hour: unknown(),
            order: unknown(),
            repeats: unknown(),
            holes: unknown(),
            zeros: unknown(),
            years: unknown(),
            limit: unknown(),
            refill: unknown(),
            counted: unknown(),
            skew: unknown(),
            refusals: Vec::new(),
        }
    }

    /// Asks for hours that are over: after a midnight, if one is known.
    fn hours(
        midnight: Option<&Midnight>,
        now: DateTime<Utc>,
        ask: &mut Asking<'_>,
        replies: &mut Vec<Rows>,
    ) -> (Verdict<String>, Verdict<Ending>, Option<Settled<Cut>>) {
        let end = midnight.map_or(now - TimeDelta::days(7), |midnight| midnight.at);
        let end = end + TimeDelta::minutes(38);
        let mut answers = Vec::new();
        let mut window = None;
        for length in LENGTHS {
            let Some(rows) = ask(&Ask::hours(length).ending_at(end)).rows() else { continue };
            window = Window::of(&rows, length);
            answers.push(rows);
            if window.is_some() {
                break;
            }
        }
        let spelling = hours::spelling(&answers);
        replies.extend(answers);
        match hours::ending(end, window, midnight) {
            Ok(Settled { value: (ending, cut), certainty, evidence }) => {
                let by_clock = cut.map(|value| Settled {
                    value,
                    certainty,
                    evidence: "the times of hours are written by the same clock".to_owned(),
                });
                (spelling, Ok(Settled { value: ending, certainty, evidence }), by_clock)
            }
            Err(reason) => (spelling, Err(reason), None),
        }
    }

    /// Chooses between the readings of a midnight.
    fn cut(
        midnight: &Result<Midnight, String>,
        of_clock: Option<Settled<Cut>>,
        of_hours: Option<&Settled<Ending>>,
    ) -> Verdict<Cut> {
        const EVIDENCE: &str = "with `ending_at` moved on by quarters of an hour, the last day changed at \
                                one moment, the same on two days in a row";
        match midnight.as_ref().map_err(Clone::clone)?.readings.as_slice() {
            [] => Err("the last day fits no zone from UTC-12 to UTC+14".to_owned()),
            [cut] => Settled::sure(*cut, EVIDENCE),
            several => {
                if let Some(by_clock) = of_clock {
                    return Ok(Settled {
                        evidence: format!("{EVIDENCE}; {}", by_clock.evidence),
                        ..by_clock
                    });
                }
                let ending = of_hours.map(|settled| settled.value);
                match several.iter().find(|cut| Some(cut.ending) == ending) {
                    Some(cut) => Settled::likely(
                        *cut,
                        format!("{EVIDENCE}; days are taken to follow the same rule as hours"),
                    ),
                    None => Err(format!(
                        "it is one of these: {}",
                        several.iter().map(cut::reading).collect::<Vec<_>>().join("; or ")
                    )),
                }
            }
        }
    }

    fn open_day(
        days: &Rows,
        cut: &Verdict<Cut>,
        midnight: Option<&Midnight>,
        ask: &mut Asking<'_>,
    ) -> Verdict<Open> {
        const EARLIER: TimeDelta = TimeDelta::days(3);
        let open = match Window::of(days, 100) {
            Some(window) => Some((window, days.date)),
            None => Window::ask(ask, &[5, 2], Ask::days).map(|(window, rows)| (window, rows.date)),
        };
        let Some((open, date)) = open else {
            return Err("days were missing in every reply without `ending_at`".to_owned());
        };
        let now = date.ok_or("the reply had no `Date` header")?;
        let midnight = midnight.ok_or("it is not settled where days are cut")?;
        let minutes = (now - midnight.at).num_minutes().rem_euclid(24 * 60);
        if !(61..24 * 60 - 61).contains(&minutes) {
            return Err("it is too near to midnight: try again in two hours".to_owned());
        }
        let past = Window::ask(ask, &LENGTHS, |length| Ask::days(length).ending_at(now - EARLIER));
        let ending = cut.as_ref().ok().map(|cut| (cut.value.ending, cut.certainty));
        open::decide(ending, past.map(|it| it.0), Some(open), EARLIER, TimeDelta::days(1))
    }

    fn open_hour(ending: Option<&Settled<Ending>>, ask: &mut Asking<'_>) -> Verdict<Open> {
        const EARLIER: TimeDelta = TimeDelta::hours(3);
        let open = Window::ask(ask, &LENGTHS, Ask::hours);
        let (open, rows) = open.ok_or("hours were missing in every reply without `ending_at`")?;
        let now = rows.date.ok_or("the reply had no `Date` header")?;
        // Hours may begin at every quarter.
        if !(2..898).contains(&now.timestamp().rem_euclid(900)) {
            return Err("it is too near to the end of an hour: try again".to_owned());
        }
        let past = Window::ask(ask, &LENGTHS, |length| Ask::hours(length).ending_at(now - EARLIER));
        let ending = ending.map(|ending| (ending.value, ending.certainty));
        open::decide(ending, past.map(|it| it.0), Some(open), EARLIER, TimeDelta::hours(1))
    }
}
