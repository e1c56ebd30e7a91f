// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Email addresses: which ones bounced or unsubscribed, and what is sent to them.

mod blacklist;
mod blocklist;
mod bounce_remove;
mod hard_bounces;
mod spam_remove;
mod status;
mod unsubscribes;

pub use blacklist::{BlacklistBody, BlacklistRequest};
pub use blocklist::{BlocklistBody, BlocklistRequest};
pub use bounce_remove::{BounceRemoveBody, BounceRemoveRequest};
pub use hard_bounces::{HardBounce, HardBounces, HardBouncesRequest};
pub use spam_remove::{SpamRemoveBody, SpamRemoveRequest};
pub use status::{StatusBody, StatusRequest};
pub use unsubscribes::{Unsubscribe, Unsubscribes, UnsubscribesOrder, UnsubscribesRequest};
