//! The structure of the sources: which files import which.

mod circles;
