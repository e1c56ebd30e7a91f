//! [`SingleRequest`]: an endpoint, without its types, ready to make one request.

use braze_blocking::Client;
use braze_core::operation::{self, Operation};
use braze_core::{Error, FlatSeries, NestedSeries, Violations};

use crate::endpoint::{Endpoint, Pairs};
use crate::rendering::Rendering;

/// An endpoint, without its types, ready to make one request.
pub(crate) struct SingleRequest {
    pub(crate) endpoint: Endpoint,
    /// The reply can be shown as a table.
    pub(crate) has_rows: bool,
    read: fn(Pairs, &[u8]) -> Result<Request, Violations>,
}

/// Sends a checked request and renders its reply.
pub(crate) type Request = Box<dyn FnOnce(&Client, Rendering) -> Result<Rendered, Error>>;

/// A reply as text.
pub(crate) struct Rendered {
    pub(crate) text: Vec<u8>,
    /// The problems that the reply reports beside its success.
    pub(crate) problems: Vec<String>,
}

impl SingleRequest {
    /// An endpoint whose reply is shown as JSON.
    pub(crate) fn new<E: Operation>() -> Self {
        Self {
            endpoint: Endpoint::new::<E>(),
            has_rows: false,
            read: |pairs, body| read::<E>(pairs, body, |output, form| form.value(&output)),
        }
    }

    /// An endpoint whose reply has rows.
    pub(crate) fn with_rows<E: Operation + FlatSeries>() -> Self {
        Self {
            endpoint: Endpoint::new::<E>(),
            has_rows: true,
            read: |pairs, body| read::<E>(pairs, body, |output, form| form.series::<E>(output)),
        }
    }

    /// An endpoint whose reply has rows with many numbers.
    pub(crate) fn with_measures<E: Operation + NestedSeries>() -> Self {
        Self {
            endpoint: Endpoint::new::<E>(),
            has_rows: true,
            read: |pairs, body| read::<E>(pairs, body, |output, form| form.nested::<E>(output)),
        }
    }

    /// Checks a request with these parameters.
    pub(crate) fn check(&self, parameters: Pairs, body: &[u8]) -> Result<Request, Violations> {
        (self.read)(parameters, body)
    }
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
