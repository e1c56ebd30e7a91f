//! SQLite files of Braze analytics that are kept up to date, and of imports that can be resumed.
//!
//! A [`Store`] finds what a file lacks, takes rows from any client, and stores them in transactions. A
//! [`Reader`] reads them again. An [`ImportState`] remembers what an import has sent. This crate opens no socket and reads no clock.
//!
//! # Keep a file up to date
//!
//! ```
//! use braze_blocking::export::{Export, Start};
//! use braze_blocking::{Client, Unit, sessions};
//! use braze_sandbox::{Clock, Sandbox};
//! use braze_store::{Horizon, Reader, Selection, Store, Table, Workspace};
//!
//! let sandbox = Sandbox::builder().clock(Clock::fixed("2024-05-15T10:30:00Z".parse()?)).start()?;
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! let now = "2024-05-15T10:30:00Z".parse()?; // or the time of the machine
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("braze.db");
//!
//! let mut store = Store::open(&path)?;
//! let workspace = store.admit(Workspace {
//!     name: "default".to_owned(),
//!     server: sandbox.base_url().to_string(),
//!     zone: None,
//! })?;
//! let table = Table::from_series::<sessions::DataSeriesRequest>("sessions");
//! let selection = Selection::new("default", Unit::Day);
//! // A day may change for three days after it has ended.
//! let horizon = Horizon::new(now, workspace.zone, Unit::Day, 3);
//!
//! let first = Start::Date("2024-04-01".parse()?);
//! let needs = store.needs(&table, &selection, Some(first), None, horizon)?;
//! for need in needs.unwrap_or_default() {
//!     let export = Export::new(sessions::DataSeriesRequest::selection(), need.range)
//!         .include_open(true)
//!         .after_rows(need.after_rows);
//!     let mut writer = store.writer(&workspace, &table, &selection, need.range, horizon)?;
//!     for row in client.export(export)? {
//!         writer.push(row?)?;
//!     }
//!     let tally = writer.finish(now)?;
//!     println!("{} new, {} changed, {} unchanged", tally.new, tally.changed, tally.unchanged);
//! }
//! drop(store);
//!
//! let rows = Reader::open(&path)?.rows(&table, &selection, None, None)?;
//! assert_eq!(rows.len(), 45); // 30 days of April, 15 of May; the last is incomplete
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! With the async client only the inner loop differs:
//! `while let Some(row) = rows.next().await { writer.push(row?)?; }`.
//!
//! # Resume an import
//!
//! ```
//! use braze_blocking::Client;
//! use braze_blocking::import::{Import, Record, RecordKind};
//! use braze_sandbox::Sandbox;
//! use braze_store::{ImportState, ImportDestination};
//! use serde_json::json;
//!
//! # let sandbox = Sandbox::start()?;
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("users.state");
//! let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
//! let destination = ImportDestination {
//!     workspace: "default".to_owned(),
//!     server: sandbox.base_url().to_string(),
//!     operation: "users.track".to_owned(),
//! };
//! // The input can be read twice.
//! let records = |count: u64| {
//!     (0..count).filter_map(|number| {
//!         let user = json!({"external_id": format!("u-{number}"), "tier": "gold"});
//!         Record::new(RecordKind::Attributes, &user).ok()
//!     })
//! };
//!
//! // The second run has more to send.
//! for (count, recalled) in [(100, 0), (250, 100)] {
//!     let state = ImportState::open(&path, &destination)?;
//!     let mut check = state.check();
//!     for record in records(count) {
//!         check.push(&record)?;
//!     }
//!     check.finish()?; // an error if a record has changed that was sent
//!     let account = client.import(Import::new(records(count)).recorder(state)).into_account()?;
//!     assert_eq!((account.accepted, account.recalled), (count, recalled));
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What a run can count on
//!
//! A run may be killed at any moment and repeated: a transaction is stored whole or not at all, together with
//! the fact that its range was read. For long ranges, call [`Writer::commit`] now and then. A second store on
//! the same file is refused, with a lock on an empty file beside it; readers go on meanwhile after
//! [`Store::write_ahead`]. Rows of another server, or read in another time zone, are refused by
//! [`Store::admit`]. A row that the server no longer returns stays.
#![cfg_attr(docsrs, feature(doc_cfg))]

mod access;
mod entry;
mod error;
mod file;
mod held;
mod lock;
mod number;
mod open;
mod plan;
mod reader;
mod schema;
mod selection;
mod span;
mod state;
mod store;
mod table;
mod tally;
mod workspace;
mod writer;

pub use access::Access;
pub use entry::Entry;
pub use error::{StoreError, StoreErrorKind};
pub use plan::{Horizon, Need};
pub use reader::{Extent, Reader};
pub use selection::Selection;
pub use state::{ImportDestination, ImportState, InputCheck, InputSummary};
pub use store::Store;
pub use table::Table;
pub use tally::{Change, Tally};
pub use workspace::Workspace;
pub use writer::Writer;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
