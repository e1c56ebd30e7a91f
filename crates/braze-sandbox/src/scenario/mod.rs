//! [`Scenario`]: rules that decide which requests fail.

mod named;
mod rejection;
#[cfg(feature = "script")]
mod rejection_script;
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
pub use rejection::Rejection;
pub use rule::Rule;
pub(crate) use rule::{Arrival, Fate};
#[cfg(feature = "script")]
pub use script::ScriptError;

/// Rules that decide which requests fail, and the workspace behind them.
///
/// The seed and the order of the requests decide everything, so a run can be repeated.
///
/// ```
/// use std::time::Duration;
///
/// use braze_sandbox::{Fault, Rule, Sandbox, Scenario};
///
/// // A named scenario,
/// let sandbox = Sandbox::builder().scenario("flaky".parse()?).start()?;
///
/// // or a custom one: the first two connections are reset, then all requests take 20 ms.
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
    rejections: Vec<Rejection>,
    workspace: Option<Workspace>,
    pools: Vec<Pool>,
    ahead: TimeDelta,
    ahead_per_request: TimeDelta,
}

impl Scenario {
    /// Creates a scenario without faults.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            seed: 1,
            rules: Vec::new(),
            rejections: Vec::new(),
            workspace: None,
            pools: Vec::new(),
            ahead: TimeDelta::zero(),
            ahead_per_request: TimeDelta::zero(),
        }
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Sets the seed that decides [`Rule::chance`]. The default is 1.
    #[must_use]
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// Adds a rule. The first matching rule decides about a request.
    #[must_use]
    pub fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    /// Adds records of `/users/track` that get an error beside success. The first matching rejection decides.
    #[must_use]
    pub fn rejection(mut self, rejection: Rejection) -> Self {
        self.rejections.push(rejection);
        self
    }

    /// Sets the workspace. The workspace of the sandbox's builder takes precedence.
    #[must_use]
    pub fn workspace(mut self, workspace: Workspace) -> Self {
        self.workspace = Some(workspace);
        self
    }

    /// Sets the limit and window of a rate-limit pool.
    ///
    /// A pool of the sandbox's builder takes precedence.
    #[must_use]
    pub fn pool(mut self, pool: Pool) -> Self {
        self.pools.push(pool);
        self
    }

    /// Sets the server's clock ahead, and further ahead with each request.
    #[must_use]
    pub fn clock_ahead(mut self, by: Duration, more_per_request: Duration) -> Self {
        self.ahead = TimeDelta::from_std(by).unwrap_or(TimeDelta::MAX);
        self.ahead_per_request = TimeDelta::from_std(more_per_request).unwrap_or(TimeDelta::MAX);
        self
    }

    pub(crate) fn own_workspace(&self) -> Option<&Workspace> {
        self.workspace.as_ref()
    }

    pub(crate) fn rejections(&self) -> &[Rejection] {
        &self.rejections
    }

    pub(crate) fn own_pools(&self) -> &[Pool] {
        &self.pools
    }

    /// The time by which the server's clock is ahead at a request.
    pub(crate) fn drift(&self, number: u64) -> TimeDelta {
        let number = i32::try_from(number.saturating_sub(1)).unwrap_or(i32::MAX);
        self.ahead_per_request
            .checked_mul(number)
            .and_then(|more| self.ahead.checked_add(&more))
            .unwrap_or(TimeDelta::MAX)
    }

    /// Returns true if a rule depends on the number of requests for a target.
    pub(crate) fn counts_attempts(&self) -> bool {
        self.rules.iter().any(Rule::counts_attempts)
    }

    /// Decides about a request.
    pub(crate) fn fate(&self, arrival: &Arrival<'_>) -> Fate<'_> {
        let fits = |(index, rule): &(usize, &Rule)| rule.fits(arrival, self.seed, *index);
        let rule = self.rules.iter().enumerate().find(fits);
        rule.map_or(Fate::GOOD, |(_, rule)| rule.fate())
    }
}

impl Default for Scenario {
    /// Returns `calm`, a scenario without faults.
    fn default() -> Self {
        Self::new("calm")
    }
}
