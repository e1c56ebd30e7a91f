//! Proxies named by the environment: passed by on loopback, used elsewhere, and never told the key.
//!
//! The environment is that of a process, so each scenario runs itself again in a child.

use std::process::Command;

use braze_core::RetryPolicy;

use super::endpoints::sessions;
use super::statuses::success;
use super::{Client, Exchange, Reply, Server, Trial, scenarios};

scenarios![loopback_goes_past_the_proxy, other_hosts_go_through_the_proxy];

/// The base URL for the child. Its presence tells that this is the child.
const URL: &str = "BRAZE_TESTS_PROXY_URL";

fn child_url() -> Option<String> {
    std::env::var(URL).ok()
}

/// Runs this scenario in a process that is told to use a proxy for everything, and gives its output.
fn run_in_child(trial: &Trial<impl Client>, url: &str, proxy: &Server) -> String {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args([trial.test.as_str(), "--exact", "--nocapture"]).env(URL, url);
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        child.env(name, proxy.url()).env(name.to_ascii_lowercase(), proxy.url());
    }
    for name in ["NO_PROXY", "no_proxy", "REQUEST_METHOD"] {
        child.env_remove(name);
    }
    let output = child.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
    text
}

fn loopback_goes_past_the_proxy(trial: &mut Trial<impl Client>) {
    if let Some(url) = child_url() {
        trial.base_url(&url);
        trial.client().send(&sessions()).unwrap();
        std::process::exit(0);
    }
    let proxy = Server::start([success().into()]);
    for name in ["127.0.0.1", "localhost"] {
        trial.serve([success()]);
        let url = format!("http://{name}:{}", trial.server().port());
        run_in_child(trial, &url, &proxy);
        assert_eq!(trial.server().seen().requests.len(), 1);
    }
    assert_eq!(proxy.seen().connections.len(), 0, "the proxy was asked");
    trial.note("the proxy was not asked");
}

/// The proxy is asked for a tunnel, and learns no more than the host.
fn other_hosts_go_through_the_proxy(trial: &mut Trial<impl Client>) {
    if let Some(url) = child_url() {
        trial.base_url(&url);
        trial.retry(RetryPolicy::default().attempts(2));
        trial.send(&sessions());
        println!("<<{}>>", trial.report.trim());
        std::process::exit(0);
    }
    let refusal = || Exchange::from(Reply::new(502)).close();
    let proxy = Server::start([refusal(), refusal()]);
    let output = run_in_child(trial, "https://rest.iad-01.braze.com", &proxy);
    trial.note(output.split_once("<<").unwrap().1.split_once(">>").unwrap().0);
    for request in proxy.seen().requests {
        let text = String::from_utf8(request.bytes).unwrap();
        trial.note(text.lines().next().unwrap());
        assert!(!text.to_lowercase().contains("authorization: bearer"), "{text}");
    }
}
