//! [`Transport`]: sends one request and reads its reply, on reqwest.

use std::error::Error as StdError;
use std::io;

use braze_core::http::response::Parts;
use braze_core::http::{HeaderMap, Request, Response};
use braze_core::{Bytes, Config, ConfigError, Error, IoError, IoKind, Limits, Sent};
use reqwest::{Client, ClientBuilder, Proxy};

use crate::tls;

/// A reqwest client with the fixed settings.
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
        // reqwest would read the environment by rules of its own.
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
            // Verbose connections write every byte to the log, including the key.
            .connection_verbose(false)
            .https_only(config.base_url().is_https())
            .connect_timeout(limits.connect_timeout)
            .timeout(limits.total_timeout)
            .read_timeout(limits.idle_timeout)
            .http1_max_headers(Limits::MAX_HEADERS)
            // The core decompresses the one encoding that it asks for.
            .no_gzip()
            .no_brotli()
            .no_deflate()
            .no_zstd();
        if config.base_url().is_loopback() {
            builder = builder.no_proxy();
        }
        // The first proxy counts, so that of the caller takes precedence.
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
        let mut opened = self.open(request).await?;
        while let Some(piece) = opened.piece().await? {
            if body.len() as u64 + piece.len() as u64 > self.max_body {
                return Err(IoError::new(IoKind::TooLarge, Sent::Maybe, ""));
            }
            body.extend_from_slice(&piece);
        }
        Ok(opened.head)
    }

    /// Sends a request, and returns the reply before its body is read.
    pub(crate) async fn open(&self, request: Request<Bytes>) -> Result<Opened, IoError> {
        let request = request.map(reqwest::Body::from).try_into();
        let request = request.map_err(|error: reqwest::Error| {
            IoError::new(IoKind::Other, Sent::No, reason(&error.without_url()))
        })?;
        let reply = self.client.execute(request).await.map_err(failure)?;
        let (head, body) = split(reply);
        if size(&head.headers) > Limits::MAX_HEAD {
            let reason = format!("the head of the reply is larger than {} bytes", Limits::MAX_HEAD);
            return Err(IoError::new(IoKind::Other, Sent::Maybe, reason));
        }
        Ok(Opened { head, body })
    }
}

/// A reply whose body is not read yet.
pub(crate) struct Opened {
    pub(crate) head: Parts,
    body: reqwest::Response,
}

impl Opened {
    /// Waits for the next piece of the body.
    pub(crate) async fn piece(&mut self) -> Result<Option<Bytes>, IoError> {
        self.body.chunk().await.map_err(body_failure)
    }
}

/// Chooses the proxy for the base URL.
fn proxy(config: &Config) -> Result<Option<Proxy>, ConfigError> {
    let route = config.route(|name| std::env::var_os(name))?;
    // The library's error may repeat the URL and its password.
    let refused = |_| ConfigError::ProxyUrl;
    route.proxy().map(|it| Proxy::all(it.url_with_credentials())).transpose().map_err(refused)
}

/// Separates the head of a reply. The body keeps an empty one.
fn split(mut reply: reqwest::Response) -> (Parts, reqwest::Response) {
    let (mut head, ()) = Response::new(()).into_parts();
    head.status = reply.status();
    head.version = reply.version();
    head.headers = std::mem::take(reply.headers_mut());
    (head, reply)
}

/// Counts the bytes of headers on the wire.
fn size(headers: &HeaderMap) -> usize {
    const AROUND: usize = ": \r\n".len();
    headers.iter().map(|(name, value)| name.as_str().len() + value.len() + AROUND).sum()
}

/// Classifies a failure, and tells whether the server may have seen the request.
fn failure(error: reqwest::Error) -> IoError {
    let error = error.without_url();
    let (kind, sent) = if error.is_timeout() {
        (IoKind::Timeout, if error.is_connect() { Sent::No } else { Sent::Maybe })
    } else if causes(&error).any(tls::is_tls) {
        (IoKind::Tls, Sent::No)
    } else if causes(&error).any(is_closed) {
        // Within a TLS handshake nothing was sent. ureq does not report that, and both clients are alike.
        (IoKind::Closed, Sent::Maybe)
    } else if error.is_connect() {
        (IoKind::Connect, Sent::No)
    } else {
        (IoKind::Other, Sent::Maybe)
    };
    IoError::new(kind, sent, reason(&error))
}

/// Classifies a failure within the body. With malformed chunks or trailers the reply is as incomplete as one
/// that was cut short.
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

/// Lists the causes of an error, the outermost first.
fn causes(error: &reqwest::Error) -> impl Iterator<Item = &(dyn StdError + 'static)> {
    std::iter::successors(error.source(), |&cause| inner(cause))
}

/// Returns the next cause. The source of an I/O error would skip the error that it wraps.
fn inner<'a>(cause: &'a (dyn StdError + 'static)) -> Option<&'a (dyn StdError + 'static)> {
    match cause.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
        Some(inner) => Some(inner),
        None => cause.source(),
    }
}

/// Tells whether a cause is the loss of the connection.
fn is_closed(cause: &(dyn StdError + 'static)) -> bool {
    if let Some(error) = cause.downcast_ref::<hyper::Error>() {
        // A server that closes an idle connection may send a reply that was not asked for. hyper has no name
        // for that; all other errors without a name have a source.
        let is_unsolicited = !error.is_parse() && !error.is_user() && error.source().is_none();
        return error.is_incomplete_message()
            || error.is_closed()
            || error.is_canceled()
            || is_unsolicited;
    }
    let error = cause.downcast_ref::<io::Error>();
    error.is_some_and(|error| IoKind::from(error.kind()) == IoKind::Closed)
}

/// Joins the error's own words and those of its causes.
fn reason(error: &reqwest::Error) -> String {
    let causes = std::iter::successors(error.source(), |&cause| cause.source());
    causes.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
