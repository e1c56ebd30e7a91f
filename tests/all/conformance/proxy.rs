//! Proxies: passed by on loopback, used elsewhere in one way by both clients, and never told the key.
//!
//! The environment is that of a process, so what depends on it runs in a child: the variables for proxies,
//! and that which names the certificates to trust.

use std::process::Command;
use std::time::Duration;

use braze_core::{Config, ProxyScheme, ProxySettings, RetryPolicy};

use super::endpoints::sessions;
use super::relay::{CERTIFICATE, Manner, Origin, Relay};
use super::statuses::success;
use super::{Client, Exchange, Reply, Server, Trial, scenarios, trial};

scenarios![
    loopback_goes_past_the_proxy,
    other_hosts_go_through_the_proxy,
    every_kind_of_proxy,
    proxies_that_refuse,
    proxies_that_say_nothing,
    addresses_of_ipv6,
    names_that_are_looked_up_here,
    variables_in_their_order,
    what_cannot_be_honoured,
];

/// Tells a scenario that it runs in the child, and what it needs to know of its parent.
const CHILD: &str = "BRAZE_TESTS_PROXY_URL";

/// A server that no name service knows.
const NAMED: &str = "https://rest.test.invalid";

/// One whose address leads nowhere.
const ADDRESSED: &str = "https://192.0.2.1";

pub(super) fn child() -> Option<String> {
    std::env::var(CHILD).ok()
}

/// Runs this scenario in a process with these variables for proxies and no others, and gives its report.
pub(super) fn run_in_child<C: Client>(
    trial: &Trial<C>,
    argument: &str,
    variables: &[(&str, String)],
) -> String {
    let mut child = Command::new(std::env::current_exe().unwrap());
    child.args([trial.test.as_str(), "--exact", "--nocapture"]).env(CHILD, argument);
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"] {
        child.env_remove(name).env_remove(name.to_ascii_lowercase());
    }
    child.env_remove("REQUEST_METHOD").env("SSL_CERT_FILE", CERTIFICATE);
    let output = child.envs(variables.iter().map(|(name, value)| (name, value))).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{text}\n{}", String::from_utf8_lossy(&output.stderr));
    let (_, report) = text.split_once("<<").unwrap();
    report.split_once(">>").unwrap().0.to_owned()
}

/// Ends the child.
pub(super) fn hand_over<C>(trial: &Trial<C>) -> ! {
    println!("<<{}>>", trial.report.trim());
    std::process::exit(0);
}

