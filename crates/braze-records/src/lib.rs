//! Records for imports into Braze, read from CSV, JSON lines and Parquet.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod check;
mod columns;
mod csv_lines;
mod earlier;
mod error;
mod format;
mod json_lines;
mod line;
mod object;
#[cfg(feature = "parquet")]
mod parquet_lines;
#[cfg(feature = "parquet")]
mod parquet_value;
mod place;
mod reader;
mod records;
mod rejects;
mod row;
mod value_type;

pub use columns::{ColumnProblem, ColumnProblems};
pub use earlier::Earlier;
pub use error::{InputError, ReadError};
pub use format::Format;
pub use line::{Line, Source};
pub use reader::{Lines, Reader};
pub use records::Records;
pub use rejects::RejectWriter;
pub use value_type::{ParseValueTypeError, ValueType};
