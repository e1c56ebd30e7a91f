//! The scenarios that have a name.

use http::StatusCode;

use super::{Rule, Scenario};
use crate::fault::{Fault, RetryHint};

/// A scenario with its name and one line about it.
pub(crate) struct Named {
    pub(crate) name: &'static str,
    pub(crate) summary: &'static str,
    build: fn(Scenario) -> Scenario,
}

impl Named {
    pub(crate) fn scenario(&self) -> Scenario {
        (self.build)(Scenario::new(self.name))
    }
}

pub(crate) const ALL: &[Named] = &[
    Named { name: "calm", summary: "nothing goes wrong", build: |scenario| scenario },
    Named {
        name: "flaky",
        summary: "the first three requests end in 429, 502 and a reset, and now and then a later one",
        build: flaky,
    },
];

fn flaky(scenario: Scenario) -> Scenario {
    let limited = || Fault::RateLimited(RetryHint::RateLimitRetryAfter(1));
    let bad_gateway = || Fault::status(StatusCode::BAD_GATEWAY);
    // Later faults come only at the first attempt: what a client asks for again is answered.
    scenario
        .rule(Rule::fault(limited()).requests(1..=1))
        .rule(Rule::fault(bad_gateway()).requests(2..=2))
        .rule(Rule::fault(Fault::Reset).requests(3..=3))
        .rule(Rule::fault(limited()).attempts(1..=1).chance(0.02))
        .rule(Rule::fault(bad_gateway()).attempts(1..=1).chance(0.05))
        .rule(Rule::fault(Fault::Reset).attempts(1..=1).chance(0.05))
}
