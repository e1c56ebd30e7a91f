//! [`Reply`]: a value with what came around it; and how bodies are read.

mod failure;
mod flat;
mod integers;
mod open;
mod place;
mod scalar;

use std::borrow::Cow;
use std::ops::Deref;
use std::time::Duration;

use chrono::{DateTime, Utc};
use http::{HeaderMap, StatusCode};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, IgnoredAny};

pub use self::open::{OpenField, OpenObject, open_object};
pub use self::scalar::Scalar;

use self::integers::with_integers;
use crate::error::DecodeError;
use crate::headers::RateLimit;
use crate::series::FlatSeries;

/// A decoded reply: the value, by `Deref`, with status, rate limit and headers.
#[derive(Clone)]
#[non_exhaustive]
pub struct Reply<T> {
    /// The decoded value.
    pub value: T,
    /// The HTTP status, always 2XX.
    pub status: StatusCode,
    /// The rate-limit headers.
    pub rate_limit: RateLimit,
    /// The server's clock when it answered: `Date`, in whole seconds.
    pub date: Option<DateTime<Utc>>,
    /// The time that a cache had kept the reply: `Age`; zero if none had.
    pub age: Duration,
    /// All headers, free of the API key. `Debug` shows their number only.
    pub headers: HeaderMap,
    /// Attempts made, the successful one included.
    pub attempts: u32,
}

impl<T> Reply<T> {
    /// The value alone.
    #[must_use]
    pub fn into_value(self) -> T {
        self.value
    }
}

impl<T> Deref for Reply<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: std::fmt::Debug> std::fmt::Debug for Reply<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reply")
            .field("value", &self.value)
            .field("status", &self.status.as_u16())
            .field("rate_limit", &self.rate_limit)
            .field("date", &self.date)
            .field("age", &self.age)
            .field("headers", &self.headers.len())
            .field("attempts", &self.attempts)
            .finish()
    }
}

/// Reads a JSON body. Bytes that are no UTF-8 are read as `U+FFFD`, so that one of them in a place that does
/// not matter costs nothing else.
///
/// # Errors
///
/// [`DecodeError`] with the path of the first value that does not fit.
pub fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    let text = text(body);
    let error = match serde_json::from_str(&text) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let Some(text) = with_integers(&text) else { return Err(located(&text, &error, body)) };
    match serde_json::from_str(&text) {
        Ok(value) => Ok(value),
        Err(error) => Err(located(&text, &error, body)),
    }
}

/// The text of a body. Looked at once and as a whole, which is quicker than string by string.
fn text(body: &[u8]) -> Cow<'_, str> {
    let content = without_bom(body);
    std::str::from_utf8(content).map_or_else(|_| String::from_utf8_lossy(content), Cow::from)
}

/// The body without the byte order mark that some servers and proxies put before JSON.
pub(crate) fn without_bom(body: &[u8]) -> &[u8] {
    body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body)
}

/// Reads the reply of a series whose rows are a time and a number and nothing else: at once where it is in
/// the documented layout, by serde where it is not.
///
/// # Errors
///
/// As [`json`].
pub fn series<E>(body: &[u8]) -> Result<E::Output, DecodeError>
where
    E: FlatSeries<Output: DeserializeOwned>,
{
    match flat::rows(body, E::POINTS) {
        Some(rows) => Ok(E::reply(rows)),
        None => json(body),
    }
}

/// Reads `null` as the default: a list that a server leaves empty in its own way.
///
/// # Errors
///
/// Those of the deserializer.
pub fn or_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::<T>::deserialize(deserializer).map(Option::unwrap_or_default)
}

/// Reads a field of a request that may be omitted, but is not `null`.
///
/// # Errors
///
/// Those of the deserializer.
pub fn not_null<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// Says what a body is that cannot be read, or which of its values does not fit.
fn located(text: &str, error: &serde_json::Error, body: &[u8]) -> DecodeError {
    // A number that is out of range counts as bad syntax there, and yet it has a place.
    let is_json = || serde_json::from_str::<IgnoredAny>(text).is_ok();
    if error.is_data() || is_json() {
        let offset = place::offset(text, error.line(), error.column());
        return DecodeError::new(place::path_at(text, offset), error.to_string(), body);
    }
    let looks_like = match text.trim_ascii_start().bytes().next() {
        None => return DecodeError::new("", "it is empty", body),
        Some(b'<') => "it looks like HTML or XML, not JSON",
        Some(_) if error.is_eof() => "it is cut short",
        Some(_) => "it is not JSON",
    };
    DecodeError::new("", format!("{looks_like}: {error}"), body)
}
