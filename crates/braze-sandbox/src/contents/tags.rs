//! Tags that follow from the seed.

use crate::workspace::Noise;
use crate::world::choose;

/// Chooses one of several lists of tags.
pub(super) fn tags(noise: Noise, lists: &[&[&str]]) -> Vec<String> {
    choose(noise.text("tags"), lists).iter().map(|tag| (*tag).to_owned()).collect()
}
