//! Takes secrets out of what the sandbox remembers.

use braze_core::{Scrub, Secret};

/// Returns the text without the secret, if it contains the secret.
pub(crate) fn without(secret: &Secret, text: &[u8]) -> Option<String> {
    secret.is_in(text).then(|| {
        let mut text = String::from_utf8_lossy(text).into_owned();
        text.scrub(secret);
        text
    })
}
