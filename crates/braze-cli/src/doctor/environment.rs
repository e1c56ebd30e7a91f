//! What the environment says about the way to the server and about the screen.

use braze_blocking::ureq::{Proxy, ProxyBuilder, ProxyProtocol};
use braze_core::BaseUrl;

use crate::io::Io;

/// Variables that name a proxy, in the order in which the HTTP library looks at them.
const PROXIES: [&str; 6] =
    ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];

const NO_PROXIES: [&str; 2] = ["NO_PROXY", "no_proxy"];

/// The proxy on the way to a server, without what stands in it beside scheme and host.
pub(super) fn proxy(base_url: Option<&BaseUrl>, io: &Io) -> (String, String) {
    let none = |origin: &str| ("none".to_owned(), origin.to_owned());
    if base_url.is_some_and(BaseUrl::is_loopback) {
        return none("the server is on this machine");
    }
    let found = PROXIES.iter().find_map(|name| {
        let text = io.variable(name)?.into_string().ok()?;
        Some((*name, Proxy::new(&text).ok()?))
    });
    let Some((name, proxy)) = found else { return none("default") };
    let passed_over = NO_PROXIES.iter().find(|name| {
        let hosts = io.variable(name).and_then(|hosts| hosts.into_string().ok());
        hosts.zip(base_url).is_some_and(|(hosts, url)| passes_over(&hosts, url))
    });
    match passed_over {
        Some(name) => none(name),
        None => {
            let protocol = format!("{:?}", proxy.protocol()).to_ascii_lowercase();
            (format!("{protocol}://{}:{}", proxy.host(), proxy.port()), name.to_owned())
        }
    }
}

/// Whether a list of hosts to reach without a proxy has this server.
fn passes_over(hosts: &str, url: &BaseUrl) -> bool {
    let with_list = hosts
        .split(',')
        .fold(Proxy::builder(ProxyProtocol::Http).host("localhost"), ProxyBuilder::no_proxy);
    let uri = url.to_string().parse();
    with_list.build().ok().zip(uri.ok()).is_some_and(|(proxy, uri)| proxy.is_no_proxy(&uri))
}

/// Whether standard output is colored, and why.
pub(super) fn color(io: &Io) -> (&'static str, &'static str) {
    match io {
        io if io.stdout_in_color() => ("on standard output", "a terminal"),
        io if io.variable("NO_COLOR").is_some() => ("none", "NO_COLOR"),
        io if io.stdout_is_terminal() => ("none", "TERM"),
        _ => ("none", "standard output is no terminal"),
    }
}

/// The characters that charts are drawn with, and the variable that says so.
pub(super) fn characters(io: &Io) -> (&'static str, String) {
    let value = if io.speaks_unicode() { "Unicode" } else { "ASCII" };
    (value, io.locale().map_or("default".to_owned(), |(name, _)| name.to_owned()))
}
