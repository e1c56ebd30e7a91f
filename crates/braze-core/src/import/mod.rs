//! Any number of records, sent to `POST /users/track`, with an account of every one of them.
//!
//! An [`Import`] says what is to be sent; the clients' `import` runs it and gives every [`Record`] back with what
//! became of it, and an [`Account`] that counts them.
//!
//! Records are packed in the order of the input, up to 75 objects and 4,000,000 bytes a request. Several requests
//! are in flight, but never two that name one user; and since Braze applies the attributes of a request before its
//! events and purchases, a request never holds a user's records in another order.
//!
//! A request whose reply was lost is repeated only if that cannot count twice. Where it is not, its records come
//! back as [unknown](RecordStatus::Unknown).
//!
//! An [`ImportRecorder`] remembers what was sent and answered, so that an import can be killed at any moment and run
//! again.
//!
//! To run an import on a transport of your own, drive an [`ImportMachine`].
//!
//! Source of the limits, of the order within a request and of the replies: Braze's public documentation of
//! `/users/track`, in copies dated up to September 2026.

mod account;
mod answer;
mod batch;
mod error;
mod job;
mod machine;
mod options;
mod outcome;
mod record;
mod recorder;
mod scan;
mod users;

pub use account::{Account, ImportNote};
pub use error::ImportError;
pub use job::{ImportJob, ImportReply};
pub use machine::{ImportMachine, ImportStep};
pub use options::Import;
pub use outcome::{RecordOutcome, RecordStatus};
pub use record::{Record, RecordError, RecordKind};
pub use recorder::{ImportRecorder, RecalledStatus, RecorderError};
