//! The stand-in for Braze, as the command starts it.

use braze_sandbox::{Sandbox, Scenario};

use super::server::invalid;
use super::setting::Origin;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;

/// The scenario that an option names, or the file of one.
pub(crate) fn scenario(option: &'static str, name_or_file: &str) -> Result<Scenario, Failure> {
    Scenario::load(name_or_file).map_err(|error| invalid(&Origin::Option(option), &error))
}

/// Starts a stand-in.
pub(crate) fn start(sandbox: braze_sandbox::Builder) -> Result<Sandbox, Failure> {
    sandbox.start().map_err(|error| {
        Failure::new(Exit::Failed, format!("the sandbox cannot be started: {error}"))
    })
}
