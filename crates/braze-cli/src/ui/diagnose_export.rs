//! The failure of an export in words.

use braze_core::Violation;
use braze_core::export::ExportError;
use braze_series::Selections;

use crate::args::parameter::flag;
use crate::endpoint::Pairs;
use crate::series::{InvalidSelections, Prepared, Series};
use crate::settings::connection::Connection;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;

impl Series {
    /// Checks a request for each of these sets of parameters. `command`: as it is typed.
    pub(crate) fn prepare(
        &self,
        parameters: Vec<Pairs>,
        command: &str,
    ) -> Result<Prepared, Failure> {
        self.check(parameters).map_err(|invalid| self.invalid(&invalid, command))
    }

    /// The problems of the parameters. Several values in one are meant for several selections.
    fn invalid(&self, invalid: &InvalidSelections, command: &str) -> Failure {
        let InvalidSelections { violations, selections } = invalid;
        let holds_several =
            |name: &str| selections.iter().any(|it| it.value(name).contains([',', ';', ' ']));
        let repeated = violations.iter().map(Violation::field).filter(|name| holds_several(name));
        repeated.fold(self.endpoint.invalid(violations, command), |failure, name| {
            let flag = flag(name);
            failure.tip(format!("for several, repeat the option: `{flag} ONE {flag} OTHER`"))
        })
    }

    /// The reason why an export ended early.
    pub(crate) fn diagnose(
        &self,
        error: &ExportError,
        selections: &Selections,
        connection: &Connection,
        command: &str,
    ) -> Failure {
        let Some(source) = error.call() else { return Failure::usage(error.to_string()) };
        let failure = self.endpoint.diagnose(source, connection, command);
        match error {
            ExportError::Call { .. } if failure.exit() == Exit::Interrupted => {
                Failure::interrupted()
            }
            ExportError::Call { window, selection, .. } => {
                let of = selections.distinct_at(*selection).map(|it| format!(" of {it}"));
                failure.detail(format!("not read: {}{}", window.range(), of.unwrap_or_default()))
            }
            _ => failure,
        }
    }
}
