//! [`Scenario`]: which requests go wrong, and how.

mod named;
#[cfg(feature = "script")]
mod rows_script;
mod rule;
#[cfg(feature = "script")]
mod script;

use std::time::Duration;

use braze_core::Pool;
use chrono::TimeDelta;

use crate::workspace::Workspace;

pub use named::UnknownScenario;
pub use rule::Rule;
pub(crate) use rule::{Arrival, Fate};
#[cfg(feature = "script")]
pub use script::ScriptError;

/// A course of events: which requests go wrong and how, and which habits the workspace has.
///
/// Everything is decided by the seed and the order of the requests, so that a run can be repeated.
///
/// ```
/// use std::time::Duration;
///
/// use braze_sandbox::{Fault, Rule, Sandbox, Scenario};
///
/// // A named one,
/// let sandbox = Sandbox::builder().scenario("flaky".parse()?).start()?;
///
/// // or one of your own: the first two requests are cut off, and then all take 20 ms.
/// let scenario = Scenario::new("mine")
///     .rule(Rule::fault(Fault::Reset).requests(1..=2))
///     .rule(Rule::latency(Duration::from_millis(20)));
/// let sandbox = Sandbox::builder().scenario(scenario).start()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    name: String,
    seed: u64,
    rules: Vec<Rule>,
    workspace: Option<Workspace>,
    pools: Vec<Pool>,
    ahead: TimeDelta,
    ahead_per_request: TimeDelta,
}

impl Scenario {
    /// A scenario in which nothing goes wrong.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            seed: 1,
            rules: Vec::new(),
            workspace: None,
            pools: Vec::new(),
            ahead: TimeDelta::zero(),
            ahead_per_request: TimeDelta::zero(),
        }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Sets what [`Rule::chance`] is decided by. Default 1.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Adds a rule. For each request the first rule that fits decides.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Sets the workspace. One that is given to the sandbox's builder goes before it.
    #[must_use]
    pub fn workspace(mut self, workspace: Workspace) -> Self {
        self.workspace = Some(workspace);
        self
    }

    /// Sets limit and window of the rate-limit pool of this name. One that is given to the sandbox's
    /// builder goes before it.
    #[must_use]
    pub fn pool(mut self, pool: Pool) -> Self {
        self.pools.push(pool);
        self
    }

    /// Lets the server's clock run ahead of the true time, and further ahead with each request.
    #[must_use]
    pub fn clock_ahead(mut self, by: Duration, more_per_request: Duration) -> Self {
        self.ahead = TimeDelta::from_std(by).unwrap_or(TimeDelta::MAX);
        self.ahead_per_request = TimeDelta::from_std(more_per_request).unwrap_or(TimeDelta::MAX);
        self
    }

    pub(crate) fn own_workspace(&self) -> Option<&Workspace> {
        self.workspace.as_ref()
    }

    pub(crate) fn own_pools(&self) -> &[Pool] {
        &self.pools
    }

    /// How far the server's clock is ahead at a request.
    pub(crate) fn drift(&self, number: u64) -> TimeDelta {
        let number = i32::try_from(number.saturating_sub(1)).unwrap_or(i32::MAX);
        self.ahead_per_request
            .checked_mul(number)
            .and_then(|more| self.ahead.checked_add(&more))
            .unwrap_or(TimeDelta::MAX)
    }

    /// Whether rules depend on how often a target was asked for.
    pub(crate) fn counts_attempts(&self) -> bool {
        self.rules.iter().any(Rule::counts_attempts)
    }

    /// What happens to a request.
    pub(crate) fn fate(&self, arrival: &Arrival<'_>) -> Fate<'_> {
        let fits = |(index, rule): &(usize, &Rule)| rule.fits(arrival, self.seed, *index);
        let rule = self.rules.iter().enumerate().find(fits);
        rule.map_or(Fate::GOOD, |(_, rule)| rule.fate())
    }
}

impl Default for Scenario {
    /// `calm`, in which nothing goes wrong.
    fn default() -> Self {
        Self::new("calm")
    }
}
