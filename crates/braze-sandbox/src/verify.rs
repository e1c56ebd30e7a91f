//! [`ExpectedRequest`], and [`Mismatch`], the difference from the recorded requests.

use std::fmt;

use braze_core::Endpoint;
use braze_core::operation::{query_pairs, target};
use braze_core::text::printable;
use http::Method;

use crate::journal::RecordedRequest;

/// A request that a test expects.
///
/// The order of query parameters does not matter; their number does.
///
/// ```
/// use braze_core::sessions::DataSeriesRequest;
/// use braze_sandbox::{ExpectedRequest, Sandbox};
///
/// let sandbox = Sandbox::start()?;
/// // … the code under test calls the sandbox, but not in this example …
///
/// let error = sandbox.verify([ExpectedRequest::from_request(&DataSeriesRequest::new(14))]).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the sandbox got other requests than expected (-: missing, +: unexpected):\n\
///      - GET /sessions/data_series?length=14",
/// );
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedRequest {
    method: Method,
    path: String,
    /// `None` for any.
    query: Option<Vec<(String, String)>>,
}

impl ExpectedRequest {
    /// Expects the request that a client sends.
    #[must_use]
    pub fn from_request<E: Endpoint>(request: &E) -> Self {
        Self::new(E::META.method, &target(request))
    }

    /// Expects a `GET` of a path and query.
    #[must_use]
    pub fn get(target: &str) -> Self {
        Self::new(Method::GET, target)
    }

    /// Expects a method with a path and query.
    #[must_use]
    pub fn new(method: Method, target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Self { method, path: path.to_owned(), query: Some(sorted(query)) }
    }

    /// Accepts any query.
    #[must_use]
    pub fn any_query(mut self) -> Self {
        self.query = None;
        self
    }

    fn fits(&self, received: &Line) -> bool {
        self.has_same_path(received)
            && self.query.as_ref().is_none_or(|query| *query == received.query)
    }

    fn has_same_path(&self, received: &Line) -> bool {
        (&self.method, &self.path) == (&received.method, &received.path)
    }
}

impl fmt::Display for ExpectedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)?;
        match &self.query {
            None => f.write_str("?…"),
            Some(query) => write_query(f, query),
        }
    }
}

/// A recorded request in a form that can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    method: Method,
    path: String,
    query: Vec<(String, String)>,
}

impl Line {
    fn new(received: &RecordedRequest) -> Self {
        let mut query = received.query();
        query.sort();
        Self { method: received.method.clone(), path: received.path().to_owned(), query }
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.path)?;
        write_query(f, &self.query)
    }
}

fn sorted(query: &str) -> Vec<(String, String)> {
    let mut pairs: Vec<_> = query_pairs(query).collect();
    pairs.sort();
    pairs
}

/// Writes a query in decoded form, for people.
fn write_query(f: &mut fmt::Formatter<'_>, query: &[(String, String)]) -> fmt::Result {
    for (index, (name, value)) in query.iter().enumerate() {
        let separator = if index == 0 { '?' } else { '&' };
        write!(f, "{separator}{}={}", printable(name), printable(value))?;
    }
    Ok(())
}

/// The difference between expected and recorded requests. `Display` shows it line by line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    changes: Vec<Change>,
    /// The number of requests that the journal dropped.
    forgotten: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Change {
    Same(Line),
    Missing(ExpectedRequest),
    Unexpected(Line),
}

/// Compares the requests in order.
pub(crate) fn in_order(
    expected: Vec<ExpectedRequest>,
    received: &[RecordedRequest],
    forgotten: u64,
) -> Result<(), Mismatch> {
    let changes = differences(expected, received.iter().map(Line::new).collect());
    verdict(changes, forgotten)
}

/// Compares the requests in any order.
pub(crate) fn in_any_order(
    expected: Vec<ExpectedRequest>,
    received: &[RecordedRequest],
    forgotten: u64,
) -> Result<(), Mismatch> {
    let mut left: Vec<Line> = received.iter().map(Line::new).collect();
    let mut changes = Vec::new();
    for expected in expected {
        changes.push(match left.iter().position(|line| expected.fits(line)) {
            Some(index) => Change::Same(left.remove(index)),
            None => Change::Missing(expected),
        });
    }
    changes.extend(left.into_iter().map(Change::Unexpected));
    verdict(changes, forgotten)
}

fn verdict(changes: Vec<Change>, forgotten: u64) -> Result<(), Mismatch> {
    let equal = changes.iter().all(|change| matches!(change, Change::Same(_)));
    if equal && forgotten == 0 { Ok(()) } else { Err(Mismatch { changes, forgotten }) }
}

