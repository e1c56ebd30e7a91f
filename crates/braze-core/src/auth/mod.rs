//! The API key: the secret itself, and its removal from everything that is shown.

pub(crate) mod escape;
mod key;
pub(crate) mod placeholder;
mod scrub;
mod search;

pub use key::{ApiKey, ApiKeyError};
pub use scrub::Scrub;
pub(crate) use scrub::scrubbed;
