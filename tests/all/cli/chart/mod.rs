//! `braze <series> chart`: what is drawn, and what is told about it.

mod help;
mod live;
mod missing;
mod picture;
mod store;
mod terminal;

use braze_sandbox::Sandbox;

use super::export::{Folder, all_series, sandbox, sandbox_at};
use super::process::{Braze, Transcript, assert_transcript, assert_usage, braze, stop};
use super::pty::on_terminal;
use super::{KEY, NOW, succeeding};

/// A chart of sessions from the sandbox inside the command.
fn chart(arguments: &str) -> Braze {
    braze(&format!("sessions chart --sandbox {arguments}")).pinned()
}

/// A chart of sessions from a sandbox with a scenario written in YAML.
fn chart_of(script: &str, arguments: &str) -> Transcript {
    chart_at(NOW, script, arguments)
}

/// The same at another time.
fn chart_at(now: &str, script: &str, arguments: &str) -> Transcript {
    chart_from(&sandbox_at(now, script), now, arguments)
}

/// A chart of sessions from a sandbox outside of the command.
fn chart_from(sandbox: &Sandbox, now: &str, arguments: &str) -> Transcript {
    braze(&format!("sessions chart --base-url {} {arguments}", sandbox.url()))
        .env("BRAZE_API_KEY", &sandbox.api_key_text())
        .at(now)
        .run()
}

/// A chart of days from 2024-05-01 on, whose numbers are these.
fn chart_of_numbers(series: &str, value: &str, numbers: &[&str]) -> Transcript {
    let rows: Vec<_> = numbers
        .iter()
        .zip(1..)
        .map(|(number, day)| format!(r#"{{"time":"2024-05-{day:02}","{value}":{number}}}"#))
        .collect();
    let server = succeeding(&format!(r#"{{"message":"success","data":[{}]}}"#, rows.join(",")));
    let to = numbers.len() + 1;
    let line = format!("{series} chart --from 2024-05-01 --to 2024-05-{to:02}");
    braze(&format!("{line} --base-url {}", server.url())).env("BRAZE_API_KEY", KEY).run()
}
