//! [`Observations`]: the facts that a probe observes, from the first question to the last.

use braze_core::chrono::TimeDelta;
use braze_core::{DateTime, Utc};

use super::ask::{Ask, Rows};
use super::cut::{self, Cut, Ending, Midnight};
use super::verdict::{Settled, Verdict};
use super::window::{Asking, Window};
use super::{hours, limits, reach};

/// Lengths of windows to look for a whole one among.
const LENGTHS: [u32; 3] = [12, 5, 2];

/// The facts about a workspace, as far as they are known.
#[derive(Debug)]
pub(super) struct Observations {
    pub(super) cut: Verdict<Cut>,
    pub(super) hour_spelling: Verdict<String>,
    pub(super) hour_ending: Verdict<Ending>,
    pub(super) years: Verdict<i64>,
    pub(super) limit: Verdict<u64>,
}

impl Observations {
    /// Asks all questions. `now`: by the clock of this machine.
    pub(super) fn new(ask: &mut Asking<'_>, now: DateTime<Utc>) -> Self {
        let mut replies = Vec::new();
        let hundred = ask(&Ask::days(100)).rows();
        let Some(days) = hundred else { return Self::nothing() };
        let now = days.date.unwrap_or(now);
        replies.push(days.clone());

        let midnight = cut::search(&days, now, ask);
        let of_hours = Self::hours(midnight.as_ref().ok(), now, ask, &mut replies);
        let (hour_spelling, hour_ending, of_clock) = of_hours;
        let cut = Self::cut(&midnight, of_clock, hour_ending.as_ref().ok());

        let years = reach::years(now, ask, &mut replies);
        Self { cut, hour_spelling, hour_ending, years, limit: limits::limit(&replies) }
    }

    /// No observation, since the first question got no answer.
    fn nothing() -> Self {
        fn unknown<T>() -> Verdict<T> {
            Err("the first request for sessions got no rows".to_owned())
        }
        Self {
            cut: unknown(),
            hour_spelling: unknown(),
            hour_ending: unknown(),
            years: unknown(),
            limit: unknown(),
        }
    }

    /// Asks for past hours: after a midnight, if one is known.
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
            window = Window::new(&rows, length);
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
}
