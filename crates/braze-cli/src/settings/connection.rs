//! [`Connection`]: the server that a command talks to.

use std::fmt;
use std::sync::Arc;

use braze_blocking::Client;
use braze_core::{
    BaseUrl, Config, ConfigError, Credential, Credentials, Error, Observer, Pacing, ProxySettings,
};
use braze_sandbox::Sandbox;

use super::choice::{ConnectionArgs, SANDBOX};
use super::clock::WallClock;
use super::error::SettingsError;
use super::profile::Profile;
use super::setting::Origin;
use super::{key, sandbox, server};
use crate::ui::io::Io;
use crate::ui::traffic::Traffic;

/// A client, and the server that its requests go to.
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

/// The effective profile. The sandbox has none: it has a server and a key of its own.
pub(crate) fn profile(args: &ConnectionArgs, io: &Io) -> Result<Profile, SettingsError> {
    let name = args.profile.as_deref();
    if args.is_sandbox() { Ok(Profile::default()) } else { Profile::chosen(name, io) }
}

impl Connection {
    /// Makes the connection that options, environment and profile describe, for operations that need the API
    /// key. Nothing is sent.
    pub(crate) fn open(
        args: &ConnectionArgs,
        profile: Profile,
        pacing: Pacing,
        io: &mut Io,
    ) -> Result<Self, SettingsError> {
        Self::open_for(Credential::ApiKey, args, profile, pacing, io)
    }

    /// Makes the connection for operations that need a secret of this kind. No other secret is read.
    pub(crate) fn open_for(
        credential: Credential,
        args: &ConnectionArgs,
        profile: Profile,
        pacing: Pacing,
        io: &mut Io,
    ) -> Result<Self, SettingsError> {
        refuse_keys(args, &profile, io)?;
        if let Some(name) = &args.sandbox {
            let builder = Sandbox::builder().scenario(sandbox::scenario(SANDBOX, name)?);
            let sandbox = sandbox::start(builder.clock(io.clock().of_sandbox()))?;
            let key = sandbox.credentials().only(credential);
            let source = "the sandbox".to_owned();
            let connection = Self::to(sandbox.base_url(), key, source, pacing, io)?;
            return Ok(Self { sandbox: Some(sandbox), ..connection });
        }
        let base_url = server::chosen(args, &profile, io)?;
        let source = key::source(credential, args, &profile, io)?;
        // Messages from here on are redacted by this key.
        let key = key::read(&source, io)?;
        refuse_keys(args, &profile, io)?;
        for (what, is_said, origin) in [
            ("server", profile.server.is_some(), &base_url.origin),
            (noun(credential), profile.key(credential).is_some(), &source.origin),
        ] {
            if is_said && profile.is_by_option() {
                warn_of_variable(what, origin, &profile, io);
            }
        }
        let connection = Self::to(base_url.value, key, source.to_string(), pacing, io)?;
        Ok(Self { profile, ..connection })
    }

    /// The settings of a request that is not sent. The secret that it needs may be missing.
    pub(crate) fn without_sending(
        credential: Credential,
        args: &ConnectionArgs,
        io: &mut Io,
    ) -> Result<Config, SettingsError> {
        let profile = profile(args, io)?;
        refuse_keys(args, &profile, io)?;
        let base_url = server::chosen(args, &profile, io)?;
        let key = key::source(credential, args, &profile, io);
        let key = key.and_then(|source| key::read(&source, io));
        refuse_keys(args, &profile, io)?;
        let key = key.or_else(|error| stand_in(credential).ok_or(error))?;
        config(base_url.value, key).map_err(SettingsError::Client)
    }

    /// A client of a server, with its secrets. Nothing is sent.
    pub(crate) fn to(
        base_url: BaseUrl,
        key: Credentials,
        key_source: String,
        pacing: Pacing,
        io: &Io,
    ) -> Result<Self, SettingsError> {
        let traffic = Arc::new(Traffic::new(io.notes().clone()));
        let clock = io.clock();
        let client = config(base_url.clone(), key)
            .map(|config| config.pacing(pacing).proxies(proxies(io)))
            .map(|config| config.observer(Arc::clone(&traffic) as Arc<dyn Observer>))
            .and_then(|config| Client::builder(config).clock(move || clock.now().into()).build())
            .map_err(|error| match error {
                Error::Config(ConfigError::Proxy(error)) => SettingsError::Proxy(error),
                error => SettingsError::Client(error),
            })?;
        let profile = Profile::default();
        Ok(Self { client, base_url, key_source, profile, traffic, clock, sandbox: None })
    }

    /// Returns `true` if requests go to the sandbox inside this command.
    pub(crate) fn is_sandbox(&self) -> bool {
        self.sandbox.is_some()
    }

    pub(crate) fn client(&self) -> &Client {
        &self.client
    }

    pub(crate) fn base_url(&self) -> &BaseUrl {
        &self.base_url
    }

    /// The base URL, or a word for the sandbox, whose port is another one each time.
    pub(crate) fn origin(&self) -> String {
        if self.sandbox.is_some() { SANDBOX.to_owned() } else { self.base_url.to_string() }
    }

    /// The clock of its client.
    pub(crate) fn clock(&self) -> WallClock {
        self.clock
    }

    /// The record of its requests.
    pub(crate) fn traffic(&self) -> &Traffic {
        &self.traffic
    }

    /// The source of the key, in words.
    pub(crate) fn key_source(&self) -> &str {
        &self.key_source
    }

    /// The effective profile, which may be empty.
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
pub(crate) fn refuse_keys(
    args: &ConnectionArgs,
    profile: &Profile,
    io: &Io,
) -> Result<(), SettingsError> {
    let notes = io.notes();
    let option = args.values.iter().find(|(_, value)| notes.holds_secret(value));
    let workspace = profile.workspace().filter(|it| notes.holds_secret(it.value.as_bytes()));
    let place = match (option, workspace) {
        (Some((name, _)), _) => format!("--{name}"),
        (None, Some(workspace)) => workspace.origin.to_string(),
        (None, None) => return Ok(()),
    };
    Err(SettingsError::MisplacedKey { place })
}

/// Warns that a variable comes before a profile that was chosen by name.
fn warn_of_variable(what: &str, origin: &Origin, profile: &Profile, io: &Io) {
    if let Origin::Variable(variable) = origin {
        let name = profile.name().unwrap_or_default();
        io.notes().warning(&format!(
            "{variable} is set, and comes before the {what} of the profile `{name}`"
        ));
    }
}

/// The key of a request that is not sent; no text contains it.
const STAND_IN: &str = "e9b0c1f4-no-key-5d2a-of-a-dry-run-77c3";

fn stand_in(credential: Credential) -> Option<Credentials> {
    Credentials::new().with(credential, STAND_IN).ok()
}

/// The word for a secret of this kind beside "server".
fn noun(credential: Credential) -> &'static str {
    match credential {
        Credential::ApiKey => "key",
        other => other.name(),
    }
}

/// The settings of every client of this command.
fn config(base_url: BaseUrl, key: Credentials) -> Result<Config, Error> {
    let suffix = concat!("braze-cli/", env!("CARGO_PKG_VERSION"));
    Config::new(base_url, key).user_agent_suffix(suffix).map_err(Error::from)
}

/// The proxies that the environment names.
pub(crate) fn proxies(io: &Io) -> ProxySettings {
    ProxySettings::from_variables(|name| io.variable(name))
}
