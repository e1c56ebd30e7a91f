//! Custom events, custom attributes and products of the world.

use super::id::choose;
use super::name::Words;
use crate::workspace::Noise;

/// A custom event or a custom attribute.
#[derive(Debug, Clone)]
pub(crate) struct Definition {
    pub(crate) name: String,
    pub(crate) description: Option<&'static str>,
    pub(crate) blocklisted: bool,
    pub(crate) tags: &'static [&'static str],
    /// True if analytics reports include the event.
    pub(crate) reported: bool,
    /// The data type of the attribute.
    pub(crate) data_type: &'static str,
}

impl Definition {
    fn new(noise: Noise, name: String) -> Self {
        let descriptions = [None, Some("From the shop"), None, Some("From the app")];
        Self {
            name,
            description: choose(noise.text("description"), &descriptions),
            blocklisted: noise.text("blocklisted").happens(0.1),
            tags: choose(noise.text("tags"), &[&[][..], &["shop"], &["app"]]),
            reported: noise.text("reported").happens(0.8),
            data_type: choose(noise.text("type"), DATA_TYPES),
        }
    }
}

/// Draws the custom events of a world, in alphabetical order.
pub(crate) fn events(noise: Noise, count: usize) -> Vec<Definition> {
    definitions(noise, names(noise, count, &["checkout", "search"], &EVENTS))
}

/// Draws the custom attributes of a world, in alphabetical order.
pub(crate) fn attributes(noise: Noise, count: usize) -> Vec<Definition> {
    let mut attributes = definitions(noise, names(noise, count, &KNOWN_ATTRIBUTES, &ATTRIBUTES));
    for attribute in &mut attributes {
        match attribute.name.as_str() {
            "favourite_colour" => attribute.data_type = "String (Automatically Detected)",
            "sizes" => attribute.data_type = "Array",
            "tier" => attribute.data_type = "String",
            _ => {}
        }
    }
    attributes
}

/// Draws the products of a world.
pub(crate) fn products(noise: Noise, count: usize) -> Vec<String> {
    names(noise, count, &["sku-1", "sku-2"], &PRODUCTS)
}

fn definitions(noise: Noise, mut names: Vec<String>) -> Vec<Definition> {
    names.sort();
    names.into_iter().map(|name| Definition::new(noise.text(&name), name)).collect()
}

/// The names of the spec's examples, then drawn ones.
fn names(noise: Noise, count: usize, known: &[&str], words: &Words) -> Vec<String> {
    let name = |index: usize| match known.get(index) {
        Some(known) => (*known).to_owned(),
        None => words.name(noise, index),
    };
    (0..count).map(name).collect()
}

const KNOWN_ATTRIBUTES: [&str; 3] = ["favourite_colour", "sizes", "tier"];

const DATA_TYPES: &[&str] = &[
    "String",
    "Number",
    "Boolean",
    "Date",
    "String (Automatically Detected)",
    "Array",
    "Object",
    "Object Array",
];

const EVENTS: Words = Words {
    first: &[
        "product", "video", "article", "profile", "coupon", "order", "booking", "wishlist", "app",
        "account", "level",
    ],
    second: &["viewed", "shared", "saved", "removed", "completed", "rated", "opened"],
    between: "_",
};

const ATTRIBUTES: Words = Words {
    first: &[
        "favourite",
        "last",
        "preferred",
        "total",
        "home",
        "newsletter",
        "loyalty",
        "signup",
        "first",
        "delivery",
        "payment",
    ],
    second: &["category", "store", "brand", "amount", "language", "level", "source"],
    between: "_",
};

const PRODUCTS: Words = Words {
    first: &[
        "blue", "red", "green", "black", "white", "grey", "striped", "small", "large", "classic",
        "soft",
    ],
    second: &["mug", "shirt", "lamp", "chair", "scarf", "bottle", "notebook"],
    between: "-",
};
