//! The two axes of a chart: where their ticks are, and what is written there.

mod time;
mod value;

pub(super) use time::{Room, Tick, ticks};
pub(super) use value::{Scale, Wants, grouped};
