//! [`read`]: a request from its path, query and body.

use http::HeaderMap;

use super::Operation;
use super::describe::{Exchange, Place};
use super::reader::RequestReader;
use crate::auth::Secret;
use crate::auth::escape::percent_decoded;
use crate::validate::Violations;

/// A request that was read, and what was not understood in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Read<E> {
    /// The request, checked.
    pub request: E,
    /// Names of query parameters that the operation does not have.
    pub unknown: Vec<String>,
    /// The secrets in the body.
    pub secrets: Vec<Secret>,
}

/// Reads and checks a request from path and query (`/a/b?x=1&y=2`) and its body.
///
/// # Errors
///
/// Every parameter that is missing, unreadable or out of its range.
pub fn read<E: Operation>(target: &str, body: &[u8]) -> Result<Read<E>, Violations> {
    from_pairs(pairs::<E>(target), body)
}

/// The names and values of the parameters in path and query, unchecked.
#[must_use]
pub fn pairs<E: Operation>(target: &str) -> Vec<(String, String)> {
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut pairs = path_values(E::META.path, path);
    pairs.extend(query_pairs(query));
    pairs
}

/// The names and values of the headers that are parameters of the operation, as the spec spells the names.
#[must_use]
pub fn header_pairs<E: Operation>(headers: &HeaderMap) -> Vec<(String, String)> {
    let parameters = E::DESCRIPTION.parameters.iter();
    let named = parameters.filter(|parameter| parameter.place == Place::Header);
    let pair = |name: &str| {
        let value = String::from_utf8_lossy(headers.get(name)?.as_bytes()).into_owned();
        Some((name.to_owned(), value))
    };
    named.filter_map(|parameter| pair(parameter.name)).collect()
}

/// The names and values of the parameters of an example.
#[must_use]
pub fn exchange_pairs<E: Operation>(exchange: &Exchange) -> Vec<(String, String)> {
    let headers = exchange.headers.iter();
    let headers = headers.map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    pairs::<E>(exchange.target).into_iter().chain(headers).collect()
}

/// The names and values in a query (`x=1&y=2`), decoded, in its order.
pub fn query_pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let form = query.split('&').filter(|pair| !pair.is_empty());
    let form = form.map(|pair| pair.split_once('=').unwrap_or((pair, "")));
    form.map(|(name, value)| (decode(name), decode(value)))
}

/// Reads and checks a request from the names and values of its parameters, as a command line has
/// them.
///
/// # Errors
///
/// As [`read`].
pub fn from_pairs<E: Operation>(
    pairs: Vec<(String, String)>,
    body: &[u8],
) -> Result<Read<E>, Violations> {
    parse(pairs, body, |request: &E, violations| request.validate(violations))
}

/// Reads a request from the names and values of its parameters, and leaves its check to the caller.
///
/// # Errors
///
/// Every parameter that is missing or unreadable.
pub fn from_pairs_unchecked<E: Operation>(
    pairs: Vec<(String, String)>,
    body: &[u8],
) -> Result<Read<E>, Violations> {
    parse(pairs, body, |_: &E, _| {})
}

fn parse<E: Operation>(
    pairs: Vec<(String, String)>,
    body: &[u8],
    check: fn(&E, &mut Violations),
) -> Result<Read<E>, Violations> {
    let mut reader = RequestReader::new(pairs, body, &E::DESCRIPTION);
    let request = E::read(&mut reader);
    let (pairs, mut violations) = reader.finish();
    if let Some(request) = &request {
        check(request, &mut violations);
    }
    let known = |name: &str| E::DESCRIPTION.parameters.iter().any(|known| known.name == name);
    let unknown = pairs.into_iter().map(|(name, _)| name).filter(|name| !known(name)).collect();
    match request {
        Some(request) if violations.is_empty() => {
            Ok(Read { request, unknown, secrets: violations.take_secrets() })
        }
        _ => Err(violations),
    }
}

/// Returns `true` if a path is one of a template's, such as `/catalogs/shop` of `/catalogs/{name}`.
///
/// ```
/// use braze_core::operation::fits;
///
/// assert!(fits("/catalogs/{name}", "/catalogs/shop"));
/// assert!(!fits("/catalogs/{name}", "/catalogs/"));
/// ```
#[must_use]
pub fn fits(template: &str, path: &str) -> bool {
    let mut segments = path.split('/');
    let fit = template.split('/').all(|expected| {
        segments.next().is_some_and(|segment| {
            segment == expected || (expected.starts_with('{') && !segment.is_empty())
        })
    });
    fit && segments.next().is_none()
}

/// The values of the placeholders of a path template, decoded.
///
/// ```
/// use braze_core::operation::path_values;
///
/// let values = path_values("/catalogs/{name}", "/catalogs/a%20b+c");
/// assert_eq!(values, [("name".to_owned(), "a b+c".to_owned())]);
/// ```
#[must_use]
pub fn path_values(template: &str, path: &str) -> Vec<(String, String)> {
    let segments = template.split('/').zip(path.split('/'));
    let placeholders = segments.filter_map(|(name, value)| {
        let name = name.strip_prefix('{')?.strip_suffix('}')?;
        let value = percent_decoded(value.as_bytes());
        Some((name.to_owned(), String::from_utf8_lossy(&value).into_owned()))
    });
    placeholders.collect()
}

/// Undoes the encoding of a query: `%2B` is a plus, a plus is a space.
fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    String::from_utf8_lossy(&percent_decoded(spaced.as_bytes())).into_owned()
}
