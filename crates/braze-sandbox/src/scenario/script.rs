//! Scenarios written in YAML.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use braze_core::Pool;
use braze_core::operation::{self, Operation, Visitor};
use http::StatusCode;
use serde::Deserialize;
use serde::de::{self, Deserializer};
use serde_saphyr::{Location, Spanned};

use super::rejection_script::RejectionScript;
use super::rows_script::RowsScript;
use super::{Rule, Scenario};
use crate::fault::{Fault, Page, RetryHint};
use crate::workspace::{Workspace, share};

impl Scenario {
    /// Loads a built-in scenario by [name](Self::names), or a YAML file by path.
    ///
    /// # Errors
    ///
    /// [`ScriptError`] if the text is neither a name nor a readable file, or if the file has mistakes.
    pub fn load(name_or_file: &str) -> Result<Self, ScriptError> {
        let unknown = match name_or_file.parse() {
            Ok(scenario) => return Ok(scenario),
            Err(unknown) => unknown,
        };
        let path = Path::new(name_or_file);
        let fail = |problem: String| Err(ScriptError { problem });
        match std::fs::read_to_string(path) {
            Ok(text) => Self::from_yaml(&text)
                .or_else(|error| fail(format!("{name_or_file}:{}", error.problem))),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                fail(format!("{unknown}, or give the path of a file"))
            }
            Err(error) => fail(format!("cannot read {name_or_file}: {error}")),
        }
    }

    /// A commented scenario in YAML that shows every key.
    ///
    /// ```yaml
    #[doc = include_str!("example.yaml")]
    /// ```
    pub const EXAMPLE: &str = include_str!("example.yaml");

    /// Parses a scenario from YAML; [`EXAMPLE`](Self::EXAMPLE) shows every key.
    ///
    /// ```
    /// use braze_sandbox::Scenario;
    ///
    /// let scenario = Scenario::from_yaml(
    ///     "
    ///     rows:
    ///       - path: /sessions/data_series
    ///         where: { app_id: ios }
    ///         values: { 2024-05-01: 42, 2024-05-02: 40 }
    ///     rules:
    ///       - { requests: 2..3, status: 502, page: html }
    ///     ",
    /// )?;
    /// let monday = Scenario::from_yaml(Scenario::EXAMPLE)?;
    /// assert_eq!(monday.name(), "monday");
    /// # Ok::<(), braze_sandbox::ScriptError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ScriptError`] with line and column.
    pub fn from_yaml(text: &str) -> Result<Self, ScriptError> {
        let options = serde_saphyr::options! { with_snippet: false };
        let script: Script = serde_saphyr::from_str_with_options(text, options)
            .map_err(|error| ScriptError { problem: position_and_words(&error) })?;
        script.scenario().map_err(|problem| ScriptError { problem })
    }
}

/// Formats an error as `line:column: words`.
fn position_and_words(error: &serde_saphyr::Error) -> String {
    let text = error.to_string();
    let words = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    // Some errors end with the position, others start with it.
    let words = words.split_once(" at line ").map_or(words, |(words, _)| words);
    let words = words
        .strip_prefix("line ")
        .and_then(|rest| rest.split_once(": "))
        .map_or(words, |(_, words)| words);
    error.location().map_or_else(|| format!("1:1: {words}"), |location| at(location, words))
}

fn at(location: Location, problem: &str) -> String {
    format!("{}:{}: {problem}", location.line(), location.column())
}

/// The error for a scenario that cannot be read. It names the problem and its position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptError {
    problem: String,
}

impl fmt::Display for ScriptError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

impl std::error::Error for ScriptError {}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Script {
    #[serde(default = "unnamed")]
    name: String,
    #[serde(default = "one")]
    seed: u64,
    clock: Option<ClockScript>,
    workspace: Option<Workspace>,
    #[serde(default)]
    pools: std::collections::BTreeMap<String, Spanned<PoolScript>>,
    #[serde(default)]
    rules: Vec<Spanned<RuleScript>>,
    #[serde(default)]
    rejections: Vec<Spanned<RejectionScript>>,
    #[serde(default)]
    rows: Vec<Spanned<RowsScript>>,
}

fn unnamed() -> String {
    "script".to_owned()
}

