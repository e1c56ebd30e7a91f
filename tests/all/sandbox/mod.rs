//! The sandbox, over real sockets.

mod clients;
mod endpoints;
mod habits;
mod journal;
mod machine;
mod quota;
mod replies;
mod robust;
mod scenarios;
mod script;
mod wire;
mod zones;
