//! Nested series: many numbers in each row, as tidy lines or with a column for each metric.

mod grid;
mod line;
mod lines;
#[cfg(feature = "parquet")]
mod parquet;
mod tidy;
mod wide;

pub use grid::Grid;

pub(super) use grid::Aligned;
pub(super) use line::LineWriter;
pub(super) use lines::{Csv, Json, JsonLines, Markdown};
#[cfg(feature = "parquet")]
pub(super) use parquet::Parquet;
pub(super) use tidy::Tidy;
pub(super) use wide::Wide;
