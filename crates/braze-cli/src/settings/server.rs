//! The choice of a server.

use braze_core::{BaseUrl, Instance};

use super::choice::{BASE_URL, ConnectionArgs, INSTANCE};
use super::error::SettingsError;
use super::profile::Profile;
use super::setting::{Origin, Setting};
use crate::ui::io::Io;

const INSTANCE_VARIABLE: &str = "BRAZE_INSTANCE";
const BASE_URL_VARIABLE: &str = "BRAZE_BASE_URL";

/// The server: by an option, else the environment, else the profile.
pub(crate) fn chosen(
    args: &ConnectionArgs,
    profile: &Profile,
    io: &Io,
) -> Result<Setting<BaseUrl>, SettingsError> {
    if let Some(name) = &args.instance {
        return instance(name, Origin::Option(INSTANCE));
    }
    if let Some(url) = &args.base_url {
        return base_url(url, Origin::Option(BASE_URL));
    }
    match (variable(INSTANCE_VARIABLE, io)?, variable(BASE_URL_VARIABLE, io)?) {
        (Some(_), Some(_)) => {
            Err(SettingsError::TwoServers([INSTANCE_VARIABLE, BASE_URL_VARIABLE]))
        }
        (Some(name), None) => instance(&name, Origin::Variable(INSTANCE_VARIABLE)),
        (None, Some(url)) => base_url(&url, Origin::Variable(BASE_URL_VARIABLE)),
        (None, None) => profile
            .server
            .clone()
            .ok_or_else(|| SettingsError::NoServer { profile: profile.name().map(str::to_owned) }),
    }
}

/// Reads a server as a person types it: the name of an instance, or a base URL.
pub(crate) fn typed(text: &str) -> Result<BaseUrl, String> {
    if text.contains(['.', ':', '/']) {
        return text.parse::<BaseUrl>().map_err(|error| error.to_string());
    }
    text.parse::<Instance>().map(BaseUrl::from).map_err(|error| error.to_string())
}

/// The instance of a base URL, if it is in the list.
pub(crate) fn listed(base_url: &BaseUrl) -> Option<Instance> {
    Instance::ALL.iter().copied().find(|instance| BaseUrl::from(*instance) == *base_url)
}

fn variable(name: &'static str, io: &Io) -> Result<Option<String>, SettingsError> {
    let text = io.variable(name).map(std::ffi::OsString::into_string).transpose();
    text.map_err(|_| SettingsError::Variable(name))
}

fn instance(name: &str, origin: Origin) -> Result<Setting<BaseUrl>, SettingsError> {
    match name.parse::<Instance>() {
        Ok(instance) => Ok(Setting::new(instance.into(), origin)),
        Err(error) => Err(SettingsError::Value { origin, problem: error.to_string() }),
    }
}

fn base_url(url: &str, origin: Origin) -> Result<Setting<BaseUrl>, SettingsError> {
    match url.parse::<BaseUrl>() {
        Ok(url) => Ok(Setting::new(url, origin)),
        Err(error) => Err(SettingsError::Value { origin, problem: error.to_string() }),
    }
}
