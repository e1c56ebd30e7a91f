//! [`Proxy`]: scheme, host, port and credentials, read from a URL.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::auth::escape::escaped;
use crate::wire::Encoder;

/// A proxy, checked. Its credentials are in no output.
#[derive(Clone, PartialEq, Eq)]
pub struct Proxy {
    scheme: ProxyScheme,
    /// With brackets around an IPv6 address.
    host: String,
    port: u16,
    credentials: Option<Credentials>,
}

#[derive(Clone, PartialEq, Eq)]
struct Credentials {
    user: String,
    password: Option<String>,
}

/// A protocol that proxies speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ProxyScheme {
    /// HTTP: a tunnel by `CONNECT`.
    Http,
    /// The same over TLS.
    Https,
    /// SOCKS4: the host is looked up here; IPv4 only.
    Socks4,
    /// `SOCKS4a`: the proxy looks up the host.
    Socks4a,
    /// SOCKS5: the host is looked up here.
    Socks5,
    /// SOCKS5: the proxy looks up the host.
    Socks5h,
}

impl ProxyScheme {
    /// All of them.
    pub const ALL: &[Self] =
        &[Self::Http, Self::Https, Self::Socks4, Self::Socks4a, Self::Socks5, Self::Socks5h];

    /// The scheme in a URL.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
            Self::Socks4 => "socks4",
            Self::Socks4a => "socks4a",
            Self::Socks5 => "socks5",
            Self::Socks5h => "socks5h",
        }
    }

    /// The port where a URL has none.
    #[must_use]
    pub fn default_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
            Self::Socks4 | Self::Socks4a | Self::Socks5 | Self::Socks5h => 1080,
        }
    }
}

/// Bytes that reqwest has for a SOCKS5 proxy to send it user name, password and host.
const MAX_SOCKS5: usize = 249;

impl Proxy {
    /// The protocol.
    #[must_use]
    pub fn scheme(&self) -> ProxyScheme {
        self.scheme
    }

    /// The host, with brackets around an IPv6 address.
    #[must_use]
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The port, also where it is only implied by the scheme.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The URL for an HTTP library, with user name and password: never show it.
    #[must_use]
    pub fn url_with_credentials(&self) -> String {
        let Some(Credentials { user, password }) = &self.credentials else {
            return self.to_string();
        };
        let mut userinfo = Vec::new();
        Encoder::new(&mut userinfo).text(user);
        if let Some(password) = password {
            userinfo.push(b':');
            Encoder::new(&mut userinfo).text(password);
        }
        let userinfo = String::from_utf8_lossy(&userinfo);
        format!("{}://{userinfo}@{}:{}", self.scheme.name(), self.host, self.port)
    }

    /// Reads a URL as curl does; a fault is told without quoting what may be a password.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let (scheme, rest) = split_scheme(text.trim())?;
        let (authority, tail) =
            rest.find(['/', '?', '#']).map_or((rest, ""), |at| rest.split_at(at));
        if !matches!(tail, "" | "/") {
            return Err(
                "nothing may follow host and port: write a `/`, `?` or `#` in a user name or \
                        password as `%2F`, `%3F` or `%23`"
                    .to_owned(),
            );
        }
        let (userinfo, host_and_port) = match authority.rsplit_once('@') {
            Some((userinfo, rest)) => (Some(userinfo), rest),
            None => (None, authority),
        };
        let (host, port) = split_port(host_and_port)?;
        Ok(Self {
            scheme,
            host: checked_host(host)?,
            port: port.unwrap_or(scheme.default_port()),
            credentials: userinfo.map(|it| Credentials::parse(it, scheme)).transpose()?.flatten(),
        })
    }

    /// Refuses a host that not both clients can ask this proxy for.
    pub(super) fn for_host(self, host: &str) -> Result<Self, String> {
        match self.scheme {
            ProxyScheme::Socks4 | ProxyScheme::Socks4a if host.parse::<Ipv6Addr>().is_ok() => {
                Err("SOCKS4 cannot reach the server's IPv6 address: use `socks5`".to_owned())
            }
            ProxyScheme::Socks5 | ProxyScheme::Socks5h
                if self
                    .credentials
                    .as_ref()
                    .is_some_and(|it| it.len() + host.len() > MAX_SOCKS5) =>
            {
                let rest = MAX_SOCKS5.saturating_sub(host.len());
                Err(format!("user name and password are too long: together at most {rest} bytes"))
            }
            // There is nothing to look up, but reqwest would try, and fail at the brackets of IPv6.
            ProxyScheme::Socks5 if host.parse::<IpAddr>().is_ok() => {
                Ok(Self { scheme: ProxyScheme::Socks5h, ..self })
            }
            _ => Ok(self),
        }
    }
}

