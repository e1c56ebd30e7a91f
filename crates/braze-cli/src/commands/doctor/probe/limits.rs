//! The rate limit as the headers tell it, and the server's clock.

use braze_core::chrono::Timelike;
use braze_core::{DateTime, Utc};

use super::ask::Rows;
use super::verdict::{Settled, Verdict};

/// How often a pool is filled again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refill {
    /// At full hours.
    FullHours,
    /// At full minutes.
    FullMinutes,
    /// At any second.
    AnySecond,
}

/// What the header says is allowed for a window.
pub(super) fn limit(replies: &[Rows]) -> Verdict<u64> {
    let mut limits: Vec<u64> = replies.iter().filter_map(|reply| reply.rate_limit.limit).collect();
    limits.dedup();
    match limits.as_slice() {
        [] => Err("no reply had a number in `X-RateLimit-Limit`".to_owned()),
        [limit] => Settled::sure(*limit, "`X-RateLimit-Limit` of every reply"),
        _ => Err("`X-RateLimit-Limit` differed from reply to reply".to_owned()),
    }
}

/// When windows end.
pub(super) fn refill(replies: &[Rows]) -> Verdict<Refill> {
    let told = replies.iter().filter_map(|reply| Some((reply.rate_limit.reset_at()?, reply.date?)));
    let told: Vec<_> = told.collect();
    let Some(farthest) = told.iter().map(|(reset, now)| (*reset - *now).num_seconds()).max() else {
        return Err("no reply had a time in `X-RateLimit-Reset` and a `Date`".to_owned());
    };
    let evidence = "`X-RateLimit-Reset`";
    let ends = told.iter().map(|(reset, _)| (reset.minute(), reset.second()));
    let ends: Vec<(u32, u32)> = ends.collect();
    if ends.iter().any(|(_, second)| *second != 0) {
        return Settled::sure(Refill::AnySecond, evidence);
    }
    let is_hour = ends.iter().all(|(minute, _)| *minute == 0);
    // Half a window away and farther, no shorter window that divides it ends there.
    match farthest {
        1801..=3600 if is_hour => {
            Settled::sure(Refill::FullHours, format!("{evidence}, more than half an hour away"))
        }
        31.. if !is_hour => Settled::sure(Refill::FullMinutes, evidence),
        _ => Err("the window ended where windows of several lengths may end".to_owned()),
    }
}

/// Whether a request is counted in `X-RateLimit-Remaining`.
pub(super) fn counted(replies: &[Rows]) -> Verdict<bool> {
    let in_window = replies.iter().map(|reply| &reply.rate_limit);
    let in_window: Vec<(u64, u64)> =
        in_window.filter_map(|limit| Some((limit.reset?, limit.remaining?))).collect();
    let mut pairs = in_window.windows(2).filter(|pair| pair[0].0 == pair[1].0).peekable();
    if pairs.peek().is_none() {
        return Err("no two replies told what was left of the same window".to_owned());
    }
    let fell = pairs.any(|pair| pair[1].1 < pair[0].1);
    Settled::sure(fell, "`X-RateLimit-Remaining` of replies in one window, one after the other")
}

/// How far the server's clock is ahead of this machine's, in seconds.
pub(super) fn skew(date: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Verdict<i64> {
    match date {
        Some(date) => {
            Settled::sure((date - now).num_seconds(), "the `Date` header of the first reply")
        }
        None => Err("the first reply had no `Date` header that can be read".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use braze_core::RateLimit;

    use super::*;

    fn replies(limits: &[(u64, u64, u64)]) -> Vec<Rows> {
        let mut replies = Vec::new();
        for &(limit, remaining, reset) in limits {
            let mut rate_limit = RateLimit::default();
            rate_limit.limit = Some(limit);
            rate_limit.remaining = Some(remaining);
            rate_limit.reset = Some(reset);
            replies.push(Rows {
                rate_limit,
                date: DateTime::from_timestamp(0, 0),
                ..Rows::default()
            });
        }
        replies
    }

    #[test]
    fn windows_are_told_by_where_they_end() {
        let refill = |resets: &[u64]| {
            let limits: Vec<_> = resets.iter().map(|reset| (10, 5, *reset)).collect();
            refill(&replies(&limits)).map(|settled| settled.value)
        };
        assert_eq!(refill(&[3600, 3600]), Ok(Refill::FullHours));
        assert_eq!(refill(&[3540, 3600]), Ok(Refill::FullMinutes));
        assert_eq!(refill(&[3600, 3601]), Ok(Refill::AnySecond));
        assert!(refill(&[0]).is_err(), "a minute would end there as well");
        assert!(refill(&[7200]).is_err(), "a day might end there");
        assert!(refill(&[]).is_err());
    }

    #[test]
    fn what_is_left_counts_within_one_window() {
        let counted =
            |limits: &[(u64, u64, u64)]| counted(&replies(limits)).ok().map(|it| it.value);
        assert_eq!(counted(&[(9, 5, 60), (9, 4, 60)]), Some(true));
        assert_eq!(counted(&[(9, 5, 60), (9, 5, 60)]), Some(false));
        assert_eq!(counted(&[(9, 1, 60), (9, 9, 120)]), None);
    }

    #[test]
    fn a_limit_that_differs_is_none() {
        assert_eq!(limit(&replies(&[(9, 5, 60), (9, 4, 60)])).map(|it| it.value), Ok(9));
        assert!(limit(&replies(&[(9, 5, 60), (8, 4, 60)])).is_err());
    }
}
