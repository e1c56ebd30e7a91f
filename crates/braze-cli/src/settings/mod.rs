//! Settings of a run: the profile, the server, the key, the clock.

pub(crate) mod choice;
pub(crate) mod clock;
pub(crate) mod connection;
pub(crate) mod error;
pub(crate) mod key;
pub(crate) mod key_source;
pub(crate) mod profile;
pub(crate) mod sandbox;
pub(crate) mod server;
pub(crate) mod setting;
