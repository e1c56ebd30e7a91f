//! [`Fact`]: the source of what a spec says.

use super::read::At;

/// Names of sources in `x-braze-sources`.
pub(crate) type Fact = At<String>;
