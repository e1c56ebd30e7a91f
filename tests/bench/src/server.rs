//! [`Server`]: the sandbox in a process of its own, so that its work is not counted as a client's.

use std::io::{self, BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use braze_core::chrono::NaiveDate;
use braze_core::{ApiKey, BaseUrl, Pool};
use braze_sandbox::{Rule, Sandbox, Scenario, Workspace};

use crate::failure::Failure;

/// The address that it listens on, and the key that it accepts.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) url: String,
    pub(crate) key: String,
    process: Option<Child>,
}

/// The argument with which this program becomes a server.
pub(crate) const SERVE: &str = "serve";

impl Server {
    /// Starts one that answers this much later than it could.
    pub(crate) fn start(latency: Duration) -> Result<Self, Failure> {
        let mut process = Command::new(std::env::current_exe()?)
            .args([SERVE, &latency.as_millis().to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        if let Some(stdout) = process.stdout.take() {
            BufReader::new(stdout).read_line(&mut line)?;
        }
        let (url, key) = line.trim_end().split_once(' ').ok_or("the server does not start")?;
        Ok(Self { url: url.to_owned(), key: key.to_owned(), process: Some(process) })
    }

    /// One that runs elsewhere.
    pub(crate) fn at(url: String, key: String) -> Self {
        Self { url, key, process: None }
    }

    /// For a client of ours.
    pub(crate) fn address(&self) -> Result<(BaseUrl, ApiKey), Failure> {
        Ok((self.url.parse()?, ApiKey::new(&self.key)?))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(process) = &mut self.process {
            // Its input ends, and with it the process.
            drop(process.stdin.take());
            let _ = process.wait();
        }
    }
}

/// Is the server, until the standard input ends.
pub(crate) fn serve(latency: Duration) -> Result<(), Failure> {
    let mut scenario = Scenario::new("bench");
    if !latency.is_zero() {
        scenario = scenario.rule(Rule::latency(latency));
    }
    let since = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or_default();
    let sandbox = Sandbox::builder()
        .scenario(scenario)
        .workspace(Workspace::new().since(since))
        .pool(Pool::new("default", 1_000_000_000, 3600))
        .journal(0)
        .start()?;
    println!("{} {}", sandbox.url(), sandbox.api_key_text());
    io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}
