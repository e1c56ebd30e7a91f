// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Data objects: what a business has beside its users, and how it is related to them.

mod create;
mod create_object_relationship;
mod create_user_relationship;
mod delete;
mod delete_object_relationship;
mod delete_user_relationship;
mod get;
mod get_type;
mod list;
mod list_object_relationship_types;
mod list_object_relationships;
mod list_types;
mod list_user_relationship_types;
mod list_user_relationships;
mod replace;
mod replace_object_relationship;
mod replace_user_relationship;
mod update;
mod update_object_relationship;
mod update_user_relationship;

pub use create::CreateRequest;
pub use create_object_relationship::CreateObjectRelationshipRequest;
pub use create_user_relationship::CreateUserRelationshipRequest;
pub use delete::DeleteRequest;
pub use delete_object_relationship::DeleteObjectRelationshipRequest;
pub use delete_user_relationship::DeleteUserRelationshipRequest;
pub use get::GetRequest;
pub use get_type::{AttributeSchema, DataObjectTypeDetails, GetType, GetTypeRequest};
pub use list::{List, ListRequest};
pub use list_object_relationship_types::{
    ListObjectRelationshipTypes, ListObjectRelationshipTypesRequest, ObjectRelationshipType,
};
pub use list_object_relationships::{ListObjectRelationships, ListObjectRelationshipsRequest};
pub use list_types::{DataObjectType, ListTypes, ListTypesRequest};
pub use list_user_relationship_types::{
    ListUserRelationshipTypes, ListUserRelationshipTypesRequest, UserRelationshipType,
};
pub use list_user_relationships::{ListUserRelationships, ListUserRelationshipsRequest};
pub use replace::ReplaceRequest;
pub use replace_object_relationship::ReplaceObjectRelationshipRequest;
pub use replace_user_relationship::ReplaceUserRelationshipRequest;
pub use update::UpdateRequest;
pub use update_object_relationship::UpdateObjectRelationshipRequest;
pub use update_user_relationship::UpdateUserRelationshipRequest;
