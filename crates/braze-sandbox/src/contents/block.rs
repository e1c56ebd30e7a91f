//! [`ContentBlock`]: a Content Block.

use chrono::{DateTime, Utc};

use super::tags::tags;
use crate::workspace::Noise;
use crate::world::{Lifetime, Words, choose, known_time, uuid};

/// A Content Block.
#[derive(Debug)]
pub(crate) struct ContentBlock {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) content: String,
    pub(crate) description: Option<String>,
    pub(crate) is_active: bool,
    pub(crate) tags: Vec<String>,
    pub(crate) created: DateTime<Utc>,
    pub(crate) edited: DateTime<Utc>,
    /// The message that includes it: campaign and variation.
    pub(crate) inclusion: Option<(&'static str, &'static str)>,
}

impl ContentBlock {
    /// Draws the Content Blocks of a workspace, the oldest first. Those of the spec's examples come first.
    pub(super) fn draw(noise: Noise, count: usize) -> Vec<Self> {
        Self::known()
            .into_iter()
            .chain((2..).map(|index| Self::new(noise, index, count)))
            .take(count)
            .collect()
    }

    fn new(all: Noise, index: usize, count: usize) -> Self {
        let noise = all.number(index as i64);
        let name = WORDS.name(all, index);
        let created = Lifetime::new(noise, index, count, false).created();
        Self {
            id: uuid(noise),
            content: format!("<p>{}</p>", name.replace('_', " ")),
            name,
            description: choose(noise.text("description"), &[None, Some("From the shop")])
                .map(str::to_owned),
            is_active: noise.text("active").happens(0.8),
            tags: tags(noise, &[&[], &["footer"], &["shop", "sale"]]),
            created,
            edited: created,
            inclusion: None,
        }
    }

    fn known() -> [Self; 2] {
        let footer = Self {
            id: "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901".to_owned(),
            name: "tea_footer".to_owned(),
            content: "<p>See you at the tea shop.</p>".to_owned(),
            description: None,
            is_active: true,
            tags: vec!["footer".to_owned()],
            created: known_time("2024-01-02T03:04:05Z"),
            edited: known_time("2024-01-03T03:04:05Z"),
            inclusion: Some((
                "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b02",
                "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0f",
            )),
        };
        let hours = Self {
            id: "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e902".to_owned(),
            name: "shop_hours".to_owned(),
            content: "Open from nine to five".to_owned(),
            description: Some("Opening hours".to_owned()),
            is_active: false,
            tags: Vec::new(),
            created: known_time("2024-02-02T09:30:00Z"),
            edited: known_time("2024-02-02T09:30:00Z"),
            inclusion: None,
        };
        [footer, hours]
    }

    /// `html` if the content holds markup.
    pub(crate) fn content_type(&self) -> &'static str {
        if self.content.contains('<') { "html" } else { "text" }
    }
}

/// The tag that puts the Content Block of this name into a message.
pub(crate) fn liquid_tag(name: &str) -> String {
    format!("{{{{content_blocks.${{{name}}}}}}}")
}

const WORDS: Words = Words {
    first: &[
        "summer", "winter", "shop", "order", "loyalty", "legal", "social", "product", "delivery",
        "return", "birthday",
    ],
    second: &["header", "footer", "banner", "notice", "links", "teaser", "address"],
    between: "_",
};
