//! The sandbox, over real sockets.
