//! The core: types, decisions, machines.

mod api_key;
mod base_url;
mod decode;
mod error_texts;
mod exchanges;
mod peer;
mod round_trip;
mod series_time;
mod server_read;
mod timestamp;
mod violations;
mod wire;
