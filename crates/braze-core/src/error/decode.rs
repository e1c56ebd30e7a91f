//! [`DecodeError`]: a success whose body cannot be read.

use std::fmt;

use bytes::Bytes;

/// A success status with a body that is not what the spec promises.
#[derive(Clone)]
pub struct DecodeError {
    path: String,
    problem: String,
    body: Bytes,
}

impl DecodeError {
    /// A problem at a JSON path (`data[3].sessions`; empty for the whole body).
    #[must_use]
    pub fn new(path: impl Into<String>, problem: impl Into<String>, body: &[u8]) -> Self {
        let body = Bytes::copy_from_slice(body);
        Self { path: path.into(), problem: problem.into(), body }
    }

    /// The JSON path of the value at fault; empty for the whole body.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The problem.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// The body as it came, but for the API key. `Debug` shows its length only.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    pub(crate) fn parts_mut(&mut self) -> (&mut String, &mut String, &mut Bytes) {
        (&mut self.path, &mut self.problem, &mut self.body)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DecodeError")
            .field("path", &self.path)
            .field("problem", &self.problem)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the reply cannot be read: ")?;
        if !self.path.is_empty() {
            write!(f, "at `{}`: ", self.path)?;
        }
        write!(f, "{} (body of {} bytes)", self.problem, self.body.len())
    }
}

impl std::error::Error for DecodeError {}
