//! [`SingleRequest`]: an endpoint, without its types, ready to make one request.

use braze_blocking::{Cancel, Client, Pages};
use braze_core::operation::{self, Operation};
use braze_core::{
    Config, Endpoint as Request, Error, FlatSeries, Meta, NestedSeries, Paged, Secret, Violations,
};

use crate::endpoint::{Endpoint, Pairs, Written};
use crate::raw::{Raw, RawReply};
use crate::rows::Rows;

/// An endpoint, without its types, ready to make one request.
pub(crate) struct SingleRequest {
    pub(crate) endpoint: Endpoint,
    /// The reply can be shown as a table.
    pub(crate) has_rows: bool,
    /// The reply is one page of several.
    pub(crate) is_paged: bool,
    /// A sentence about the command, for help.
    pub(crate) remark: &'static str,
    read: fn(Pairs, &[u8]) -> Result<Read, Violations>,
}

/// A request that was checked.
pub(crate) struct Read {
    pub(crate) request: Box<dyn Sendable>,
    /// Names of parameters that the operation does not have.
    pub(crate) unknown: Vec<String>,
    /// The secrets in the body.
    pub(crate) secrets: Vec<Secret>,
}

/// A checked request, without its types.
pub(crate) trait Sendable {
    /// The constants of its operation.
    fn meta(&self) -> Meta;

    /// The number of requests that it takes.
    fn count(&self) -> usize {
        1
    }

    /// Writes it as it would be sent; of several, the first.
    fn write(&self, config: &Config) -> Result<Written, Error>;

    /// Prepares the replies: one, or with `follow` also those of the pages after it. Each is asked for when
    /// it is taken.
    fn replies(self: Box<Self>, client: &Client, follow: bool) -> Box<dyn Replies>;
}

/// The replies of a request. An error ends them.
pub(crate) trait Replies {
    /// Asks for the next reply.
    fn next_reply(&mut self) -> Option<Result<Received, Error>>;

    /// A handle that cancels from another thread.
    fn cancel(&self) -> Cancel;

    /// A sentence about the replies so far.
    fn remark(&self) -> Option<String> {
        None
    }
}

/// A reply, without its types.
pub(crate) struct Received {
    /// JSON as the server sent it, or nothing.
    pub(crate) text: String,
    /// The rows of a series.
    pub(crate) rows: Option<Rows>,
    /// The problems that the reply reports beside its success.
    pub(crate) problems: Vec<String>,
}

impl SingleRequest {
    /// An endpoint whose reply is shown as JSON.
    pub(crate) fn new<E: Operation>() -> Self {
        Self::with::<E>(|pairs, body| read::<E>(pairs, body, |_| None, None))
    }

    /// An endpoint whose reply has rows.
    pub(crate) fn with_rows<E: Operation + FlatSeries>() -> Self {
        let read = |pairs, body: &[u8]| read::<E>(pairs, body, rows::<E>, None);
        Self { has_rows: true, ..Self::with::<E>(read) }
    }

    /// An endpoint whose reply has rows with many numbers.
    pub(crate) fn with_measures<E: Operation + NestedSeries>() -> Self {
        let read = |pairs, body: &[u8]| read::<E>(pairs, body, measures::<E>, None);
        Self { has_rows: true, ..Self::with::<E>(read) }
    }

    /// An endpoint whose reply is one page of a list.
    pub(crate) fn with_pages<E: Operation + Paged>() -> Self {
        let read = |pairs, body: &[u8]| read::<E>(pairs, body, |_| None, Some(pages::<E>));
        Self { is_paged: true, ..Self::with::<E>(read) }
    }

    /// An endpoint whose requests are read in this way.
    pub(crate) fn with<E: Operation>(read: fn(Pairs, &[u8]) -> Result<Read, Violations>) -> Self {
        let endpoint = Endpoint::new::<E>();
        Self { endpoint, has_rows: false, is_paged: false, remark: "", read }
    }

    /// Adds a sentence about the command, for help.
    pub(crate) fn remark(mut self, remark: &'static str) -> Self {
        self.remark = remark;
        self
    }

