//! The types that hold the key, and the texts about it.

use std::time::Duration;

use braze_core::export::{Export, ExportError, ExportMachine, Range};
use braze_core::http::Request;
use braze_core::{
    ApiKey, BaseUrl, Config, Machine, Now, Session, Step, events, purchases, sessions,
};

use super::net::Net;
use crate::conformance::{Asynchronous, Blocking, Client, Exchange, Reply, Server};

const KEY: &str = "Zq7XwV2p-9Kd4-Rb8T-Lm3N-Hs6FjYc1Gv5U";

fn config(url: &str) -> Config {
    Config::new(url.parse::<BaseUrl>().unwrap(), ApiKey::new(KEY).unwrap())
}

#[test]
fn debug_of_what_holds_the_key() {
    let net = Net::default();
    let config = config("https://rest.iad-01.braze.com");
    net.debug(&ApiKey::new(KEY).unwrap());
    net.debug(&ApiKey::new(KEY).unwrap().authorization());
    net.debug(&config);
    net.debug(&braze_blocking::Client::builder(config.clone()));
    net.debug(&braze_async::Client::builder(config.clone()));
    net.debug(&Blocking::with_config(config.clone()).unwrap());
    net.debug(&Asynchronous::with_config(config.clone()).unwrap());
    let session = Session::new(config, 1);
    let mut call = session.call(&sessions::DataSeriesRequest::new(1));
    net.debug(&session);
    net.debug(&call);
    let step = call.poll(Now::at_unix(1));
    assert!(matches!(step, Step::Send(_)));
    net.debug(&step);
    net.debug(&call);
    if let Step::Send(request) = step {
        net.debug(&request);
        net.debug(&Request::into_parts(request).0);
    }
    net.assert_free_of(KEY, "Debug");
}

/// An error about a key does not repeat the key.
#[test]
fn texts_about_keys_that_cannot_be() {
    let net = Net::default();
    for wrong in [
        format!(" {KEY}"),
        format!("{KEY}\n"),
        format!("Bearer {KEY}"),
        format!("'{KEY}'"),
        format!("{{{{{KEY}}}}}"),
        format!("<{KEY}>"),
        format!("your-{KEY}"),
        format!("{KEY}ü"),
        format!("{KEY}\u{0}"),
    ] {
        let error = ApiKey::new(&wrong).unwrap_err();
        net.debug(&error);
        net.catch(&error.to_string());
        let error = braze_core::Error::from(error);
        net.error(&error);
    }
    net.assert_free_of(KEY, "errors about keys");
}

/// A key that was pasted where an identifier or a name belongs is not sent.
#[test]
fn a_key_taken_for_an_identifier_is_refused_and_not_repeated() {
    fn call<C: Client>(net: &Net) {
        let server = Server::start([]);
        let client = C::with_config(config(&server.url())).unwrap();
        let mut texts = Vec::new();
        let mut refused = |error: braze_core::Error| {
            assert!(matches!(error, braze_core::Error::Invalid(_)), "{error}");
            net.error(&error);
            texts.push(error.to_string());
        };
        for key in [KEY.to_owned(), KEY.to_lowercase(), format!("app {KEY}").replace(' ', "-")] {
            let request = sessions::DataSeriesRequest::new(1);
            let send = |request| net.traces(|| client.send(&request)).unwrap_err();
            refused(send(request.clone().app_id(&key)));
            refused(send(request.segment_id(&key)));
        }
        let request = events::DataSeriesRequest::new(format!("name of {KEY}"), 1);
        refused(net.traces(|| client.send(&request)).unwrap_err());
        let request = purchases::RevenueSeriesRequest::new(1).product(KEY);
        refused(net.traces(|| client.send(&request)).unwrap_err());
        assert!(server.seen().requests.is_empty());
        assert!(texts[0].contains("`app_id` holds the API key"), "{}", texts[0]);
        assert!(texts[1].contains("`segment_id` holds the API key"), "{}", texts[1]);
        assert!(texts[6].contains("`event` holds the API key"), "{}", texts[6]);
        assert!(texts[7].contains("`product` holds the API key"), "{}", texts[7]);
    }

    let net = Net::default();
    call::<Blocking>(&net);
    net.assert_free_of(KEY, "the blocking client");
    call::<Asynchronous>(&net);
    net.assert_free_of(KEY, "the async client");
}

/// A key whose characters were percent-escaped beforehand, once or several times, is found too.
#[test]
fn an_escaped_key_is_refused_too() {
    let config = config("https://rest.iad-01.braze.com");
    let escape = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
    let half = KEY.len() / 2;
    for key in [
        escape(KEY),
        escape(KEY).replace('%', "%25"),
        format!("{}{}", escape(&KEY[..half]), &KEY[half..]),
    ] {
        let request = events::DataSeriesRequest::new(format!("name of {key}"), 1).app_id("ios");
        let error = config.request(&request).unwrap_err().to_string();
        assert!(error.contains("`event` holds the API key"), "{error}");
    }
    let other = escape(&KEY.chars().rev().collect::<String>());
    config.request(&events::DataSeriesRequest::new(other, 1)).unwrap();
}

/// An export that cannot be sent whole is not begun.
#[test]
fn an_export_with_a_key_taken_for_an_identifier_is_refused_before_it_begins() {
    let net = Net::default();
    let session = Session::new(config("https://rest.iad-01.braze.com"), 1);
    let range = Range::days("2024-01-01".parse().unwrap(), "2024-06-01".parse().unwrap());
    let request = sessions::DataSeriesRequest::new(1);
    let requests = vec![request.clone().app_id("ios"), request.app_id(KEY)];
    let now = Now::at_unix(1_750_000_000);
    let Err(ExportError::Invalid(error)) =
        ExportMachine::new(&session, Export::many(requests, range), now)
    else {
        panic!("it was begun");
    };
    net.error(&error);
    assert!(error.to_string().contains("`app_id` holds the API key"), "{error}");
    net.assert_free_of(KEY, "an export");
}

/// The errors that carry another error carry nothing more.
#[test]
fn errors_around_errors() {
    fn call<C: Client>(net: &Net) {
        let echo = || Reply::json(503, &format!(r#"{{"message":"not for {KEY}"}}"#));
        let cut = Exchange::on_request().write(KEY).close();
        let server =
            Server::start([cut, echo().into(), echo().header("retry-after", "9999").into()]);
        let none = braze_core::Backoff::new(Duration::ZERO, Duration::ZERO);
        let policy = braze_core::RetryPolicy::default().backoff(none);
        let client =
            C::with_config(config(&server.url()).retry(policy.clone().attempts(2))).unwrap();
        let request = sessions::DataSeriesRequest::new(1);
        net.error(&client.send(&request).unwrap_err());
        net.error(&client.with_retry(policy).send(&request).unwrap_err());
    }

    let net = Net::default();
    call::<Blocking>(&net);
    call::<Asynchronous>(&net);
    net.assert_free_of(KEY, "Exhausted and RetryAt");
}
