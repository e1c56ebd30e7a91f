//! The structure of the sources and their words: circles of imports, the layers of the command, the clients' methods,
//! names, comments, and the guide to the files.

mod circles;
mod clients;
mod guide;
mod inventory;
mod language;
mod layers;
