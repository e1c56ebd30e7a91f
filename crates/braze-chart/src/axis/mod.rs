//! The two axes of a chart: where their ticks are, and what is written there.

mod time;
mod value;

pub(crate) use time::{Room, Tick, ticks};
pub(crate) use value::{Scale, Wants};
