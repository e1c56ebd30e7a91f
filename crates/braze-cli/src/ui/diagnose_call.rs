//! The failure of a call in words.

use std::error::Error as _;
use std::time::Duration;

use braze_core::chrono::SecondsFormat;
use braze_core::{DateTime, Error, IoKind, Meta, Pool, Replay, Utc, Violations};

use crate::args::parameter;
use crate::endpoint::Endpoint;
use crate::settings::connection::Connection;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;

/// The advice about a reply that Braze would not send.
const NOT_BRAZE: &str = "is the base URL that of a Braze REST API?";

impl Endpoint {
    /// The failure for parameters that cannot be sent, each by the name of its option.
    pub(crate) fn invalid(&self, violations: &Violations, command: &str) -> Failure {
        let position = |field: &str| self.parameters().iter().position(|p| p.name == field);
        let mut violations: Vec<_> = violations.iter().collect();
        violations.sort_by_key(|violation| position(violation.field()));
        let failure = violations.iter().fold(
            Failure::usage("invalid request, nothing was sent"),
            |failure, violation| {
                let field = violation.field();
                let name = position(field).map_or_else(|| field.into(), |_| parameter::flag(field));
                let problem = parameter::in_flags(violation.problem(), self.parameters());
                failure.detail(format!("`{name}` {problem}"))
            },
        );
        failure.tip(format!("`{command} --help` describes each option"))
    }

    /// The failure of a call: its cause, its place and the advice.
    pub(crate) fn diagnose(
        &self,
        error: &Error,
        connection: &Connection,
        command: &str,
    ) -> Failure {
        if let Error::Invalid(violations) = error {
            return self.invalid(violations, command);
        }
        diagnose(&self.meta, self.meta.path, error, connection)
    }
}

/// The failure of a call to this path: its cause, its place and the advice.
pub(crate) fn diagnose(meta: &Meta, path: &str, error: &Error, connection: &Connection) -> Failure {
    if let Some(failure) = busy(meta, error) {
        return failure.detail(format!("connection: {connection}"));
    }
    let mut failure = Failure::new(exit(error), error.to_string());
    let mut source = error.source();
    while let Some(cause) = source {
        failure = failure.detail(format!("caused by: {cause}"));
        source = cause.source();
    }
    failure = failure
        .detail(format!("request: {} {}{path}", meta.method, connection.base_url()))
        .detail(format!("connection: {connection}"));
    tips(meta, error, connection).into_iter().fold(failure, Failure::tip)
}

/// The failure for a reply that says that another job runs, though calls are left.
fn busy(meta: &Meta, error: &Error) -> Option<Failure> {
    let Error::Api(reply) = error.cause() else { return None };
    if !meta.is_busy(reply.status(), reply.rate_limit()) {
        return None;
    }
    let (users, tip) = match meta.name {
        "users.export_global_control_group" => {
            ("the Global Control Group", "try again when it has ended")
        }
        _ => (
            "this segment",
            "try again when it has ended, or cancel it with `braze segments cancel-export`",
        ),
    };
    let failure = format!("another export of {users} is running");
    let failure = Failure::new(Exit::Failed, failure).tip(tip);
    Some(match reply.message() {
        Some(message) => failure.detail(format!("the server answered: {message}")),
        None => failure,
    })
}

fn tips(meta: &Meta, error: &Error, connection: &Connection) -> Vec<String> {
    if exit(error) == Exit::RateLimited {
        return vec![come_back(error, meta.pool, connection.clock().now())];
    }
    if matches!(error, Error::Unconfirmed(_)) {
        return vec![
            "look for the messages in the dashboard before you repeat the request: it may send them twice"
                .to_owned(),
        ];
    }
    let tip = match error.cause() {
        Error::Api(error) => match error.status().as_u16() {
            401 => format!(
                "choose the instance of your workspace with `--instance` (`braze instances` lists \
                     them), then check the key, which came from {}",
                connection.key_source()
            ),
            403 => match meta.permission {
                Some(permission) => format!("give the key the permission `{permission}`"),
                None => return Vec::new(),
            },
            500..=599 => "the server failed: try again in a few minutes".to_owned(),
            _ => return Vec::new(),
        },
        Error::Io(error) => match error.kind() {
            IoKind::Connect => {
                "check the base URL, the network, and the proxy in the environment".to_owned()
            }
            IoKind::Tls => {
                "check the base URL, and if a proxy on the way replaces certificates".to_owned()
            }
            IoKind::Timeout | IoKind::Closed if meta.replay == Replay::Safe => {
                "the request only reads, so it is safe to try again".to_owned()
            }
            IoKind::Timeout | IoKind::Closed => {
                "the server may have acted on the request: check before you repeat it".to_owned()
            }
            _ => NOT_BRAZE.to_owned(),
        },
        Error::Decode(error) if !error.path().is_empty() => {
            "the reply does not follow the API's documentation: please report this message"
                .to_owned()
        }
        Error::Decode(_) | Error::TooLarge { .. } => NOT_BRAZE.to_owned(),
        _ => return Vec::new(),
    };
    vec![tip]
}

