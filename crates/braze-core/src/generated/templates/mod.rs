// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Email templates: their subjects and bodies.

mod email_create;
mod email_info;
mod email_list;
mod email_update;

pub use email_create::{EmailCreateBody, EmailCreateRequest};
pub use email_info::{EmailInfo, EmailInfoRequest};
pub use email_list::{EmailList, EmailListRequest, EmailTemplate};
pub use email_update::{EmailUpdateBody, EmailUpdateRequest};
