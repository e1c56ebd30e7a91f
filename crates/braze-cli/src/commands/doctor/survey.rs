//! [`Survey`]: the effective settings, and where each comes from.

use std::fmt::Display;
use std::path::Path;

use braze_core::{BaseUrl, Credential, Credentials, Pacing};
use braze_series::limits::{DEFAULT_CONCURRENCY, DEFAULT_RESERVE};

use super::environment;
use crate::args::database::DEFAULT_WORKSPACE;
use crate::settings::choice::ConnectionArgs;
use crate::settings::error::SettingsError;
use crate::settings::key;
use crate::settings::key_source::KeyLocation;
use crate::settings::profile::{self, Profile, State};
use crate::settings::server;
use crate::settings::setting::Setting;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// A setting in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: &'static str,
    pub(super) value: String,
    /// The source of the value.
    pub(super) origin: String,
}

/// The effective settings.
pub(super) struct Survey {
    pub(super) entries: Vec<Entry>,
    pub(super) problems: Vec<Failure>,
    /// The parts of a connection, if none is missing.
    pub(super) connection: Option<Parts>,
}

/// The parts of a connection.
#[expect(clippy::large_enum_variant, reason = "there is one of it")]
pub(super) enum Parts {
    Sandbox,
    Server { base_url: BaseUrl, key: Credentials, key_source: String, pacing: Pacing },
}

impl Survey {
    /// Looks at options, environment and profile. Nothing is sent.
    pub(super) fn new(args: &ConnectionArgs, io: &mut Io) -> Self {
        let mut survey = Self { entries: Vec::new(), problems: Vec::new(), connection: None };
        survey.add("version", env!("CARGO_PKG_VERSION"), "this command");
        if args.is_sandbox() {
            survey.add("server", "the sandbox inside this command", "--sandbox");
            survey.add("key", "one of the sandbox's own", "--sandbox");
            survey.connection = Some(Parts::Sandbox);
            survey.pacing(&Profile::default());
            survey.outputs(io);
            return survey;
        }
        survey.files(io);
        let profile = match Profile::chosen(args.profile.as_deref(), io) {
            Ok(profile) => profile,
            Err(problem) => {
                // The missing values may be in the profile.
                survey.add("profile", "cannot be used, see below", "");
                survey.problems.push(problem.into());
                survey.outputs(io);
                return survey;
            }
        };
        match &profile.name {
            Some(name) => survey.setting("profile", name),
            None => survey.add("profile", "none", "default"),
        }
        let base_url = survey.server(args, &profile, io);
        let key = survey.key(args, &profile, io);
        match profile.workspace() {
            Some(workspace) => survey.setting("workspace", workspace),
            None => survey.add("workspace", DEFAULT_WORKSPACE, "default"),
        }
        let pacing = survey.pacing(&profile);
        let is_reachable = survey.network(base_url.as_ref(), io);
        survey.outputs(io);
        let key = key.filter(|_| is_reachable);
        if let (Some(base_url), Some((key, key_source))) = (base_url, key) {
            survey.connection = Some(Parts::Server { base_url, key, key_source, pacing });
        }
        survey
    }

    fn files(&mut self, io: &Io) {
        let Ok(found) = profile::look(io) else { return };
        for looked in found.looked {
            let state = match &looked.state {
                State::Read => "read",
                State::NotThere => "not found",
                State::Unreadable(_) => "cannot be read",
            };
            let is_here = looked.path.parent() == Some(Path::new(""));
            let place = if is_here { "working directory" } else { "folder for settings" };
            self.add("file", &format!("{}, {state}", looked.path.display()), place);
        }
    }

    fn server(&mut self, args: &ConnectionArgs, profile: &Profile, io: &Io) -> Option<BaseUrl> {
        match server::chosen(args, profile, io) {
            Ok(chosen) => {
                let url = &chosen.value;
                let value = match server::listed(url) {
                    Some(instance) => format!("{instance}, {url}"),
                    None => url.to_string(),
                };
                self.add("server", &value, &chosen.origin.to_string());
                Some(chosen.value)
            }
            Err(problem) => {
                self.add("server", "none, see below", "");
                self.problems.push(problem.into());
                None
            }
        }
    }

    /// The key and the place that it is kept in. It is read to know that it can be.
    fn key(
        &mut self,
        args: &ConnectionArgs,
        profile: &Profile,
        io: &mut Io,
    ) -> Option<(Credentials, String)> {
        let read = key::source(Credential::ApiKey, args, profile, io)
            .and_then(|source| key::read(&source, io).map(|key| (key, source)));
        match read {
            Ok((key, source)) => {
                // The key was read from there, so this is a name and not a key put in its place.
                let value = match &source.value {
                    KeyLocation::StandardInput => "standard input".to_owned(),
                    KeyLocation::File(path) => format!("file {}", path.display()),
                    KeyLocation::Variable(name) => format!("variable {name}"),
                };
                self.add("key", &value, &source.origin.to_string());
                Some((key, source.to_string()))
            }
            Err(problem) => {
                self.add("key", "none, see below", "");
                self.problems.push(problem.into());
                None
            }
        }
    }

    fn pacing(&mut self, profile: &Profile) -> Pacing {
        match &profile.concurrency {
            Some(concurrency) => self.setting("concurrency", concurrency),
            None => self.add("concurrency", &DEFAULT_CONCURRENCY.to_string(), "default"),
        }
        let reserve = profile.reserve.as_ref().map_or(DEFAULT_RESERVE, |it| it.value);
        let origin =
            profile.reserve.as_ref().map_or("default".to_owned(), |it| it.origin.to_string());
        self.add("reserve", &format!("{reserve} % of the rate limit is left to others"), &origin);
        match &profile.time_zone {
            Some(zone) => self.setting("time zone", zone),
            None => self.add(
                "time zone",
                "not known: a day is complete once it has ended everywhere",
                "default",
            ),
        }
        Pacing::default().reserve(reserve)
    }

    /// Adds the way to the server. Returns `true` if there is one.
    fn network(&mut self, base_url: Option<&BaseUrl>, io: &Io) -> bool {
        let is_reachable = match base_url.map(|url| environment::proxy(url, io)) {
            Some(Ok((value, origin))) => {
                self.add("proxy", &value, &origin);
                true
            }
            Some(Err(error)) => {
                self.add("proxy", "cannot be used, see below", error.variable());
                self.problems.push(SettingsError::Proxy(error).into());
                false
            }
            None => {
                self.add("proxy", "depends on the server", "");
                false
            }
        };
        let tls = match base_url {
            Some(url) if !url.is_https() => "none: plain HTTP, which stays on this machine",
            _ => "rustls with ring; certificates are checked as the system does",
        };
        self.add("TLS", tls, "this command");
        is_reachable
    }

    fn outputs(&mut self, io: &Io) {
        let (value, origin) = environment::color(io);
        self.add("color", value, origin);
        let (value, origin) = environment::characters(io);
        self.add("characters", value, &origin);
    }

    fn setting<T: Display>(&mut self, name: &'static str, setting: &Setting<T>) {
        self.add(name, &setting.value.to_string(), &setting.origin.to_string());
    }

    fn add(&mut self, name: &'static str, value: &str, origin: &str) {
        self.entries.push(Entry { name, value: value.to_owned(), origin: origin.to_owned() });
    }
}
