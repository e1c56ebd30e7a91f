//! Exports: the plan, the matching, the coverage, and both clients over sockets.

mod clients;
