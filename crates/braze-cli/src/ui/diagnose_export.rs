//! From the error of an export to what a person is told.

use braze_core::export::ExportError;

use crate::series::{Keys, Series};
use crate::settings::connection::Connection;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;

impl Series {
    /// Why an export ended early.
    pub(crate) fn diagnose(
        &self,
        error: &ExportError,
        keys: &Keys,
        connection: &Connection,
        command: &str,
    ) -> Failure {
        let Some(source) = error.call() else { return Failure::usage(error.to_string()) };
        let failure = self.endpoint.diagnose(source, connection, command);
        match error {
            ExportError::Call { .. } if failure.exit() == Exit::Interrupted => {
                Failure::interrupted()
            }
            ExportError::Call { window, selection: series, .. } => {
                let of = keys.of_several(*series).map(|key| format!(" of {key}"));
                failure.detail(format!("not read: {}{}", window.range(), of.unwrap_or_default()))
            }
            _ => failure,
        }
    }
}
