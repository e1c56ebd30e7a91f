//! Records for imports into Braze, read from CSV, JSON lines and Parquet.
//!
//! A [`RecordReader`] reads attributes, events and purchases of users line by line, so memory use stays flat. The
//! records go into an import of `braze-blocking` or `braze-async`. The names of columns are in the crate's readme.
//!
//! # Import a CSV
//!
//! ```
//! use std::io::{Seek as _, Write as _};
//!
//! use braze_blocking::Client;
//! use braze_blocking::import::Import;
//! use braze_records::{InputFormat, RecordReader};
//! use braze_sandbox::Sandbox;
//!
//! let sandbox = Sandbox::builder().start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//!
//! let mut file = tempfile::tempfile()?;
//! file.write_all(b"external_id,attributes.plan,attributes.age:integer\n")?;
//! file.write_all(b"u-17,gold,42\nu-18,tin,old\n")?;
//! file.rewind()?;
//!
//! let mut records = RecordReader::new(InputFormat::Csv).records(file)?;
//! let account = client.import(Import::new(&mut records)).into_account()?;
//! records.finish()?;
//! assert_eq!(account.to_string(), "import: 2 of 2 records: 1 accepted, 1 rejected, 0 unknown");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! - `parquet`: rows of Parquet, and exported profiles as Parquet. Off by default; it needs Rust 1.88.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod check;
mod columns;
mod csv_lines;
mod earlier;
mod error;
mod format;
mod json_lines;
mod line;
mod line_kind;
mod object;
#[cfg(feature = "parquet")]
mod parquet_lines;
#[cfg(feature = "parquet")]
mod parquet_profiles;
#[cfg(feature = "parquet")]
mod parquet_value;
mod place;
mod profile_column;
mod reader;
mod records;
mod rejects;
mod row;
mod value_type;

pub use columns::{ColumnProblem, ColumnProblems};
pub use earlier::Earlier;
pub use error::{InputError, ReadError};
pub use format::InputFormat;
pub use line::{InputLine, LineSource};
#[cfg(feature = "parquet")]
pub use parquet_profiles::ProfileWriter;
pub use profile_column::ProfileColumn;
pub use reader::{InputLines, RecordReader};
pub use records::Records;
pub use rejects::RejectWriter;
pub use value_type::{ParseValueTypeError, ValueType};

/// Compiles the example of the readme.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
