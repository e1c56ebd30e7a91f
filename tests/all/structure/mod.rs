//! The structure of the sources and their words: circles of imports, the layers of the command, names, comments, and the
//! guide to the files.

mod circles;
mod guide;
mod language;
mod layers;
