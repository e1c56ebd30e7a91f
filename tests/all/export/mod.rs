//! Exports: the plan, the matching, the coverage, and both clients over sockets.

pub(crate) mod clients;
mod clocks;
mod coverage;
mod days;
mod matching;
mod model;
mod nested;
mod open;
mod order;
mod peer;
mod plan;
mod reported;
mod resume;
mod scripts;
mod stopping;
