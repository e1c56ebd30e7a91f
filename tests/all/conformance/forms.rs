//! Bodies with files.

use std::iter;

use braze_core::UploadFile;
use braze_core::media_library::{CreateBody, CreateRequest};

use super::{Client, Reply, Trial, scenarios};

scenarios![a_file, a_large_file_and_another_attempt, a_file_that_is_too_large];

/// A successful reply.
fn added() -> Reply {
    Reply::json(200, r#"{"new_assets":[],"errors":[],"dashboard_url":"https://example.com"}"#)
}

fn upload(name: &str, content: Vec<u8>) -> CreateRequest {
    CreateRequest::new(CreateBody::new().name("Teapot").asset_file(UploadFile::new(name, content)))
}

fn a_file(trial: &mut Trial<impl Client>) {
    trial.serve([added(), added()]);
    trial.send(&upload("Zoë \"tea\".png", b"\x89PNG\r\n\x1a\n\0\xff".to_vec()));
    trial.send(&CreateRequest::new(CreateBody::new().asset_url("https://example.com/a.png")));
}

/// A 429 says that the request was not acted on, so it is sent again, with the same bytes.
fn a_large_file_and_another_attempt(trial: &mut Trial<impl Client>) {
    let limited = Reply::json(429, r#"{"message":"wait"}"#).header("retry-after", "0");
    trial.serve([limited, added()]);
    trial.send(&upload("a.zip", vec![b'z'; 1 << 20]));
}

fn a_file_that_is_too_large(trial: &mut Trial<impl Client>) {
    trial.serve(iter::empty::<Reply>());
    trial.send(&upload("a.zip", vec![b'z'; 5_000_001]));
}
