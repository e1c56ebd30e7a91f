//! [`User`]: a user of the world, drawn when it is needed.

use super::id::choose;
use crate::workspace::Noise;

/// The users of a world. None is stored.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Users {
    noise: Noise,
    count: usize,
}

/// A user.
#[derive(Debug, Clone)]
pub(crate) struct User {
    pub(crate) index: usize,
    pub(crate) noise: Noise,
    pub(crate) external_id: String,
    pub(crate) braze_id: String,
    pub(crate) alias: String,
    pub(crate) alias_label: &'static str,
    pub(crate) first_name: &'static str,
    pub(crate) last_name: &'static str,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) device_id: String,
}

impl Users {
    pub(crate) fn new(noise: Noise, count: usize) -> Self {
        Self { noise, count }
    }

    /// Returns all users, in order.
    pub(crate) fn all(self) -> impl Iterator<Item = User> {
        (0..self.count).map(move |index| self.user(index))
    }

    /// Finds the user that a property identifies.
    ///
    /// Each identifier ends in the user's number, which saves a search.
    pub(crate) fn find(self, value: &str, property: fn(&User) -> &str) -> Option<User> {
        let text = value.split('@').next().unwrap_or_default();
        let decimal = text.bytes().rev().take_while(u8::is_ascii_digit).take(7).count();
        let number = text[text.len() - decimal..].parse().ok();
        let known = 0..KNOWN.len().min(self.count);
        let candidates = known.chain(number).filter(|index| *index < self.count);
        candidates.map(|index| self.user(index)).find(|user| property(user) == value)
    }

    fn user(self, index: usize) -> User {
        let noise = self.noise.number(index as i64);
        let first_name = choose(noise.text("first name"), FIRST_NAMES);
        let last_name = choose(noise.text("last name"), LAST_NAMES);
        let lower = |name: &str| name.to_ascii_lowercase();
        let bits = noise.text("identifier").bits();
        let user = User {
            index,
            noise,
            external_id: format!("user-{index:07}"),
            braze_id: format!("{:08x}{:08x}a{index:07}", bits >> 32, bits & 0xffff_ffff),
            alias: format!("c{index:07}"),
            alias_label: "crm",
            email: format!("{}.{}.{index:07}@example.com", lower(first_name), lower(last_name)),
            phone: format!("+1555{index:07}"),
            device_id: format!(
                "{:08x}-{:04x}-4000-8000-00000{index:07}",
                bits >> 32,
                bits & 0xffff
            ),
            first_name,
            last_name,
        };
        match KNOWN.get(index) {
            None => user,
            Some(known) => User {
                external_id: known.external_id.to_owned(),
                braze_id: known.braze_id.to_owned(),
                alias: known.alias.to_owned(),
                alias_label: "forum",
                first_name: "Ada",
                email: known.email.to_owned(),
                device_id: known.device_id.to_owned(),
                ..user
            },
        }
    }
}

/// A user of the spec's examples.
struct Known {
    external_id: &'static str,
    braze_id: &'static str,
    alias: &'static str,
    email: &'static str,
    device_id: &'static str,
}

const KNOWN: [Known; 2] = [
    Known {
        external_id: "cust-77",
        braze_id: "60a1b2c3d4e5f60718293a4b",
        alias: "ada77",
        email: "ada@example.com",
        device_id: "7f1c2d3e-0b5e-4f0a-8b1e-7f6f2a0cd000",
    },
    Known {
        external_id: "cust-79",
        braze_id: "60a1b2c3d4e5f60718293a4c",
        alias: "ada",
        email: "ada.79@example.com",
        device_id: "7f1c2d3e-0b5e-4f0a-8b1e-7f6f2a0cd001",
    },
];

const FIRST_NAMES: &[&str] = &[
    "Ada",
    "Alan",
    "Barbara",
    "Claude",
    "Dorothy",
    "Edsger",
    "Frances",
    "Grace",
    "Hedy",
    "John",
    "Katherine",
    "Leslie",
    "Margaret",
    "Niklaus",
    "Radia",
    "Shafi",
];

const LAST_NAMES: &[&str] = &[
    "Allen", "Brown", "Clarke", "Davies", "Evans", "Fischer", "Garcia", "Hughes", "Ito", "Jones",
    "Keller", "Lopez", "Martin", "Novak", "Olsen", "Petit",
];
