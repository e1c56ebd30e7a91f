//! The body of a failure, read as a type.

use serde::de::DeserializeOwned;

use super::json;
use crate::error::{ApiError, DecodeError};

impl ApiError {
    /// Reads the body as the error type of a family of operations, or as a type of your own.
    ///
    /// The documentation of a request names the type, if its family has one.
    ///
    /// ```
    /// # use braze_core::{DecodeError, Error};
    /// #[derive(serde::Deserialize)]
    /// struct Refusal {
    ///     error_code: String,
    /// }
    ///
    /// # fn code(error: &Error) -> Option<String> {
    /// let refusal: Refusal = error.api()?.read().ok()?;
    /// # Some(refusal.error_code)
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// [`DecodeError`] if the body has another shape.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, DecodeError> {
        json(self.body())
    }
}
