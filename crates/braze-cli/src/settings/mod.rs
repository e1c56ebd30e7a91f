//! Settings of a run: the profile, the server, the key, the clock.

pub(crate) mod clock;
pub(crate) mod connection;
pub(crate) mod profile;
pub(crate) mod setting;
