//! Imports: packing, the fate of every record, and the account.

mod model;
mod peer;

mod packing;
mod readback;
mod records;
mod replies;
mod stopping;
mod storms;
