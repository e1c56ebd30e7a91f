//! [`CatalogError`]: the reason why an operation on catalogs is refused.

use http::StatusCode;
use serde_json::{Value, json};

/// The reason why an operation on catalogs is refused.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CatalogError {
    pub(crate) status: StatusCode,
    id: &'static str,
    message: String,
    /// The parameter at fault, and its value.
    parameter: Option<(&'static str, String)>,
}

impl CatalogError {
    /// A 400.
    pub(crate) fn new(id: &'static str, message: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, id, message: message.into(), parameter: None }
    }

    /// Names the parameter at fault, and its value.
    pub(crate) fn with_parameter(mut self, parameter: &'static str, value: &str) -> Self {
        self.parameter = Some((parameter, value.to_owned()));
        self
    }

    /// Makes it a 404.
    pub(crate) fn not_found(mut self) -> Self {
        self.status = StatusCode::NOT_FOUND;
        self
    }

    /// Makes it a 400.
    pub(crate) fn bad_request(mut self) -> Self {
        self.status = StatusCode::BAD_REQUEST;
        self
    }

    pub(crate) fn no_catalog(name: &str) -> Self {
        let message = "Could not find catalog";
        Self::new("catalog-not-found", message).with_parameter("catalog_name", name).not_found()
    }

    pub(crate) fn no_item(id: &str) -> Self {
        let message = "Could not find item";
        Self::new("item-not-found", message).with_parameter("item_id", id).not_found()
    }

    /// The body of the reply.
    pub(crate) fn to_json(&self) -> Value {
        let (parameters, values): (Vec<&str>, Vec<&str>) =
            self.parameter.iter().map(|(name, value)| (*name, value.as_str())).unzip();
        json!({
            "errors": [{
                "id": self.id,
                "message": self.message,
                "parameters": parameters,
                "parameter_values": values,
            }],
            "message": "Invalid Request",
        })
    }
}
