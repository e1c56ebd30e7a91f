//! [`Call`]: one call of one endpoint, from the check to the decoded reply.

use bytes::Bytes;
use http::Request;
use http::header::{ACCEPT, ACCEPT_ENCODING, AUTHORIZATION, HeaderValue, USER_AGENT};

use crate::config::Session;
use crate::endpoint::Endpoint;
use crate::error::{Error, IoFailure};
use crate::machine::{Machine, Now, Step};
use crate::receive;
use crate::reply::Reply;
use crate::validate::Violations;
use crate::wire::RequestWriter;

/// One call as a [`Machine`]: yields one item, the reply or the error.
pub struct Call<E: Endpoint> {
    session: Session,
    state: State<E>,
}

enum State<E: Endpoint> {
    Ready(Request<Bytes>),
    InFlight,
    Finished(Result<Reply<E::Output>, Error>),
    Done,
}

impl<E: Endpoint> Call<E> {
    pub(crate) fn new(session: Session, request: &E) -> Self {
        let state = match build(&session, request) {
            Ok(request) => State::Ready(request),
            Err(error) => State::Finished(Err(error)),
        };
        Self { session, state }
    }
}

impl<E: Endpoint> Machine for Call<E> {
    type Item = Result<Reply<E::Output>, Error>;

    fn poll(&mut self, _now: Now) -> Step<Self::Item> {
        match std::mem::replace(&mut self.state, State::Done) {
            State::Ready(request) => {
                self.state = State::InFlight;
                Step::Send(request)
            }
            State::InFlight => {
                // The law forbids it; waiting is the harmless answer.
                self.state = State::InFlight;
                Step::Sleep(std::time::Duration::from_millis(1))
            }
            State::Finished(item) => Step::Yield(item),
            State::Done => Step::Done,
        }
    }

    fn resume(&mut self, _now: Now, outcome: Result<(http::response::Parts, &[u8]), IoFailure>) {
        let config = &self.session.config;
        let item = match outcome {
            Ok((head, body)) => receive::reply::<E>(head, body, &config.api_key, 1),
            Err(failure) => Err(receive::failure(failure, &config.api_key, config.limits.max_body)),
        };
        self.state = State::Finished(item);
    }
}

fn build<E: Endpoint>(session: &Session, endpoint: &E) -> Result<Request<Bytes>, Error> {
    Violations::of(endpoint)?;
    let mut writer = RequestWriter::new();
    endpoint.encode(&mut writer);
    let unwritable = |problem: &dyn std::fmt::Display| {
        let mut violations = Violations::default();
        violations.note("request", format!("cannot be written: {problem}"));
        Error::Invalid(violations)
    };
    let (target, body) = writer.finish().map_err(|error| unwritable(&error))?;
    let uri = session.config.base_url.join(target).map_err(|error| unwritable(&error))?;
    let mut request = Request::new(body);
    *request.method_mut() = E::META.method;
    *request.uri_mut() = uri;
    let headers = request.headers_mut();
    headers.insert(AUTHORIZATION, session.config.api_key.authorization());
    headers.insert(USER_AGENT, session.config.user_agent.clone());
    headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
    headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("gzip"));
    Ok(request)
}
