//! [`EmailTemplate`]: an email template.

use chrono::{DateTime, Utc};

use super::tags::tags;
use crate::workspace::Noise;
use crate::world::{Lifetime, Words, known_time, uuid};

/// An email template.
#[derive(Debug)]
pub(crate) struct EmailTemplate {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) subject: String,
    pub(crate) preheader: Option<String>,
    pub(crate) body: String,
    pub(crate) plaintext_body: Option<String>,
    pub(crate) should_inline_css: bool,
    pub(crate) tags: Vec<String>,
    pub(crate) created: DateTime<Utc>,
    pub(crate) updated: DateTime<Utc>,
}

impl EmailTemplate {
    /// Draws the templates of a workspace, the oldest first. The one of the spec's examples comes first.
    pub(super) fn draw(noise: Noise, count: usize) -> Vec<Self> {
        let drawn = (1..).map(|index| Self::new(noise, index, count));
        std::iter::once(Self::known()).chain(drawn).take(count).collect()
    }

    fn new(all: Noise, index: usize, count: usize) -> Self {
        let noise = all.number(index as i64);
        let name = WORDS.name(all, index);
        let created = Lifetime::new(noise, index, count, false).created();
        Self {
            id: uuid(noise),
            subject: name.clone(),
            preheader: None,
            body: format!("<p>{name}</p>"),
            plaintext_body: Some(name.clone()),
            name,
            should_inline_css: noise.text("inline").happens(0.5),
            tags: tags(noise, &[&[], &["onboarding"], &["shop", "sale"]]),
            created,
            updated: created,
        }
    }

    fn known() -> Self {
        Self {
            id: "232b6d29-7e41-4f06-8c1b-55a0e9d3f70a".to_owned(),
            name: "Welcome".to_owned(),
            subject: "Welcome to the tea shop".to_owned(),
            preheader: Some("A cup is waiting".to_owned()),
            body: "<p>Hi</p>".to_owned(),
            plaintext_body: Some("Hi".to_owned()),
            should_inline_css: true,
            tags: vec!["onboarding".to_owned()],
            created: known_time("2024-01-02T03:04:05Z"),
            updated: known_time("2024-01-03T03:04:05Z"),
        }
    }
}

const WORDS: Words = Words {
    first: &["Order", "Shipping", "Password", "Invoice", "Cart", "Review", "Loyalty"],
    second: &["receipt", "reminder", "notice", "summary", "survey"],
    between: " ",
};
