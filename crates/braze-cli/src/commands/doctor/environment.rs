//! The environment: the way to the server, and the screen.

use braze_core::{BaseUrl, Direct, ProxyError, Route};

use crate::settings::connection;
use crate::ui::io::Io;

/// The way to a server, and the reason for it. Of a proxy, neither user name nor password is shown.
pub(super) fn proxy(base_url: &BaseUrl, io: &Io) -> Result<(String, String), ProxyError> {
    let direct = |origin: String| ("direct".to_owned(), origin);
    Ok(match connection::proxies(io).for_url(base_url)? {
        Route::Proxy { proxy, variable, .. } => (proxy.to_string(), variable.to_owned()),
        Route::Direct(Direct::Loopback) => direct("the server is on this machine".to_owned()),
        Route::Direct(Direct::NoProxy { variable, entry, .. }) => {
            direct(format!("{variable} has `{entry}`"))
        }
        Route::Direct(Direct::HttpOnly { variable, .. }) => {
            direct(format!("{variable} does not count for `https`: set HTTPS_PROXY"))
        }
        Route::Direct(_) => direct("default".to_owned()),
    })
}

/// The color of standard output, and the reason for it.
pub(super) fn color(io: &Io) -> (&'static str, &'static str) {
    match io {
        io if io.stdout_in_color() => ("on standard output", "a terminal"),
        io if io.variable("NO_COLOR").is_some() => ("none", "NO_COLOR"),
        io if io.stdout_is_terminal() => ("none", "TERM"),
        _ => ("none", "standard output is not a terminal"),
    }
}

/// The characters that charts are drawn with, and the variable that says so.
pub(super) fn characters(io: &Io) -> (&'static str, String) {
    let value = if io.shows_unicode() { "Unicode" } else { "ASCII" };
    (value, io.locale().map_or("default".to_owned(), |(name, _)| name.to_owned()))
}
