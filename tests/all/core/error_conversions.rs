//! Errors of exports as errors of calls, for programs with one error type.

use braze_core::export::{Export, ExportError, ExportMachine, Range};
use braze_core::sessions::DataSeriesRequest;
use braze_core::{ApiKey, Config, Error, Instance, Now, Session};

/// Begins an export in a function with the error type of calls.
fn begin(app: &str) -> Result<(), Error> {
    let key = ApiKey::new("5a4db0c5-7e57-4b0c-8a11-00005a4db0c5").unwrap();
    let session = Session::new(Config::new(Instance::Us01, key), 7);
    let range = Range::days("2024-05-01".parse().unwrap(), "2024-05-08".parse().unwrap());
    let export = Export::new(DataSeriesRequest::selection().app_id(app), range);
    ExportMachine::new(&session, export, Now::at_unix(1_720_000_000))?;
    Ok(())
}

#[test]
fn an_invalid_selection_is_an_invalid_request() {
    begin("ios").unwrap();
    let error = begin("{{app_identifier}}").unwrap_err();
    assert!(matches!(error, Error::Invalid(_)), "{error:?}");
    insta::assert_snapshot!(error);
}

#[test]
fn other_errors_stay_whole() {
    let error = Error::from(ExportError::Findings(Box::default()));
    let Error::Export(inner) = &error else { panic!("{error:?}") };
    assert!(matches!(**inner, ExportError::Findings(_)));
    assert_eq!(error.to_string(), inner.to_string());
}
