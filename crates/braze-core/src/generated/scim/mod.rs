// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! SCIM: users of the dashboard.

mod create_user;
mod delete_user;
mod get_user;
mod list_users;
mod update_user;

pub use create_user::{
    CreateUserBody, CreateUserBodyDepartment, CreateUserBodyName, CreateUserRequest,
};
pub use delete_user::DeleteUserRequest;
pub use get_user::GetUserRequest;
pub use list_users::{ListUsers, ListUsersRequest};
pub use update_user::{
    UpdateUserBody, UpdateUserBodyDepartment, UpdateUserBodyName, UpdateUserRequest,
};
