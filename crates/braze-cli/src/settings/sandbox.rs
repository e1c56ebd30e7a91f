//! The stand-in for Braze, as the command starts it.

use braze_sandbox::{Sandbox, Scenario};

use super::error::SettingsError;
use super::setting::Origin;

/// The scenario that an option names, or the file of one.
pub(crate) fn scenario(
    option: &'static str,
    name_or_file: &str,
) -> Result<Scenario, SettingsError> {
    Scenario::load(name_or_file).map_err(|error| SettingsError::Value {
        origin: Origin::Option(option),
        problem: error.to_string(),
    })
}

/// Starts a stand-in.
pub(crate) fn start(sandbox: braze_sandbox::Builder) -> Result<Sandbox, SettingsError> {
    sandbox.start().map_err(SettingsError::Sandbox)
}
