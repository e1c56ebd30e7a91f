//! Proxies: which one is used for a server, and what cannot be honoured.

use std::ffi::OsString;
use std::fmt::Write;
use std::net::{Ipv4Addr, Ipv6Addr};

use braze_core::{BaseUrl, Direct, ProxyError, ProxyScheme, ProxySettings, Route};
use proptest::prelude::*;

const SERVER: &str = "https://rest.iad-01.braze.com";

fn settings(variables: &[(&str, &str)]) -> ProxySettings {
    let value = |name: &str| variables.iter().find(|(it, _)| *it == name).map(|(_, value)| value);
    ProxySettings::from_variables(|name| value(name).map(OsString::from))
}

fn route(variables: &[(&str, &str)], server: &str) -> Result<Route, ProxyError> {
    settings(variables).for_url(&server.parse::<BaseUrl>().unwrap())
}

/// True if a list excepts a server.
fn excepts(list: &str, server: &str) -> bool {
    let route = route(&[("ALL_PROXY", "http://proxy:3128"), ("NO_PROXY", list)], server).unwrap();
    route.proxy().is_none()
}

/// The URL with credentials that a library would be handed.
fn read(url: &str) -> Result<String, String> {
    match route(&[("ALL_PROXY", url)], SERVER) {
        Ok(route) => Ok(route.proxy().unwrap().url_with_credentials()),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn the_first_variable_in_curls_order_counts() {
    for (variables, expected) in [
        ("", "direct: Unset"),
        ("http_proxy=a", "direct: HttpOnly { variable: \"http_proxy\" }"),
        ("HTTP_PROXY=a NO_PROXY=*", "direct: HttpOnly { variable: \"HTTP_PROXY\" }"),
        ("ALL_PROXY=a", "http://a:80 by ALL_PROXY"),
        ("all_proxy=b ALL_PROXY=a", "http://b:80 by all_proxy"),
        ("HTTPS_PROXY=c all_proxy=b ALL_PROXY=a", "http://c:80 by HTTPS_PROXY"),
        ("https_proxy=d HTTPS_PROXY=c ALL_PROXY=a", "http://d:80 by https_proxy"),
        ("https_proxy= HTTPS_PROXY= ALL_PROXY=a HTTP_PROXY=x", "http://a:80 by ALL_PROXY"),
        // A variable that does not count may be as wrong as it likes.
        ("https_proxy=d ALL_PROXY=:::", "http://d:80 by https_proxy"),
        ("no_proxy=b.example NO_PROXY=* ALL_PROXY=a", "http://a:80 by ALL_PROXY"),
        (
            "no_proxy= NO_PROXY=x,braze.com ALL_PROXY=a",
            "direct: NoProxy { variable: \"NO_PROXY\", entry: \"braze.com\" }",
        ),
    ] {
        let pairs: Vec<_> =
            variables.split_terminator(' ').map(|it| it.split_once('=').unwrap()).collect();
        let shown = match route(&pairs, SERVER).unwrap() {
            Route::Proxy { proxy, variable, .. } => format!("{proxy} by {variable}"),
            Route::Direct(why) => format!("direct: {why:?}"),
        };
        assert_eq!(shown, expected, "{variables}");
    }
}

#[test]
fn servers_on_this_machine_need_no_proxy() {
    let broken = [("https_proxy", "nonsense://"), ("http_proxy", "http://a:1"), ("NO_PROXY", "//")];
    for server in ["http://127.0.0.1:8080", "https://localhost", "http://[::1]"] {
        assert_eq!(route(&broken, server), Ok(Route::Direct(Direct::Loopback)));
    }
    let unset = ProxySettings::none().for_url(&SERVER.parse().unwrap());
    assert_eq!(unset, Ok(Route::Direct(Direct::Unset)));
}

#[test]
fn urls_of_proxies() {
    for (url, expected) in [
        ("proxy", "http://proxy:80"),
        ("proxy:3128", "http://proxy:3128"),
        (" HTTP://Proxy.Example:3128/ ", "http://proxy.example:3128"),
        ("https://proxy", "https://proxy:443"),
        ("socks4://10.0.0.1", "socks4://10.0.0.1:1080"),
        ("socks4a://proxy", "socks4a://proxy:1080"),
        ("socks5://[fd00::0:1]", "socks5://[fd00::1]:1080"),
        ("SOCKS5H://[::1]:65535", "socks5h://[::1]:65535"),
        ("ann:secret@proxy:1", "http://ann:secret@proxy:1"),
        ("http://ann@proxy:1", "http://ann@proxy:1"),
        ("http://ann:@proxy:1", "http://ann:@proxy:1"),
        ("http://@proxy:1", "http://proxy:1"),
        // As curl reads them: the last `@` ends the password, the first `:` begins it.
        ("http://ann:a@b:c@proxy:1", "http://ann:a%40b%3Ac@proxy:1"),
        ("http://ann%40x:%23%2f%3F%20%25@proxy:1", "http://ann%40x:%23%2F%3F%20%25@proxy:1"),
        ("http://ann:100%@proxy:1", "http://ann:100%25@proxy:1"),
        ("http://ann:p%zz+@proxy:1", "http://ann:p%25zz%2B@proxy:1"),
        ("socks5h://J%C3%BCrgen:%E2%82%AC@proxy:1", "socks5h://J%C3%BCrgen:%E2%82%AC@proxy:1"),
    ] {
        assert_eq!(read(url).as_deref(), Ok(expected), "{url}");
    }
}

#[test]
fn what_cannot_be_honoured_is_named() {
    let long = format!("socks5://{}:{}@proxy", "u".repeat(120), "p".repeat(120));
    let mut report = String::new();
    for url in [
        "http:/127.0.0.1:3128",
        "socks5:127.0.0.1:1080",
        "http://",
        "http://:3128",
        "//proxy:3128",
        "http://proxy:",
        "http://proxy:0",
        "http://proxy:99999",
        "http://proxy:+80",
        "http://proxy:3128:1",
        "http://[::1",
        "http://[::1]x",
        "http://[proxy]",
        "http://127.1:3128",
        "http://0x7f000001",
        "http://10.0.0.256",
        "http://pröxy",
        "http://pro xy",
        "http://proxy:3128/path",
        "http://ann:hun#ter2@proxy:3128",
        "http://ann:hun/ter2@proxy:3128",
        "http://ann:hun?ter2@proxy:3128",
        "http://ann:hunter2%0D%0A@proxy:3128",
        "http://ann:hunter2%FF@proxy:3128",
        "http://a%3Ann:hunter2@proxy:3128",
        "http://:hunter2@proxy:3128",
        "socks://proxy",
        "socks4://ann:hunter2@proxy",
        "socks4a://ann@proxy",
        "socks5://ann@proxy",
        "socks5h://ann:@proxy",
        &long,
        "ftp://proxy",
        "ann:hunter2://proxy",
    ] {
        let error = read(url).unwrap_err();
        assert!(error.starts_with("ALL_PROXY cannot be used: "), "{error}");
        assert!(!error.contains("hun"), "{error}");
        let shown = if url.len() < 80 { url } else { "(240 bytes)" };
        writeln!(report, "{shown}\n  {error}").unwrap();
    }
    for (proxy, server) in [("socks4://proxy", "https://[2001:db8::1]"), ("socks5://a:b@p", SERVER)]
    {
        let outcome = route(&[("https_proxy", proxy)], server);
        let outcome = outcome.map_or_else(|error| error.to_string(), |_| "fine".to_owned());
        writeln!(report, "{proxy} for {server}\n  {outcome}").unwrap();
    }
    for list in ["10.0.0.0/33", "::/129", "10.0.0.0/", "a:99999", "a:b", "http://a", "a*", "a,,x/y"]
    {
        let variables = [("https_proxy", "http://proxy"), ("NO_PROXY", list)];
        writeln!(report, "{list}\n  {}", route(&variables, SERVER).unwrap_err()).unwrap();
    }
    insta::assert_snapshot!(report);
}

#[cfg(unix)]
#[test]
fn a_value_that_is_no_text_is_an_error() {
    use std::os::unix::ffi::OsStringExt;

    let value = || OsString::from_vec(b"http://hunter2\xff".to_vec());
    let settings = ProxySettings::from_variables(|name| (name == "HTTPS_PROXY").then(value));
    let error = settings.for_url(&SERVER.parse().unwrap()).unwrap_err();
    assert_eq!(error.to_string(), "HTTPS_PROXY cannot be used: it is not UTF-8");
    assert!(!format!("{settings:?}").contains("hunter2"));
}

#[test]
fn credentials_are_in_no_output() {
    let settings = settings(&[("https_proxy", "http://ann:hunter2@proxy:3128")]);
    let route = settings.for_url(&SERVER.parse().unwrap()).unwrap();
    let shown = format!("{settings:?} {route:?} {}", route.proxy().unwrap());
    assert!(!shown.contains("ann") && !shown.contains("hunter2"), "{shown}");
}

#[test]
fn exceptions_by_curls_rules() {
    let cases: [(&str, &[&str], &[&str]); 11] = [
        ("*", &["https://a.example", "https://192.0.2.1", "https://[2001:db8::1]"], &[]),
        (
            "example.com",
            &["https://example.com", "https://www.EXAMPLE.com", "https://example.com.:8443"],
            &["https://notexample.com", "https://example.com.org", "https://com"],
        ),
        (".example.com", &["https://example.com", "https://a.b.example.com"], &["https://x.com"]),
        ("*.Example.com.", &["https://example.com", "https://a.example.com"], &["https://x.com"]),
        ("foo, host", &["https://foo", "https://host"], &["https://bar"]),
        (" foo\thost ,,bar", &["https://foo", "https://host", "https://bar"], &["https://o"]),
        (
            "a.example:8443",
            &["https://a.example:8443", "https://b.a.example:8443"],
            &["https://a.example"],
        ),
        (
            "192.0.2.1, 198.51.100.0/22",
            &["https://192.0.2.1", "https://198.51.101.255"],
            &["https://192.0.2.10", "https://198.51.104.0", "https://1.192.0.2.1.example"],
        ),
        ("0.0.0.0/0", &["https://192.0.2.1"], &["https://[2001:db8::1]", "https://a.example"]),
        (
            "2001:db8::1 [2001:db8::2] 2001:db8:1::/48 [2001:db8::3]:8443",
            &[
                "https://[2001:db8:0::1]",
                "https://[2001:db8::2]",
                "https://[2001:db8:1:f::9]",
                "https://[2001:db8::3]:8443",
            ],
            &["https://[2001:db8::3]", "https://[2001:db8:2::1]", "https://192.0.2.1"],
        ),
        ("2.1", &["https://a.2.1"], &["https://192.0.2.1"]),
    ];
    for (list, covered, others) in cases {
        for server in covered {
            assert!(excepts(list, server), "{list} covers {server}");
        }
        for server in others {
            assert!(!excepts(list, server), "{list} does not cover {server}");
        }
    }
}

fn label() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9]{0,5}"
}

