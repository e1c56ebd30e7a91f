//! The core: types, decisions, machines.

mod api_key;
mod base_url;
mod decode;
mod error_texts;
mod peer;
mod series_time;
mod timestamp;
mod violations;
