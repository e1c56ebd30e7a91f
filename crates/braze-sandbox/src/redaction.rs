//! Takes keys out of what the sandbox remembers.

use braze_core::{ApiKey, Scrub};

/// Returns the text without the key, if it contains the key.
pub(crate) fn without(key: &ApiKey, text: &[u8]) -> Option<String> {
    key.is_in(text).then(|| {
        let mut text = String::from_utf8_lossy(text).into_owned();
        text.scrub(key);
        text
    })
}
