//! Secrets: those that requests are authorised with, and their removal from everything that is shown.

mod bearer;
mod credential;
mod credentials;
pub(crate) mod escape;
mod key;
pub(crate) mod placeholder;
mod scrub;
mod search;
mod secret;
mod secret_text;

pub use bearer::ApiKeyError;
#[cfg(feature = "tracing")]
pub(crate) use bearer::presented;
pub use credential::{Credential, CredentialError};
pub use credentials::Credentials;
pub(crate) use credentials::Redaction;
pub use key::{ApiKey, ClientKey, ScimToken};
pub use scrub::Scrub;
pub(crate) use scrub::scrubbed;
pub use secret::Secret;
pub use secret_text::SecretText;
