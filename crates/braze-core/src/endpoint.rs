//! [`Endpoint`]: what one operation of the API is, apart from how it is carried.

use http::{Method, StatusCode};
use serde_json::Value;

use crate::auth::{Credential, Scrub};
use crate::error::DecodeError;
use crate::headers::RateLimit;
use crate::message::Message;
use crate::partial_errors::PartialErrors;
use crate::validate::Violations;
use crate::wire::RequestWriter;

/// A request type: how it is checked, written, and how its reply is read.
///
/// Generated for every operation of the spec. Implement it by hand for an operation that the spec
/// does not have yet; both clients take any `Endpoint`.
pub trait Endpoint {
    /// The reply of a success status.
    type Output: Scrub;

    /// The operation's constants.
    const META: Meta;

    /// The constants of the operation of this request. By default [`META`](Self::META); a type that stands for
    /// several operations says which one is meant.
    fn meta(&self) -> &'static Meta {
        const { &Self::META }
    }

    /// Checks the documented hard limits and notes every problem with its field.
    fn validate(&self, v: &mut Violations);

    /// Checks the documented hard limits.
    ///
    /// # Errors
    ///
    /// All problems that were found.
    fn check(&self) -> Result<(), Violations> {
        let mut violations = Violations::default();
        self.validate(&mut violations);
        violations.into_result()
    }

    /// Writes path, query and body.
    fn encode(&self, w: &mut RequestWriter);

    /// Reads the reply of a success status.
    ///
    /// # Errors
    ///
    /// [`DecodeError`] with the JSON path of the first value that is not what the spec promises.
    fn decode(head: &http::response::Parts, body: &[u8]) -> Result<Self::Output, DecodeError>;

    /// The reply's `message`, which decides whether a success status is a success.
    fn message(output: &Self::Output) -> Option<&Message> {
        let _ = output;
        None
    }

    /// The reply's `errors`: problems that stand beside a success.
    fn errors(output: &Self::Output) -> &[Value] {
        let _ = output;
        &[]
    }

    /// The reply's `errors` by the object of the request that each is about, if the reply has such a field.
    fn partial_errors(output: &Self::Output) -> Option<&PartialErrors> {
        let _ = output;
        None
    }

    /// The effect of repeating this request. By default that of the operation.
    fn replay(&self) -> Replay {
        self.meta().replay
    }

    /// The pool that this request is counted in. By default that of the operation.
    fn pool(&self) -> &'static Pool {
        self.meta().pool
    }

    /// Names and values by which a person finds the messages of this request, such as `campaign_id`. None of
    /// them is personal. `None` if it sends none.
    fn identifiers(&self) -> Option<Vec<(&'static str, String)>> {
        None
    }

    /// The reply's `errors` as text: strings without their quotes, anything else as JSON.
    fn problems(output: &Self::Output) -> Vec<String> {
        if let Some(errors) = Self::partial_errors(output) {
            return errors.iter().map(ToString::to_string).collect();
        }
        let text = |error: &Value| error.as_str().map_or_else(|| error.to_string(), str::to_owned);
        Self::errors(output).iter().map(text).collect()
    }
}

/// Constants of an operation. Built in a `const`:
///
/// ```
/// use braze_core::{Meta, Replay};
///
/// const META: Meta = Meta::get("feed.list", "/feed/list").permission("feed.list");
/// assert_eq!(META.path, "/feed/list");
/// assert_eq!(META.replay, Replay::Safe);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Meta {
    /// The operation's name, `sessions.data_series`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template, `/sessions/data_series`.
    pub path: &'static str,
    /// The kind of secret that authorises the request.
    pub credential: Credential,
    /// The permission that the key needs, if one is documented.
    pub permission: Option<&'static str>,
    /// The effect of repeating the request.
    pub replay: Replay,
    /// The effect of the request on the server.
    pub effect: Effect,
    /// True if a 429 may also say that another job of this kind runs. Such a reply is not waited for.
    pub busy: bool,
    /// The maximum size of the body in bytes, if one is documented.
    pub max_body: Option<usize>,
    /// The rate-limit pool that a request is counted in.
    pub pool: &'static Pool,
    /// The vendor's page about the operation, if known.
    pub documentation: Option<&'static str>,
}

