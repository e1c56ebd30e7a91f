//! `braze doctor`: the effective settings, and the behaviour of a workspace that is not documented.

mod environment;
pub(super) mod probe;
mod report;
mod survey;

use std::ffi::OsString;

use braze_core::Pacing;

use crate::args::doctor::{DoctorArgs, Format};
use crate::settings::choice::ConnectionArgs;
use crate::settings::connection::Connection;
use crate::settings::error::SettingsError;
use crate::settings::key;
use crate::settings::profile::Profile;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

use report::Report;
use survey::Survey;

pub(crate) fn run(line: &[OsString], args: &DoctorArgs, io: &mut Io) -> Result<Exit, Failure> {
    let Survey { entries, problems, connection } = Survey::new(&args.connection, io);
    let mut report = Report { entries, problems, findings: None };
    if args.probe
        && let Some(parts) = connection
    {
        match parts.open(&args.connection, io) {
            Ok(connection) => {
                io.notes().note(&format!(
                    "the probe makes at most {} GET requests, which change nothing",
                    probe::MAX_REQUESTS
                ));
                let (findings, problem) = probe::run(&connection);
                report.findings = Some(findings);
                report.problems.extend(problem);
            }
            Err(problem) => report.problems.push(problem.into()),
        }
    }
    let text = match args.format {
        Format::Json => report.json(),
        Format::Text => report.text(),
    };
    key::keep_all(line, io);
    let text = io.notes().without_secrets(text);
    io.print(text.as_bytes())?;
    Ok(report.exit())
}

impl survey::Parts {
    fn open(self, args: &ConnectionArgs, io: &mut Io) -> Result<Connection, SettingsError> {
        match self {
            Self::Sandbox => Connection::open(args, Profile::default(), Pacing::default(), io),
            Self::Server { base_url, key, key_source, pacing } => {
                Connection::to(base_url, key, key_source, pacing, io)
            }
        }
    }
}
