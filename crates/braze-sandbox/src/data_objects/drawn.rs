//! The objects of a new sandbox: those of the spec's examples, and as many others as it shall have.

use serde_json::{Value, json};

use super::schema::{ACCOUNT, ACCOUNT_LOCATION, ACCOUNT_USER, LOCATION, SUBACCOUNT};
use super::{Attributes, DataObjects, ObjectEdge, ObjectName, UserEdge};
use crate::workspace::Noise;
use crate::world::{Words, choose};

/// The identifiers and names of the accounts in the spec's examples.
const KNOWN: [(&str, &str); 3] =
    [("tea-house", "Tea House"), ("tea-kiosk", "Kiosk"), ("tea-tent", "Tent")];

/// The users of the spec's examples, who have a relationship with the first account.
const KNOWN_USERS: [&str; 2] = ["507f1f77bcf86cd799439000", "507f1f77bcf86cd799439001"];

const NAMES: Words = Words {
    first: &["amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "haven"],
    second: &["bakery", "books", "cinema", "clinic", "garage", "hotel", "market", "studio"],
    between: "-",
};

const CITIES: [&str; 4] = ["Lisbon", "Oslo", "Seoul", "Toronto"];

/// One location for so many accounts.
const ACCOUNTS_PER_LOCATION: usize = 10;

impl DataObjects {
    /// Draws accounts, and locations for them.
    pub(crate) fn draw(noise: Noise, accounts: usize) -> Self {
        let mut drawn = Self::default();
        for index in 0..accounts {
            drawn.add_account(noise, index);
        }
        if accounts >= KNOWN.len() {
            drawn.relate_known();
        }
        drawn
    }

    fn add_account(&mut self, noise: Noise, index: usize) {
        let own = noise.number(index as i64);
        let (id, name) = match KNOWN.get(index) {
            Some((id, name)) => ((*id).to_owned(), (*name).to_owned()),
            None => {
                let id = NAMES.name(noise.text("accounts"), index - KNOWN.len());
                (id.clone(), id)
            }
        };
        let account = ObjectName { type_name: ACCOUNT, external_id: id };
        let plan = choose(own.text("plan"), &["basic", "pro"]);
        let employees = own.text("employees").bits() % 900 + 1;
        let fields = match index {
            0..KNOWN_ACCOUNTS => json!({ "name": name }),
            _ => json!({ "name": name, "plan": plan, "employees": employees }),
        };
        self.objects.insert(account.clone(), attributes(fields));
        if index % ACCOUNTS_PER_LOCATION == KNOWN_ACCOUNTS {
            let number = index / ACCOUNTS_PER_LOCATION + 1;
            let location =
                ObjectName { type_name: LOCATION, external_id: format!("location-{number}") };
            let city = choose(own.text("city"), &CITIES);
            let fields = json!({ "name": format!("Location {number}"), "city": city });
            self.objects.insert(location.clone(), attributes(fields));
            let relationship = ObjectEdge { kind: ACCOUNT_LOCATION, from: account, to: location };
            let fields = json!({ "is_headquarters": true });
            self.object_relationships.insert(relationship, attributes(fields));
        }
    }

    /// Adds the relationships of the spec's examples.
    fn relate_known(&mut self) {
        let key = |index: usize| ObjectName {
            type_name: ACCOUNT,
            external_id: KNOWN[index].0.to_owned(),
        };
        let relationship = ObjectEdge { kind: SUBACCOUNT, from: key(0), to: key(1) };
        self.object_relationships.insert(relationship, Attributes::new());
        for user in KNOWN_USERS {
            let (kind, braze_id) = (ACCOUNT_USER, user.to_owned());
            let relationship = UserEdge { object: key(0), kind, braze_id };
            self.user_relationships.insert(relationship, Attributes::new());
        }
    }
}

const KNOWN_ACCOUNTS: usize = KNOWN.len();

fn attributes(fields: Value) -> Attributes {
    match fields {
        Value::Object(fields) => fields,
        _ => Attributes::new(),
    }
}
