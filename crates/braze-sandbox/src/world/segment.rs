//! [`Segment`]: a segment of the world.

use super::campaign::TAGS;
use super::id::{choose, uuid};
use super::lifetime::Lifetime;
use super::name::Words;
use crate::workspace::Noise;

/// A segment.
#[derive(Debug, Clone)]
pub(crate) struct Segment {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) tracked: bool,
    pub(crate) tags: Vec<&'static str>,
    pub(crate) lifetime: Lifetime,
    /// The share of the users in it.
    pub(crate) share: f64,
}

impl Segment {
    /// Draws the segments of a world, the oldest first.
    pub(crate) fn draw(noise: Noise, count: usize) -> Vec<Self> {
        (0..count).map(|index| Self::new(noise, index, count)).collect()
    }

    fn new(all: Noise, index: usize, count: usize) -> Self {
        let noise = all.number(index as i64);
        let drawn = Self {
            id: uuid(noise),
            name: WORDS.name(all, index),
            tracked: noise.text("tracked").happens(0.7),
            tags: choose(noise.text("tags"), TAGS).to_vec(),
            lifetime: Lifetime::new(noise, index, count, false),
            share: 0.02 + 0.5 * noise.text("share").unit(),
        };
        match KNOWN.get(index) {
            None => drawn,
            Some((id, name, tracked, share)) => Self {
                id: (*id).to_owned(),
                name: (*name).to_owned(),
                tracked: *tracked,
                share: *share,
                ..drawn
            },
        }
    }

    /// Returns true if a user is in the segment.
    pub(crate) fn has(&self, user: usize) -> bool {
        Noise::new(0).text(&self.id).number(user as i64).happens(self.share)
    }
}

const WORDS: Words = Words {
    first: &[
        "Active",
        "Lapsed",
        "New",
        "Loyal",
        "High-value",
        "Dormant",
        "Trial",
        "Premium",
        "Mobile",
        "Web",
        "European",
    ],
    second: &["users", "buyers", "readers", "subscribers", "visitors", "members", "fans"],
    between: " ",
};

/// The segments of the spec's examples: identifier, name, analytics tracking and share.
const KNOWN: [(&str, &str, bool, f64); 2] = [
    ("2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34", "Lapsed 30 days", true, 0.3),
    ("2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d35", "All users", false, 1.0),
];
