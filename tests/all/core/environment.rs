//! Settings from environment variables, and what is said of those that cannot be used.

use std::ffi::OsString;

use braze_core::{Config, ConfigError};

const KEY: &str = "d3adb33f-4c0f-4fee-8bad-c0dec0ffee00";

/// Reads settings from variables such as `BRAZE_INSTANCE=us-01`.
fn config(variables: &[&str]) -> Result<Config, ConfigError> {
    Config::from_variables(|name| {
        let mut pairs = variables.iter().filter_map(|variable| variable.split_once('='));
        pairs.find(|(it, _)| *it == name).map(|(_, value)| OsString::from(value))
    })
}

#[test]
fn variables_name_the_server_and_hold_the_key() {
    let key = format!("BRAZE_API_KEY={KEY}");
    let servers = [
        "BRAZE_INSTANCE=us-01",
        "BRAZE_INSTANCE=EU02",
        "BRAZE_BASE_URL=https://rest.us-10.braze.com",
    ];
    let urls = servers.map(|server| config(&[&key, server]).unwrap().base_url().to_string());
    insta::assert_snapshot!(urls.join("\n"), @r"
    https://rest.iad-01.braze.com
    https://rest.fra-02.braze.eu
    https://rest.us-10.braze.com
    ");
    // An empty variable counts as not set.
    config(&[&key, "BRAZE_INSTANCE=", "BRAZE_BASE_URL=https://rest.us-10.braze.com"]).unwrap();
}

#[test]
fn a_variable_that_cannot_be_used_is_named() {
    let key = format!("BRAZE_API_KEY={KEY}");
    let server = "BRAZE_INSTANCE=us-01";
    let secret = "BRAZE_INSTANCE=not-a-uuid-but-secret";
    let errors = [
        &[server][..],
        &["BRAZE_API_KEY=", server],
        &["BRAZE_API_KEY='quoted-key'", server],
        &[&key],
        &[&key, server, "BRAZE_BASE_URL=https://rest.iad-01.braze.com"],
        &[&key, "BRAZE_INSTANCE=us-99"],
        &[&key, "BRAZE_BASE_URL=rest.iad-01.braze.com"],
        &["BRAZE_API_KEY=not-a-uuid-but-secret", secret],
    ];
    let errors = errors.map(|variables| config(variables).unwrap_err().to_string());
    insta::assert_snapshot!(errors.join("\n"));
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_not_text_is_named() {
    use std::os::unix::ffi::OsStringExt;

    let error = Config::from_variables(|_| Some(OsString::from_vec(vec![0xff]))).unwrap_err();
    assert_eq!(error.to_string(), "BRAZE_API_KEY is not valid UTF-8");
}
