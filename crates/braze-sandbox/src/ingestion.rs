//! [`Ingestion`]: integrations that read from a data warehouse, and their jobs.

use chrono::{DateTime, Days, NaiveTime, TimeDelta, Utc};

use crate::workspace::Noise;
use crate::world::{choose, uuid};

/// Integrations that read from a data warehouse, and the jobs that requests started.
#[derive(Debug)]
pub(crate) struct Ingestion {
    integrations: Vec<Integration>,
    /// Each with the position of its integration, the oldest first.
    started: Vec<(usize, DateTime<Utc>)>,
    noise: Noise,
}

/// An integration.
#[derive(Debug)]
pub(crate) struct Integration {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) kind: &'static str,
    pub(crate) warehouse: &'static str,
}

/// A job of an integration.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Job {
    pub(crate) status: &'static str,
    pub(crate) start: DateTime<Utc>,
    /// Absent while it runs.
    pub(crate) finish: Option<DateTime<Utc>>,
    pub(crate) rows: u64,
    pub(crate) failed: u64,
}

/// The number of integrations, more than a page has.
const INTEGRATIONS: usize = 12;

/// The days for which an integration has run every night.
const NIGHTS: u64 = 25;

/// The time that a job takes that a request started.
const DURATION: TimeDelta = TimeDelta::seconds(5);

/// The maximum number of started jobs that are kept.
const MAX_STARTED: usize = 1_000;

impl Ingestion {
    pub(crate) fn new(seed: u64) -> Self {
        let noise = Noise::new(seed).text("ingestion");
        let integration = |index: usize| {
            let noise = noise.number(index as i64);
            let kind = choose(noise.text("kind"), &["users", "catalogs"]);
            let warehouses = ["snowflake", "redshift", "bigquery", "databricks"];
            Integration {
                id: uuid(noise.text("id")),
                name: format!("nightly {kind} {}", index + 1),
                kind,
                warehouse: choose(noise.text("warehouse"), &warehouses),
            }
        };
        let mut integrations: Vec<_> = (0..INTEGRATIONS).map(integration).collect();
        integrations[0] = Integration {
            id: "0b5b8f0e-5d0c-4d53-9a55-1f6f8a3c2d10".to_owned(),
            name: "nightly teas".to_owned(),
            kind: "catalogs",
            warehouse: "snowflake",
        };
        Self { integrations, started: Vec::new(), noise }
    }

    pub(crate) fn integrations(&self) -> &[Integration] {
        &self.integrations
    }

    /// The position of an integration.
    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        self.integrations.iter().position(|integration| integration.id == id)
    }

    /// Tells whether a job of the integration is running.
    pub(crate) fn is_running(&self, integration: usize, now: DateTime<Utc>) -> bool {
        let runs = |(of, start): &(usize, _)| *of == integration && now < *start + DURATION;
        self.started.iter().any(runs)
    }

    pub(crate) fn start(&mut self, integration: usize, now: DateTime<Utc>) {
        if self.started.len() == MAX_STARTED {
            self.started.remove(0);
        }
        self.started.push((integration, now));
    }

    /// The jobs of an integration, the newest first.
    pub(crate) fn jobs(&self, integration: usize, now: DateTime<Utc>) -> Vec<Job> {
        let started = self.started.iter().filter(|(of, _)| *of == integration);
        let started = started.map(|(_, start)| {
            let end = *start + DURATION;
            let job = self.job(integration, *start, end);
            match now < end {
                true => Job { status: "running", finish: None, rows: 0, failed: 0, ..job },
                false => job,
            }
        });
        let night = |day: u64| {
            let date = now.date_naive().checked_sub_days(Days::new(day))?;
            let start = date.and_time(NaiveTime::from_hms_opt(1, 0, 0)?).and_utc();
            let end = start + TimeDelta::minutes(2);
            (end <= now).then(|| self.job(integration, start, end))
        };
        let mut jobs: Vec<Job> = started.chain((0..NIGHTS).filter_map(night)).collect();
        jobs.sort_by_key(|job| std::cmp::Reverse(job.start));
        jobs
    }

    fn job(&self, integration: usize, start: DateTime<Utc>, end: DateTime<Utc>) -> Job {
        let noise = self.noise.number(integration as i64).number(start.timestamp());
        let rows = 1_000 + noise.text("rows").bits() % 1_000;
        let failed = if noise.text("failed").happens(0.2) { rows / 100 } else { 0 };
        let status = if failed == 0 { "success" } else { "partial" };
        Job { status, start, finish: Some(end), rows: rows - failed, failed }
    }
}
