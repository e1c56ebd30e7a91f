//! [`ImportPlan`]: the requests that an import will make, counted without sending anything.

use std::fmt;
use std::time::Duration;

use super::account::Grouped;
use super::batch::{Batch, Held, refusal};
use super::kind::RecordKind;
use super::options::Import;
use super::record::Record;
use crate::call::Session;
use crate::endpoint::Pool;

/// The requests that an import will make, counted without sending anything.
///
/// Packing depends on the records alone, so the numbers are exact: an import of the same records with the same
/// options makes as many requests, and one more each time that an item of a catalog has its request refused. Its text
/// is one line:
/// `plan: 998 of 1,000 records in 14 requests, 81,350 bytes: 900 attributes, 98 events`.
///
/// ```
/// use braze_core::import::{Import, Record, RecordError, RecordKind};
/// use braze_core::{ApiKey, Config, Instance, Session};
///
/// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
/// let session = Session::new(Config::new(Instance::Us01, key), 7);
/// let records = (0..100).map(|number| {
///     let json = format!(r#"{{"external_id":"u-{number}","tier":"gold"}}"#);
///     Record::parse(RecordKind::Attributes, json)
/// });
/// let records = records.collect::<Result<Vec<_>, RecordError>>()?;
///
/// let plan = Import::new(records).plan(&session);
/// assert_eq!((plan.records, plan.rejected, plan.requests), (100, 0, 2));
/// assert_eq!(plan.count(RecordKind::Attributes), 100);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct ImportPlan {
    /// Records of the input.
    pub records: u64,
    /// Records that cannot be sent. The import will reject them.
    pub rejected: u64,
    /// Requests that will be made, each repeated one counted once.
    pub requests: u64,
    /// Bytes of the bodies of all requests.
    pub bytes: u64,
    /// Records that will be sent, of each kind.
    counts: [u64; RecordKind::ALL.len()],
    /// Requests in each pool.
    pools: Vec<(&'static Pool, u64)>,
}

impl ImportPlan {
    /// The number of records of a kind that will be sent.
    #[must_use]
    pub fn count(&self, kind: RecordKind) -> u64 {
        self.counts[kind as usize]
    }

    /// The least time that the documented rate limits allow.
    #[must_use]
    pub fn min_duration(&self) -> Duration {
        let of_pool = |(pool, requests): &(&Pool, u64)| {
            let windows = requests.saturating_sub(1) / u64::from(pool.limit.max(1));
            Duration::from_secs(windows * u64::from(pool.window_seconds))
        };
        self.pools.iter().map(of_pool).max().unwrap_or_default()
    }

    fn add(&mut self, batch: &mut Batch) {
        let batch = std::mem::take(batch);
        let Some(target) = batch.target() else { return };
        self.requests += 1;
        self.bytes += batch.body_length() as u64;
        let pool = target.meta.pool;
        match self.pools.iter_mut().find(|(known, _)| known.name == pool.name) {
            Some((_, requests)) => *requests += 1,
            None => self.pools.push((pool, 1)),
        }
    }
}

impl fmt::Display for ImportPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "plan: {} of {} records in {} request{}, {} bytes",
            Grouped(self.records - self.rejected),
            Grouped(self.records),
            Grouped(self.requests),
            if self.requests == 1 { "" } else { "s" },
            Grouped(self.bytes)
        )?;
        let kinds = RecordKind::ALL.into_iter().filter(|kind| self.count(*kind) > 0);
        for (at, kind) in kinds.enumerate() {
            let before = if at == 0 { ": " } else { ", " };
            write!(f, "{before}{} {}", Grouped(self.count(kind)), kind.name())?;
        }
        Ok(())
    }
}

impl<R: IntoIterator<Item = Record>> Import<R> {
    /// Packs all records as the import would, and counts the requests. Nothing is sent.
    ///
    /// Records are taken one by one; those of one request are held.
    pub fn plan(self, session: &Session) -> ImportPlan {
        let (options, records, _) = self.into_parts();
        let (bounds, credentials) = (options.bounds, session.config().credentials());
        let (mut plan, mut batch) = (ImportPlan::default(), Batch::default());
        for record in records {
            let index = plan.records;
            plan.records += 1;
            if refusal(&record, bounds, credentials).is_some() {
                plan.rejected += 1;
                continue;
            }
            if !batch.fits(&record, bounds) {
                plan.add(&mut batch);
            }
            plan.counts[record.kind() as usize] += 1;
            batch.push(Held { index, record, doubt: None });
        }
        plan.add(&mut batch);
        plan
    }
}
