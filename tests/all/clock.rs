//! The machine's clock, for the few tests that must not have another.

use std::time::SystemTime;

use braze_core::{DateTime, Utc};

/// What the machine's clock shows. A test that asks must hold at any moment.
#[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
pub(crate) fn machine() -> DateTime<Utc> {
    SystemTime::now().into()
}
