//! The machine's clock, for the few tests that must not have another.

use std::time::SystemTime;

use braze_core::{DateTime, Utc};

/// The time on the machine's clock. A test that asks for it must hold at any moment.
#[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
pub(crate) fn machine() -> DateTime<Utc> {
    SystemTime::now().into()
}
