//! Identifiers and choices that follow from the seed, and times of the spec's examples.

use chrono::{DateTime, Utc};

use crate::workspace::Noise;

/// A UUID.
pub(crate) fn uuid(noise: Noise) -> String {
    let (high, low) = (noise.text("high").bits(), noise.text("low").bits());
    format!(
        "{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}",
        high >> 32,
        high >> 16 & 0xffff,
        high & 0xfff,
        0x8000 | low >> 48 & 0x3fff,
        low & 0xffff_ffff_ffff,
    )
}

/// Chooses one of several values.
pub(crate) fn choose<T: Copy>(noise: Noise, values: &[T]) -> T {
    values[(noise.bits() % values.len() as u64) as usize]
}

/// A time of the spec's examples.
pub(crate) fn known_time(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}
