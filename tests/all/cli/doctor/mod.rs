//! `braze doctor`: what is in force, and what a workspace does.

mod probe;
mod settings;

use super::process::{Braze, Transcript, assert_transcript, braze};
use super::profiles::Home;
use super::{KEY, Reply, answering};
