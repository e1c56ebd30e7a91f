//! [`Request`]: a checked request of any endpoint, ready to be sent.

use braze_blocking::Client;
use braze_core::operation::{self, Operation};
use braze_core::{Error, Series, Violations};

use super::rendering::Rendering;
use crate::endpoint::Pairs;

/// Sends the request and renders its reply.
pub(super) type Request = Box<dyn FnOnce(&Client, Rendering) -> Result<Rendered, Error>>;

/// A reply as text.
pub(super) struct Rendered {
    pub(super) text: Vec<u8>,
    /// The problems that the reply reports beside its success.
    pub(super) problems: Vec<String>,
}

/// Reads a request whose reply can be shown as JSON only.
pub(super) fn any<E: Operation>(pairs: Pairs, body: &[u8]) -> Result<Request, Violations> {
    read::<E>(pairs, body, |output, rendering| rendering.value(&output))
}

/// Reads a request whose reply has rows.
pub(super) fn with_rows<E: Operation + Series>(
    pairs: Pairs,
    body: &[u8],
) -> Result<Request, Violations> {
    read::<E>(pairs, body, |output, rendering| rendering.series::<E>(output))
}

fn read<E: Operation>(
    pairs: Pairs,
    body: &[u8],
    render: fn(E::Output, Rendering) -> Vec<u8>,
) -> Result<Request, Violations> {
    let request = operation::from_pairs::<E>(pairs, body)?.request;
    Ok(Box::new(move |client, rendering| {
        let output = client.send(&request)?.into_value();
        let problems = E::problems(&output);
        Ok(Rendered { text: render(output, rendering), problems })
    }))
}
