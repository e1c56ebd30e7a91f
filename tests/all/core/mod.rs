//! The core: types, decisions, machines.

mod api_key;
mod base_url;
mod decode;
mod environment;
mod error_texts;
mod exchanges;
mod governor;
mod machine;
mod observer;
mod operation_read;
mod own_transport;
mod pacing;
mod peer;
mod proxy;
mod retry;
mod round_trip;
mod scrub;
mod series_time;
mod timestamp;
mod traffic;
mod violations;
mod waits;
mod wire;