fn loopback_goes_past_the_proxy(trial: &mut Trial<impl Client>) {
    if let Some(url) = child() {
        trial.base_url(&url);
        trial.client().send(&sessions()).unwrap();
        hand_over(trial);
    }
    let proxy = Server::start([success().into()]);
    let names = ["http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
    let variables = names.map(|name| (name, proxy.url()));
    for name in ["127.0.0.1", "localhost"] {
        trial.serve([success()]);
        let url = format!("http://{name}:{}", trial.server().port());
        run_in_child(trial, &url, &variables);
        assert_eq!(trial.server().seen().requests.len(), 1);
    }
    assert_eq!(proxy.seen().connections.len(), 0, "the proxy was asked");
    trial.note("the proxy was not asked");
}

/// The proxy is asked for a tunnel, and learns no more than the host.
fn other_hosts_go_through_the_proxy(trial: &mut Trial<impl Client>) {
    if let Some(url) = child() {
        trial.base_url(&url);
        trial.retry(RetryPolicy::default().attempts(2));
        trial.send(&sessions());
        hand_over(trial);
    }
    let refusal = || Exchange::from(Reply::new(502)).close();
    let proxy = Server::start([refusal(), refusal()]);
    let url = "https://rest.iad-01.braze.com";
    let report = run_in_child(trial, url, &[("HTTPS_PROXY", proxy.url())]);
    trial.note(&report);
    for request in proxy.seen().requests {
        let text = String::from_utf8(request.bytes).unwrap();
        trial.note(text.lines().next().unwrap());
        assert!(!text.to_lowercase().contains("authorization: bearer"), "{text}");
    }
}

/// Makes a call through this proxy, and gives how it went.
fn call<C: Client>(trial: &mut Trial<C>, server: &str, proxy: &str, attempts: u32) -> bool {
    trial.base_url(server);
    let proxies = settings(&[("https_proxy", proxy)]);
    trial.retry(RetryPolicy::default().attempts(attempts));
    trial.configure(|config| config.proxies(proxies));
    trial.send(&sessions());
    let debug = format!("{:?}", trial.client());
    assert!(!debug.contains("hunter2") && !debug.contains("hunter%32"), "{debug}");
    trial.report.contains("\n  ok 200")
}

fn settings(variables: &[(&str, &str)]) -> ProxySettings {
    let value = |name: &str| variables.iter().find(|(it, _)| *it == name).map(|(_, value)| value);
    ProxySettings::from_variables(|name| value(name).map(Into::into))
}

/// With every scheme, a name and an address, and a password where the protocol has one.
fn every_kind_of_proxy(trial: &mut Trial<impl Client>) {
    if child().is_none() {
        let report = run_in_child(trial, "", &[]);
        return trial.note(&report);
    }
    let origin = Origin::start();
    let (user, password) = ("ann@example.com", "a:b@c/d#e?f%g hunter2");
    let encoded = "ann%40example.com:a%3Ab@c%2Fd%23e%3ff%g%20hunter2@";
    let mut report = String::new();
    for scheme in ProxyScheme::ALL {
        let is_encrypted = *scheme == ProxyScheme::Https;
        let has_password = !matches!(scheme, ProxyScheme::Socks4 | ProxyScheme::Socks4a);
        let looks_up = !matches!(scheme, ProxyScheme::Socks4 | ProxyScheme::Socks5);
        let manners = [(Manner::Open, ""), (Manner::Guarded(user, password), encoded)];
        for (manner, userinfo) in manners.into_iter().take(1 + usize::from(has_password)) {
            let relay = Relay::start(manner, is_encrypted, &origin);
            for server in [ADDRESSED, NAMED].into_iter().take(1 + usize::from(looks_up)) {
                let is_good = call(trial, server, &relay.url(scheme.name(), userinfo), 1);
                assert!(is_good, "{scheme:?} {server}\n{}{report}", trial.report);
                trial.report.clear();
                report += &format!("{}: {}\n", scheme.name(), relay.asked().join("\n"));
                report += &format!("  {}\n", origin.asked().join("\n"));
            }
        }
    }
    trial.note(&report);
    hand_over(trial);
}

/// Nothing was sent, so it is repeated; nothing goes directly.
fn proxies_that_refuse(trial: &mut Trial<impl Client>) {
    let origin = Origin::start();
    for manner in
        [Manner::Refusing, Manner::Guarded("ann", "right"), Manner::Babbling, Manner::Mute]
    {
        for scheme in ["http", "socks4a", "socks5h"] {
            let is_guarded = matches!(manner, Manner::Guarded(..));
            if is_guarded && scheme == "socks4a" {
                continue;
            }
            let userinfo = if is_guarded { "ann:hunter2@" } else { "" };
            let relay = Relay::start(manner, false, &origin);
            trial.note(&format!("\n{scheme}, {manner:?}"));
            let is_good = call(trial, NAMED, &relay.url(scheme, userinfo), 2);
            assert!(!is_good && origin.asked().is_empty());
            trial.note(&relay.asked().join("\n"));
        }
    }
}

fn proxies_that_say_nothing(trial: &mut Trial<impl Client>) {
    let origin = Origin::start();
    for scheme in ["http", "socks4a", "socks5h"] {
        let relay = Relay::start(Manner::Silent, false, &origin);
        let proxies = settings(&[("ALL_PROXY", &relay.url(scheme, ""))]);
        trial.base_url(NAMED);
        trial.retry(RetryPolicy::default().attempts(2));
        trial.configure(|it| it.proxies(proxies).connect_timeout(Duration::from_millis(150)));
        trial.send(&sessions());
    }
    assert!(origin.asked().is_empty());
}

/// The proxy is told an address, and not a name in brackets.
fn addresses_of_ipv6(trial: &mut Trial<impl Client>) {
    let origin = Origin::start();
    let mut report = String::new();
    for scheme in ["http", "socks5", "socks5h"] {
        let relay = Relay::start(Manner::Refusing, false, &origin);
        call(trial, "https://[2001:db8::1]:8443", &relay.url(scheme, ""), 1);
        report += &format!("{scheme}: {}\n", relay.asked().join("\n"));
    }
    trial.report = report;
}

/// The name has a label that no name service would be asked for.
fn names_that_are_looked_up_here(trial: &mut Trial<impl Client>) {
    let origin = Origin::start();
    let server = format!("https://{}.invalid", "a".repeat(64));
    for scheme in ["socks4", "socks5"] {
        let relay = Relay::start(Manner::Open, false, &origin);
        let is_good = call(trial, &server, &relay.url(scheme, ""), 1);
        assert!(!is_good && relay.asked().is_empty() && origin.asked().is_empty());
    }
    trial.report.clear();
    trial.note("no proxy was asked");
}

fn variables_in_their_order(trial: &mut Trial<impl Client>) {
    if child().is_some() {
        trial.base_url(NAMED);
        trial.retry(RetryPolicy::none());
        trial.configure(|config| config.connect_timeout(Duration::from_secs(20)));
        trial.send(&sessions());
        hand_over(trial);
    }
    let origin = Origin::start();
    let [right, wrong] = [(); 2].map(|()| Relay::start(Manner::Open, false, &origin));
    let (right_url, wrong_url) = (right.url("socks5h", ""), wrong.url("http", ""));
    for names in [
        "ALL_PROXY=right",
        "all_proxy=right ALL_PROXY=wrong",
        "HTTPS_PROXY=right ALL_PROXY=wrong all_proxy=wrong",
        "https_proxy=right HTTPS_PROXY=wrong ALL_PROXY=wrong",
        "https_proxy= HTTPS_PROXY=right HTTP_PROXY=wrong http_proxy=wrong",
        "HTTPS_PROXY=right NO_PROXY=other.invalid,test.invalid:444",
        "HTTPS_PROXY=right no_proxy=other.invalid NO_PROXY=*",
    ] {
        let value = |value: &str| match value {
            "right" => right_url.clone(),
            "wrong" => wrong_url.clone(),
            value => value.to_owned(),
        };
        let variables: Vec<_> = names.split(' ').map(|it| it.split_once('=').unwrap()).collect();
        let variables: Vec<_> =
            variables.into_iter().map(|(name, text)| (name, value(text))).collect();
        let report = run_in_child(trial, "", &variables);
        assert!(report.contains("\n  ok 200"), "{names}\n{report}");
        assert_eq!((right.asked().len(), wrong.asked().len()), (1, 0), "{names}");
        trial.note(names);
    }
}

/// Nothing is sent: there is no client.
fn what_cannot_be_honoured<C: Client>(trial: &mut Trial<C>) {
    let url = NAMED.parse::<braze_core::BaseUrl>().unwrap();
    for proxy in [
        "http:/127.0.0.1:3128",
        "http://127.0.0.1:99999",
        "http://127.0.0.1:0",
        "http://ann:hun#ter2@127.0.0.1:3128",
        "http://ann:hun/ter2@127.0.0.1:3128",
        "socks4://ann:hunter2@127.0.0.1",
        "socks5://ann@127.0.0.1",
        "socks://127.0.0.1",
        "quic://127.0.0.1",
    ] {
        let config = Config::new(url.clone(), trial::key());
        let config = config.proxies(settings(&[("ALL_PROXY", proxy)]));
        let error = C::with_config(config).unwrap_err();
        trial.note(&error.to_string());
    }
}

/// A client, set up with one proxy by its settings and, unless it is `None`, another one by its library.
type Build = fn(Config, Option<&str>) -> Box<dyn Fn()>;

const BUILDS: [(&str, Build); 3] = [
    ("settings of ureq", |config, proxy| {
        use braze_blocking::{Client, ureq::Proxy};

        let proxy = proxy.map(|url| Proxy::new(url).unwrap());
        let builder = Client::builder(config).configure_http(move |ureq| match proxy {
            Some(proxy) => ureq.proxy(Some(proxy)),
            None => ureq,
        });
        let client = builder.build().unwrap();
        Box::new(move || drop(client.send(&sessions()).unwrap_err()))
    }),
    ("an agent of ureq", |config, proxy| {
        use braze_blocking::{Client, ureq::Agent, ureq::Proxy};

        let proxy = proxy.map(|url| Proxy::new(url).unwrap());
        let agent = Agent::new_with_config(Agent::config_builder().proxy(proxy).build());
        let client = Client::builder(config).with_agent(agent).build().unwrap();
        Box::new(move || drop(client.send(&sessions()).unwrap_err()))
    }),
    ("settings of reqwest", |config, proxy| {
        use braze_async::{Client, reqwest::Proxy};

        let proxy = proxy.map(|url| Proxy::all(url).unwrap());
        let builder = Client::builder(config).configure_http(move |reqwest| match proxy {
            Some(proxy) => reqwest.proxy(proxy),
            None => reqwest,
        });
        let client = builder.build().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        Box::new(move || drop(runtime.block_on(client.send(&sessions())).unwrap_err()))
    }),
];

#[test]
fn a_proxy_given_to_the_library_comes_first() {
    let origin = Origin::start();
    let [ours, theirs] = [(); 2].map(|()| Relay::start(Manner::Refusing, false, &origin));
    for (name, build) in BUILDS {
        for (given, expected) in [(None, [1, 0]), (Some(theirs.url("socks5", "")), [0, 1])] {
            let url = ADDRESSED.parse::<braze_core::BaseUrl>().unwrap();
            let config = Config::new(url, trial::key())
                .retry(RetryPolicy::none())
                .proxies(settings(&[("ALL_PROXY", &ours.url("socks5", ""))]));
            build(config, given.as_deref())();
            let asked = [&ours, &theirs].map(|relay| relay.asked().len());
            assert_eq!(asked, expected, "{name}, {given:?}");
        }
    }
}
