//! [`Config::from_variables`]: the settings that environment variables hold.

use std::ffi::OsString;
use std::fmt;

use super::config::Config;
use crate::auth::{Credential, Credentials, Scrub};
use crate::base_url::{BaseUrl, BaseUrlError};
use crate::error::ConfigError;
use crate::generated::Instance;
use crate::variable::VariableError;

const INSTANCE: &str = "BRAZE_INSTANCE";
const BASE_URL: &str = "BRAZE_BASE_URL";

impl Config {
    /// Takes the secrets and the server from variables, such as [`std::env::var_os`] returns them.
    ///
    /// `BRAZE_API_KEY` holds the key. `BRAZE_SCIM_TOKEN` and `BRAZE_CLIENT_KEY` may be set beside it, or in its place
    /// for a client that does without. Either `BRAZE_INSTANCE` names the instance, such as `us-01`, or
    /// `BRAZE_BASE_URL` holds its URL. The `braze` command reads the same variables. An empty variable counts
    /// as not set.
    ///
    /// ```
    /// use braze_core::{BaseUrl, Config, Instance};
    ///
    /// let config = Config::from_variables(|name| match name {
    ///     "BRAZE_API_KEY" => Some("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44".into()),
    ///     "BRAZE_INSTANCE" => Some("us-01".into()),
    ///     _ => None,
    /// })?;
    /// assert_eq!(*config.base_url(), BaseUrl::from(Instance::Us01));
    /// # Ok::<(), braze_core::ConfigError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// [`ConfigError::Variable`] names the variable, its problem, and what to set.
    pub fn from_variables(value: impl Fn(&str) -> Option<OsString>) -> Result<Self, ConfigError> {
        let read = |variable| match value(variable).map(OsString::into_string) {
            Some(Err(_)) => Err(VariableError::new(variable, "is not valid UTF-8")),
            Some(Ok(text)) => Ok(Some(text).filter(|text| !text.is_empty())),
            None => Ok(None),
        };
        let unusable = |variable, error: &dyn fmt::Display| {
            VariableError::new(variable, format!("cannot be used: {error}"))
        };
        let mut credentials = Credentials::new();
        for kind in Credential::ALL {
            let variable = kind.variable();
            let Some(text) = read(variable)? else { continue };
            credentials =
                credentials.with(kind, &text).map_err(|error| unusable(variable, &error))?;
        }
        if credentials == Credentials::new() {
            let problem = "is not set: set it to a REST API key of the workspace";
            return Err(VariableError::new(Credential::ApiKey.variable(), problem).into());
        }
        let base_url = match (read(INSTANCE)?, read(BASE_URL)?) {
            (Some(name), None) => {
                let instance = name.parse::<Instance>();
                instance.map(BaseUrl::from).map_err(|error| unusable(INSTANCE, &error))
            }
            (None, Some(url)) => {
                url.parse().map_err(|error: BaseUrlError| unusable(BASE_URL, &error))
            }
            (Some(_), Some(_)) => {
                let problem = format!("and {BASE_URL} are both set: unset one of them");
                Err(VariableError::new(INSTANCE, problem))
            }
            (None, None) => {
                let problem = format!(
                    "and {BASE_URL} are not set: set {INSTANCE} to the name of an instance such as \
                     `us-01`, or {BASE_URL} to a URL such as `https://rest.iad-01.braze.com`"
                );
                Err(VariableError::new(INSTANCE, problem))
            }
        };
        let base_url = base_url.map_err(|mut error| {
            // A secret may stand in the wrong variable.
            credentials.secrets().for_each(|(_, secret)| error.problem.scrub(secret));
            error
        })?;
        Ok(Self::new(base_url, credentials))
    }
}
