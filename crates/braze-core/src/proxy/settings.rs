//! [`ProxySettings`]: the variables that name proxies, and the [`Route`] that follows for a server.

use std::ffi::OsString;
use std::fmt;

use super::address::Proxy;
use super::no_proxy;
use crate::base_url::BaseUrl;

/// Values of the environment's variables for proxies: `https_proxy`, `all_proxy`, `no_proxy`.
///
/// They are read by curl's rules. For each, the name in lower case comes before that in upper case, and an
/// empty value counts as none. `http_proxy` is for plain HTTP, which only servers on this machine speak, and
/// those are always reached directly.
///
/// ```
/// use braze_core::{BaseUrl, Instance, ProxySettings, Route};
///
/// let settings = ProxySettings::from_variables(|name| match name {
///     "HTTPS_PROXY" => Some("http://user:secret@proxy.example:3128".into()),
///     "NO_PROXY" => Some("localhost, .internal.example".into()),
///     _ => None,
/// });
/// let Route::Proxy { proxy, variable, .. } = settings.for_url(&Instance::Us01.into())? else { panic!() };
/// assert_eq!((proxy.to_string().as_str(), variable), ("http://proxy.example:3128", "HTTPS_PROXY"));
/// # Ok::<(), braze_core::ProxyError>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct ProxySettings {
    /// The proxies for `https`, the first that counts first.
    proxies: Vec<Variable>,
    no_proxy: Option<Variable>,
    /// A variable that says nothing for `https`.
    http_only: Option<&'static str>,
}

#[derive(Clone, PartialEq, Eq)]
struct Variable {
    name: &'static str,
    value: OsString,
}

const PROXIES: [&str; 4] = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
const NO_PROXIES: [&str; 2] = ["no_proxy", "NO_PROXY"];
const HTTP_ONLY: [&str; 2] = ["http_proxy", "HTTP_PROXY"];

impl ProxySettings {
    /// No proxy at all.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Takes the values of variables, such as [`std::env::var_os`] gives them.
    pub fn from_variables(value: impl Fn(&str) -> Option<OsString>) -> Self {
        let set = |name: &'static str| {
            let value = value(name).filter(|value| !value.is_empty())?;
            Some(Variable { name, value })
        };
        Self {
            proxies: PROXIES.into_iter().filter_map(set).collect(),
            no_proxy: NO_PROXIES.into_iter().find_map(set),
            http_only: HTTP_ONLY.into_iter().find_map(set).map(|variable| variable.name),
        }
    }

    /// Decides how a server is reached.
    ///
    /// # Errors
    ///
    /// The variable in force has a value that cannot be honoured.
    pub fn for_url(&self, url: &BaseUrl) -> Result<Route, ProxyError> {
        if url.is_loopback() {
            return Ok(Route::Direct(Direct::Loopback));
        }
        let Some(variable) = self.proxies.first() else {
            return Ok(Route::Direct(match self.http_only {
                Some(variable) => Direct::HttpOnly { variable },
                None => Direct::Unset,
            }));
        };
        if let Some(list) = &self.no_proxy {
            let entry = list.read(|text| no_proxy::entry_for(text, url.host(), url.port()))?;
            if let Some(entry) = entry {
                let (variable, entry) = (list.name, entry.to_owned());
                return Ok(Route::Direct(Direct::NoProxy { variable, entry }));
            }
        }
        let proxy = variable.read(|text| Proxy::parse(text)?.for_host(url.host()))?;
        Ok(Route::Proxy { proxy, variable: variable.name })
    }
}

impl Variable {
    fn read<'a, T>(
        &'a self,
        read: impl FnOnce(&'a str) -> Result<T, String>,
    ) -> Result<T, ProxyError> {
        let text = self.value.to_str().ok_or_else(|| "it is not UTF-8".to_owned());
        text.and_then(read).map_err(|problem| ProxyError { variable: self.name, problem })
    }
}

impl fmt::Debug for ProxySettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Values hold passwords.
        let names = self.proxies.iter().chain(&self.no_proxy).map(|variable| variable.name);
        f.debug_tuple("ProxySettings").field(&names.collect::<Vec<_>>()).finish()
    }
}

/// The way to a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// Without a proxy.
    Direct(Direct),
    /// Through a proxy.
    #[non_exhaustive]
    Proxy {
        /// The proxy.
        proxy: Proxy,
        /// The variable that names it.
        variable: &'static str,
    },
}

/// The reason why a server is reached without a proxy.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Direct {
    /// No variable is set.
    Unset,
    /// The only variable that is set is for plain HTTP.
    #[non_exhaustive]
    HttpOnly {
        /// The variable.
        variable: &'static str,
    },
    /// The server is on this machine.
    Loopback,
    /// It is excepted.
    #[non_exhaustive]
    NoProxy {
        /// The variable with the list of exceptions.
        variable: &'static str,
        /// The entry that covers the server.
        entry: String,
    },
}

impl Route {
    /// The proxy, if there is one.
    #[must_use]
    pub fn proxy(&self) -> Option<&Proxy> {
        match self {
            Self::Direct(_) => None,
            Self::Proxy { proxy, .. } => Some(proxy),
        }
    }
}

/// A variable for proxies that cannot be honoured. Its value is not repeated, since it may hold a password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyError {
    variable: &'static str,
    problem: String,
}

impl ProxyError {
    /// The variable.
    #[must_use]
    pub fn variable(&self) -> &'static str {
        self.variable
    }
}

impl fmt::Display for ProxyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cannot be used: {}", self.variable, self.problem)
    }
}

impl std::error::Error for ProxyError {}
