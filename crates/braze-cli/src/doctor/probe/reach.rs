//! How far back data reaches.

use braze_core::chrono::TimeDelta;
use braze_core::{DateTime, Utc};

use super::ask::Ask;
use super::verdict::{Settled, Verdict};
use super::window::Asking;

/// Years back that are looked at.
const YEARS: [i64; 3] = [1, 3, 6];

/// The most years back from which a number other than zero came.
pub(super) fn years(now: DateTime<Utc>, ask: &mut Asking<'_>) -> Verdict<i64> {
    let mut reached = None;
    for years in YEARS {
        let end = now - TimeDelta::days(366 * years);
        let answer = ask(&Ask::days(3).ending_at(end));
        if answer.rows().is_some_and(|reply| reply.rows.iter().any(|row| !row.is_zero)) {
            reached = Some(years);
        }
    }
    match reached {
        Some(years) => Settled::sure(years, "a number other than zero came from then"),
        None => Err("from 1, 3 and 6 years back, nothing but zeros or no rows came".to_owned()),
    }
}
