//! The sandbox, over real sockets.

mod clients;
mod control;
mod endpoints;
mod habits;
mod journal;
mod machine;
mod memory;
mod peers;
mod quota;
mod replies;
mod robust;
mod rows;
mod scenarios;
mod script;
pub(crate) mod wire;
mod world;
mod zones;
