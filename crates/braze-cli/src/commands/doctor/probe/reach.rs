//! The age of the oldest data.

use braze_core::chrono::TimeDelta;
use braze_core::{DateTime, Utc};

use super::ask::{Ask, Rows};
use super::verdict::{Settled, Verdict};
use super::window::Asking;

/// Years back that are looked at.
const YEARS: [i64; 3] = [1, 3, 6];

/// The most years back from which a number other than zero came.
pub(super) fn years(
    now: DateTime<Utc>,
    ask: &mut Asking<'_>,
    replies: &mut Vec<Rows>,
) -> Verdict<i64> {
    let mut reached = None;
    for years in YEARS {
        let end = now - TimeDelta::days(366 * years);
        let Some(reply) = ask(&Ask::days(3).ending_at(end)).rows() else { continue };
        if reply.rows.iter().any(|row| !row.is_zero) {
            reached = Some(years);
        }
        replies.push(reply);
    }
    match reached {
        Some(years) => Settled::sure(years, "a number other than zero came from then"),
        None => Err("from 1, 3 and 6 years back, nothing but zeros or no rows came".to_owned()),
    }
}
