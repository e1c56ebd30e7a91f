//! [`Connection`]: the server that a command talks to, and the options that choose it.

pub(crate) mod key;
pub(crate) mod server;

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use braze_blocking::Client;
use braze_core::{
    ApiKey, BaseUrl, Config, ConfigError, Error, Observer, Pacing, ProxyError, ProxySettings,
};
use braze_sandbox::{Sandbox, Scenario};
use clap::{Arg, ArgGroup, ArgMatches, ValueHint};

use crate::settings::clock::{self, WallClock};
use crate::settings::profile::{self, Profile};
use crate::settings::setting::Origin;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::traffic::Traffic;

const SANDBOX: &str = "sandbox";
const INSTANCE: &str = "instance";
const BASE_URL: &str = "base-url";
const API_KEY_FILE: &str = "api-key-file";

/// The names of the options that choose a server and a key.
pub(crate) const OPTIONS: [&str; 4] = [SANDBOX, INSTANCE, BASE_URL, API_KEY_FILE];

/// The choice of a server, in a line of usage.
pub(crate) const USAGE: &str = "[--sandbox | --instance <NAME> | --base-url <URL>]";

/// The variables that choose a connection, for help.
pub(crate) const ENVIRONMENT: &str = "\
Environment:
  BRAZE_PROFILE            the profile, unless `--profile` names one
  BRAZE_INSTANCE           the instance, unless an option chooses the server
  BRAZE_BASE_URL           the base URL, in place of an instance
  BRAZE_API_KEY            the REST API key, unless `--api-key-file` names a file
  XDG_CONFIG_HOME          the folder for settings; default `~/.config`
  HTTPS_PROXY, ALL_PROXY   the proxy to go through, the first that is set: a URL with `http`, `https`,
                           `socks4`, `socks4a`, `socks5` or `socks5h`; read as curl does
  NO_PROXY                 the hosts, domains and networks to reach without one
  NO_COLOR                 if set, nothing is colored

Profiles are read from `braze.toml` in the working directory, else from
`$XDG_CONFIG_HOME/braze/braze.toml`. An option comes before the environment, the environment before
the profile. `braze doctor` shows what is in force, and where it came from.";

/// The options that choose a server and a key, and the one that pins the clock.
pub(crate) fn arguments() -> [Arg; 6] {
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
        profile::argument().help_heading("Connection").conflicts_with(SANDBOX),
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
        clock::argument(),
    ]
}

/// At most one server.
pub(crate) fn group() -> ArgGroup {
    ArgGroup::new("server").args([SANDBOX, INSTANCE, BASE_URL])
}

/// Whether it is known which server is asked.
pub(crate) fn is_known(matches: &ArgMatches, profile: &Profile, io: &Io) -> bool {
    is_sandbox(matches) || server::chosen(matches, profile, io).is_ok()
}

/// A client and where its requests go.
pub(crate) struct Connection {
    client: Client,
    base_url: BaseUrl,
    key_source: String,
    profile: Profile,
    traffic: Arc<Traffic>,
    clock: WallClock,
    /// Stops when it is dropped.
    sandbox: Option<Sandbox>,
}

/// The profile in force. The sandbox is asked without one: it has a server and a key of its own.
pub(crate) fn profile(matches: &ArgMatches, io: &Io) -> Result<Profile, Failure> {
    if is_sandbox(matches) { Ok(Profile::default()) } else { Profile::chosen(matches, io) }
}

/// Whether the sandbox inside this command is asked.
pub(crate) fn is_sandbox(matches: &ArgMatches) -> bool {
    matches.contains_id(SANDBOX)
}

impl Connection {
    /// Makes what the options, the environment and the profile describe. Nothing is sent.
    pub(crate) fn open(
        matches: &ArgMatches,
        profile: Profile,
        pacing: Pacing,
        io: &mut Io,
    ) -> Result<Self, Failure> {
        refuse_keys(matches, &profile, io)?;
        if let Some(name) = matches.get_one::<String>(SANDBOX) {
            let sandbox = Sandbox::builder().scenario(scenario(SANDBOX, name)?);
            let sandbox = start(sandbox.clock(io.clock().of_sandbox()))?;
            let (base_url, key) = (sandbox.base_url(), sandbox.api_key());
            let source = "the sandbox".to_owned();
            let connection = Self::to(base_url, key, source, pacing, io)?;
            return Ok(Self { sandbox: Some(sandbox), ..connection });
        }
        let base_url = server::chosen(matches, &profile, io)?;
        let source = key::source(matches, &profile, io)?;
        // Known first, the key is in nothing that is said from here on.
        let key = key::read(&source, io)?;
        refuse_keys(matches, &profile, io)?;
        for (what, is_said, origin) in [
            ("server", profile.server.is_some(), &base_url.origin),
            ("key", profile.key.is_some(), &source.origin),
        ] {
            if is_said && profile.is_by_option() {
                warn_of_variable(what, origin, &profile, io);
            }
        }
        let connection = Self::to(base_url.value, key, key::in_words(&source), pacing, io)?;
        Ok(Self { profile, ..connection })
    }

