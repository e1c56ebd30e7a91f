//! [`Canvas`]: a Canvas of the world, with its variants and steps.

use super::campaign::TAGS;
use super::id::{choose, uuid};
use super::lifetime::Lifetime;
use super::name::Words;
use super::variation::{Role, Variation};
use crate::workspace::Noise;

/// A Canvas.
#[derive(Debug, Clone)]
pub(crate) struct Canvas {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) archived: bool,
    pub(crate) draft: bool,
    pub(crate) has_draft: bool,
    pub(crate) tags: Vec<&'static str>,
    pub(crate) schedule: &'static str,
    pub(crate) lifetime: Lifetime,
    pub(crate) variants: Vec<Variant>,
    /// In the order in which users pass through them. A deleted one is the last.
    pub(crate) steps: Vec<Step>,
}

/// A variant of a Canvas.
#[derive(Debug, Clone)]
pub(crate) struct Variant {
    pub(crate) id: String,
    pub(crate) name: String,
    /// True for the control group, which enters no step.
    pub(crate) control: bool,
}

/// A step of a Canvas.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub(crate) id: String,
    pub(crate) name: &'static str,
    pub(crate) deleted: bool,
    /// The messages. A step without any is a decision split.
    pub(crate) variations: Vec<Variation>,
}

impl Canvas {
    /// Draws the Canvases of a world, the oldest first.
    pub(crate) fn draw(noise: Noise, count: usize) -> Vec<Self> {
        (0..count).map(|index| Self::new(noise, index, count)).collect()
    }

    fn new(all: Noise, index: usize, count: usize) -> Self {
        let noise = all.number(index as i64);
        let known = KNOWN.get(index);
        let archived = known.is_none() && noise.text("archived").happens(0.1);
        let mut canvas = Self {
            id: known.map_or_else(|| uuid(noise), |(id, _)| (*id).to_owned()),
            name: known.map_or_else(|| WORDS.name(all, index), |(_, name)| (*name).to_owned()),
            archived,
            draft: known.is_none() && !archived && noise.text("draft").happens(0.1),
            has_draft: noise.text("post-launch draft").happens(0.1),
            tags: choose(noise.text("tags"), TAGS).to_vec(),
            schedule: choose(noise.text("schedule"), &["time_based", "action_based"]),
            lifetime: Lifetime::new(noise, index, count, archived),
            variants: variants(noise.text("variants")),
            steps: steps(noise.text("steps")),
        };
        if index == 0 {
            canvas.onboarding();
        }
        canvas
    }

    /// Gives the identifiers of the spec's example to the first Canvas.
    fn onboarding(&mut self) {
        let id = |end: &str| format!("7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9{end}");
        let message = |end: &str, channel| Variation {
            id: id(end),
            name: "Variant 1".to_owned(),
            channel,
            role: Role::Message,
        };
        let step =
            |end: &str, name, variations| Step { id: id(end), name, deleted: false, variations };
        self.variants =
            vec![Variant { id: id("201"), name: "Variant 1".to_owned(), control: false }];
        self.steps = vec![
            step("301", "Hello", vec![message("401", "email")]),
            step("302", "Split", Vec::new()),
            step("303", "Tips", vec![message("402", "ios_push")]),
        ];
    }

    /// Returns the steps that were not deleted.
    pub(crate) fn live_steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| !step.deleted)
    }
}

fn variants(noise: Noise) -> Vec<Variant> {
    let count = 1 + (noise.text("count").bits() % 3) as i64;
    let variant = |number: i64| Variant {
        id: uuid(noise.number(number)),
        name: format!("Variant {number}"),
        control: false,
    };
    let mut variants: Vec<Variant> = (1..=count).map(variant).collect();
    if noise.text("control").happens(0.4) {
        let id = uuid(noise.text("control group"));
        variants.push(Variant { id, name: "Control Group".to_owned(), control: true });
    }
    variants
}

fn steps(noise: Noise) -> Vec<Step> {
    let count = 2 + (noise.text("count").bits() % 4) as usize;
    let deleted = noise.text("deleted").happens(0.3);
    let step = |(index, name): (usize, &&'static str)| {
        let noise = noise.number(index as i64);
        let is_split = index == 1 && count > 2 && noise.text("split").happens(0.5);
        Step {
            id: uuid(noise),
            name: if is_split { "Split" } else { name },
            deleted: deleted && index + 1 == count,
            variations: if is_split { Vec::new() } else { Variation::draw(noise) },
        }
    };
    STEPS.iter().take(count).enumerate().map(step).collect()
}

const STEPS: [&str; 5] = ["Hello", "Tips", "Reminder", "Offer", "Goodbye"];

const WORDS: Words = Words {
    first: &[
        "Onboarding",
        "Win-back",
        "Cart",
        "Trial",
        "Upgrade",
        "Feedback",
        "Loyalty",
        "Renewal",
        "Launch",
        "Referral",
        "Seasonal",
    ],
    second: &["journey", "series", "flow", "path", "program", "sequence", "nurture"],
    between: " ",
};

/// The Canvases of the spec's examples.
const KNOWN: [(&str, &str); 2] = [
    ("7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9101", "Onboarding"),
    ("7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9102", "Lapsed customers"),
];
