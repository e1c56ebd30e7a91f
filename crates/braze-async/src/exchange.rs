//! [`Transport`]: one request out, one reply in, on reqwest.

use std::error::Error as StdError;
use std::io;

use braze_core::http::response::Parts;
use braze_core::http::{HeaderMap, Request, Response};
use braze_core::{Bytes, Config, ConfigError, Error, IoError, IoKind, Limits, Sent};
use reqwest::{Client, ClientBuilder, Proxy};

use crate::tls;

/// A reqwest client with the pins.
#[derive(Debug)]
pub(crate) struct Transport {
    client: Client,
    max_body: u64,
}

impl Transport {
    pub(crate) fn new(
        config: &Config,
        hook: Option<impl FnOnce(ClientBuilder) -> ClientBuilder>,
    ) -> Result<Self, Error> {
        let proxy = proxy(config)?;
        // reqwest would else look into the environment by rules of its own.
        let builder = Client::builder().no_proxy();
        let mut builder = tls::set_up(builder, config.base_url().is_https())?;
        if let Some(hook) = hook {
            builder = hook(builder);
        }
        let limits = config.limits();
        let mut builder = builder
            .redirect(reqwest::redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            // It would write every byte to the log, the key among them.
            .connection_verbose(false)
            .https_only(config.base_url().is_https())
            .connect_timeout(limits.connect_timeout)
            .timeout(limits.total_timeout)
            .read_timeout(limits.idle_timeout)
            .http1_max_headers(Limits::MAX_HEADERS)
            // The core undoes the one encoding that it asks for.
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd();
        if config.base_url().is_loopback() {
            builder = builder.no_proxy();
        }
        // The first one counts, so one of the caller's comes before it.
        if let Some(proxy) = proxy {
            builder = builder.proxy(proxy);
        }
        let client = builder.build().map_err(|error| ConfigError::Http(reason(&error)))?;
        Ok(Self { client, max_body: limits.max_body })
    }

    /// Sends a request and reads the whole reply into `body`.
    pub(crate) async fn exchange(
        &self,
        request: Request<Bytes>,
        body: &mut Vec<u8>,
    ) -> Result<Parts, IoError> {
        let request = request.map(reqwest::Body::from).try_into();
        let request = request.map_err(|error: reqwest::Error| {
            IoError::new(IoKind::Other, Sent::No, reason(&error.without_url()))
        })?;
        let reply = self.client.execute(request).await.map_err(failure)?;
        let (head, mut reply) = split(reply);
        if size(&head.headers) > Limits::MAX_HEAD {
            let reason = format!("the head of the reply is larger than {} bytes", Limits::MAX_HEAD);
            return Err(IoError::new(IoKind::Other, Sent::Maybe, reason));
        }
        while let Some(piece) = reply.chunk().await.map_err(body_failure)? {
            if body.len() as u64 + piece.len() as u64 > self.max_body {
                return Err(IoError::new(IoKind::TooLarge, Sent::Maybe, ""));
            }
            body.extend_from_slice(&piece);
        }
        Ok(head)
    }
}

/// The proxy for the base URL.
fn proxy(config: &Config) -> Result<Option<Proxy>, ConfigError> {
    let route = config.route(|name| std::env::var_os(name))?;
    // The library's error may repeat the URL.
    let refused = |_| ConfigError::ProxyUrl;
    route.proxy().map(|it| Proxy::all(it.url_with_credentials())).transpose().map_err(refused)
}

/// Takes the head off a reply. The body goes on with a head of its own that nobody reads.
fn split(mut reply: reqwest::Response) -> (Parts, reqwest::Response) {
    let (mut head, ()) = Response::new(()).into_parts();
    head.status = reply.status();
    head.version = reply.version();
    head.headers = std::mem::take(reply.headers_mut());
    (head, reply)
}

/// The bytes that headers take on the wire.
fn size(headers: &HeaderMap) -> usize {
    const AROUND: usize = ": \r\n".len();
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + AROUND).sum()
}

/// Where the exchange failed, and whether the server may have seen the request.
fn failure(error: reqwest::Error) -> IoError {
    let error = error.without_url();
    let (kind, sent) = if error.is_timeout() {
        (IoKind::Timeout, if error.is_connect() { Sent::No } else { Sent::Maybe })
    } else if causes(&error).any(tls::is_tls) {
        (IoKind::Tls, Sent::No)
    } else if causes(&error).any(is_closed) {
        // Within a TLS handshake nothing was sent, but ureq does not tell, and both are to say the same.
        (IoKind::Closed, Sent::Maybe)
    } else if error.is_connect() {
        (IoKind::Connect, Sent::No)
    } else {
        (IoKind::Other, Sent::Maybe)
    };
    IoError::new(kind, sent, reason(&error))
}

/// Describes a failure within the body. One whose chunks or trailers are malformed is as incomplete as one
/// that was cut.
fn body_failure(error: reqwest::Error) -> IoError {
    let is_malformed = causes(&error).any(|cause| {
        let error = cause.downcast_ref::<io::Error>();
        error.is_some_and(|error| error.kind() == io::ErrorKind::InvalidInput)
    });
    if is_malformed {
        IoError::new(IoKind::Closed, Sent::Maybe, reason(&error.without_url()))
    } else {
        failure(error)
    }
}

/// The causes of an error, the outermost first.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| inner(cause))
}

/// The next cause. The source of an I/O error is that of the error within it, which would be passed over.
fn inner<'a>(cause: &'a (dyn StdError + 'static)) -> Option<&'a (dyn StdError + 'static)> {
    match cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => cause.source(),
    }
}

/// Whether a cause is that the connection went away.
fn is_closed(cause: &(dyn StdError + 'static)) -> bool {
    if let Some(error) = cause.downcast_ref::<hyper::Error>() {
        // A server that gives an idle connection up may say so with a reply that nobody asked for. hyper has
        // no name for that, but all that it has none for comes from another error.
        let unasked = !error.is_parse() && !error.is_user() && error.source().is_none();
        return error.is_incomplete_message()
            || error.is_closed()
            || error.is_canceled()
            || unasked;
    }
    let error = cause.downcast_ref::<io::Error>();
    error.is_some_and(|error| IoKind::from(error.kind()) == IoKind::Closed)
}

/// The error's own words and those of its causes.
fn reason(error: &reqwest::Error) -> String {
    let causes = std::iter::successors(error.source(), |&cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