fn exit(error: &Error) -> Exit {
    match error.cause() {
        _ if error.is_rate_limited() || matches!(error, Error::RetryAt { .. }) => Exit::RateLimited,
        _ if error.is_unauthorized() || error.is_forbidden() => Exit::Denied,
        Error::Cancelled => Exit::Interrupted,
        Error::Invalid(_) => Exit::Usage,
        _ => Exit::Failed,
    }
}

/// The time to try again: as the server says, else at the start of the pool's next window.
fn come_back(error: &Error, pool: &Pool, now: DateTime<Utc>) -> String {
    if let Some(at) = error.retry_at() {
        return format!("try again {}", moment(at, now));
    }
    let window = i64::from(pool.window_seconds.max(1));
    let next = (now.timestamp().div_euclid(window) + 1) * window;
    let next = DateTime::from_timestamp(next, 0).unwrap_or(now);
    format!(
        "the server does not say when to try again; the window of the pool `{}` ends {}",
        pool.name,
        moment(next, now)
    )
}

/// `at 2024-05-01T11:00:00Z, in 25 min`
fn moment(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let text = at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let wait = (at - now).to_std().unwrap_or(Duration::ZERO).as_secs_f64().ceil();
    let wait = if wait < 1.0 {
        "which is now".to_owned()
    } else if wait < 120.0 {
        format!("in {wait} s")
    } else {
        format!("in {} min", (wait / 60.0).ceil())
    };
    format!("at {text}, {wait}")
}

#[cfg(test)]
mod tests {
    use braze_core::sessions::DataSeriesRequest;
    use braze_core::{ApiKey, Config, Instance, Machine, Now, RetryPolicy, Session, Step, http};

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_moment_is_shown_absolutely_and_relatively() {
        let now = at("2024-05-01T10:35:00Z");
        assert_eq!(moment(at("2024-05-01T11:00:00Z"), now), "at 2024-05-01T11:00:00Z, in 25 min");
        assert_eq!(moment(at("2024-05-01T10:36:30Z"), now), "at 2024-05-01T10:36:30Z, in 90 s");
        assert_eq!(
            moment(at("2024-05-01T10:00:00Z"), now),
            "at 2024-05-01T10:00:00Z, which is now"
        );
    }

    /// The error of a call that is answered with a bare 429.
    fn limited() -> Error {
        let config = Config::new(Instance::Us01, ApiKey::new("3f6b0c1e-0000").unwrap());
        let session = Session::new(config.retry(RetryPolicy::none()), 7);
        let mut call = session.call(&DataSeriesRequest::new(1));
        let now = Now::at_unix(1_700_000_000);
        assert!(matches!(call.poll(now), Step::Send(_)));
        let response = http::Response::builder().status(429).body(()).unwrap();
        call.resume(now, Ok((response.into_parts().0, b"")));
        match call.poll(now) {
            Step::Yield(Err(error)) => error,
            _ => panic!("the call did not fail"),
        }
    }

    #[test]
    fn the_server_says_when_to_try_again() {
        let error = Error::RetryAt {
            at: at("2024-05-01T10:40:00Z"),
            wait: std::time::Duration::ZERO,
            last: None,
        };
        let tip = come_back(&error, &Pool::DEFAULT, at("2024-05-01T10:35:00Z"));
        assert_eq!(tip, "try again at 2024-05-01T10:40:00Z, in 5 min");
    }

    #[test]
    fn without_it_the_window_of_the_pool_counts() {
        let tip = come_back(&limited(), &Pool::DEFAULT, at("2024-05-01T10:35:00Z"));
        assert_eq!(
            tip,
            "the server does not say when to try again; the window of the pool `default` ends at \
             2024-05-01T11:00:00Z, in 25 min"
        );
    }
}
