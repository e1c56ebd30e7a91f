//! [`CatalogItem`]: an item of a catalog, made from a type of your own and read as one.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::auth::{Scrub, Secret};
use crate::text::{printable, shortened};
use crate::validate::Violations;

/// The field that tells items apart.
const ID: &str = "id";

/// The maximum length of an identifier, in characters.
const MAX_ID: usize = 250;

/// The maximum length of a value, in characters. The service does not say how it counts other values than texts.
const MAX_CHARACTERS: usize = 5_000;

/// The maximum number of objects within each other.
const MAX_DEPTH: usize = 50;

/// The maximum number of elements of a list.
const MAX_ELEMENTS: usize = 100;

/// The changes of a list.
const OPERATORS: [&str; 2] = ["$add", "$remove"];

/// An item of a catalog, made from a type of your own and read as one.
///
/// Its fields are those of the catalog: texts, numbers, booleans, times, lists of texts, objects and places. Numbers
/// are kept as [`serde_json`] keeps them, integers of up to 64 bits among them; `NaN` and infinities are `null`.
///
/// ```
/// use braze_core::{CatalogItem, CatalogItemError};
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Serialize, Deserialize)]
/// struct Tea {
///     id: String,
///     price: f64,
///     stock: u64,
///     notes: Vec<String>,
/// }
///
/// let oolong = Tea {
///     id: "oolong".to_owned(),
///     price: 7.5,
///     stock: u64::MAX,
///     notes: vec!["floral".to_owned()],
/// };
/// let item = CatalogItem::new(&oolong)?;
/// assert_eq!(item.id(), Some("oolong"));
///
/// let read: Tea = item.read()?;
/// assert_eq!((read.price, read.stock), (7.5, u64::MAX));
///
/// // Some operations have the identifier in their path, and change what the item lists.
/// let change = CatalogItem::default().with("price", 8).with_changes("notes", ["smoky"], ["floral"]);
/// assert_eq!(
///     serde_json::to_string(&change).unwrap(),
///     r#"{"notes":{"$add":["smoky"],"$remove":["floral"]},"price":8}"#,
/// );
/// # Ok::<(), CatalogItemError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CatalogItem(Map<String, Value>);

/// The reason why a value is not an item, or an item not a value of a type.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum CatalogItemError {
    /// The value is not written as an object.
    NotAnObject,
    /// The value cannot be written as JSON.
    Unwritable(String),
    /// The item does not fit the type.
    Unreadable {
        /// The identifier of the item, if it has one.
        id: Option<String>,
        /// The difference.
        problem: String,
    },
}

/// The place of an item in requests.
#[derive(Clone, Copy)]
struct Place {
    has_id: bool,
    has_fields: bool,
    may_change: bool,
}

impl CatalogItem {
    /// Writes a value as an item.
    ///
    /// # Errors
    ///
    /// [`CatalogItemError`] if the value is not written as an object.
    pub fn new(value: &impl Serialize) -> Result<Self, CatalogItemError> {
        match serde_json::to_value(value) {
            Ok(Value::Object(fields)) => Ok(Self(fields)),
            Ok(_) => Err(CatalogItemError::NotAnObject),
            Err(error) => Err(CatalogItemError::Unwritable(error.to_string())),
        }
    }

    /// Returns an item that is named, and nothing else.
    #[must_use]
    pub fn from_id(id: impl Into<String>) -> Self {
        Self::default().with(ID, id.into())
    }

