//! Any number of records, sent to the operations that take many, with an account of every one of them.
//!
//! An [`Import`] says what is to be sent; the clients' `import` runs it and gives every [`Record`] back with what
//! became of it, and an [`Account`] that counts them.
//!
//! A record is of a [kind](RecordKind): attributes, events and purchases of `POST /users/track`, and what other
//! operations take in lists, such as aliases, deletions, states in subscription groups, email addresses and items of
//! catalogs. An import may hold records of several kinds. Braze may need minutes until a change that one operation
//! accepted is seen by another.
//!
//! Records are packed in the order of the input, up to the maximum of their operation and 4,000,000 bytes a
//! request: 75 of `POST /users/track`, 50 of others. A request goes to one operation. Several are in flight, but
//! never two that name one user. Since Braze applies the attributes of a request before its events and purchases,
//! a request never holds a user's records in another order; and where Braze promises no order, it holds no two
//! records of which the order matters.
//!
//! A request whose reply was lost is repeated only if that cannot count twice. Where it is not, its records come
//! back as [unknown](RecordStatus::Unknown).
//!
//! One wrong item of a catalog has its whole request refused. It is rejected with Braze's reason, and the others are
//! sent again.
//!
//! An [`ImportRecorder`] remembers what was sent and answered, so that an import can be killed at any moment and run
//! again.
//!
//! To run an import on a transport of your own, drive an [`ImportMachine`].
//!
//! Source of the limits, of the order within a request and of the replies: Braze's public documentation of the
//! operations, in copies dated up to September 2026.

mod account;
mod answer;
mod batch;
mod catalog_record;
mod error;
mod fields;
mod item_errors;
mod job;
mod kind;
mod limits;
mod machine;
mod options;
mod outcome;
mod plan;
mod problem;
mod record;
mod recorder;
mod scan;
mod slot;
mod target;
mod users;

pub use account::{Account, ImportNote};
pub use error::ImportError;
pub use job::{ImportJob, ImportReply};
pub use kind::RecordKind;
pub use machine::{ImportMachine, ImportStep};
pub use options::Import;
pub use outcome::{RecordOutcome, RecordStatus};
pub use plan::ImportPlan;
pub use problem::RecordError;
pub use record::Record;
pub use recorder::{ImportRecorder, RecalledStatus, RecorderError};
