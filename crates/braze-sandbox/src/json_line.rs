//! A request of the journal as a line of JSON.

use chrono::SecondsFormat;
use serde_json::{Map, Value, json};

use crate::journal::RecordedRequest;

impl RecordedRequest {
    /// Returns the request as one line of JSON.
    ///
    /// The fields are `number`, `at`, `method`, `target`, `headers`, `body` as text, `body_length`,
    /// `status` and `reply_length` (both null without a reply), `fault`, `latency_ms` and
    /// `unknown_parameters`. The values of a repeated header are joined by commas. Invalid UTF-8 in the
    /// body becomes U+FFFD.
    ///
    /// ```
    /// use braze_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::builder().in_process();
    /// let _ = sandbox.exchange(http::Request::get("http://localhost/nowhere").body("".into())?);
    /// let line = sandbox.requests()[0].to_json();
    /// assert!(line.contains(r#""target":"/nowhere""#) && line.contains(r#""status":404"#));
    /// # Ok::<(), http::Error>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut headers = Map::new();
        for (name, value) in &self.headers {
            let value = String::from_utf8_lossy(value.as_bytes());
            match headers.get_mut(name.as_str()) {
                Some(Value::String(before)) => *before += &format!(", {value}"),
                _ => drop(headers.insert(name.to_string(), json!(value))),
            }
        }
        json!({
            "number": self.number,
            "at": self.at.to_rfc3339_opts(SecondsFormat::Millis, true),
            "method": self.method.as_str(),
            "target": self.target,
            "headers": headers,
            "body": String::from_utf8_lossy(&self.body),
            "body_length": self.body_length,
            "status": self.reply.map(|(status, _)| status),
            "reply_length": self.reply.map(|(_, length)| length),
            "fault": self.fault,
            "latency_ms": u64::try_from(self.latency.as_millis()).unwrap_or(u64::MAX),
            "unknown_parameters": self.unknown,
        })
        .to_string()
    }
}
