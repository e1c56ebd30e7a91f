//! The sandbox, over real sockets.

mod replies;
mod wire;
