//! The structure of the sources, and their words: files that import one another, comments and names; the layers of the
//! command.

mod circles;
mod clients;
mod language;
mod layers;
