//! [`Import`]: the records to import, and the way to do it.

use std::fmt;

use super::limits;
use super::recorder::ImportRecorder;

/// An import: its records and its options.
///
/// The records are an iterator for the blocking client and a stream for the async one. They are taken as they
/// are needed, so that memory use stays flat.
pub struct Import<R> {
    records: R,
    options: Options,
    recorder: Option<Box<dyn ImportRecorder>>,
}

/// The options of an import.
#[derive(Debug, Clone, Copy)]
pub(super) struct Options {
    pub(super) concurrency: usize,
    pub(super) bounds: Bounds,
    pub(super) repeat_unknown: bool,
}

/// The most records and bytes of a request.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    pub(super) records: usize,
    pub(super) bytes: usize,
}

impl Import<()> {
    /// The most records of a request: the objects of `POST /users/track`, of all kinds together. Other operations
    /// take [fewer](super::RecordKind::max_records).
    pub const MAX_RECORDS: usize = limits::MAX_RECORDS;

    /// The most bytes of a request's body.
    pub const MAX_BYTES: usize = limits::MAX_BYTES;

    /// The number of requests in flight, unless another one is set.
    pub const DEFAULT_CONCURRENCY: usize = 8;
}

impl<R> Import<R> {
    /// An import of these records.
    #[must_use]
    pub fn new(records: R) -> Self {
        let bounds = Bounds { records: Import::MAX_RECORDS, bytes: Import::MAX_BYTES };
        let concurrency = Import::DEFAULT_CONCURRENCY;
        let options = Options { concurrency, bounds, repeat_unknown: false };
        Self { records, options, recorder: None }
    }

    /// The same import of its records in another form, such as a stream of an iterator.
    pub fn map<T>(self, form: impl FnOnce(R) -> T) -> Import<T> {
        Import { records: form(self.records), options: self.options, recorder: self.recorder }
    }

    /// Requests in flight at the same time, at most. Default 8; with 1 the blocking client starts no
    /// thread. 0 counts as 1. The records of one request more are held.
    #[must_use]
    pub fn concurrency(mut self, requests: usize) -> Self {
        self.options.concurrency = requests.max(1);
        self
    }

    /// Records in one request, at most: from 1 to 75, which is also the default. A kind of which a request takes
    /// fewer keeps its own maximum.
    #[must_use]
    pub fn max_records(mut self, records: usize) -> Self {
        self.options.bounds.records = records.clamp(1, Import::MAX_RECORDS);
        self
    }

    /// Bytes in one request's body, at most. Default and maximum: 4,000,000.
    #[must_use]
    pub fn max_bytes(mut self, bytes: usize) -> Self {
        self.options.bounds.bytes = bytes.min(Import::MAX_BYTES);
        self
    }

    /// Sends a request again whose reply was lost, even if its records may then count twice. Default: no.
    ///
    /// Without it only requests are repeated all of whose records are [harmless](super::Record::is_harmless).
    #[must_use]
    pub fn repeat_unknown(mut self, repeat: bool) -> Self {
        self.options.repeat_unknown = repeat;
        self
    }

    /// Remembers in this recorder what was sent and what became of it, and resumes what it remembers.
    ///
    /// Every record must stand at the same position of the input in each run.
    #[must_use]
    pub fn recorder(mut self, recorder: impl ImportRecorder + 'static) -> Self {
        self.recorder = Some(Box::new(recorder));
        self
    }

    pub(super) fn into_parts(self) -> (Options, R, Option<Box<dyn ImportRecorder>>) {
        (self.options, self.records, self.recorder)
    }
}

impl<R> fmt::Debug for Import<R> {
    /// Shows no records.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Import").field("options", &self.options).finish_non_exhaustive()
    }
}