/// The maximum number of cells in the table of a comparison, of eight bytes each.
const MAX_CELLS: usize = 4 << 20;

/// The shortest difference between expected and recorded requests.
fn differences(mut expected: Vec<ExpectedRequest>, mut received: Vec<Line>) -> Vec<Change> {
    let alike = |(wanted, line): &(&ExpectedRequest, &Line)| wanted.fits(line);
    let before = expected.iter().zip(&received).take_while(alike).count();
    let mut changes: Vec<Change> = received.drain(..before).map(Change::Same).collect();
    expected.drain(..before);
    let behind = expected.iter().rev().zip(received.iter().rev()).take_while(alike).count();
    let same_end = received.split_off(received.len() - behind);
    expected.truncate(expected.len() - behind);

    if expected.len().saturating_mul(received.len()) <= MAX_CELLS {
        changes.extend(aligned(expected, received));
    } else {
        changes.extend(expected.into_iter().map(Change::Missing));
        changes.extend(received.into_iter().map(Change::Unexpected));
    }
    changes.extend(same_end.into_iter().map(Change::Same));
    changes
}

/// Aligns as many requests as possible, in order.
fn aligned(expected: Vec<ExpectedRequest>, received: Vec<Line>) -> Vec<Change> {
    // common[e][r] is the number of requests that the rests from e and from r have in common.
    let mut common = vec![vec![0_usize; received.len() + 1]; expected.len() + 1];
    for e in (0..expected.len()).rev() {
        for r in (0..received.len()).rev() {
            common[e][r] = if expected[e].fits(&received[r]) {
                common[e + 1][r + 1] + 1
            } else {
                common[e + 1][r].max(common[e][r + 1])
            };
        }
    }
    let mut changes = Vec::new();
    let (mut e, mut r) = (0, 0);
    let mut expected = expected.into_iter().peekable();
    let mut received = received.into_iter().peekable();
    while let (Some(wanted), Some(line)) = (expected.peek(), received.peek()) {
        if wanted.fits(line) {
            expected.next();
            changes.extend(received.next().map(Change::Same));
            (e, r) = (e + 1, r + 1);
        } else if common[e + 1][r] >= common[e][r + 1] {
            changes.extend(expected.next().map(Change::Missing));
            e += 1;
        } else {
            changes.extend(received.next().map(Change::Unexpected));
            r += 1;
        }
    }
    changes.extend(expected.map(Change::Missing));
    changes.extend(received.map(Change::Unexpected));
    changes
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the sandbox got other requests than expected (-: missing, +: unexpected):")?;
        for (index, change) in self.changes.iter().enumerate() {
            match change {
                Change::Same(line) => write!(f, "\n  {line}")?,
                Change::Unexpected(line) => write!(f, "\n+ {line}")?,
                Change::Missing(expected) => {
                    write!(f, "\n- {expected}")?;
                    if let Some(Change::Unexpected(line)) = self.changes.get(index + 1) {
                        write_parameters(f, expected, line)?;
                    }
                }
            }
        }
        if self.forgotten > 0 {
            write!(
                f,
                "\nthe journal is full and dropped {} earlier requests: set a larger `journal` or \
                 `journal_bytes`",
                self.forgotten
            )?;
        }
        Ok(())
    }
}

impl std::error::Error for Mismatch {}

/// Lists the parameters that differ, if both requests have the same method and path.
fn write_parameters(
    f: &mut fmt::Formatter<'_>,
    expected: &ExpectedRequest,
    line: &Line,
) -> fmt::Result {
    let Some(query) = expected.query.as_ref().filter(|_| expected.has_same_path(line)) else {
        return Ok(());
    };
    let lacking = |(name, _): &&(String, String), from: &[(String, String)]| {
        !from.iter().any(|(known, _)| known == name)
    };
    for (name, value) in query {
        match line.query.iter().find(|(known, _)| known == name) {
            Some((_, came)) if came != value => {
                let (name, came) = (printable(name), printable(came));
                write!(f, "\n    `{name}` is `{came}` instead of `{}`", printable(value))?;
            }
            Some(_) => {}
            None => write!(f, "\n    `{}` is missing", printable(name))?,
        }
    }
    for (name, _) in line.query.iter().filter(|pair| lacking(pair, query)) {
        write!(f, "\n    `{}` was not expected", printable(name))?;
    }
    Ok(())
}
