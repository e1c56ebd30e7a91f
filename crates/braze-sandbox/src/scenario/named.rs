//! The named scenarios.

use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use http::StatusCode;

use super::{Rule, Scenario};
use crate::fault::{Fault, Page, RetryHint};
use crate::workspace::Workspace;

impl Scenario {
    /// Lists the names of the built-in scenarios, each with a summary.
    pub fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
        ALL.iter().map(|named| (named.name, named.summary))
    }
}

impl FromStr for Scenario {
    type Err = UnknownScenario;

    /// Parses one of the [names](Self::names).
    fn from_str(name: &str) -> Result<Self, UnknownScenario> {
        let found = ALL.iter().find(|named| named.name == name);
        found
            .map(|named| (named.build)(Self::new(named.name)))
            .ok_or_else(|| UnknownScenario { name: name.to_owned() })
    }
}

/// The error for a text that is not the name of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownScenario {
    name: String,
}

impl fmt::Display for UnknownScenario {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no scenario `{}`: choose one of", self.name)?;
        for (index, named) in ALL.iter().enumerate() {
            let separator = if index == 0 { " " } else { ", " };
            write!(f, "{separator}`{}`", named.name)?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownScenario {}

/// A built-in scenario with its name and summary.
struct NamedScenario {
    name: &'static str,
    summary: &'static str,
    build: fn(Scenario) -> Scenario,
}

const ALL: &[NamedScenario] = &[
    NamedScenario { name: "calm", summary: "nothing goes wrong", build: |scenario| scenario },
    NamedScenario {
        name: "flaky",
        summary: "the first three requests end in 429, 502 and a reset; now and then a later one too",
        build: flaky,
    },
    NamedScenario {
        name: "rate-limited",
        summary: "429 until the window ends, which may be an hour away",
        build: |scenario| scenario.rule(always(Fault::RateLimited(RetryHint::WindowEnd))),
    },
    NamedScenario {
        name: "down",
        summary: "503 for every request",
        build: |scenario| scenario.rule(always(Fault::status(StatusCode::SERVICE_UNAVAILABLE))),
    },
    NamedScenario {
        name: "slow",
        summary: "every reply takes a second and a half",
        build: |scenario| scenario.rule(Rule::latency(Duration::from_millis(1_500))),
    },
    NamedScenario {
        name: "stalled",
        summary: "every reply stops halfway, and the connection stays open",
        build: |scenario| scenario.rule(always(Fault::Stalled)),
    },
    NamedScenario {
        name: "wrong-key",
        summary: "401 for every key",
        build: |scenario| scenario.rule(always(Fault::status(StatusCode::UNAUTHORIZED))),
    },
    NamedScenario {
        name: "no-permission",
        summary: "403 for every key",
        build: |scenario| scenario.rule(always(Fault::status(StatusCode::FORBIDDEN))),
    },
    NamedScenario {
        name: "html-errors",
        summary: "502 with an HTML page from a proxy for every request",
        build: |scenario| {
            scenario
                .rule(always(Fault::Status { status: StatusCode::BAD_GATEWAY, page: Page::Html }))
        },
    },
    NamedScenario {
        name: "not-success",
        summary: "200 with a `message` that is not success",
        build: |scenario| scenario.rule(always(Fault::Message("Export is not ready".to_owned()))),
    },
    NamedScenario {
        name: "not-json",
        summary: "200 with an HTML page",
        build: |scenario| scenario.rule(always(Fault::NotJson)),
    },
    NamedScenario {
        name: "garbage",
        summary: "replies that are not HTTP",
        build: |scenario| scenario.rule(always(Fault::Garbage)),
    },
    NamedScenario {
        name: "oversized",
        summary: "200 with a body of 64 MiB",
        build: |scenario| scenario.rule(always(Fault::Oversized(64 << 20))),
    },
    NamedScenario {
        name: "redirect",
        summary: "302 to another host for every request",
        build: |scenario| scenario.rule(always(Fault::Redirect("https://example.com/".to_owned()))),
    },
    NamedScenario {
        name: "truncated",
        summary: "the first reply to each request breaks off halfway",
        build: |scenario| scenario.rule(at_first(Fault::Truncated)),
    },
    NamedScenario {
        name: "drifting-clock",
        summary: "a server clock five minutes ahead and drifting, and a 429 that counts on it",
        build: |scenario| {
            scenario
                .clock_ahead(Duration::from_secs(300), Duration::from_millis(250))
                .rule(Rule::fault(Fault::RateLimited(RetryHint::Reset(2))).requests(1..=1))
        },
    },
    NamedScenario {
        name: "late-data",
        summary: "rows of the last three days change with each reading",
        build: |scenario| scenario.workspace(Workspace::new().late_days(3)),
    },
    NamedScenario {
        name: "untidy",
        summary: "rows that are missing, doubled and out of order",
        build: |scenario| {
            scenario.workspace(Workspace::new().gaps(0.05).doubles(0.05).shuffled(true))
        },
    },
];

fn always(fault: Fault) -> Rule {
    Rule::fault(fault)
}

/// Applies a fault to the first request for each target.
fn at_first(fault: Fault) -> Rule {
    Rule::fault(fault).attempts(1..=1)
}

fn flaky(scenario: Scenario) -> Scenario {
    let limited = || Fault::RateLimited(RetryHint::RateLimitRetryAfter(1));
    let bad_gateway = || Fault::status(StatusCode::BAD_GATEWAY);
    scenario
        .rule(Rule::fault(limited()).requests(1..=1))
        .rule(Rule::fault(bad_gateway()).requests(2..=2))
        .rule(Rule::fault(Fault::Reset).requests(3..=3))
        .rule(at_first(limited()).chance(0.02))
        .rule(at_first(bad_gateway()).chance(0.05))
        .rule(at_first(Fault::Reset).chance(0.05))
}
