//! [`InProcess`]: the sandbox without a socket.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use braze_core::operation::{self, Operation};
use braze_core::{ApiKey, ClientKey, Credentials, FlatSeries, IoError, IoKind, ScimToken, Sent};
use bytes::Bytes;
use chrono::NaiveDate;
use http::{HeaderValue, Request, Response};

use crate::clock::Clock;
use crate::journal::RecordedRequest;
use crate::outbox::Dispatch;
use crate::service::{Answer, Delivery, Service};
use crate::verify::{self, ExpectedRequest, Mismatch};

/// A sandbox without a socket, which answers requests in memory. Clones share everything.
///
/// Together with a [`Machine`](braze_core::Machine) it allows tests that neither sleep nor open a
/// port:
///
/// ```
/// use braze_core::{Config, Machine, Now, Session, Step, sessions};
/// use braze_sandbox::Sandbox;
///
/// let sandbox = Sandbox::builder().in_process();
/// let config = Config::new("http://localhost".parse::<braze_core::BaseUrl>()?, sandbox.api_key());
/// let mut call = Session::new(config, 7).call(&sessions::DataSeriesRequest::new(3));
///
/// let now = Now::at_unix(1_700_000_000);
/// let reply = loop {
///     match call.poll(now) {
///         Step::Send(request) => {
///             let exchanged = sandbox.exchange(request);
///             match exchanged.reply {
///                 Ok(response) => {
///                     let (head, body) = response.into_parts();
///                     call.resume(now, Ok((head, &body)));
///                 }
///                 Err(failure) => call.resume(now, Err(failure)),
///             }
///         }
///         Step::Yield(reply) => break reply?,
///         _ => continue,
///     }
/// };
/// assert_eq!(reply.data.len(), 3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct InProcess {
    service: Arc<Service>,
}

/// The reply to a request, or the failure that a transport would report.
#[derive(Debug)]
#[non_exhaustive]
pub struct InProcessReply {
    /// The latency that the scenario sets. A socket would wait this long.
    pub delay: Duration,
    /// The reply, or the failure of the transport.
    pub reply: Result<Response<Bytes>, IoError>,
}

impl InProcess {
    pub(crate) fn new(service: Service) -> Self {
        Self { service: Arc::new(service) }
    }

    pub(crate) fn service(&self) -> Arc<Service> {
        Arc::clone(&self.service)
    }

    /// Answers a request.
    #[must_use]
    pub fn exchange(&self, request: Request<Bytes>) -> InProcessReply {
        let (head, body) = request.into_parts();
        let Answer { delay, delivery } = self.service.answer(head, &body);
        let fail = |kind, reason: &str| Err(IoError::new(kind, Sent::Maybe, reason));
        let reply = match delivery {
            Delivery::Whole(response) => Ok(response),
            Delivery::Truncated(_) => fail(IoKind::Closed, "the body was cut short"),
            Delivery::Stalled(_) => fail(IoKind::Timeout, "the body stopped halfway"),
            Delivery::Closed => fail(IoKind::Closed, "connection closed"),
            Delivery::Reset => fail(IoKind::Closed, "connection reset"),
            Delivery::Raw(_) => fail(IoKind::Other, "the reply is not HTTP"),
        };
        InProcessReply { delay, reply }
    }

    /// Returns an accepted key.
    #[must_use]
    pub fn api_key(&self) -> ApiKey {
        self.service.settings().key.clone()
    }

    /// Returns the accepted SCIM token, for operations that need one. The API key is refused there.
    #[must_use]
    pub fn scim_token(&self) -> ScimToken {
        self.service.settings().scim_token.clone()
    }

    /// Returns the accepted client-side key, for operations that need one. The API key is refused there.
    #[must_use]
    pub fn client_key(&self) -> ClientKey {
        self.service.settings().client_key.clone()
    }

    /// Returns an accepted secret of each kind.
    #[must_use]
    pub fn credentials(&self) -> Credentials {
        let credentials = Credentials::from(self.api_key()).scim_token(self.scim_token());
        credentials.client_key(self.client_key())
    }

    /// Returns the API key as text, for programs that need it in that form.
    #[must_use]
    pub fn api_key_text(&self) -> String {
        text(&self.api_key().authorization())
    }

    /// Returns the SCIM token as text.
    #[must_use]
    pub fn scim_token_text(&self) -> String {
        text(&self.scim_token().authorization())
    }

    /// Returns the client-side key as text.
    #[must_use]
    pub fn client_key_text(&self) -> String {
        text(&self.client_key().authorization())
    }

    /// Returns the clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.service.settings().clock
    }

    /// Returns the recorded requests, as many as the [journal](crate::Builder::journal) holds.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.service.journal().0
    }

    /// Returns the sends that were carried out, oldest first: messages, campaigns and Canvases.
    ///
    /// A send whose reply was lost is there, and one that was repeated is there twice. At most 10,000 are kept, and
    /// no more than the [journal's](crate::Builder::journal_bytes) bytes.
    #[must_use]
    pub fn outbox(&self) -> Vec<Dispatch> {
        self.service.outbox().0
    }

    /// Clears the outbox.
    pub fn forget_sends(&self) {
        self.service.forget_sends();
    }

    /// Returns the number of all requests, including those that the journal dropped.
    #[must_use]
    pub fn request_count(&self) -> u64 {
        self.service.request_count()
    }

    /// Clears the journal. The number of requests stays.
    pub fn forget_requests(&self) {
        self.service.forget_requests();
    }

    /// Compares the recorded requests with the expected ones, in order.
    ///
    /// # Errors
    ///
    /// [`Mismatch`], which shows the difference line by line.
    pub fn verify(
        &self,
        expected: impl IntoIterator<Item = ExpectedRequest>,
    ) -> Result<(), Mismatch> {
        let (received, forgotten) = self.service.journal();
        verify::in_order(expected.into_iter().collect(), &received, forgotten)
    }

    /// Compares the recorded requests with the expected ones, in any order.
    ///
    /// This suits concurrent calls.
    ///
    /// # Errors
    ///
    /// As [`verify`](Self::verify).
    pub fn verify_in_any_order(
        &self,
        expected: impl IntoIterator<Item = ExpectedRequest>,
    ) -> Result<(), Mismatch> {
        let (received, forgotten) = self.service.journal();
        verify::in_any_order(expected.into_iter().collect(), &received, forgotten)
    }

    /// Returns the true rows of a series, from the start of `from` to the start of `to`.
    ///
    /// Dates are in the workspace's time zone. The rows are all buckets, in order, with their final
    /// values, regardless of the scenario and of the workspace's behavior. The request sets the unit and
    /// the dimensions; its window is ignored.
    ///
    /// ```
    /// use braze_core::sessions::DataSeriesRequest;
    /// use braze_sandbox::Sandbox;
    ///
    /// let sandbox = Sandbox::builder().in_process();
    /// let (from, to) = ("2024-01-01".parse()?, "2025-01-01".parse()?);
    /// let rows = sandbox.truth(&DataSeriesRequest::new(1), from, to);
    /// assert_eq!(rows.len(), 366);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn truth<E: Operation + FlatSeries>(
        &self,
        request: &E,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<E::Point> {
        let pairs = operation::pairs::<E>(&operation::target(request));
        self.service.settings().workspace.truth(request, &pairs, from, to)
    }
}

/// The secret in the value of an `Authorization` header.
fn text(header: &HeaderValue) -> String {
    header.to_str().unwrap_or_default().trim_start_matches("Bearer ").to_owned()
}

impl fmt::Debug for InProcess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InProcess").finish_non_exhaustive()
    }
}