    /// Reads the item as a value of a type.
    ///
    /// # Errors
    ///
    /// [`CatalogItemError`] if the item does not fit the type.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, CatalogItemError> {
        T::deserialize(&self.0).map_err(|error| CatalogItemError::Unreadable {
            id: self.id().map(str::to_owned),
            problem: error.to_string(),
        })
    }

    /// The identifier, if the item has one.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.0.get(ID)?.as_str()
    }

    /// The fields by name, `id` among them.
    #[must_use]
    pub const fn as_map(&self) -> &Map<String, Value> {
        &self.0
    }

    /// Sets a field.
    #[must_use]
    pub fn with(mut self, field: impl Into<String>, value: impl Into<Value>) -> Self {
        self.0.insert(field.into(), value.into());
        self
    }

    /// Changes a field that is a list: elements that it gets, and elements that it loses.
    #[must_use]
    pub fn with_changes<A, R>(self, field: impl Into<String>, add: A, remove: R) -> Self
    where
        A: IntoIterator<Item: Into<String>>,
        R: IntoIterator<Item: Into<String>>,
    {
        let add: Vec<String> = add.into_iter().map(Into::into).collect();
        let remove: Vec<String> = remove.into_iter().map(Into::into).collect();
        let lists = OPERATORS.into_iter().zip([add, remove]);
        let changes: Map<String, Value> = lists
            .filter(|(_, elements)| !elements.is_empty())
            .map(|(name, elements)| (name.to_owned(), json!(elements)))
            .collect();
        self.with(field, changes)
    }

    /// Leaves `id` out, for operations that have it in their path.
    #[must_use]
    pub fn without_id(mut self) -> Self {
        self.0.remove(ID);
        self
    }

    /// Tells whether a list is changed by `$add` or `$remove`, so that repeating may act twice.
    #[must_use]
    pub fn adds(&self) -> bool {
        self.0.values().filter_map(Value::as_object).any(is_change)
    }

    /// Notes everything that keeps it from being created or replaced, with its path below `field`.
    pub fn check(&self, field: &str, violations: &mut Violations) {
        let place = Place { has_id: true, has_fields: true, may_change: false };
        self.check_at(field, place, violations);
    }

    /// Notes everything that keeps it from changing an item, with its path below `field`.
    pub fn check_changes(&self, field: &str, violations: &mut Violations) {
        let place = Place { has_id: true, has_fields: true, may_change: true };
        self.check_at(field, place, violations);
    }

    /// Does what [`check`](Self::check) does, for an item whose identifier stands in the path.
    pub fn check_fields(&self, field: &str, violations: &mut Violations) {
        let place = Place { has_id: false, has_fields: true, may_change: false };
        self.check_at(field, place, violations);
    }

    /// Does what [`check_changes`](Self::check_changes) does, for an item whose identifier stands in the path.
    pub fn check_field_changes(&self, field: &str, violations: &mut Violations) {
        let place = Place { has_id: false, has_fields: true, may_change: true };
        self.check_at(field, place, violations);
    }

    /// Notes everything that keeps it from naming an item to delete, with its path below `field`.
    pub fn check_id(&self, field: &str, violations: &mut Violations) {
        let place = Place { has_id: true, has_fields: false, may_change: false };
        self.check_at(field, place, violations);
    }

    fn check_at(&self, field: &str, place: Place, v: &mut Violations) {
        check_id(&format!("{field}.{ID}"), self.0.get(ID), place.has_id, v);
        for (name, value) in self.0.iter().filter(|(name, _)| *name != ID) {
            let path = format!("{field}.{name}");
            if place.has_fields {
                check_field(&path, name, value, place.may_change, v);
            } else {
                v.note(
                    path,
                    "stands beside `id`, which alone names an item to delete: leave it out",
                );
            }
        }
    }
}

fn check_id(path: &str, id: Option<&Value>, is_required: bool, v: &mut Violations) {
    let problem = match id {
        None if is_required => "is missing: it is required".to_owned(),
        None => return,
        Some(_) if !is_required => "stands in the path already: leave it out".to_owned(),
        Some(Value::String(id)) => return check_name(path, id, v),
        Some(_) => "must be a text".to_owned(),
    };
    v.note(path.to_owned(), problem);
}

/// Checks the identifier of an item, or the name of a catalog.
pub(crate) fn check_name(path: &str, name: &str, v: &mut Violations) {
    let length = name.chars().count();
    let is_known = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    let problem = if !(1..=MAX_ID).contains(&length) {
        format!("has {length} characters, but from 1 to {MAX_ID} are allowed")
    } else if let Some(found) = name.chars().find(|letter| !is_known(*letter)) {
        let found = found.escape_debug();
        format!("holds `{found}`, but only `[A-Za-z0-9_-]` may stand there")
    } else {
        return;
    };
    v.note(path.to_owned(), problem);
}

