//! A property of every input, which the fuzz target checks too.

use std::fmt::Debug;

use braze_core::FlatSeries;
use braze_core::reply::{json, series};

/// Reads a body both ways.
pub(super) fn agree<E>(body: &[u8])
where
    E: FlatSeries<Output: serde::de::DeserializeOwned + PartialEq + Debug>,
{
    let text = String::from_utf8_lossy(body);
    match (series::<E>(body), json::<E::Output>(body)) {
        (Ok(one), Ok(other)) => assert_eq!(one, other, "{text}"),
        (Err(one), Err(other)) => {
            assert_eq!((one.path(), one.problem()), (other.path(), other.problem()), "{text}");
        }
        (one, other) => panic!("{text}\none pass: {one:?}\nserde: {other:?}"),
    }
}
