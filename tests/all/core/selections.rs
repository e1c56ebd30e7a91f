//! `selection()`: a request for an export, which sets the window itself.

use braze_core::operation::target;
use braze_core::{Series, Unit, events, segments, sessions};
use chrono::{DateTime, Utc};

#[test]
fn a_selection_is_a_valid_request_of_the_largest_window() {
    let selection = sessions::DataSeriesRequest::selection();
    assert_eq!(target(&selection), "/sessions/data_series?length=100");
    assert_eq!(selection, sessions::DataSeriesRequest::new(100));
}

#[test]
fn a_selection_takes_what_the_endpoint_requires() {
    let segment = segments::DataSeriesRequest::selection("s-1");
    assert_eq!((segment.segment_id.as_str(), segment.length), ("s-1", 100));
    let event = events::DataSeriesRequest::selection("purchase");
    assert_eq!((event.event.as_str(), event.length), ("purchase", 100));
}

#[test]
fn the_window_of_an_export_replaces_that_of_the_selection() {
    let end: DateTime<Utc> = "2024-05-01T12:00:00Z".parse().unwrap();
    let mut selection = sessions::DataSeriesRequest::selection().app_id("ios");
    let mut other = sessions::DataSeriesRequest::new(1).app_id("ios");
    selection.window(Unit::Hour, 24, Some(end));
    other.window(Unit::Hour, 24, Some(end));
    assert_eq!(target(&selection), target(&other));
}
