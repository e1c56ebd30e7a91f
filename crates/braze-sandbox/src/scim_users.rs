//! [`ScimUsers`]: the users of the dashboard: one to begin with, and those that requests made.

use serde_json::{Map, Value, json};

/// The users of the dashboard: one to begin with, and those that requests made.
#[derive(Debug)]
pub(crate) struct ScimUsers {
    /// Each with its identifier, in the order of their making.
    users: Vec<(String, Map<String, Value>)>,
    made: u64,
}

/// The maximum number of users.
const MAX_USERS: usize = 10_000;

/// The identifier of the user who is there from the beginning, as the examples have it.
const FIRST: &str = "aaa245b7-24195aec-887bb3ad-602b3340";

impl Default for ScimUsers {
    fn default() -> Self {
        let first = json!({
            "userName": "grace@example.com",
            "name": { "givenName": "Grace", "familyName": "H" },
            "department": "engineering",
            "createdAt": "2024 Jan 2, 3:04 AM",
            "permissions": { "companyPermissions": [], "appGroup": [] },
        });
        let first = first.as_object().cloned().unwrap_or_default();
        Self { users: vec![(FIRST.to_owned(), first)], made: 0 }
    }
}

impl ScimUsers {
    /// Adds a user and returns its identifier, or `None` if another one has the same name, in any letter case.
    pub(crate) fn add(&mut self, fields: Map<String, Value>) -> Option<String> {
        let name = fields.get("userName").and_then(Value::as_str).unwrap_or_default();
        if self.named(name).is_some() {
            return None;
        }
        if self.users.len() >= MAX_USERS {
            self.users.remove(0);
        }
        self.made += 1;
        // Four groups of eight digits: the identifiers of the service are not UUIDs.
        let number = self.made;
        let id = format!("aaa245b7-24195aec-887bb3ad-{number:08x}");
        self.users.push((id.clone(), fields));
        Some(id)
    }

    pub(crate) fn get(&self, id: &str) -> Option<&Map<String, Value>> {
        self.users.iter().find(|(known, _)| known == id).map(|(_, fields)| fields)
    }

    pub(crate) fn get_mut(&mut self, id: &str) -> Option<&mut Map<String, Value>> {
        self.users.iter_mut().find(|(known, _)| known == id).map(|(_, fields)| fields)
    }

    /// The user with this name, in any letter case.
    pub(crate) fn named(&self, name: &str) -> Option<(&str, &Map<String, Value>)> {
        let is_named = |fields: &Map<String, Value>| {
            let known = fields.get("userName").and_then(Value::as_str);
            known.is_some_and(|known| known.eq_ignore_ascii_case(name))
        };
        let found = self.users.iter().find(|(_, fields)| is_named(fields));
        found.map(|(id, fields)| (id.as_str(), fields))
    }

    /// Removes a user. Returns `false` if there is none.
    pub(crate) fn remove(&mut self, id: &str) -> bool {
        let before = self.users.len();
        self.users.retain(|(known, _)| known != id);
        self.users.len() < before
    }
}
