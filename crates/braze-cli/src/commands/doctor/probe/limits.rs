//! The rate limit of the workspace.

use super::ask::Rows;
use super::verdict::{Settled, Verdict};

/// The number of requests in a window, by the headers of the replies.
pub(super) fn limit(replies: &[Rows]) -> Verdict<u64> {
    let mut limits: Vec<u64> = replies.iter().filter_map(|reply| reply.rate_limit.limit).collect();
    limits.dedup();
    match limits.as_slice() {
        [] => Err("no reply had a number in `X-RateLimit-Limit`".to_owned()),
        [limit] => Settled::sure(*limit, "`X-RateLimit-Limit` of every reply"),
        _ => Err("`X-RateLimit-Limit` differed from reply to reply".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use braze_core::RateLimit;

    use super::*;

    #[test]
    fn a_limit_that_differs_is_not_settled() {
        let replies = |limits: [u64; 2]| {
            limits.map(|limit| {
                let mut rate_limit = RateLimit::default();
                rate_limit.limit = Some(limit);
                Rows { rate_limit, ..Rows::default() }
            })
        };
        assert_eq!(limit(&replies([9, 9])).map(|it| it.value), Ok(9));
        assert!(limit(&replies([9, 8])).is_err());
    }
}