    /// A client of a server, with a key. Nothing is sent.
    pub(crate) fn to(
        base_url: BaseUrl,
        key: ApiKey,
        key_source: String,
        pacing: Pacing,
        io: &Io,
    ) -> Result<Self, Failure> {
        let traffic = Arc::new(Traffic::new(io.notes().clone()));
        let clock = io.clock();
        let client = Config::new(base_url.clone(), key)
            .pacing(pacing)
            .proxies(proxies(io))
            .observer(Arc::clone(&traffic) as Arc<dyn Observer>)
            .user_agent_suffix(concat!("braze-cli/", env!("CARGO_PKG_VERSION")))
            .map_err(Error::from)
            .and_then(|config| Client::builder(config).clock(move || clock.now().into()).build())
            .map_err(|error| match &error {
                Error::Config(ConfigError::Proxy(error)) => unusable_proxy(error),
                _ => Failure::new(Exit::Failed, error.to_string()),
            })?;
        let profile = Profile::default();
        Ok(Self { client, base_url, key_source, profile, traffic, clock, sandbox: None })
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

    /// The time of day that its client goes by.
    pub(crate) fn clock(&self) -> WallClock {
        self.clock
    }

    /// What its requests went through.
    pub(crate) fn traffic(&self) -> &Traffic {
        &self.traffic
    }

    /// Where the key came from, in words.
    pub(crate) fn key_source(&self) -> &str {
        &self.key_source
    }

    /// The profile in force, which may say nothing at all.
    pub(crate) fn profile(&self) -> &Profile {
        &self.profile
    }
}

impl fmt::Display for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(name) = self.profile().name() {
            write!(f, "profile `{name}`, ")?;
        }
        match server::listed(&self.base_url) {
            _ if self.sandbox.is_some() => f.write_str("the sandbox inside this command"),
            Some(instance) => write!(f, "instance {instance}, key from {}", self.key_source),
            None => write!(f, "a base URL of your own, key from {}", self.key_source),
        }
    }
}

/// Refuses a key in the place of an identifier or a name, which would be sent and stored.
pub(crate) fn refuse_keys(matches: &ArgMatches, profile: &Profile, io: &Io) -> Result<(), Failure> {
    let notes = io.notes();
    let holds_key = |id: &&clap::Id| {
        let mut values = matches.get_raw(id.as_str()).into_iter().flatten();
        values.any(|value| notes.holds_secret(value.as_encoded_bytes()))
    };
    let option =
        matches.ids().filter(|id| matches.try_get_raw(id.as_str()).is_ok()).find(holds_key);
    let workspace = profile.workspace().filter(|it| notes.holds_secret(it.value.as_bytes()));
    let place = match (option, workspace) {
        (Some(id), _) => format!("--{}", id.as_str().replace('_', "-")),
        (None, Some(workspace)) => workspace.origin.to_string(),
        (None, None) => return Ok(()),
    };
    Err(Failure::usage(format!("`{place}` holds the API key, nothing was sent"))
        .tip("give the identifier or name that is meant"))
}

/// Tells who asked for a profile by name that a variable comes before it.
fn warn_of_variable(what: &str, origin: &Origin, profile: &Profile, io: &Io) {
    if let Origin::Variable(variable) = origin {
        let name = profile.name().unwrap_or_default();
        io.notes().warning(&format!(
            "{variable} is set, and comes before the {what} of the profile `{name}`"
        ));
    }
}

/// The proxies that the environment names.
pub(crate) fn proxies(io: &Io) -> ProxySettings {
    ProxySettings::from_variables(|name| io.variable(name))
}

/// The failure for a proxy variable that cannot be honoured.
pub(crate) fn unusable_proxy(error: &ProxyError) -> Failure {
    let example = if error.variable().eq_ignore_ascii_case("NO_PROXY") {
        "write it like `localhost, .internal.example, 10.0.0.0/8`"
    } else {
        "write it like `http://proxy.example:3128` or `socks5h://user:password@proxy.example:1080`"
    };
    Failure::usage(error.to_string()).tip(example)
}

/// The scenario that an option names, or the file of one.
pub(crate) fn scenario(option: &'static str, name_or_file: &str) -> Result<Scenario, Failure> {
    Scenario::load(name_or_file).map_err(|error| server::wrong(&Origin::Option(option), &error))
}

/// Starts a stand-in.
pub(crate) fn start(sandbox: braze_sandbox::Builder) -> Result<Sandbox, Failure> {
    sandbox.start().map_err(|error| {
        Failure::new(Exit::Failed, format!("the sandbox cannot be started: {error}"))
    })
}
