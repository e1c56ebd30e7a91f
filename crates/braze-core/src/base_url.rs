//! [`BaseUrl`]: the server that requests go to.

use std::fmt;
use std::net::IpAddr;
use std::str::FromStr;

use http::Uri;
use http::uri::{Authority, Scheme};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::auth::ApiKey;
use crate::generated::Instance;
use crate::wire::read_text;

/// Scheme and host of a Braze REST API, checked.
///
/// Made from an [`Instance`], or from text for a host that the list does not have yet:
///
/// ```
/// use braze_core::{BaseUrl, Instance};
///
/// assert_eq!(BaseUrl::from(Instance::Eu01).to_string(), "https://rest.fra-01.braze.eu");
///
/// let error = "https://rest.fra-01.braze.com".parse::<BaseUrl>().unwrap_err();
/// assert!(error.to_string().contains("rest.fra-01.braze.eu"));
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl {
    scheme: Scheme,
    authority: Authority,
}

impl BaseUrl {
    /// True if the connection is encrypted. Only loopback may go without.
    #[must_use]
    pub fn is_https(&self) -> bool {
        self.scheme == Scheme::HTTPS
    }

    /// True if the host is this machine: `localhost`, 127.0.0.0/8 or `::1`.
    #[must_use]
    pub fn is_loopback(&self) -> bool {
        is_loopback(self.host())
    }

    /// The host, without brackets around an IPv6 address.
    #[must_use]
    pub fn host(&self) -> &str {
        self.authority.host().trim_start_matches('[').trim_end_matches(']')
    }

    /// The port, also where it is only implied by the scheme.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.authority.port_u16().unwrap_or(if self.is_https() { 443 } else { 80 })
    }

    /// The address of a path and query on this server.
    pub(crate) fn join(&self, target: Vec<u8>) -> Result<Uri, http::Error> {
        let target = bytes::Bytes::from(target);
        let mut parts = http::uri::Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(http::uri::PathAndQuery::from_maybe_shared(target)?);
        Ok(Uri::from_parts(parts)?)
    }
}

impl From<Instance> for BaseUrl {
    fn from(instance: Instance) -> Self {
        Self { scheme: Scheme::HTTPS, authority: Authority::from_static(instance.host()) }
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.authority)
    }
}

impl fmt::Debug for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BaseUrl({self})")
    }
}

impl Serialize for BaseUrl {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for BaseUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read_text(deserializer)
    }
}

impl FromStr for BaseUrl {
    type Err = BaseUrlError;

    fn from_str(text: &str) -> Result<Self, BaseUrlError> {
        let fail = |problem: &str| Err(BaseUrlError { problem: problem.to_owned() });
        let text = text.trim();
        if ApiKey::is_like(text) {
            return fail(
                "it holds what looks like an API key: write it like `https://rest.iad-01.braze.com`",
            );
        }
        if text.is_empty() {
            return fail("it is empty: write it like `https://rest.iad-01.braze.com`");
        }
        if text.contains('@') {
            return fail("it holds user information before an `@`, which is never sent");
        }
        if let Ok(instance) = text.parse::<Instance>() {
            let url = Self::from(instance);
            return fail(&format!("`{text}` is the name of an instance: its URL is `{url}`"));
        }
        let Some((scheme, rest)) = text.split_once("://") else {
            let (host, _) = split_host(text.trim_start_matches("https:").trim_start_matches('/'));
            return fail(&format!("the scheme is missing: write `https://{host}`"));
        };
        let (host, tail) = split_host(rest);
        if !matches!(tail, "" | "/") {
            // A query may hold secrets.
            let path = tail.split(['?', '#']).next().unwrap_or_default();
            let tail = if path.is_empty() { "a query" } else { &format!("`{path}`") };
            return fail(&format!(
                "it goes on with {tail} behind the host: give scheme and host alone, `{scheme}://{host}`"
            ));
        }
        if host.is_empty() {
            return fail("the host is missing");
        }
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "https" => Scheme::HTTPS,
            "http" => Scheme::HTTP,
            other => return fail(&format!("the scheme `{other}` is not supported: use `https`")),
        };
        let Ok(authority) = host.to_ascii_lowercase().parse::<Authority>() else {
            return fail(&format!("`{host}` is not a host"));
        };
        if authority.host().is_empty() {
            return fail("the host is missing");
        }
        let has_port = authority.as_str().len() > authority.host().len();
        if has_port && authority.port_u16().unwrap_or(0) == 0 {
            return fail(&format!("the port in `{host}` is not a number from 1 to 65535"));
        }
        let url = Self { authority: canonical(&scheme, authority), scheme };
        if !url.is_https() && !url.is_loopback() {
            return fail(&format!(
                "`http` would send the API key in the clear: write `https://{host}` \
                 (`http` is allowed only on loopback)"
            ));
        }
        match near_miss(url.host()) {
            Some(hint) => Err(BaseUrlError { problem: hint }),
            None => Ok(url),
        }
    }
}

/// The one spelling of all that mean the same server: no dot at the end, no port that the scheme implies,
/// addresses in their shortest form.
fn canonical(scheme: &Scheme, authority: Authority) -> Authority {
    let host = authority.host().trim_end_matches('.');
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let host = match bare.parse() {
        Ok(IpAddr::V6(address)) => format!("[{address}]"),
        _ => host.to_owned(),
    };
    let implied = if *scheme == Scheme::HTTPS { 443 } else { 80 };
    let port = authority.port_u16().filter(|port| *port != implied);
    let text = port.map_or_else(|| host.clone(), |port| format!("{host}:{port}"));
    text.parse().unwrap_or(authority)
}

/// The host with its port, and what follows.
fn split_host(rest: &str) -> (&str, &str) {
    rest.find(['/', '?', '#']).map_or((rest, ""), |at| rest.split_at(at))
}

fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Explains a host that looks like a Braze host but is not a REST host.
fn near_miss(host: &str) -> Option<String> {
    let label = host.split('.').next().unwrap_or_default();
    let of_braze = host.ends_with(".braze.com") || host.ends_with(".braze.eu");
    if of_braze && (label == "dashboard" || label.starts_with("dashboard-")) {
        return Some(format!(
            "`{host}` is a dashboard: the REST host of your instance begins with `rest.`"
        ));
    }
    if of_braze && label == "sdk" {
        return Some(format!(
            "`{host}` is for the device SDKs: the REST host of your instance begins with `rest.`"
        ));
    }
    // The address of US-10 was once spread in the pattern of its elders.
    if host == "rest.iad-10.braze.com" {
        return Some(format!("`{host}` is not a host: US-10 is `{}`", Instance::Us10.host()));
    }
    let without_tld = |host: &str| host.rsplit_once('.').map(|(name, _)| name.to_owned());
    let sibling = Instance::ALL.iter().find(|instance| {
        instance.host() != host && without_tld(instance.host()) == without_tld(host)
    })?;
    Some(format!("`{host}` is not a host: {sibling} is `{}`", sibling.host()))
}

/// A text that is not the base URL of a REST API; says what is wrong and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrlError {
    problem: String,
}

impl fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the base URL cannot be used: {}", self.problem)
    }
}

impl std::error::Error for BaseUrlError {}
