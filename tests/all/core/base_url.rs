//! Servers: the documented instances, hosts of one's own, and near misses.

use std::fmt::Write;

use braze_core::{BaseUrl, Instance};

#[test]
fn every_instance_is_an_https_host_and_found_by_its_name() {
    let mut table = String::new();
    for instance in Instance::ALL {
        let url = BaseUrl::from(*instance);
        writeln!(table, "{instance} {url}").unwrap();
        assert!(url.is_https() && !url.is_loopback() && url.port() == 443);
        assert_eq!(url.to_string().parse::<BaseUrl>().unwrap(), url);
        let name = instance.name();
        for spelling in [name.to_owned(), name.to_lowercase(), name.replace('-', "_")] {
            assert_eq!(spelling.parse::<Instance>().unwrap(), *instance);
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_name_of_no_instance_is_answered_with_the_list() {
    let error = "us-09".parse::<Instance>().unwrap_err();
    insta::assert_snapshot!(error);
}

#[test]
fn hosts_of_ones_own_are_taken() {
    let cases = [
        ("https://rest.iad-01.braze.com", "https://rest.iad-01.braze.com"),
        ("https://rest.iad-01.braze.com/", "https://rest.iad-01.braze.com"),
        ("  HTTPS://REST.IAD-01.BRAZE.COM ", "https://rest.iad-01.braze.com"),
        ("https://rest.us-99.braze.com", "https://rest.us-99.braze.com"),
        ("https://braze-proxy.example.org:8443", "https://braze-proxy.example.org:8443"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.8.9.1", "http://127.8.9.1"),
        ("http://localhost:1", "http://localhost:1"),
        ("http://[::1]:8080", "http://[::1]:8080"),
    ];
    for (text, url) in cases {
        let read = text.parse::<BaseUrl>().unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(read.to_string(), url);
        assert_eq!(read.is_loopback(), url.starts_with("http://"), "{text}");
    }
}

#[test]
fn near_misses_are_refused_with_what_to_write_instead() {
    let texts = [
        "",
        "  ",
        "rest.iad-01.braze.com",
        "us-01",
        "https://",
        "https:///",
        "https:rest.iad-01.braze.com",
        "ftp://rest.iad-01.braze.com",
        "http://rest.iad-01.braze.com",
        "http://192.168.1.10:8080",
        "http://10.0.0.1",
        "http://localhost.example.org",
        "http://127.0.0.1.example.org",
        "http://0.0.0.0",
        "https://rest.iad-01.braze.com/sessions/data_series",
        "https://rest.iad-01.braze.com//",
        "https://rest.iad-01.braze.com/a?api_key=secret",
        "https://rest.iad-01.braze.com?api_key=secret",
        "rest.iad-01.braze.com?api_key=secret",
        "https://rest.iad-01.braze.com#secret",
        "https://secret@rest.iad-01.braze.com",
        "secret@rest.iad-01.braze.com",
        "https://user:secret@rest.iad-01.braze.com",
        "https://rest.fra-01.braze.com",
        "https://rest.fra-02.braze.com",
        "https://rest.iad-01.braze.eu",
        "https://rest.iad-10.braze.com",
        "https://dashboard-01.braze.com",
        "https://dashboard-01.braze.eu",
        "https://dashboard.braze.com",
        "https://sdk.iad-01.braze.com",
        "https://sdk.fra-01.braze.eu",
        "https://rest.iad-01.braze.com:port",
        "https://rest.iad-01.braze.com:99999",
        "https://rest iad.braze.com",
        "https://rest.iad-01.braze.com\\x",
        "https://[::1",
        "https://:443",
    ];
    let mut table = String::new();
    for text in texts {
        match text.parse::<BaseUrl>() {
            Ok(url) => panic!("`{text}` is taken as {url}"),
            Err(error) => {
                assert!(!error.to_string().contains("secret"), "{error}");
                writeln!(table, "{text}\n  {error}").unwrap();
            }
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn spellings_of_one_server_are_one_server() {
    for spellings in [
        &["http://127.0.0.1", "http://127.0.0.1:80", "HTTP://127.0.0.1:080/"][..],
        &[
            "https://rest.test",
            "https://REST.test:443",
            "https://rest.test.",
            "https://rest.test.:443",
        ],
        &["http://[::1]:8080", "http://[0:0:0:0:0:0:0:1]:8080"],
        &["http://localhost:443", "http://localhost.:443"],
    ] {
        let urls: Vec<BaseUrl> = spellings.iter().map(|text| text.parse().unwrap()).collect();
        assert!(urls.iter().all(|url| *url == urls[0]), "{urls:?}");
        assert!(urls.iter().all(|url| url.to_string() == urls[0].to_string()), "{urls:?}");
    }
    let parse = |text: &str| text.parse::<BaseUrl>().unwrap();
    assert_ne!(parse("https://rest.test:80"), parse("https://rest.test"));
    assert_ne!(parse("http://localhost:443"), parse("https://localhost"));
    assert_eq!(parse("https://rest.iad-01.braze.com.:443"), BaseUrl::from(Instance::Us01));
}

#[test]
fn what_looks_like_a_key_is_not_repeated() {
    const KEY: &str = "3f6b0c1e-0000-4000-8000-2d9c1a7e5b44";
    for text in [KEY, &KEY.to_uppercase(), &format!("https://{KEY}"), &format!("x{KEY}.braze.com")]
    {
        let error = text.parse::<BaseUrl>().unwrap_err();
        assert!(!format!("{error} {error:?}").to_lowercase().contains("3f6b"), "{error}");
        let error = text.parse::<Instance>().unwrap_err();
        assert!(!format!("{error} {error:?}").to_lowercase().contains("3f6b"), "{error}");
    }
}
