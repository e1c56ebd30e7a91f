//! The endpoints seen from the other side (feature `operation`): read a request, write a reply, and know
//! what an operation consists of.
//!
//! Sandboxes route with it, command lines take their arguments from it, and round-trip tests run over
//! every endpoint at once: see [`Visitor`].

mod body;
mod describe;
mod form;
mod read;
mod reader;

use std::fmt;

use http::HeaderMap;
use serde::Serialize;

use crate::endpoint::Endpoint;
use crate::paging::Paged;
use crate::series::{FlatSeries, NestedSeries};
use crate::wire::RequestWriter;

pub use crate::generated::operations::visit;
pub use body::body_from_pairs;
pub use describe::{Description, Exchange, FormUse, Items, Kind, Parameter, Place};
pub use form::{FormPart, body_from_form, form_parts};
pub use read::{
    Read, exchange_pairs, fits, from_pairs, from_pairs_unchecked, header_pairs, pairs, path_values,
    query_pairs, read,
};
pub use reader::{FromWire, RequestReader};

/// An endpoint with its other side.
pub trait Operation:
    Endpoint<Output: Serialize + PartialEq + fmt::Debug + Send + 'static>
    + Clone
    + PartialEq
    + fmt::Debug
    + Send
    + 'static
{
    /// The spec's description of the operation, for people and programs.
    const DESCRIPTION: Description;

    /// Takes the parameters out of a request. Use [`read`], which checks them too.
    fn read(r: &mut RequestReader<'_>) -> Option<Self>;

    /// Writes the body of a reply.
    fn write(output: &Self::Output) -> Vec<u8>;

    /// The status of a reply.
    fn status(output: &Self::Output) -> u16 {
        let _ = output;
        200
    }
}

/// Sees every endpoint of the spec once: [`visit`].
///
/// ```
/// use braze_core::operation::{self, Operation};
///
/// struct Paths(Vec<&'static str>);
///
/// impl operation::Visitor for Paths {
///     fn endpoint<E: Operation>(&mut self) {
///         self.0.push(E::META.path);
///     }
/// }
///
/// let mut paths = Paths(Vec::new());
/// operation::visit(&mut paths);
/// assert!(paths.0.contains(&"/sessions/data_series"));
/// ```
pub trait Visitor {
    /// An endpoint.
    fn endpoint<E: Operation>(&mut self);

    /// An endpoint that returns a series of times and numbers.
    fn series<E: Operation + FlatSeries>(&mut self) {
        self.endpoint::<E>();
    }

    /// An endpoint that returns a series with many numbers in each row.
    fn nested_series<E: Operation + NestedSeries>(&mut self) {
        self.endpoint::<E>();
    }

    /// An endpoint whose reply is one page of a list.
    fn paged<E: Operation + Paged>(&mut self) {
        self.endpoint::<E>();
    }
}

/// Path and query of a request, as a client sends them: what [`read`] takes.
///
/// ```
/// use braze_core::{operation, sessions};
///
/// let request = sessions::DataSeriesRequest::new(14);
/// assert_eq!(operation::target(&request), "/sessions/data_series?length=14");
/// ```
#[must_use]
pub fn target<E: Endpoint>(request: &E) -> String {
    let mut writer = RequestWriter::new();
    request.encode(&mut writer);
    // Only the body can fail to be written.
    let target = writer.finish().map(|written| written.target).unwrap_or_default();
    String::from_utf8(target).unwrap_or_default()
}

/// The headers that are parameters of a request, as a client sends them: what [`header_pairs`] takes.
#[must_use]
pub fn headers<E: Endpoint>(request: &E) -> HeaderMap {
    let mut writer = RequestWriter::new();
    request.encode(&mut writer);
    writer.finish().map(|written| written.headers).unwrap_or_default().into_iter().collect()
}

/// Writes a reply as JSON.
#[must_use]
pub fn json(output: &impl Serialize) -> Vec<u8> {
    // Generated reply types hold nothing that JSON cannot: no map with keys other than strings.
    serde_json::to_vec(output).unwrap_or_default()
}

/// The base64 of bytes, with padding, as a request of JSON carries a file.
#[must_use]
pub fn base64(bytes: &[u8]) -> String {
    crate::base64::encode(bytes)
}