fn domain() -> impl Strategy<Value = String> {
    proptest::collection::vec(label(), 2..5).prop_map(|labels| labels.join("."))
}

proptest! {
    /// Percent-encoded passwords are decoded, for every protocol that has passwords.
    #[test]
    fn passwords_survive(
        scheme in proptest::sample::select(&["http", "https", "socks5", "socks5h"][..]),
        user in "[^:\\p{Cc}]{1,20}",
        password in "[^\\p{Cc}]{1,20}",
        host in domain(),
        port in 1..=u16::MAX,
    ) {
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
        let url = format!("{scheme}://{}:{}@{host}:{port}", encode(&user), encode(&password));
        let once = read(&url).unwrap();
        // Both libraries read it, and the same from it.
        prop_assert_eq!(&read(&once).unwrap(), &once);
        let proxy = braze_blocking::ureq::Proxy::new(&once).unwrap();
        prop_assert_eq!((proxy.username(), proxy.password()), (Some(&*user), Some(&*password)));
        prop_assert_eq!((proxy.host(), proxy.port()), (&*host, port));
        prop_assert!(braze_async::reqwest::Proxy::all(&once).is_ok());
    }

    /// Any text is read or refused, with none of it in the error; what is read, both libraries take.
    #[test]
    fn any_text_is_read_or_refused(text in "([a-z0-9]{1,6}:(//?)?)?[ -~§]{1,24}") {
        match read(&text) {
            Ok(url) => {
                let proxy = braze_blocking::ureq::Proxy::new(&url).unwrap();
                prop_assert!(ProxyScheme::ALL.iter().any(|it| url.starts_with(it.name())));
                let end = format!("{}:{}", proxy.host(), proxy.port());
                prop_assert!(url.ends_with(&end));
                // reqwest keeps to itself if a part of it does not understand the URL, and goes directly.
                let proxy = braze_async::reqwest::Proxy::all(&url).unwrap();
                let builder = braze_async::reqwest::Client::builder().no_proxy().proxy(proxy);
                let shown = format!("{builder:?}");
                prop_assert!(shown.contains("https: Intercept"), "{}", shown);
                prop_assert_eq!(read(&url).unwrap(), url);
            }
            Err(error) => prop_assert!(error.len() < 200, "{}", error),
        }
    }

    /// A domain covers itself and what is below it, and nothing else, however the list is written.
    #[test]
    fn a_domain_covers_what_is_below_it(
        domain in domain(),
        host in domain(),
        below in label(),
        before in proptest::sample::select(&["", ".", "*."][..]),
        after in proptest::sample::select(&["", "."][..]),
        separator in proptest::sample::select(&[",", " ", ", ", " ,\t"][..]),
    ) {
        let list = ["x.example", &format!("{before}{domain}{after}"), "192.0.2.0/24"].join(separator);
        let covers = |host: &str| excepts(&list, &format!("https://{host}"));
        prop_assert!(covers(&domain));
        let longer = (format!("{below}.{domain}"), format!("{below}{domain}"));
        prop_assert!(covers(&longer.0) && !covers(&longer.1));
        prop_assert_eq!(covers(&host), host == domain || host.ends_with(&format!(".{domain}")));
    }

    /// A network covers exactly the addresses that begin as it does.
    #[test]
    fn a_network_covers_its_addresses(v4: [u32; 2], v6: [u128; 2], bits in 0u32..=128, same: bool) {
        let begins_alike = |one: u128, other: u128, bits: u32, width: u32| {
            (0..bits).all(|bit| (one ^ other) >> (width - 1 - bit) & 1 == 0)
        };
        // Two numbers at random have no beginning in common: copy that of the one to the other.
        let join = |one: u128, other: u128, bits: u32, width: u32| {
            let rest = 1u128.checked_shl(width - bits).map_or(u128::MAX, |end| end - 1);
            if same { one & !rest | other & rest } else { other }
        };
        let other = join(v6[0], v6[1], bits, 128);
        let (network, host) = (Ipv6Addr::from_bits(v6[0]), Ipv6Addr::from_bits(other));
        let covered = excepts(&format!("{network}/{bits}"), &format!("https://[{host}]"));
        prop_assert_eq!(covered, host.is_loopback() || begins_alike(v6[0], other, bits, 128));

        let bits = bits % 33;
        let other = join(v4[0].into(), v4[1].into(), bits, 32);
        let (network, host) = (Ipv4Addr::from_bits(v4[0]), Ipv4Addr::from_bits(other as u32));
        let covered = excepts(&format!("{network}/{bits}"), &format!("https://{host}"));
        prop_assert_eq!(covered, host.is_loopback() || begins_alike(v4[0].into(), other, bits, 32));
    }
}
