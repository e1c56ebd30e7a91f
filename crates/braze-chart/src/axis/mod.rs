//! The two axes of a chart: positions and labels of their ticks.

mod time;
mod value;

pub(crate) use time::{Room, Tick, ticks};
pub(crate) use value::{Scale, ScaleOptions};
