//! [`Answer`]: what the reply to a batch, or its loss, says of each record.

use http::StatusCode;

use super::batch::Batch;
use super::item_errors::ItemErrors;
use super::job::ImportReply;
use super::outcome::RecordStatus;
use crate::error::{ApiError, Error};
use crate::partial_errors::PartialErrors;
use crate::text::shortened;

/// The statuses of a batch, and what they mean for the rest.
pub(super) struct Answer {
    /// One for each record; `None` if it is to be sent again, since another record had it refused.
    pub(super) statuses: Vec<Option<RecordStatus>>,
    /// A part of the reply that does not fit the rest.
    pub(super) note: Option<String>,
    pub(super) next: Next,
}

/// The way on after a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The server answered.
    Continue,
    /// No answer: go on, but not for long.
    Lost,
    /// The next request would fare the same.
    Stop,
}

impl Answer {
    /// Reads the outcome of a batch.
    pub(super) fn read(batch: &Batch, arrivals: u32, outcome: &Result<ImportReply, Error>) -> Self {
        let may_have_arrived = arrivals > 0;
        match outcome {
            Ok(reply) => Self::from_reply(batch, arrivals > 1, reply),
            Err(error) => match error.cause() {
                _ if matches!(error, Error::RetryAt { .. }) => {
                    Self::failed(batch, may_have_arrived, error, Next::Stop)
                }
                Error::Api(api) => Self::from_api(batch, may_have_arrived, error, api),
                Error::Cancelled => Self::failed(batch, may_have_arrived, error, Next::Stop),
                _ if may_have_arrived => Self::failed(batch, true, error, Next::Lost),
                _ => Self::failed(batch, false, error, Next::Stop),
            },
        }
    }

    /// Reads a reply, to the first request or to a repeated one.
    fn from_reply(batch: &Batch, is_repeated: bool, reply: &ImportReply) -> Self {
        let errors = Errors::read(batch, &reply.errors);
        let other = match errors.unplaced() {
            None => RecordStatus::Accepted,
            Some(text) => RecordStatus::Unknown {
                reason: format!("the reply has an error that names no record: {text}"),
            },
        };
        let mut statuses = errors.statuses(&other);
        let note = miscount(batch, reply, &statuses);
        if is_repeated && batch.target().is_some_and(|target| target.repeats_fail) {
            statuses.iter_mut().for_each(doubt);
        }
        Self::with_statuses(statuses, note, Next::Continue)
    }

    /// The statuses of records that are not sent again.
    fn with_statuses(statuses: Vec<RecordStatus>, note: Option<String>, next: Next) -> Self {
        Self { statuses: statuses.into_iter().map(Some).collect(), note, next }
    }

    /// Rejects the records to blame. The others are sent again; without any to blame, all are rejected.
    ///
    /// `is_repeated`: an earlier attempt may have been acted on.
    fn from_items(batch: &Batch, is_repeated: bool, error: &Error, errors: ItemErrors) -> Self {
        if errors.is_final {
            return Self::failed(batch, is_repeated, error, Next::Stop);
        }
        let unplaced = RecordStatus::Rejected { reason: errors.unplaced() };
        let other = (!errors.has_named()).then_some(unplaced);
        let status = |reasons: Vec<String>| match reasons.as_slice() {
            [] => other.clone(),
            reasons => Some(RecordStatus::Rejected { reason: shortened(&reasons.join("; ")) }),
        };
        let mut statuses: Vec<_> = errors.of_records.into_iter().map(status).collect();
        if is_repeated && batch.target().is_some_and(|target| target.repeats_fail) {
            statuses.iter_mut().flatten().for_each(doubt);
        }
        Self { statuses, note: None, next: Next::Continue }
    }

