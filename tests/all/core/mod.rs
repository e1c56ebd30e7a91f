//! The core: types, decisions, machines.

mod api_key;
mod base_url;
mod bucket;
mod decode;
mod environment;
mod error_conversions;
mod error_texts;
mod exchanges;
mod governor;
mod machine;
mod observer;
mod operation_read;
mod own_transport;
mod pacing;
pub(crate) mod peer;
mod proxy;
mod retry;
mod round_trip;
mod scrub;
mod selections;
mod serialized;
mod series_time;
mod timestamp;
mod traffic;
mod violations;
mod waits;
mod wire;
