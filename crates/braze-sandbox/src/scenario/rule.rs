//! [`Rule`]: a fault or a latency for some requests.

use std::ops::{Bound, RangeBounds};
use std::time::Duration;

use crate::fault::Fault;
use crate::workspace::Noise;

/// A fault or a latency for some requests.
///
/// Without conditions a rule matches all requests. Several conditions must all be met.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    fault: Option<Fault>,
    acts: bool,
    latency: Duration,
    path: Option<String>,
    requests: Span,
    attempts: Span,
    every: Option<u64>,
    chance: Option<f64>,
}

/// An inclusive range of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    from: u64,
    to: u64,
}

/// A request as the rules see it.
pub(crate) struct Arrival<'a> {
    /// The position among all requests, from 1.
    pub(crate) number: u64,
    /// The number of requests for this target so far, from 1.
    pub(crate) attempt: u64,
    /// Path and query.
    pub(crate) target: &'a str,
}

/// The decision about a request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fate<'a> {
    pub(crate) fault: Option<&'a Fault>,
    /// The request is carried out before the fault.
    pub(crate) acts: bool,
    pub(crate) latency: Duration,
}

impl Fate<'_> {
    pub(crate) const GOOD: Self = Self { fault: None, acts: false, latency: Duration::ZERO };
}

impl Rule {
    /// Creates a rule with a fault.
    #[must_use]
    pub fn fault(fault: Fault) -> Self {
        Self { fault: Some(fault), ..Self::good() }
    }

    /// Creates a rule with a good reply after a latency.
    #[must_use]
    pub fn latency(latency: Duration) -> Self {
        Self::good().after(latency)
    }

    /// Creates a rule with a good reply. Before other rules it makes an exception.
    #[must_use]
    pub fn good() -> Self {
        Self {
            fault: None,
            acts: false,
            latency: Duration::ZERO,
            path: None,
            requests: Span::ALL,
            attempts: Span::ALL,
            every: None,
            chance: None,
        }
    }

    /// Sets the time that the sandbox waits before it answers.
    #[must_use]
    pub fn after(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }

    /// Carries the request out before the fault, so that only its reply is lost.
    ///
    /// Faults of the reply's body carry it out without this, too.
    #[must_use]
    pub fn after_acting(mut self) -> Self {
        self.acts = true;
        self
    }

    /// Restricts the rule to requests with this path.
    #[must_use]
    pub fn path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// Restricts the rule to a range of the number of all requests, which starts at 1.
    #[must_use]
    pub fn requests(mut self, range: impl RangeBounds<u64>) -> Self {
        self.requests = Span::new(&range);
        self
    }

    /// Restricts the rule to a range of the number of requests for the same target.
    ///
    /// That number starts at 1. Unlike [`requests`](Self::requests), it does not depend on the order of
    /// concurrent requests.
    #[must_use]
    pub fn attempts(mut self, range: impl RangeBounds<u64>) -> Self {
        self.attempts = Span::new(&range);
        self
    }

    /// Restricts the rule to every `n`-th request.
    #[must_use]
    pub fn every(mut self, n: u64) -> Self {
        self.every = Some(n.max(1));
        self
    }

    /// Restricts the rule to a share of the requests, from 0 to 1.
    ///
    /// The seed, the target and the number of requests for it decide which ones.
    #[must_use]
    pub fn chance(mut self, share: f64) -> Self {
        self.chance = Some(share);
        self
    }

    #[cfg(feature = "script")]
    pub(super) fn has_fault(&self) -> bool {
        self.fault.is_some()
    }

    pub(crate) fn counts_attempts(&self) -> bool {
        self.chance.is_some() || self.attempts != Span::ALL
    }

    pub(crate) fn fits(&self, arrival: &Arrival<'_>, seed: u64, index: usize) -> bool {
        let path = arrival.target.split('?').next().unwrap_or_default();
        let lucky = |share| {
            Noise::new(seed)
                .number(index as i64)
                .text(arrival.target)
                .number(arrival.attempt as i64)
                .happens(share)
        };
        self.requests.holds(arrival.number)
            && self.attempts.holds(arrival.attempt)
            && self.path.as_deref().is_none_or(|expected| expected == path)
            && self.every.is_none_or(|n| arrival.number % n == 0)
            && self.chance.is_none_or(lucky)
    }

    pub(crate) fn fate(&self) -> Fate<'_> {
        Fate { fault: self.fault.as_ref(), acts: self.acts, latency: self.latency }
    }
}

impl Span {
    const ALL: Self = Self { from: 0, to: u64::MAX };

    fn new(range: &impl RangeBounds<u64>) -> Self {
        let from = match range.start_bound() {
            Bound::Included(from) => *from,
            Bound::Excluded(before) => before.saturating_add(1),
            Bound::Unbounded => 0,
        };
        let to = match range.end_bound() {
            Bound::Included(to) => *to,
            // Numbers start at 1, so 0 matches nothing.
            Bound::Excluded(end) => end.saturating_sub(1),
            Bound::Unbounded => u64::MAX,
        };
        Self { from, to }
    }

    fn holds(self, number: u64) -> bool {
        (self.from..=self.to).contains(&number)
    }
}
