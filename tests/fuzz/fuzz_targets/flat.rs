//! A count series and an amount series are read alike in one pass and by serde, whatever the bytes.
#![no_main]

#[path = "../../all/flat/agree.rs"]
mod agree;

use agree::agree;
use braze_core::{purchases, sessions};

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    for body in bodies("sessions", input) {
        agree::<sessions::DataSeriesRequest>(&body);
    }
    for body in bodies("revenue", input) {
        agree::<purchases::RevenueSeriesRequest>(&body);
    }
});

/// The input as a body, as its rows, as a time and as a number: hardly a body that is made up as a whole
/// would get as far as these.
fn bodies(value: &str, input: &[u8]) -> [Vec<u8>; 4] {
    let rows = r#"{"message":"success","data":["#;
    [
        (String::new(), String::new()),
        (rows.to_owned(), "]}".to_owned()),
        (format!(r#"{rows}{{"time":""#), format!(r#"","{value}":7}}]}}"#)),
        (format!(r#"{rows}{{"time":"2024-05-01","{value}":"#), "}]}".to_owned()),
    ]
    .map(|(before, after)| [before.as_bytes(), input, after.as_bytes()].concat())
}
