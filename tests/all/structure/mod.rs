//! The structure of the sources, and their words: files that import one another, comments and names.

mod circles;
mod language;
