//! Imports: packing, the fate of every record, and the account.

mod model;
mod peer;

mod packing;
mod readback;
mod recorder;
mod records;
mod replies;
mod resume;
mod stopping;
mod storms;
