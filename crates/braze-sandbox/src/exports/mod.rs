//! Exports of users: jobs that end in a file.

mod archive;
mod fields;
mod job;
mod profile;
mod zip;

pub(crate) use archive::archive;
pub(crate) use fields::Fields;
pub(crate) use job::{Download, Export, Exports, Members};
pub(crate) use profile::profile;
