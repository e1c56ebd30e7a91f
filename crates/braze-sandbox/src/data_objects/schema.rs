//! The types of data objects and the kinds of their relationships, which only a dashboard can change.

use serde_json::{Map, Value, json};

/// A type of data objects.
#[derive(Debug)]
pub(crate) struct ObjectType {
    pub(crate) name: &'static str,
    /// The attribute with the name of an object.
    display_name_source: &'static str,
    attributes: &'static [Attribute],
    /// The kinds of relationships with users, each with its attributes.
    user_kinds: &'static [UserKind],
}

/// A kind of relationships with users.
#[derive(Debug)]
pub(crate) struct UserKind {
    pub(crate) name: &'static str,
    pub(crate) attributes: &'static [Attribute],
}

/// A kind of relationships between objects.
#[derive(Debug)]
pub(crate) struct ObjectKind {
    pub(crate) name: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) attributes: &'static [Attribute],
}

/// A declared attribute.
#[derive(Debug)]
pub(crate) struct Attribute {
    pub(crate) name: &'static str,
    json_type: &'static str,
    title: &'static str,
    is_required: bool,
}

pub(crate) const ACCOUNT: &str = "account";
pub(crate) const LOCATION: &str = "location";
pub(crate) const SUBACCOUNT: &str = "subaccount";
pub(crate) const ACCOUNT_LOCATION: &str = "account_location";
pub(crate) const ACCOUNT_USER: &str = "account_user";

/// The types, in alphabetical order.
pub(crate) const TYPES: &[ObjectType] = &[
    ObjectType {
        name: ACCOUNT,
        display_name_source: "name",
        attributes: &[
            Attribute::new("name", "string", "Name").required(),
            Attribute::new("plan", "string", "Plan"),
            Attribute::new("employees", "integer", "Employees"),
        ],
        user_kinds: &[UserKind {
            name: ACCOUNT_USER,
            attributes: &[Attribute::new("role", "string", "Role")],
        }],
    },
    ObjectType {
        name: LOCATION,
        display_name_source: "name",
        attributes: &[
            Attribute::new("name", "string", "Name").required(),
            Attribute::new("city", "string", "City"),
        ],
        user_kinds: &[UserKind {
            name: "visitor",
            attributes: &[Attribute::new("visits", "integer", "Visits")],
        }],
    },
];

/// The kinds of relationships between objects.
pub(crate) const OBJECT_KINDS: &[ObjectKind] = &[
    ObjectKind {
        name: ACCOUNT_LOCATION,
        from: ACCOUNT,
        to: LOCATION,
        attributes: &[Attribute::new("is_headquarters", "boolean", "Headquarters")],
    },
    ObjectKind {
        name: SUBACCOUNT,
        from: ACCOUNT,
        to: ACCOUNT,
        attributes: &[Attribute::new("since", "string", "Since")],
    },
];

impl Attribute {
    const fn new(name: &'static str, json_type: &'static str, title: &'static str) -> Self {
        Self { name, json_type, title, is_required: false }
    }

    const fn required(self) -> Self {
        Self { is_required: true, ..self }
    }
}

impl ObjectType {
    pub(crate) fn find(name: &str) -> Option<&'static Self> {
        TYPES.iter().find(|known| known.name == name)
    }

    pub(crate) fn attributes(&self) -> &'static [Attribute] {
        self.attributes
    }

    pub(crate) fn user_kinds(&self) -> &'static [UserKind] {
        self.user_kinds
    }

    pub(crate) fn metadata(&self) -> Value {
        json!({ "display_name_source": self.display_name_source })
    }

    /// The attributes as JSON Schema.
    pub(crate) fn json_schema(&self) -> Value {
        let schema = |it: &Attribute| json!({ "type": it.json_type, "title": it.title });
        let properties: Map<_, _> =
            self.attributes.iter().map(|it| (it.name.to_owned(), schema(it))).collect();
        let required = self.attributes.iter().filter(|it| it.is_required);
        let required: Vec<_> = required.map(|it| it.name).collect();
        json!({ "type": "object", "properties": properties, "required": required })
    }
}
