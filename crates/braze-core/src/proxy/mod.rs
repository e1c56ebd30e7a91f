//! Proxies: the one that a request goes through, by curl's rules, read from values.
//!
//! The HTTP libraries read the environment each in a way of its own, and go directly where they do not
//! understand a setting. So the clients ask here, and tell their library exactly what to do.

mod address;
mod no_proxy;
mod settings;

pub use address::{Proxy, ProxyScheme};
pub use settings::{Direct, ProxyError, ProxySettings, Route};