    /// All operations of the spec.
    pub(crate) fn all() -> Vec<Self> {
        let mut collector = Collector(Vec::new());
        operation::visit(&mut collector);
        collector.0
    }

    /// Checks a request with these parameters.
    pub(crate) fn check(&self, parameters: Pairs, body: &[u8]) -> Result<Read, Violations> {
        (self.read)(parameters, body)
    }
}

struct Collector(Vec<SingleRequest>);

impl operation::Visitor for Collector {
    fn endpoint<E: Operation>(&mut self) {
        self.0.push(SingleRequest::new::<E>());
    }

    fn series<E: Operation + FlatSeries>(&mut self) {
        self.0.push(SingleRequest::with_rows::<E>());
    }

    fn nested_series<E: Operation + NestedSeries>(&mut self) {
        self.0.push(SingleRequest::with_measures::<E>());
    }

    fn paged<E: Operation + Paged>(&mut self) {
        self.0.push(SingleRequest::with_pages::<E>());
    }
}

/// A request that is not of the spec.
pub(crate) fn sendable<E: Request + 'static>(request: E) -> Box<dyn Sendable> {
    Box::new(Typed { request: Raw(request), rows: |_| None, pages: None })
}

/// Begins to read the pages of a list.
type Follow<E> = fn(&Client, Raw<E>) -> Box<dyn Replies>;

/// A request with its types.
struct Typed<E: Request> {
    request: Raw<E>,
    rows: fn(E::Output) -> Option<Rows>,
    pages: Option<Follow<E>>,
}

fn read<E: Operation>(
    pairs: Pairs,
    body: &[u8],
    rows: fn(E::Output) -> Option<Rows>,
    pages: Option<Follow<E>>,
) -> Result<Read, Violations> {
    let operation::Read { request, unknown, secrets } = operation::from_pairs::<E>(pairs, body)?;
    Ok(Read { request: Box::new(Typed { request: Raw(request), rows, pages }), unknown, secrets })
}

impl<E: Request + 'static> Sendable for Typed<E> {
    fn meta(&self) -> Meta {
        E::META
    }

    fn write(&self, config: &Config) -> Result<Written, Error> {
        config.request(&self.request.0)
    }

    fn replies(self: Box<Self>, client: &Client, follow: bool) -> Box<dyn Replies> {
        match self.pages.filter(|_| follow) {
            Some(pages) => pages(client, self.request),
            None => Box::new(One {
                client: client.clone(),
                request: Some(self.request),
                rows: self.rows,
                cancel: Cancel::new(),
            }),
        }
    }
}

/// The one reply of a request.
struct One<E: Request> {
    client: Client,
    request: Option<Raw<E>>,
    rows: fn(E::Output) -> Option<Rows>,
    cancel: Cancel,
}

impl<E: Request> Replies for One<E> {
    fn next_reply(&mut self) -> Option<Result<Received, Error>> {
        let reply = self.client.send_cancellable(&self.request.take()?, &self.cancel);
        Some(reply.map(|reply| received::<E>(reply.into_value(), self.rows)))
    }

    fn cancel(&self) -> Cancel {
        self.cancel.clone()
    }
}

impl<E: Paged> Replies for Pages<Raw<E>> {
    fn next_reply(&mut self) -> Option<Result<Received, Error>> {
        Some(self.next()?.map(|reply| received::<E>(reply.into_value(), |_| None)))
    }

    fn cancel(&self) -> Cancel {
        Pages::cancel(self)
    }
}

fn pages<E: Paged + 'static>(client: &Client, request: Raw<E>) -> Box<dyn Replies> {
    Box::new(client.pages(request))
}

/// The reply without its types.
pub(crate) fn received<E: Request>(
    reply: RawReply<E::Output>,
    rows: fn(E::Output) -> Option<Rows>,
) -> Received {
    let RawReply { text, value } = reply;
    Received { text, problems: E::problems(&value), rows: rows(value) }
}

fn rows<E: FlatSeries>(output: E::Output) -> Option<Rows> {
    Some(Rows::from_flat::<E>(output))
}

fn measures<E: NestedSeries>(output: E::Output) -> Option<Rows> {
    Some(Rows::from_nested::<E>(output))
}