    fn from_api(batch: &Batch, may_have_arrived: bool, error: &Error, api: &ApiError) -> Self {
        let status = api.status();
        if api.is_refusal() {
            // Of a success status that reports no success nothing says how much of it was carried out.
            let reason = shortened(&error.to_string());
            let statuses = Errors::read(batch, &api.errors().into())
                .statuses(&RecordStatus::Unknown { reason });
            return Self::with_statuses(statuses, None, Next::Continue);
        }
        if api.is_server_error() || status == StatusCode::REQUEST_TIMEOUT {
            return Self::failed(batch, true, error, Next::Lost);
        }
        if batch.target().is_some_and(|target| target.refuses_whole) {
            if let Some(errors) = ItemErrors::read(batch, api) {
                return Self::from_items(batch, may_have_arrived, error, errors);
            }
        }
        if !depends_on_records(status) {
            return Self::failed(batch, may_have_arrived, error, Next::Stop);
        }
        let errors = Errors::read(batch, &api.errors().into());
        // A reason is one line, also where the server's text is several.
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let message = api.message().map_or_else(|| api.to_string(), one_line);
        let reason = match errors.unplaced() {
            None => shortened(&message),
            Some(text) => shortened(&format!("{message}: {text}")),
        };
        let statuses = errors.statuses(&RecordStatus::Rejected { reason });
        Self::with_statuses(statuses, None, Next::Continue)
    }

    /// All records share the fate of a request without an answer.
    fn failed(batch: &Batch, may_have_arrived: bool, error: &Error, next: Next) -> Self {
        let status = if may_have_arrived {
            RecordStatus::Unknown { reason: shortened(&error.to_string()) }
        } else {
            RecordStatus::NotSent
        };
        Self::with_statuses(vec![status; batch.len()], None, next)
    }
}

/// Tells whether another batch may fare better than one with this status.
fn depends_on_records(status: StatusCode) -> bool {
    status.is_client_error()
        && !matches!(status.as_u16(), 401 | 403 | 404 | 405 | 407 | 415 | 425 | 429)
}

/// Makes a rejection unknown, since the request before, whose reply was lost, may be its cause.
fn doubt(status: &mut RecordStatus) {
    if let RecordStatus::Rejected { reason } = status {
        let reason = format!("{reason} (the request was repeated: the first one may have done it)");
        *status = RecordStatus::Unknown { reason };
    }
}

/// The difference between the records that a reply counts and those that it should.
fn miscount(batch: &Batch, reply: &ImportReply, statuses: &[RecordStatus]) -> Option<String> {
    let arrays = batch.arrays();
    let differences = arrays.into_iter().filter_map(|(list, positions)| {
        let counted = reply.count(list)?;
        let rejected = positions
            .iter()
            .filter(|at| matches!(statuses[**at], RecordStatus::Rejected { .. }))
            .count();
        let (sent, array) = (positions.len(), list.name);
        (counted != (sent - rejected) as u64)
            .then(|| format!("{array}: {sent} sent, {rejected} rejected, but {counted} counted"))
    });
    let text = differences.collect::<Vec<_>>().join("; ");
    Some(text).filter(|text| !text.is_empty())
}

/// The errors of a reply, by the records that they name.
struct Errors {
    /// For each record the texts about it.
    of_records: Vec<Vec<String>>,
    /// Those that name no record of the batch.
    unplaced: Vec<String>,
}

impl Errors {
    /// Reads errors of any shape.
    fn read(batch: &Batch, errors: &PartialErrors) -> Self {
        let arrays = batch.arrays();
        let mut read = Self { of_records: vec![Vec::new(); batch.len()], unplaced: Vec::new() };
        let other_name = batch.target().and_then(|target| target.error_list);
        for error in errors {
            let array = match error.list() {
                Some(name) if Some(name) != other_name => {
                    arrays.iter().find(|(list, _)| list.name == name)
                }
                // Without the name of an array, an index is clear where there is one array alone.
                _ => arrays.first().filter(|_| arrays.len() == 1),
            };
            let at = array
                .zip(error.index())
                .and_then(|((_, positions), index)| positions.get(index).copied());
            match at {
                Some(at) => read.of_records[at].push(error.reason().into_owned()),
                None => read.unplaced.push(error.to_string()),
            }
        }
        read
    }

    fn unplaced(&self) -> Option<String> {
        let text = shortened(&self.unplaced.join("; "));
        Some(text).filter(|_| !self.unplaced.is_empty())
    }

    /// Rejects the records that errors name; the others get the given status.
    fn statuses(self, other: &RecordStatus) -> Vec<RecordStatus> {
        let status = |texts: Vec<String>| match texts.as_slice() {
            [] => other.clone(),
            texts => RecordStatus::Rejected { reason: shortened(&texts.join("; ")) },
        };
        self.of_records.into_iter().map(status).collect()
    }
}