fn check_field(path: &str, name: &str, value: &Value, may_change: bool, v: &mut Violations) {
    let length = name.chars().count();
    if !(1..=MAX_ID).contains(&length) {
        let problem =
            format!("has a name of {length} characters, but from 1 to {MAX_ID} are allowed");
        v.note(path.to_owned(), problem);
    }
    match value {
        Value::String(text) => check_text(path, text, v),
        Value::Array(elements) => check_list(path, elements, v),
        Value::Object(object) if is_change(object) => {
            if may_change {
                check_change(path, object, v);
            } else {
                let problem = "is changed by `$add` or `$remove`, which only updates may do: give the whole list";
                v.note(path.to_owned(), problem);
            }
        }
        Value::Object(object) => check_object(path, object, 1, v),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Tells whether an object holds an operator.
fn is_change(object: &Map<String, Value>) -> bool {
    OPERATORS.iter().any(|operator| object.contains_key(*operator))
}

fn check_change(path: &str, change: &Map<String, Value>, v: &mut Violations) {
    for (name, value) in change {
        let path = format!("{path}.{name}");
        match value {
            Value::Array(elements) if OPERATORS.contains(&name.as_str()) => {
                check_elements(&path, elements, v);
            }
            _ if OPERATORS.contains(&name.as_str()) => v.note(path, "must be a list of texts"),
            _ => v.note(path, "stands beside a change: use `$add` and `$remove` alone"),
        }
    }
}

/// Checks a list of texts, or a place: longitude and latitude.
fn check_list(path: &str, elements: &[Value], v: &mut Violations) {
    if let [longitude @ Value::Number(_), latitude @ Value::Number(_)] = elements {
        for (index, (number, max)) in [(longitude, 180.0), (latitude, 90.0)].into_iter().enumerate()
        {
            if number.as_f64().is_none_or(|number| !(-max..=max).contains(&number)) {
                let problem = format!("is {number}, but must be from -{max} to {max}");
                v.note(format!("{path}[{index}]"), problem);
            }
        }
    } else {
        check_elements(path, elements, v);
    }
}

fn check_elements(path: &str, elements: &[Value], v: &mut Violations) {
    if elements.len() > MAX_ELEMENTS {
        let found = elements.len();
        let problem = format!("has {found} elements, but at most {MAX_ELEMENTS} are allowed");
        v.note(path.to_owned(), problem);
    }
    for (index, element) in elements.iter().enumerate() {
        match element {
            Value::String(text) => check_text(&format!("{path}[{index}]"), text, v),
            _ => v.note(format!("{path}[{index}]"), "must be a text"),
        }
    }
}

fn check_object(path: &str, object: &Map<String, Value>, depth: usize, v: &mut Violations) {
    if depth > MAX_DEPTH {
        return v.note(
            path.to_owned(),
            format!("is an object at level {depth}, but at most {MAX_DEPTH} are allowed"),
        );
    }
    for (name, value) in object {
        let path = format!("{path}.{name}");
        if name.contains(['.', '$']) {
            v.note(path.clone(), "has a name with `.` or `$`, which the service refuses");
        }
        check_nested(&path, value, depth, v);
    }
}

fn check_nested(path: &str, value: &Value, depth: usize, v: &mut Violations) {
    match value {
        Value::String(text) => check_text(path, text, v),
        Value::Object(object) => check_object(path, object, depth + 1, v),
        Value::Array(elements) => {
            for (index, element) in elements.iter().enumerate() {
                check_nested(&format!("{path}[{index}]"), element, depth, v);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn check_text(path: &str, text: &str, v: &mut Violations) {
    // Every character has a byte at least.
    if text.len() > MAX_CHARACTERS {
        let length = text.chars().count();
        if length > MAX_CHARACTERS {
            let problem =
                format!("has {length} characters, but at most {MAX_CHARACTERS} are allowed");
            v.note(path.to_owned(), problem);
        }
    }
}

impl From<Map<String, Value>> for CatalogItem {
    fn from(fields: Map<String, Value>) -> Self {
        Self(fields)
    }
}

impl Scrub for CatalogItem {
    fn scrub(&mut self, secret: &Secret) {
        let mut fields = Value::Object(std::mem::take(&mut self.0));
        fields.scrub(secret);
        if let Value::Object(fields) = fields {
            self.0 = fields;
        }
    }
}

impl fmt::Display for CatalogItemError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnObject => f.write_str("an item of a catalog must be an object with fields"),
            Self::Unwritable(problem) => {
                write!(f, "the value cannot be an item of a catalog: {problem}")
            }
            Self::Unreadable { id, problem } => {
                f.write_str("the item")?;
                if let Some(id) = id {
                    write!(f, " `{}`", shortened(&printable(id)))?;
                }
                write!(f, " does not fit the type: {problem}")
            }
        }
    }
}

impl std::error::Error for CatalogItemError {}