impl Credentials {
    /// Reads `user:password`, where there is anything.
    fn parse(userinfo: &str, scheme: ProxyScheme) -> Result<Option<Self>, String> {
        if userinfo.is_empty() || userinfo == ":" {
            return Ok(None);
        }
        let (user, password) = match userinfo.split_once(':') {
            Some((user, password)) => (decoded(user)?, Some(decoded(password)?)),
            None => (decoded(userinfo)?, None),
        };
        let problem = match scheme {
            ProxyScheme::Socks4 | ProxyScheme::Socks4a => {
                Some("SOCKS4 has no user name and password: use `socks5`, or leave them out")
            }
            _ if user.is_empty() => Some("the password has no user name before it"),
            ProxyScheme::Http | ProxyScheme::Https => user
                .contains(':')
                .then_some("the user name of an HTTP proxy must not contain a `:`"),
            ProxyScheme::Socks5 | ProxyScheme::Socks5h => password
                .as_deref()
                .is_none_or(str::is_empty)
                .then_some("SOCKS5 needs a password with the user name"),
        };
        problem.map_or(Ok(Some(Self { user, password })), |problem| Err(problem.to_owned()))
    }

    fn len(&self) -> usize {
        self.user.len() + self.password.as_ref().map_or(0, String::len)
    }
}

/// The scheme and what follows it. Without one, it is `http`.
fn split_scheme(text: &str) -> Result<(ProxyScheme, &str), String> {
    let named = |name: &str| {
        ProxyScheme::ALL.iter().copied().find(|scheme| scheme.name().eq_ignore_ascii_case(name))
    };
    // A password may hold anything: what is no scheme by its characters is quoted nowhere.
    let is_scheme = |name: &str| {
        name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
    };
    match text.split_once("://") {
        Some((name, rest)) if is_scheme(name) => match named(name) {
            Some(scheme) => Ok((scheme, rest)),
            None => {
                let names: Vec<_> = ProxyScheme::ALL.iter().map(|scheme| scheme.name()).collect();
                Err(format!(
                    "the scheme `{name}` is not supported: use one of {}",
                    names.join(", ")
                ))
            }
        },
        _ => match text.split_once(':').and_then(|(name, _)| named(name)) {
            Some(scheme) => {
                Err(format!("`{0}:` must be followed by `//`: write `{0}://`", scheme.name()))
            }
            None => Ok((ProxyScheme::Http, text)),
        },
    }
}

/// Host and port.
fn split_port(text: &str) -> Result<(&str, Option<u16>), String> {
    let begin = if text.starts_with('[') { text.find(']').unwrap_or(0) } else { 0 };
    let Some((at, _)) = text[begin..].match_indices(':').next() else { return Ok((text, None)) };
    let (host, port) = (&text[..begin + at], &text[begin + at + 1..]);
    let digits = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    match port.parse::<u16>() {
        Ok(port @ 1..) if digits => Ok((host, Some(port))),
        _ => Err("the port is not a number from 1 to 65535".to_owned()),
    }
}

/// The host in lower case, if both clients take it for the same.
fn checked_host(host: &str) -> Result<String, String> {
    let problem = |problem: &str| Err(problem.to_owned());
    if host.is_empty() {
        return problem("the host is missing");
    }
    if let Some(address) = host.strip_prefix('[') {
        let address = address.strip_suffix(']').and_then(|it| it.parse::<Ipv6Addr>().ok());
        return match address {
            Some(address) => Ok(format!("[{address}]")),
            None => problem("the text in brackets is not an IPv6 address"),
        };
    }
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    if !host.bytes().all(is_name) || host.trim_end_matches('.').is_empty() {
        return problem("the host must be ASCII letters, digits, `-`, `.` and `_`");
    }
    // Shortened and hexadecimal addresses are one thing to one library and another to the next.
    let last = host.trim_end_matches('.').rsplit('.').next().unwrap_or_default();
    let is_number = last.starts_with(|first: char| first.is_ascii_digit())
        && last.bytes().all(|byte| byte.is_ascii_hexdigit() || matches!(byte, b'x' | b'X'));
    if is_number && host.parse::<Ipv4Addr>().is_err() {
        return problem("the host is not an IPv4 address of four numbers from 0 to 255");
    }
    Ok(host.to_ascii_lowercase())
}

/// Undoes percent-encoding. A `%` that begins no escape stands for itself, as in curl.
fn decoded(text: &str) -> Result<String, String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        match escaped(rest) {
            Some(byte) => {
                bytes.push(byte);
                rest = &rest[3..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    if bytes.iter().any(u8::is_ascii_control) {
        return Err("user name or password holds a control character".to_owned());
    }
    String::from_utf8(bytes).map_err(|_| "user name or password is not UTF-8".to_owned())
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}:{}", self.scheme.name(), self.host, self.port)
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Proxy({self}")?;
        f.write_str(if self.credentials.is_some() { ", [redacted])" } else { ")" })
    }
}
