//! [`Service`]: a server that runs beside the checks, on a loopback port.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::program::Problem;

/// A server that stops when it is dropped.
pub(super) struct Service {
    pub(super) url: String,
    /// A key that it accepts.
    pub(super) key: String,
    child: Child,
}

impl Service {
    /// Starts `braze sandbox`, which prints its address.
    pub(super) fn sandbox(command: &Path, scenario: &Path) -> Result<Self, Problem> {
        let mut child = Command::new(command)
            .args(["sandbox", "--port", "0", "--scenario"])
            .arg(scenario)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let printed = child.stdout.take().map(BufReader::new);
        let (mut url, mut key) = (None, None);
        for line in printed.into_iter().flat_map(BufRead::lines) {
            let line = line?;
            if let Some(text) = line.strip_prefix("base URL") {
                url = Some(text.trim().to_owned());
            } else if let Some(text) = line.strip_prefix("API key") {
                key = Some(text.trim().to_owned());
            }
            if url.is_some() && key.is_some() {
                break;
            }
        }
        match url.zip(key) {
            Some((url, key)) => Ok(Self { url, key, child }),
            None => Err(Problem::new("`braze sandbox` did not print its address")),
        }
    }

    /// Starts Prism; `upstream` is the server behind it as a proxy.
    pub(super) fn prism(command: &mut Command, upstream: Option<&Self>) -> Result<Self, Problem> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        command.args(["--port", &port.to_string()]).args(upstream.map(|service| &service.url));
        let log = std::env::temp_dir().join(format!("prism-{port}.log"));
        let mut child = command.stdout(File::create(&log)?).stderr(Stdio::null()).spawn()?;
        let begun = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if let Some(status) = child.try_wait()? {
                return Err(Problem::new(format!(
                    "prism ended with {status}: see {}",
                    log.display()
                )));
            }
            if begun.elapsed() > Duration::from_secs(60) {
                return Err(Problem::new(format!("prism did not start: see {}", log.display())));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let key = upstream
            .map_or_else(|| "3f6b0c1e-0000-4000-8000-2d9c1a7e5b44".to_owned(), |it| it.key.clone());
        Ok(Self { url: format!("http://127.0.0.1:{port}"), key, child })
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