impl Meta {
    /// An operation that reads: `GET`, safe to repeat, counted in [`Pool::DEFAULT`].
    #[must_use]
    pub const fn get(name: &'static str, path: &'static str) -> Self {
        Self::new(name, Method::GET, path).replay(Replay::Safe).effect(Effect::Reads)
    }

    /// Any operation: it writes and is unsafe to repeat unless said otherwise, counted in [`Pool::DEFAULT`].
    #[must_use]
    pub const fn new(name: &'static str, method: Method, path: &'static str) -> Self {
        Self {
            name,
            method,
            path,
            credential: Credential::ApiKey,
            permission: None,
            replay: Replay::Unsafe,
            effect: Effect::Writes,
            busy: false,
            max_body: None,
            pool: &Pool::DEFAULT,
            documentation: None,
        }
    }

    /// Sets the kind of secret that authorises the request.
    #[must_use]
    pub const fn credential(mut self, credential: Credential) -> Self {
        self.credential = credential;
        self
    }

    /// Sets the permission that the key needs.
    #[must_use]
    pub const fn permission(mut self, permission: &'static str) -> Self {
        self.permission = Some(permission);
        self
    }

    /// Sets whether repeating the request is harmless.
    #[must_use]
    pub const fn replay(mut self, replay: Replay) -> Self {
        self.replay = replay;
        self
    }

    /// Sets the effect of the request on the server.
    #[must_use]
    pub const fn effect(mut self, effect: Effect) -> Self {
        self.effect = effect;
        self
    }

    /// States that a 429 may also say that another job of this kind runs.
    #[must_use]
    pub const fn busy(mut self) -> Self {
        self.busy = true;
        self
    }

    /// Tells whether a reply says that another job of this kind runs, which no wait for the rate limit cures:
    /// the status is 429, and requests are left.
    #[must_use]
    pub fn is_busy(&self, status: StatusCode, limit: RateLimit) -> bool {
        let has_requests_left = limit.remaining.is_some_and(|left| left > 0);
        self.busy && status == StatusCode::TOO_MANY_REQUESTS && has_requests_left
    }

    /// Sets the maximum size of the body in bytes.
    #[must_use]
    pub const fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = Some(bytes);
        self
    }

    /// Sets the rate-limit pool.
    #[must_use]
    pub const fn pool(mut self, pool: &'static Pool) -> Self {
        self.pool = pool;
        self
    }

    /// Sets the address of the vendor's page.
    #[must_use]
    pub const fn documentation(mut self, url: &'static str) -> Self {
        self.documentation = Some(url);
        self
    }
}

/// The effect of repeating a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Replay {
    /// It only reads: repeat it freely.
    Safe,
    /// It writes, and writing twice is the same as once.
    Idempotent,
    /// Twice may do the work twice: repeated only where the server surely did not act on it.
    Unsafe,
}

/// The effect of a request on the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// It reads.
    Reads,
    /// It writes.
    Writes,
    /// It starts a job.
    Starts,
    /// It deletes.
    Deletes,
    /// It sends messages to people, or may trigger them.
    Sends,
}

/// A rate-limit pool: requests of all operations in it are counted together, per workspace.
///
/// The numbers are those of the documentation. Contracts vary, so they are hints: what governs is
/// what the reply headers say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pool {
    /// The name in the spec, `default`.
    pub name: &'static str,
    /// Documented requests per window.
    pub limit: u32,
    /// The window's length in seconds. Windows are aligned to the clock.
    pub window_seconds: u32,
}

impl Pool {
    /// A pool with its documented limit.
    #[must_use]
    pub const fn new(name: &'static str, limit: u32, window_seconds: u32) -> Self {
        Self { name, limit, window_seconds }
    }
}
