//! [`Variation`]: one version of a message.

use super::channel::CHANNELS;
use super::id::{choose, uuid};
use crate::workspace::Noise;

/// One version of a message, in one channel.
#[derive(Debug, Clone)]
pub(crate) struct Variation {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) channel: &'static str,
    pub(crate) role: Role,
}

/// The part that a variation plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Message,
    /// The control group, which gets no message.
    Control,
    Survey,
}

/// A variation of the spec's examples: identifier, name, channel and role.
pub(crate) type KnownVariation = (&'static str, &'static str, &'static str, Role);

impl Variation {
    pub(crate) fn known((id, name, channel, role): KnownVariation) -> Self {
        Self { id: id.to_owned(), name: name.to_owned(), channel, role }
    }

    /// Draws the variations of a message: one or two versions and perhaps a control group.
    pub(crate) fn draw(noise: Noise) -> Vec<Self> {
        let channel = choose(noise.text("channel"), CHANNELS);
        let versions = if noise.text("versions").happens(0.3) { 2 } else { 1 };
        let message = |number: i64| Self {
            id: uuid(noise.number(number)),
            name: format!("Variant {number}"),
            channel,
            role: Role::Message,
        };
        let mut variations: Vec<Self> = (1..=versions).map(message).collect();
        if versions == 2 && noise.text("control").happens(0.5) {
            let id = uuid(noise.text("control group"));
            let name = "Control Group".to_owned();
            variations.push(Self { id, name, channel, role: Role::Control });
        }
        variations
    }

    /// Returns the identifiers of the links of an email. Other messages have none.
    pub(crate) fn link_ids(&self) -> Vec<String> {
        if self.channel != "email" || self.role != Role::Message {
            return Vec::new();
        }
        let id = |number: i64| {
            let bits = Noise::new(0).text(&self.id).number(number).bits();
            format!("{:012x}", bits & 0xffff_ffff_ffff)
        };
        let first =
            if KNOWN_LINK.1.contains(&self.id.as_str()) { KNOWN_LINK.0.to_owned() } else { id(1) };
        vec![first, id(2)]
    }
}

/// The link of the spec's examples, and the variations that have it.
const KNOWN_LINK: (&str, [&str; 2]) = (
    "abc123def456",
    ["7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0a", "7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9401"],
);

/// Returns the channels of several variations, each once.
pub(crate) fn channels<'a>(
    variations: impl IntoIterator<Item = &'a Variation>,
) -> Vec<&'static str> {
    let mut channels = Vec::new();
    for variation in variations {
        if !channels.contains(&variation.channel) {
            channels.push(variation.channel);
        }
    }
    channels
}
