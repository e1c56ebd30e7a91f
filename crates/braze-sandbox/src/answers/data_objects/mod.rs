//! Replies about data objects, their types and their relationships.

mod list;
mod object_relationships;
mod objects;
mod refusal;
mod scope;
mod types;
mod user_relationships;

pub(super) use object_relationships::{
    create as create_object_relationship, delete as delete_object_relationship,
    list as list_object_relationships, replace as replace_object_relationship,
    update as update_object_relationship,
};
pub(super) use objects::{create, delete, get, list, replace, update};
pub(super) use types::{details, list as list_types, object_kinds, user_kinds};
pub(super) use user_relationships::{
    create as create_user_relationship, delete as delete_user_relationship,
    list as list_user_relationships, replace as replace_user_relationship,
    update as update_user_relationship,
};
