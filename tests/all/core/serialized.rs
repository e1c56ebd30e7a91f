//! Units, instances and base URLs in configuration files, by serde.

use std::fmt::Debug;

use braze_core::{BaseUrl, Instance, Unit};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Checks that a value is this text in JSON, and is read back from it.
fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T, text: &str) {
    let json = serde_json::to_string(value).unwrap();
    assert_eq!(json, format!("\"{text}\""));
    assert_eq!(serde_json::from_str::<T>(&json).unwrap(), *value);
}

#[test]
fn values_are_written_as_their_text_and_read_back() {
    round_trip(&Unit::Day, "day");
    round_trip(&Unit::Hour, "hour");
    for instance in Instance::ALL {
        round_trip(instance, instance.name());
        let url = BaseUrl::from(*instance);
        round_trip(&url, &url.to_string());
    }
    round_trip(&"http://localhost:8080".parse::<BaseUrl>().unwrap(), "http://localhost:8080");
}

#[test]
fn other_spellings_are_read_as_on_the_command_line() {
    assert_eq!(serde_json::from_str::<Instance>("\"us01\"").unwrap().name(), "US-01");
    let url: BaseUrl = serde_json::from_str("\"https://rest.iad-01.braze.com/\"").unwrap();
    assert_eq!(url.to_string(), "https://rest.iad-01.braze.com");
}

#[test]
fn other_values_are_refused_with_the_allowed_ones() {
    let unit = serde_json::from_str::<Unit>("\"week\"").unwrap_err().to_string();
    let instance = serde_json::from_str::<Instance>("\"US-99\"").unwrap_err().to_string();
    let url = serde_json::from_str::<BaseUrl>("\"http://example.com\"").unwrap_err().to_string();
    let number = serde_json::from_str::<Unit>("1").unwrap_err().to_string();
    insta::assert_snapshot!([unit, instance, url, number].join("\n"));
}
