//! [`Contents`]: Content Blocks, templates, preference centers and translations, as requests changed them.

mod block;
mod center;
mod tags;
mod template;
mod translations;

use crate::workspace::{Noise, WorldSize};
use crate::world;

pub(crate) use block::{ContentBlock, liquid_tag};
pub(crate) use center::PreferenceCenter;
pub(crate) use template::EmailTemplate;
pub(crate) use translations::{LOCALES, Locale, Subject, Translations};

/// Content Blocks, templates, preference centers and translations, as requests changed them.
#[derive(Debug)]
pub(crate) struct Contents {
    /// In order of creation.
    pub(crate) blocks: Vec<ContentBlock>,
    /// In order of creation.
    pub(crate) templates: Vec<EmailTemplate>,
    /// In order of creation.
    pub(crate) centers: Vec<PreferenceCenter>,
    pub(crate) translations: Translations,
    noise: Noise,
    /// The number of identifiers that were given out.
    made: i64,
}

impl Contents {
    /// The contents with which a sandbox starts.
    pub(crate) fn new(seed: u64, size: &WorldSize) -> Self {
        let noise = |kind: &str| Noise::new(seed).text("contents").text(kind);
        Self {
            blocks: ContentBlock::draw(noise("blocks"), size.content_blocks as usize),
            templates: EmailTemplate::draw(noise("templates"), size.email_templates as usize),
            centers: PreferenceCenter::known(),
            translations: Translations::default(),
            noise: noise("made"),
            made: 0,
        }
    }

    /// Gives out an identifier.
    pub(crate) fn identifier(&mut self) -> String {
        self.made += 1;
        world::uuid(self.noise.number(self.made))
    }
}
