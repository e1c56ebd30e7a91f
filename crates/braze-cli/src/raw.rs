//! [`Raw`]: a request whose reply is kept as the server sent it, beside its typed value.

use braze_core::http::response::Parts;
use braze_core::{
    DecodeError, Endpoint, Message, Meta, PagePosition, Paged, Paging, PartialErrors, Pool, Replay,
    RequestWriter, Scrub, Secret, Violations,
};
use serde_json::Value;

/// A request whose reply is kept as the server sent it, beside its typed value.
pub(crate) struct Raw<E>(pub(crate) E);

/// A reply as the server sent it, but for secrets.
pub(crate) struct RawReply<T> {
    pub(crate) text: String,
    pub(crate) value: T,
}

impl<T: Scrub> Scrub for RawReply<T> {
    fn scrub(&mut self, secret: &Secret) {
        self.text.scrub(secret);
        self.value.scrub(secret);
    }
}

impl<E: Endpoint> Endpoint for Raw<E> {
    type Output = RawReply<E::Output>;

    const META: Meta = E::META;

    fn validate(&self, v: &mut Violations) {
        self.0.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        self.0.encode(w);
    }

    fn decode(head: &Parts, body: &[u8]) -> Result<Self::Output, DecodeError> {
        let value = E::decode(head, body)?;
        let text = String::from_utf8_lossy(body);
        // Some servers and proxies put a byte order mark before JSON.
        Ok(RawReply { text: text.trim_start_matches('\u{feff}').to_owned(), value })
    }

    fn message(output: &Self::Output) -> Option<&Message> {
        E::message(&output.value)
    }

    fn errors(output: &Self::Output) -> &[Value] {
        E::errors(&output.value)
    }

    fn partial_errors(output: &Self::Output) -> Option<&PartialErrors> {
        E::partial_errors(&output.value)
    }

    fn replay(&self) -> Replay {
        self.0.replay()
    }

    fn pool(&self) -> &'static Pool {
        self.0.pool()
    }

    fn identifiers(&self) -> Option<Vec<(&'static str, String)>> {
        self.0.identifiers()
    }
}

impl<E: Paged> Paged for Raw<E> {
    type Item = E::Item;

    const PAGING: Paging = E::PAGING;

    fn position(&self) -> Option<PagePosition> {
        self.0.position()
    }

    fn turn_to(&mut self, position: PagePosition) {
        self.0.turn_to(position);
    }

    fn page_size(&self) -> Option<u64> {
        self.0.page_size()
    }

    fn items(output: &Self::Output) -> &[E::Item] {
        E::items(&output.value)
    }

    fn into_items(output: Self::Output) -> Vec<E::Item> {
        E::into_items(output.value)
    }

    fn has_more(output: &Self::Output) -> Option<bool> {
        E::has_more(&output.value)
    }
}
