//! The choice of a server.

use std::fmt;

use braze_core::{BaseUrl, BaseUrlError, Instance};

use super::choice::{BASE_URL, ConnectionArgs, INSTANCE};
use super::profile::Profile;
use super::setting::{Origin, Setting};
use crate::ui::failure::Failure;
use crate::ui::io::Io;

const INSTANCE_VARIABLE: &str = "BRAZE_INSTANCE";
const BASE_URL_VARIABLE: &str = "BRAZE_BASE_URL";

/// The server: by an option, else the environment, else the profile.
pub(crate) fn chosen(
    args: &ConnectionArgs,
    profile: &Profile,
    io: &Io,
) -> Result<Setting<BaseUrl>, Failure> {
    if let Some(name) = &args.instance {
        return instance(name, Origin::Option(INSTANCE));
    }
    if let Some(url) = &args.base_url {
        return base_url(url, Origin::Option(BASE_URL));
    }
    match (variable(INSTANCE_VARIABLE, io)?, variable(BASE_URL_VARIABLE, io)?) {
        (Some(_), Some(_)) => Err(Failure::usage(format!(
            "{INSTANCE_VARIABLE} and {BASE_URL_VARIABLE} are both set, but only one server can be used"
        ))
        .tip("unset one of them, or choose with `--instance` or `--base-url`")),
        (Some(name), None) => instance(&name, Origin::Variable(INSTANCE_VARIABLE)),
        (None, Some(url)) => base_url(&url, Origin::Variable(BASE_URL_VARIABLE)),
        (None, None) => profile.server.clone().ok_or_else(|| missing(profile)),
    }
}

/// The instance of a base URL, if it is in the list.
pub(crate) fn listed(base_url: &BaseUrl) -> Option<Instance> {
    Instance::ALL.iter().copied().find(|instance| BaseUrl::from(*instance) == *base_url)
}

fn variable(name: &str, io: &Io) -> Result<Option<String>, Failure> {
    let text = io.variable(name).map(std::ffi::OsString::into_string).transpose();
    text.map_err(|_| Failure::usage(format!("{name} is not valid UTF-8")))
}

fn instance(name: &str, origin: Origin) -> Result<Setting<BaseUrl>, Failure> {
    match name.parse::<Instance>() {
        Ok(instance) => Ok(Setting::new(instance.into(), origin)),
        Err(error) => Err(invalid(&origin, &error)),
    }
}

fn base_url(url: &str, origin: Origin) -> Result<Setting<BaseUrl>, Failure> {
    match url.parse() {
        Ok(url) => Ok(Setting::new(url, origin)),
        Err(error) => Err(invalid(&origin, &error as &BaseUrlError)),
    }
}

/// The failure for a value that cannot be used.
pub(super) fn invalid(origin: &Origin, problem: &dyn fmt::Display) -> Failure {
    Failure::usage(format!("invalid value for `{origin}`")).detail(problem.to_string())
}

fn missing(profile: &Profile) -> Failure {
    let failure = Failure::usage("no server is chosen: give one of these options")
        .detail("--instance <NAME>  the instance of your workspace; `braze instances` lists them")
        .detail("--base-url <URL>   an instance that the list does not have")
        .detail("--profile <NAME>   a profile of `braze.toml` with one of them")
        .detail(
            "--sandbox          a stand-in inside this command, to try things out without a key",
        );
    match profile.name() {
        Some(name) => {
            failure.tip(format!("or give the profile `{name}` a field `instance` or `base_url`"))
        }
        None => failure,
    }
}
