// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Key figures: new and active users, uninstalls.

mod dau;
mod mau;
mod new_users;
mod uninstalls;

pub use dau::{Dau, DauPoint, DauRequest};
pub use mau::{Mau, MauPoint, MauRequest};
pub use new_users::{NewUsers, NewUsersPoint, NewUsersRequest};
pub use uninstalls::{Uninstalls, UninstallsPoint, UninstallsRequest};
