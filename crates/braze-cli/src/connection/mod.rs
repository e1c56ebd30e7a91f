//! [`Connection`]: the server that a command talks to, and the options that choose it.

mod key;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use braze_blocking::Client;
use braze_core::{ApiKey, BaseUrl, BaseUrlError, Config, Error, Instance, Observer, Pacing};
use braze_sandbox::{Sandbox, Scenario};
use clap::{Arg, ArgGroup, ArgMatches, ValueHint};

use crate::exit::Exit;
use crate::failure::Failure;
use crate::io::Io;
use crate::traffic::Traffic;

pub(crate) use key::of_environment as key_of_environment;

const SANDBOX: &str = "sandbox";
const INSTANCE: &str = "instance";
const BASE_URL: &str = "base-url";
const API_KEY_FILE: &str = "api-key-file";

/// The choice of a server, in a line of usage.
pub(crate) const USAGE: &str = "(--sandbox | --instance <NAME> | --base-url <URL>)";

/// The variables that choose a connection, for help.
pub(crate) const ENVIRONMENT: &str = "\
Environment:
  BRAZE_API_KEY            the REST API key, unless `--api-key-file` names a file
  HTTPS_PROXY, NO_PROXY    the proxy to go through, and the hosts to reach without one
  NO_COLOR                 if set, nothing is colored";

/// The options that choose a server and a key.
pub(crate) fn arguments() -> [Arg; 4] {
    let option = |name: &'static str| Arg::new(name).long(name).help_heading("Connection");
    [
        option(SANDBOX)
            .value_name("SCENARIO")
            .num_args(0..=1)
            .require_equals(true)
            .default_missing_value("calm")
            .help(
                "Ask a stand-in that runs inside this command and needs no key; `braze sandbox --help` \
                 lists the scenarios in which it goes wrong",
            ),
        option(INSTANCE)
            .value_name("NAME")
            .help("Instance of the workspace, such as `us-01`; `braze instances` lists them"),
        option(BASE_URL)
            .value_name("URL")
            .value_hint(ValueHint::Url)
            .help("Scheme and host of an instance that the list does not have"),
        option(API_KEY_FILE)
            .value_name("FILE")
            .value_hint(ValueHint::FilePath)
            .value_parser(clap::value_parser!(PathBuf))
            .conflicts_with(SANDBOX)
            .help("File that holds the API key and nothing else; `-` reads standard input"),
    ]
}

/// At most one server.
pub(crate) fn group() -> ArgGroup {
    ArgGroup::new("server").args([SANDBOX, INSTANCE, BASE_URL])
}

/// A client and where its requests go.
pub(crate) struct Connection {
    client: Client,
    base_url: BaseUrl,
    key_source: &'static str,
    traffic: Arc<Traffic>,
    /// Stops when it is dropped.
    sandbox: Option<Sandbox>,
}

impl Connection {
    /// Makes what the options describe. Nothing is sent.
    pub(crate) fn open(matches: &ArgMatches, pacing: Pacing, io: &mut Io) -> Result<Self, Failure> {
        if let Some(name) = matches.get_one::<String>(SANDBOX) {
            let sandbox = start(Sandbox::builder().scenario(scenario(SANDBOX, name)?))?;
            let (base_url, key) = (sandbox.base_url(), sandbox.api_key());
            let connection = Self::new(base_url, key, "the sandbox", pacing, io)?;
            return Ok(Self { sandbox: Some(sandbox), ..connection });
        }
        let base_url = base_url(matches)?;
        let file = matches.get_one::<PathBuf>(API_KEY_FILE);
        let (key, source) = key::read(file.map(PathBuf::as_path), io)?;
        Self::new(base_url, key, source, pacing, io)
    }

    fn new(
        base_url: BaseUrl,
        key: ApiKey,
        key_source: &'static str,
        pacing: Pacing,
        io: &Io,
    ) -> Result<Self, Failure> {
        let traffic = Arc::new(Traffic::new(io.notes().clone()));
        let client = Config::new(base_url.clone(), key)
            .pacing(pacing)
            .observer(Arc::clone(&traffic) as Arc<dyn Observer>)
            .user_agent_suffix(concat!("braze-cli/", env!("CARGO_PKG_VERSION")))
            .map_err(Error::from)
            .and_then(Client::with_config)
            .map_err(|error| Failure::new(Exit::Failed, error.to_string()))?;
        Ok(Self { client, base_url, key_source, traffic, sandbox: None })
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }

    /// What stays the same as long as the numbers come from the same place: the base URL, or a word for
    /// the sandbox, whose port is another one each time.
    pub(crate) fn origin(&self) -> String {
        if self.sandbox.is_some() { SANDBOX.to_owned() } else { self.base_url.to_string() }
    }

    /// What its requests went through.
    pub(crate) fn traffic(&self) -> &Traffic {
        &self.traffic
    }

    /// Where the key came from, in words.
    pub(crate) fn key_source(&self) -> &'static str {
        self.key_source
    }
}

impl fmt::Display for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let listed = |instance: &&Instance| BaseUrl::from(**instance) == self.base_url;
        match Instance::ALL.iter().find(listed) {
            _ if self.sandbox.is_some() => f.write_str("the sandbox inside this command"),
            Some(instance) => write!(f, "instance {instance}, key from {}", self.key_source),
            None => write!(f, "a base URL of your own, key from {}", self.key_source),
        }
    }
}

/// The server that the options choose.
fn base_url(matches: &ArgMatches) -> Result<BaseUrl, Failure> {
    let given = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    match (given(INSTANCE), given(BASE_URL)) {
        (Some(name), _) => match name.parse::<Instance>() {
            Ok(instance) => Ok(instance.into()),
            Err(error) => Err(wrong(INSTANCE, &error)),
        },
        (None, Some(url)) => url.parse().map_err(|error: BaseUrlError| wrong(BASE_URL, &error)),
        (None, None) => Err(Failure::usage("no server is chosen: give one of these options")
            .detail("--instance <NAME>  the instance of your workspace; `braze instances` lists them")
            .detail("--base-url <URL>   an instance that the list does not have")
            .detail("--sandbox          a stand-in inside this command, to try things out without a key")),
    }
}

/// The scenario that an option names, or the file of one.
pub(crate) fn scenario(option: &str, name_or_file: &str) -> Result<Scenario, Failure> {
    Scenario::load(name_or_file).map_err(|error| wrong(option, &error))
}

/// Starts a stand-in.
pub(crate) fn start(sandbox: braze_sandbox::Builder) -> Result<Sandbox, Failure> {
    sandbox.start().map_err(|error| {
        Failure::new(Exit::Failed, format!("the sandbox cannot be started: {error}"))
    })
}

fn wrong(option: &str, problem: &dyn fmt::Display) -> Failure {
    Failure::usage(format!("invalid value for `--{option}`")).detail(problem.to_string())
}
