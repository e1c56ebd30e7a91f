// Written from spec/paths/cdi/sync.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /cdi/integrations/{integration_id}/sync`: Start a job of an integration.

use http::Method;
use http::response::Parts;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::{
    Acknowledgement, DecodeError, Effect, Endpoint, Message, Meta, PartialErrors, Pool, Replay,
    RequestWriter, Violations, reply,
};

/// Starts a job that reads from the warehouse. While one runs, a second request gets status 429,
/// which is not a rate limit.
///
/// `POST /cdi/integrations/{integration_id}/sync`, permission `cdi.integration_sync`, counted in
/// [`Pool::CDI_SYNC`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, cdi};
///
/// let request = cdi::IntegrationsSyncRequest::new("0b5b8f0e-5d0c-4d53-9a55-1f6f8a3c2d10");
/// assert_eq!(request.check(), Ok(()));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct IntegrationsSyncRequest {
    /// Identifier of the integration, as in the address of its page.
    pub integration_id: String,
}

impl IntegrationsSyncRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(integration_id: impl Into<String>) -> Self {
        Self { integration_id: integration_id.into() }
    }
}

impl Endpoint for IntegrationsSyncRequest {
    type Output = Acknowledgement;

    const META: Meta =
        Meta::new("cdi.integrations_sync", Method::POST, "/cdi/integrations/{integration_id}/sync")
            .permission("cdi.integration_sync")
            .replay(Replay::Unsafe)
            .effect(Effect::Starts)
            .busy()
            .pool(&Pool::CDI_SYNC);

    fn validate(&self, v: &mut Violations) {
        v.identifier("integration_id", &self.integration_id);
        v.segment("integration_id", &self.integration_id);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/cdi/integrations/");
        w.path_value(&self.integration_id);
        w.path("/sync");
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Acknowledgement, DecodeError> {
        reply::json(body)
    }

    fn message(output: &Acknowledgement) -> Option<&Message> {
        output.message.as_ref()
    }

    fn partial_errors(output: &Acknowledgement) -> Option<&PartialErrors> {
        Some(&output.errors)
    }
}

#[cfg(feature = "operation")]
impl Operation for IntegrationsSyncRequest {
    const DESCRIPTION: Description = Description::new("Start a job of an integration")
        .description(
            "Starts a job that reads from the warehouse. While one runs, a second request gets \
             status 429, which is not a rate limit.",
        )
        .command(&["cdi", "integrations-sync"])
        .parameters(&[Parameter::path("integration_id", Kind::Identifier)
            .description("Identifier of the integration, as in the address of its page.")])
        .exchanges(&[Exchange::new(
            "start",
            "/cdi/integrations/0b5b8f0e-5d0c-4d53-9a55-1f6f8a3c2d10/sync",
            202,
            r#"{"message": "success"}"#,
        )]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let integration_id = r.required("integration_id");
        Some(Self { integration_id: integration_id? })
    }

    fn write(output: &Acknowledgement) -> Vec<u8> {
        operation::json(output)
    }

    fn status(_output: &Acknowledgement) -> u16 {
        202
    }
}
