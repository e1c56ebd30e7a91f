//! [`Exports`]: the exports that were started, and their progress.

use std::collections::VecDeque;

use chrono::{DateTime, TimeDelta, Utc};

use super::fields::Fields;
use crate::workspace::WorldSize;

/// The users of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Members {
    /// The users of the segment with this identifier.
    Segment(String),
    ControlGroup,
}

/// An export that was started.
#[derive(Debug, Clone)]
pub(crate) struct Export {
    prefix: String,
    pub(crate) members: Members,
    pub(crate) fields: Fields,
    pub(crate) started: DateTime<Utc>,
    /// The number of downloads that found it unfinished.
    attempts: u32,
    cancelled: bool,
}

/// The exports that were started, the oldest first.
#[derive(Debug)]
pub(crate) struct Exports {
    exports: VecDeque<Export>,
    started: u64,
    /// The time after which an export is ready.
    time: TimeDelta,
    /// The number of downloads after which an export is ready.
    max_attempts: u32,
}

/// The outcome of a download.
#[derive(Debug)]
pub(crate) enum Download<'a> {
    Ready(&'a Export),
    /// Not ready yet, cancelled or expired.
    Denied,
    Unknown,
}

/// The maximum number of exports that are remembered.
const MAX_EXPORTS: usize = 1_000;

/// The time for which a file can be downloaded.
const EXPIRY: TimeDelta = TimeDelta::hours(4);

impl Export {
    pub(crate) fn new(
        prefix: String,
        members: Members,
        fields: Fields,
        started: DateTime<Utc>,
    ) -> Self {
        Self { prefix, members, fields, started, attempts: 0, cancelled: false }
    }
}

impl Exports {
    pub(crate) fn new(size: &WorldSize) -> Self {
        let millis = i64::try_from(size.export_ms).ok().and_then(TimeDelta::try_milliseconds);
        Self {
            exports: VecDeque::new(),
            started: 0,
            time: millis.unwrap_or(TimeDelta::MAX),
            max_attempts: size.export_attempts,
        }
    }

    /// Returns the number of exports that were ever started.
    pub(crate) fn started(&self) -> u64 {
        self.started
    }

    pub(crate) fn start(&mut self, export: Export) {
        if self.exports.len() >= MAX_EXPORTS {
            self.exports.pop_front();
        }
        self.started += 1;
        self.exports.push_back(export);
    }

    /// Cancels the running exports of these users.
    pub(crate) fn cancel(&mut self, members: &Members, now: DateTime<Utc>) {
        let (time, max_attempts) = (self.time, self.max_attempts);
        for export in self.exports.iter_mut().filter(|export| export.members == *members) {
            export.cancelled |= !is_ready(export, time, max_attempts, now);
        }
    }

    pub(crate) fn is_running(&self, members: &Members, now: DateTime<Utc>) -> bool {
        self.exports.iter().any(|export| export.members == *members && self.runs(export, now))
    }

    /// Returns the number of running exports.
    pub(crate) fn running(&self, now: DateTime<Utc>) -> usize {
        self.exports.iter().filter(|export| self.runs(export, now)).count()
    }

    /// Finds the export whose file is downloaded, and counts the attempt.
    pub(crate) fn download(&mut self, prefix: &str, now: DateTime<Utc>) -> Download<'_> {
        let (time, max_attempts) = (self.time, self.max_attempts);
        let Some(export) = self.exports.iter_mut().find(|export| export.prefix == prefix) else {
            return Download::Unknown;
        };
        if export.cancelled || now - export.started > EXPIRY {
            return Download::Denied;
        }
        if is_ready(export, time, max_attempts, now) {
            return Download::Ready(export);
        }
        export.attempts += 1;
        Download::Denied
    }

    fn runs(&self, export: &Export, now: DateTime<Utc>) -> bool {
        !export.cancelled && !is_ready(export, self.time, self.max_attempts, now)
    }
}

fn is_ready(export: &Export, time: TimeDelta, max_attempts: u32, now: DateTime<Utc>) -> bool {
    export.attempts >= max_attempts || now - export.started >= time
}
