//! [`Tracked`]: the users that requests wrote, which exports read back.

mod operators;
mod user;

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use crate::scenario::Rejection;

pub(crate) use user::TrackedUser;

/// The users that requests wrote.
#[derive(Debug)]
pub(crate) struct Tracked {
    /// Each with the number of records that it fitted.
    rejections: Vec<(Rejection, u64)>,
    users: Vec<TrackedUser>,
    by_identifier: HashMap<String, usize>,
}

/// The outcome of a request that tracks.
pub(crate) struct Tracking {
    pub(crate) processed: Vec<(&'static str, usize)>,
    pub(crate) errors: Vec<Value>,
}

const ARRAYS: [&str; 3] = ["attributes", "events", "purchases"];

impl Tracked {
    pub(crate) fn new(rejections: &[Rejection]) -> Self {
        let rejections = rejections.iter().map(|rejection| (rejection.clone(), 0)).collect();
        Self { rejections, users: Vec::new(), by_identifier: HashMap::new() }
    }

    /// Writes the objects of a request: attributes first, then events, then purchases.
    pub(crate) fn track(&mut self, body: &Value) -> Tracking {
        let mut tracking = Tracking { processed: Vec::new(), errors: Vec::new() };
        for array in ARRAYS {
            let Some(objects) = body[array].as_array() else { continue };
            let mut processed = 0;
            for (index, object) in objects.iter().enumerate() {
                match self.problem(array, object) {
                    Ok(object) => {
                        processed += 1;
                        self.write(array, object);
                    }
                    Err(text) => tracking
                        .errors
                        .push(json!({ "type": text, "input_array": array, "index": index })),
                }
            }
            tracking.processed.push((array, processed));
        }
        tracking
    }

    /// Returns the object, if the service would take it in, or else the text of the error.
    fn problem<'a>(
        &mut self,
        array: &str,
        object: &'a Value,
    ) -> Result<&'a Map<String, Value>, String> {
        let object = object.as_object().ok_or("must be an object")?;
        problem(object)?;
        for (rejection, count) in &mut self.rejections {
            if rejection.fits(array, object) {
                *count += 1;
                if rejection.takes(*count) {
                    return Err(rejection.reason().to_owned());
                }
            }
        }
        Ok(object)
    }

    fn write(&mut self, array: &str, object: &Map<String, Value>) {
        let Some(identifier) = identifier(object) else { return };
        let only_existing = object
            .get("_update_existing_only")
            .and_then(Value::as_bool)
            .unwrap_or(identifier.starts_with("user_alias"));
        let known = self.by_identifier.get(&identifier).copied();
        let index = match known {
            Some(index) => index,
            None if only_existing => return,
            None => {
                self.users.push(TrackedUser::default());
                self.by_identifier.insert(identifier, self.users.len() - 1);
                self.users.len() - 1
            }
        };
        let user = &mut self.users[index];
        user.identify(object);
        match array {
            "attributes" => user.set(object),
            "events" => user.did(object),
            _ => user.bought(object),
        }
        // An address that was set identifies the user from now on, unless it identifies another.
        for name in ["email", "phone"] {
            if let Some(value) = object.get(name).filter(|_| array == "attributes") {
                self.by_identifier.entry(key(name, value)).or_insert(index);
            }
        }
    }

    /// Sets a field of the user with an identifier. `null` removes it.
    pub(crate) fn set_field(&mut self, name: &str, value: &str, field: &str, to: Value) {
        if let Some(index) = self.by_identifier.get(&key(name, &json!(value))) {
            self.users[*index].set(&Map::from_iter([(field.to_owned(), to)]));
        }
    }

    /// Gives the user with an identifier another one, if there is such a user and nobody else has that. Tells if so.
    pub(crate) fn link(
        &mut self,
        known: &str,
        value: &Value,
        name: &'static str,
        new: &Value,
    ) -> bool {
        let Some(index) = self.by_identifier.get(&key(known, value)).copied() else { return false };
        if self.by_identifier.contains_key(&key(name, new)) {
            return false;
        }
        self.by_identifier.insert(key(name, new), index);
        self.users[index].name(name, new);
        true
    }

    /// Takes an identifier from its user.
    pub(crate) fn unlink(&mut self, name: &str, value: &Value) {
        if let Some(index) = self.by_identifier.remove(&key(name, value)) {
            self.users[index].unname(name, value);
        }
    }

    /// Removes the user with an identifier, and with it all of the user's identifiers.
    pub(crate) fn remove(&mut self, name: &str, value: &Value) {
        if let Some(removed) = self.by_identifier.remove(&key(name, value)) {
            self.by_identifier.retain(|_, index| *index != removed);
        }
    }

    /// Finds the user with an identifier, such as `external_id` or `email`.
    pub(crate) fn find(&self, name: &str, value: &Value) -> Option<&TrackedUser> {
        self.by_identifier.get(&key(name, value)).map(|index| &self.users[*index])
    }
}

/// Refuses an object that the service would not take in, with the service's words.
fn problem(object: &Map<String, Value>) -> Result<(), &'static str> {
    let email = object.get("email").and_then(Value::as_str);
    if identifier(object).is_none() && !object.contains_key("push_token_import") {
        return Err("'external_id', 'braze_id', 'user_alias', 'email' or 'phone' is required");
    }
    if email.is_some_and(|email| !email.contains('@')) {
        return Err("The value provided for the 'email' field is not a valid email.");
    }
    Ok(())
}

/// The identifier that decides about the user of an object.
fn identifier(object: &Map<String, Value>) -> Option<String> {
    ["external_id", "user_alias", "braze_id", "email", "phone"].into_iter().find_map(|name| {
        let value = object.get(name).filter(|value| !value.is_null())?;
        Some(key(name, value))
    })
}

fn key(name: &str, value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Object(_) => format!("{}\n{}", value["alias_label"], value["alias_name"]),
        other => other.to_string(),
    };
    format!("{name} {text}")
}
