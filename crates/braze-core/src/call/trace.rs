//! Spans for transports (feature `tracing`), after the OpenTelemetry conventions for HTTP clients.
//!
//! The core emits nothing by itself: a driver opens an [`Attempt`] when it sends a request and closes it
//! with the outcome.

use bytes::Bytes;
use http::Request;
use http::header::AUTHORIZATION;
use http::response::Parts;
use tracing::field::Empty;
use tracing::{Span, info_span};

use crate::auth::{Scrub, presented};
use crate::error::{IoError, IoKind};

/// The span of one request on its way.
///
/// Its name is the method, its fields are `http.request.method`, `server.address`, `server.port`,
/// `url.full`, `http.request.resend_count` (from the second attempt on), `http.response.status_code` and
/// `error.type`. The API key is in none of them.
#[derive(Debug)]
pub struct Attempt {
    span: Span,
}

impl Attempt {
    /// Opens the span. `resends` is the number of attempts before this one.
    #[must_use]
    pub fn start(request: &Request<Bytes>, resends: u32) -> Self {
        let uri = request.uri();
        let implied = if uri.scheme_str() == Some("https") { 443 } else { 80 };
        let span = info_span!(
            "http",
            otel.name = %request.method(),
            otel.kind = "client",
            http.request.method = %request.method(),
            server.address = uri.host(),
            server.port = uri.port_u16().unwrap_or(implied),
            url.full = address(request),
            http.request.resend_count = Empty,
            http.response.status_code = Empty,
            error.r#type = Empty,
        );
        if resends > 0 {
            span.record("http.request.resend_count", resends);
        }
        Self { span }
    }

    /// The span, to run the exchange in.
    #[must_use]
    pub fn span(&self) -> &Span {
        &self.span
    }

    /// Closes the span with the outcome.
    pub fn finish(self, outcome: Result<&Parts, &IoError>) {
        match outcome {
            Ok(head) => {
                let status = head.status.as_u16();
                self.span.record("http.response.status_code", status);
                if status >= 400 {
                    self.span.record("error.type", tracing::field::display(status));
                }
            }
            Err(failure) => {
                self.span.record(
                    "error.type",
                    match failure.kind() {
                        IoKind::Connect => "connect",
                        IoKind::Timeout => "timeout",
                        IoKind::Closed => "closed",
                        IoKind::Tls => "tls",
                        IoKind::TooLarge => "too_large",
                        IoKind::Cancelled => "cancelled",
                        IoKind::Other => "other",
                    },
                );
            }
        }
    }
}

/// The address, without the key if somebody took that for an identifier.
fn address(request: &Request<Bytes>) -> String {
    let mut address = request.uri().to_string();
    if let Some(key) = request.headers().get(AUTHORIZATION).and_then(presented) {
        address.scrub(&key);
    }
    address
}