fn one() -> u64 {
    1
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockScript {
    #[serde(default)]
    ahead_ms: u64,
    #[serde(default)]
    ahead_ms_per_request: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PoolScript {
    limit: u32,
    window_seconds: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleScript {
    path: Option<String>,
    requests: Option<Numbers>,
    attempts: Option<Numbers>,
    every: Option<u64>,
    chance: Option<Share>,
    #[serde(default)]
    latency_ms: u64,
    status: Option<Status>,
    page: Option<Page>,
    rate_limited: Option<RetryHint>,
    message: Option<String>,
    redirect: Option<String>,
    oversized: Option<u64>,
    cut: Option<CutScript>,
    #[serde(default)]
    acted: bool,
}

/// The faults without parameters.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum CutScript {
    Reset,
    Closed,
    Garbage,
    Truncated,
    Stalled,
    NotJson,
}

impl Script {
    fn scenario(self) -> Result<Scenario, String> {
        let mut scenario = Scenario::new(self.name).seed(self.seed);
        if let Some(clock) = self.clock {
            scenario = scenario.clock_ahead(
                Duration::from_millis(clock.ahead_ms),
                Duration::from_millis(clock.ahead_ms_per_request),
            );
        }
        let mut workspace = self.workspace;
        for rows in self.rows {
            let place = rows.referenced;
            let base = workspace.unwrap_or_default();
            workspace = Some(rows.value.set(base).map_err(|problem| at(place, &problem))?);
        }
        if let Some(workspace) = workspace {
            scenario = scenario.workspace(workspace);
        }
        for (name, pool) in self.pools {
            scenario = scenario
                .pool(pool.value.pool(&name).map_err(|problem| at(pool.referenced, &problem))?);
        }
        for rule in self.rules {
            let place = rule.referenced;
            let rule = rule.value.rule().map_err(|problem| at(place, &problem))?;
            scenario = scenario.rule(rule);
        }
        for rejection in self.rejections {
            let place = rejection.referenced;
            let rejection = rejection.value.rejection().map_err(|problem| at(place, &problem))?;
            scenario = scenario.rejection(rejection);
        }
        Ok(scenario)
    }
}

impl PoolScript {
    /// Returns the pool of this name with other limits.
    fn pool(&self, name: &str) -> Result<Pool, String> {
        struct Names(Vec<&'static str>);
        impl Visitor for Names {
            fn endpoint<E: Operation>(&mut self) {
                if !self.0.contains(&E::META.pool.name) {
                    self.0.push(E::META.pool.name);
                }
            }
        }
        let mut names = Names(vec![Pool::DEFAULT.name]);
        operation::visit(&mut names);
        let known = names.0.iter().find(|known| **known == name);
        known.map(|known| Pool::new(known, self.limit, self.window_seconds)).ok_or_else(|| {
            format!("there is no pool `{name}`: choose one of `{}`", names.0.join("`, `"))
        })
    }
}

impl RuleScript {
    fn rule(self) -> Result<Rule, String> {
        let page = self.page;
        let status = self
            .status
            .map(|Status(status)| Fault::Status { status, page: page.unwrap_or_default() });
        if page.is_some() && status.is_none() {
            return Err("`page` belongs to a `status`".to_owned());
        }
        let faults = [
            status,
            self.rate_limited.map(Fault::RateLimited),
            self.message.map(Fault::Message),
            self.redirect.map(Fault::Redirect),
            self.oversized.map(Fault::Oversized),
            self.cut.map(CutScript::fault),
        ];
        let mut faults = faults.into_iter().flatten();
        let mut rule = faults.next().map_or_else(Rule::good, Rule::fault);
        if faults.next().is_some() {
            let words = "`status`, `rate_limited`, `message`, `redirect`, `oversized`, `cut`";
            return Err(format!("a rule has at most one fault: keep one of {words}"));
        }
        if self.acted && !rule.has_fault() {
            return Err("`acted` belongs to a fault".to_owned());
        }
        if self.acted {
            rule = rule.after_acting();
        }
        rule = rule.after(Duration::from_millis(self.latency_ms));
        if let Some(path) = self.path {
            rule = rule.path(path);
        }
        if let Some(Numbers(from, to)) = self.requests {
            rule = rule.requests(from..=to);
        }
        if let Some(Numbers(from, to)) = self.attempts {
            rule = rule.attempts(from..=to);
        }
        if let Some(every) = self.every {
            rule = rule.every(every);
        }
        if let Some(Share(share)) = self.chance {
            rule = rule.chance(share);
        }
        Ok(rule)
    }
}

impl CutScript {
    fn fault(self) -> Fault {
        match self {
            Self::Reset => Fault::Reset,
            Self::Closed => Fault::Closed,
            Self::Garbage => Fault::Garbage,
            Self::Truncated => Fault::Truncated,
            Self::Stalled => Fault::Stalled,
            Self::NotJson => Fault::NotJson,
        }
    }
}

/// A number from 0 to 1.
#[derive(Deserialize)]
struct Share(#[serde(deserialize_with = "share")] f64);

/// An HTTP status from 200 to 599.
struct Status(StatusCode);

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let status = u16::deserialize(deserializer)?;
        let usable = StatusCode::from_u16(status).ok().filter(|_| (200..=599).contains(&status));
        usable.map(Self).ok_or_else(|| {
            de::Error::custom(format_args!("status {status}, but must be from 200 to 599"))
        })
    }
}

/// `3`, `1..3`, `5..` or `..3`, both ends included.
struct Numbers(u64, u64);

impl<'de> Deserialize<'de> for Numbers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Numbers;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number from 1, or a range such as `1..3`, `5..` or `..3`")
            }

            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Numbers, E> {
                Ok(Numbers(number, number))
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Numbers, E> {
                let invalid = || E::invalid_value(de::Unexpected::Str(text), &self);
                let (from, to) = text.split_once("..").unwrap_or((text, text));
                let end = |text: &str, open: u64| match text.trim() {
                    "" => Ok(open),
                    number => number.parse().map_err(|_| invalid()),
                };
                Ok(Numbers(end(from, 0)?, end(to, u64::MAX)?))
            }
        }
        deserializer.deserialize_any(Text)
    }
}
