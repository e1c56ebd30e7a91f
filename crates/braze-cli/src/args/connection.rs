//! The options that choose a server, a key and a profile.

use std::path::PathBuf;

use braze_core::Credential;
use clap::{Arg, ArgGroup, ArgMatches, ValueHint};

use super::{clock, parameter};
use crate::settings::choice::{BASE_URL, ConnectionArgs, INSTANCE, PROFILE, SANDBOX, file_option};

/// The names of the options that choose a server and a key.
pub(crate) const OPTIONS: [&str; 4] =
    [SANDBOX, INSTANCE, BASE_URL, file_option(Credential::ApiKey)];

/// The choice of a server, in a line of usage.
pub(crate) const USAGE: &str = "[--sandbox | --instance <NAME> | --base-url <URL>]";

/// The variables that choose a connection, for the help of a command that needs the API key.
pub(super) fn environment() -> String {
    environment_for(&[Credential::ApiKey])
}

/// The variables that choose a connection, for the help of a command that needs secrets of these kinds.
pub(super) fn environment_for(credentials: &[Credential]) -> String {
    let secrets: String = credentials.iter().map(|credential| variable(*credential)).collect();
    format!("{SERVER}{secrets}{OTHERS}")
}

/// The line of a variable that holds a secret.
fn variable(credential: Credential) -> String {
    let (variable, option) = (credential.variable(), file_option(credential));
    let name = match credential {
        Credential::ApiKey => "REST API key",
        other => other.name(),
    };
    format!("  {variable:<24} the {name}, unless `--{option}` names a file\n")
}

const SERVER: &str = "\
Environment:
  BRAZE_PROFILE            the profile, unless `--profile` names one
  BRAZE_INSTANCE           the instance, unless an option chooses the server
  BRAZE_BASE_URL           the base URL, in place of an instance
";

const OTHERS: &str = "  XDG_CONFIG_HOME          the folder for settings; default `~/.config`
  HTTPS_PROXY, ALL_PROXY   the proxy to go through, the first that is set: a URL with `http`, `https`,
                           `socks4`, `socks4a`, `socks5` or `socks5h`; read as curl does
  NO_PROXY                 the hosts, domains and networks to reach without one
  NO_COLOR                 if set, output has no color

Profiles are read from `braze.toml` in the working directory, else from
`$XDG_CONFIG_HOME/braze/braze.toml`. An option comes before the environment, the environment before
the profile. `braze doctor` shows the effective settings and where each comes from.";

/// The options that choose a server and the API key, and the one that pins the clock.
pub(crate) fn arguments() -> Vec<Arg> {
    arguments_for(&[Credential::ApiKey])
}

/// The options that choose a server and secrets of these kinds, and the one that pins the clock.
pub(super) fn arguments_for(credentials: &[Credential]) -> Vec<Arg> {
    let file = |credential: &Credential| file(*credential).conflicts_with(SANDBOX);
    let stand_in = [
        option(SANDBOX)
            .value_name("SCENARIO")
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("calm")
            .help(
                "Use a stand-in for Braze that runs inside this command and needs no key; `braze sandbox \
                 --help` lists its scenarios",
            ),
        option(PROFILE).value_name("NAME").conflicts_with(SANDBOX).help(
            "Profile of `braze.toml` to take settings from; `braze doctor --help` shows such a file",
        ),
    ];
    let secrets = credentials.iter().map(file);
    stand_in.into_iter().chain(server()).chain(secrets).chain([clock::argument()]).collect()
}

/// The options that choose a server other than the sandbox.
pub(super) fn server() -> [Arg; 2] {
    [
        option(INSTANCE)
            .value_name("NAME")
            .help("Instance of the workspace, such as `us-01`; `braze instances` lists them"),
        option(BASE_URL)
            .value_name("URL")
            .value_hint(ValueHint::Url)
            .help("Scheme and host of an instance that is not in the list"),
    ]
}

/// The option that names a file with a secret.
pub(super) fn file(credential: Credential) -> Arg {
    option(file_option(credential))
        .value_name("FILE")
        .value_hint(ValueHint::FilePath)
        .value_parser(clap::value_parser!(PathBuf))
        .help(format!(
            "File that holds the {credential} and nothing else; `-` reads standard input"
        ))
}

fn option(name: &'static str) -> Arg {
    Arg::new(name).long(name).help_heading("Connection")
}

/// At most one server.
pub(crate) fn group() -> ArgGroup {
    ArgGroup::new("server").args([SANDBOX, INSTANCE, BASE_URL])
}

/// Reads the options.
pub(crate) fn read(matches: &ArgMatches) -> ConnectionArgs {
    let text = |name: &str| matches.try_get_one::<String>(name).ok().flatten().cloned();
    let ids = matches.ids().filter(|id| matches.try_get_raw(id.as_str()).is_ok());
    let values = ids.flat_map(|id| {
        let values = matches.get_raw(id.as_str()).into_iter().flatten();
        let long = parameter::long(id.as_str().trim_start_matches("body "));
        values.map(move |it| (long.clone(), it.as_encoded_bytes().to_vec()))
    });
    let file = |credential| {
        let file = matches.try_get_one::<PathBuf>(file_option(credential)).ok().flatten()?;
        Some((credential, file.clone()))
    };
    ConnectionArgs {
        sandbox: text(SANDBOX),
        instance: text(INSTANCE),
        base_url: text(BASE_URL),
        files: Credential::ALL.into_iter().filter_map(file).collect(),
        profile: text(PROFILE),
        values: values.collect(),
    }
}
