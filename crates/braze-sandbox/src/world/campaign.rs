//! [`Campaign`]: a campaign of the world.

use super::id::{choose, uuid};
use super::lifetime::Lifetime;
use super::name::Words;
use super::variation::{KnownVariation, Role, Variation};
use crate::workspace::Noise;

/// A campaign.
#[derive(Debug, Clone)]
pub(crate) struct Campaign {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) is_api: bool,
    pub(crate) archived: bool,
    pub(crate) draft: bool,
    pub(crate) has_draft: bool,
    pub(crate) tags: Vec<&'static str>,
    pub(crate) schedule: &'static str,
    pub(crate) lifetime: Lifetime,
    pub(crate) variations: Vec<Variation>,
}

/// A campaign of the spec's examples.
struct Known {
    id: &'static str,
    name: &'static str,
    is_api: bool,
    tags: &'static [&'static str],
    variations: &'static [KnownVariation],
}

impl Campaign {
    /// Draws the campaigns of a world, the oldest first.
    pub(crate) fn draw(noise: Noise, count: usize) -> Vec<Self> {
        (0..count).map(|index| Self::new(noise, index, count)).collect()
    }

    fn new(all: Noise, index: usize, count: usize) -> Self {
        let noise = all.number(index as i64);
        let known = KNOWN.get(index);
        let archived = known.is_none() && noise.text("archived").happens(0.1);
        let mut campaign = Self {
            id: uuid(noise),
            name: WORDS.name(all, index),
            is_api: noise.text("api").happens(0.1),
            archived,
            draft: known.is_none() && !archived && noise.text("draft").happens(0.05),
            has_draft: noise.text("post-launch draft").happens(0.1),
            tags: choose(noise.text("tags"), TAGS).to_vec(),
            schedule: choose(noise.text("schedule"), &["time_based", "action_based"]),
            lifetime: Lifetime::new(noise, index, count, archived),
            variations: Variation::draw(noise),
        };
        if let Some(known) = known {
            campaign.id = known.id.to_owned();
            campaign.name = known.name.to_owned();
            campaign.is_api = known.is_api;
            campaign.tags = known.tags.to_vec();
            campaign.variations = known.variations.iter().copied().map(Variation::known).collect();
        }
        campaign
    }

    pub(crate) fn variation(&self, id: &str) -> Option<&Variation> {
        self.variations.iter().find(|variation| variation.id == id)
    }
}

/// The tags of campaigns and Canvases.
pub(crate) const TAGS: &[&[&str]] =
    &[&[], &["retention"], &["shop", "sale"], &[], &["newsletter"], &["cart"]];

const WORDS: Words = Words {
    first: &[
        "Spring",
        "Summer",
        "Autumn",
        "Winter",
        "Weekend",
        "Birthday",
        "Welcome",
        "Loyalty",
        "Flash",
        "Premium",
        "Holiday",
        "Monthly",
        "Weekly",
        "Local",
        "Early",
        "Last-chance",
        "Referral",
    ],
    second: &[
        "sale",
        "reminder",
        "newsletter",
        "survey",
        "offer",
        "update",
        "receipt",
        "tips",
        "preview",
        "invitation",
        "digest",
        "countdown",
        "thanks",
    ],
    between: " ",
};

const KNOWN: [Known; 4] = [
    Known {
        id: "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
        name: "Spring push",
        is_api: false,
        tags: &["spring"],
        variations: &[
            ("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0c", "Variant 1", "ios_push", Role::Message),
            ("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0d", "Variant 2", "whats_app", Role::Message),
        ],
    },
    Known {
        id: "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b02",
        name: "Order receipt",
        is_api: true,
        tags: &[],
        variations: &[(
            "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0f",
            "Variant 1",
            "email",
            Role::Message,
        )],
    },
    Known {
        id: "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03",
        name: "Cart reminder",
        is_api: false,
        tags: &["cart"],
        variations: &[
            ("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0a", "Variant 1", "email", Role::Message),
            ("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0b", "Control Group", "email", Role::Control),
        ],
    },
    Known {
        id: "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b04",
        name: "How did we do?",
        is_api: false,
        tags: &[],
        variations: &[(
            "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0e",
            "Variant 1",
            "in_app_message",
            Role::Survey,
        )],
    },
];
