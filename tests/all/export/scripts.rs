//! Random scripts of faults: whatever happens, the rows are what the server said last, or the coverage says
//! exactly what is missing.

use std::collections::{BTreeMap, BTreeSet};

use braze_core::export::{Absent, Coverage, Cursor, Export, ExportError, Problem, Range};
use braze_core::sessions::DataSeriesRequest;
use braze_core::{Series, Unit};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;

use super::model::Model;
use super::peer::{Answer, Asked, Driver, Order, Trip, attempts, date, midnight, session_with};

/// A fault. Buckets count from the beginning of the range.
#[derive(Debug, Clone)]
struct Script {
    unit: Unit,
    buckets: i64,
    inclusive: bool,
    concurrency: usize,
    order: Order,
    /// Buckets that no reply has.
    gaps: BTreeSet<i64>,
    /// Buckets that come twice, the second time with so much more.
    doubles: BTreeMap<i64, u64>,
    /// Buckets whose value is another from a request on.
    revisions: BTreeMap<i64, usize>,
    /// Requests whose rows come in another order: descending, or by this seed.
    disorder: BTreeMap<usize, Option<u64>>,
    /// Requests whose reply lacks a bucket that other replies have.
    losses: Vec<(usize, i64)>,
    /// Requests whose reply has a row that nobody can use.
    junk: BTreeSet<usize>,
    /// Requests that fail, and are made again.
    failures: BTreeSet<usize>,
}

fn scripts() -> impl Strategy<Value = Script> {
    let shape = (any::<bool>(), 1_i64..420, any::<bool>(), 1_usize..10, 0_usize..4);
    let order = vec((0_usize..12, proptest::option::of(any::<u64>())), 0..4);
    shape.prop_flat_map(move |(hours, buckets, inclusive, concurrency, order_index)| {
        let bucket = move || -3..buckets + 3;
        let rows = (
            btree_set(bucket(), 0..12),
            btree_map(bucket(), 0_u64..2, 0..6),
            btree_map(bucket(), 0_usize..6, 0..6),
        );
        let replies = (
            order.clone(),
            vec((0_usize..8, bucket()), 0..6),
            btree_set(0_usize..8, 0..3),
            btree_set(0_usize..8, 0..4),
        );
        (rows, replies).prop_map(move |(rows, replies)| Script {
            unit: if hours { Unit::Hour } else { Unit::Day },
            buckets,
            inclusive,
            concurrency,
            order: Order::ALL[order_index],
            gaps: rows.0,
            doubles: rows.1,
            revisions: rows.2,
            disorder: replies.0.into_iter().collect(),
            losses: replies.1,
            junk: replies.2,
            failures: replies.3,
        })
    })
}

fn beginning() -> DateTime<Utc> {
    midnight(date("2024-01-01"))
}

impl Script {
    fn width(&self) -> TimeDelta {
        if self.unit == Unit::Day { TimeDelta::days(1) } else { TimeDelta::hours(1) }
    }

    fn range(&self) -> Range {
        let end = beginning() + self.width() * i32::try_from(self.buckets).unwrap();
        match self.unit {
            Unit::Day => Range::days(beginning().date_naive(), end.date_naive()),
            _ => Range::hours(beginning(), end),
        }
    }

    fn export(&self) -> Export<DataSeriesRequest> {
        Export::new(DataSeriesRequest::new(1), self.range()).concurrency(self.concurrency)
    }

    /// The bucket of a row.
    fn bucket(&self, time: &str) -> i64 {
        let start = time.parse().unwrap_or_else(|_| midnight(date(time)));
        (start - beginning()).num_seconds() / self.width().num_seconds()
    }

    /// The rows of a reply: the model's, gone wrong.
    fn rows(&self, asked: &Asked) -> Vec<(String, u64)> {
        let model = Model { inclusive: self.inclusive, ..Model::UTC };
        let mut rows = Vec::new();
        for (time, value) in model.rows(asked) {
            let bucket = self.bucket(&time);
            if self.gaps.contains(&bucket) || self.losses.contains(&(asked.number, bucket)) {
                continue;
            }
            let revised = self.revisions.get(&bucket).is_some_and(|from| *from <= asked.number);
            let value = if revised { value + 1_000_000 } else { value };
            rows.push((time.clone(), value));
            if let Some(more) = self.doubles.get(&bucket) {
                rows.push((time, value + more));
            }
        }
        match self.disorder.get(&asked.number) {
            None => {}
            Some(None) => rows.reverse(),
            Some(Some(seed)) => shuffle(&mut rows, *seed),
        }
        rows
    }

    fn run(&self, export: Export<DataSeriesRequest>, heard: &mut Vec<Heard>) -> Trip {
        let session = session_with(attempts(9));
        let driver = Driver::at("2026-01-01T00:00:00Z").order(self.order);
        driver.run_with(&session, export, usize::MAX, |asked| {
            if self.failures.contains(&asked.number) {
                return if asked.number % 2 == 0 { Answer::Status(503) } else { Answer::Cut };
            }
            let mut rows = self.rows(asked);
            heard.push(Heard::new(self, asked, &rows));
            if self.junk.contains(&asked.number) {
                rows.push(("soon".to_owned(), 1));
            }
            Answer::Rows(rows)
        })
    }
}

/// A reply as one who reads it slowly understands it.
#[derive(Debug)]
struct Heard {
    /// All values of each bucket that the request may be about, in the order in which they count.
    values: BTreeMap<i64, Vec<u64>>,
}

impl Heard {
    fn new(script: &Script, asked: &Asked, rows: &[(String, u64)]) -> Self {
        let end = Series::ending_at(&asked.request).expect("everything here is long over");
        let to = (end - beginning()).num_seconds().div_euclid(script.width().num_seconds());
        let reach = to - (i64::from(asked.request.length) - 2) - 2..to + 2;
        let mut rows: Vec<_> =
            rows.iter().map(|(time, value)| (script.bucket(time), *value)).collect();
        let ascends = rows.is_sorted_by_key(|row| row.0);
        if !ascends && rows.is_sorted_by(|one, next| one.0 >= next.0) {
            rows.reverse();
        }
        let mut values: BTreeMap<i64, Vec<u64>> = BTreeMap::new();
        for (bucket, value) in rows {
            if reach.contains(&bucket) {
                values.entry(bucket).or_default().push(value);
            }
        }
        Self { values }
    }

    fn last(&self, bucket: i64) -> Option<u64> {
        self.values.get(&bucket)?.last().copied()
    }
}

fn shuffle<T>(rows: &mut [T], seed: u64) {
    let mut state = seed;
    for last in (1..rows.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        rows.swap(last, usize::try_from(state >> 33).unwrap() % (last + 1));
    }
}

/// The buckets that a kind of finding names.
fn named(script: &Script, coverage: &Coverage, wanted: &str) -> BTreeSet<i64> {
    let mut buckets = BTreeSet::new();
    for finding in coverage.findings() {
        let at = |start: &braze_core::export::Start| script.bucket(&start.to_string());
        match &finding.problem {
            Problem::Missing { from, to, count } if wanted == "missing" => {
                assert_eq!(at(from) + count.cast_signed(), at(to));
                buckets.extend(at(from)..at(to));
            }
            Problem::Doubled { time, .. } if wanted == "doubled" => drop(buckets.insert(at(time))),
            Problem::Changed { time, .. } if wanted == "changed" => drop(buckets.insert(at(time))),
            _ => {}
        }
    }
    buckets
}

/// The cursor of an export that ended early.
fn cursor(trip: &Trip) -> Option<Cursor> {
    match &trip.end {
        Err(error @ ExportError::Call { .. }) => error.cursor().cloned(),
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn the_rows_are_what_was_said_last_or_the_coverage_says_what_is_missing(script in scripts()) {
        let mut heard = Vec::new();
        let trip = script.run(script.export(), &mut heard);
        prop_assert!(trip.end.is_ok());
        prop_assert!(trip.most_out <= script.concurrency);

        // Replies in the order of their requests, so that the last one to have a bucket decides.
        let within = 0..script.buckets;
        let said = |bucket: i64| heard.iter().filter_map(move |reply| reply.last(bucket));
        let expected: Vec<_> =
            within.clone().filter_map(|bucket| Some((bucket, said(bucket).next_back()?))).collect();
        let rows: Vec<_> =
            trip.rows.iter().map(|row| (script.bucket(&row.start.to_string()), row.value)).collect();
        prop_assert_eq!(rows, expected);
        prop_assert!(trip.rows.iter().all(|row| row.complete));

        let coverage = &trip.coverage;
        let missing: BTreeSet<_> =
            within.clone().filter(|bucket| said(*bucket).next().is_none()).collect();
        prop_assert_eq!(coverage.missing, missing.len() as u64);
        prop_assert_eq!(named(&script, coverage, "missing"), missing);
        prop_assert_eq!(coverage.expected, script.buckets.cast_unsigned());
        prop_assert_eq!(coverage.returned + coverage.missing, coverage.expected);

        let changed: BTreeSet<_> = within
            .clone()
            .filter(|bucket| said(*bucket).any(|value| Some(value) != said(*bucket).next()))
            .collect();
        prop_assert_eq!(coverage.changed, changed.len() as u64);
        prop_assert_eq!(named(&script, coverage, "changed"), changed);

        let with_two_values = |bucket: i64| heard.iter().any(|reply| {
            reply.values.get(&bucket).is_some_and(|values| values.iter().any(|value| *value != values[0]))
        });
        let doubled: BTreeSet<_> = within.filter(|bucket| with_two_values(*bucket)).collect();
        prop_assert_eq!(coverage.doubled, doubled.len() as u64);
        prop_assert_eq!(named(&script, coverage, "doubled"), doubled);

        let junk = script.junk.iter().filter(|number| {
            !script.failures.contains(number) && **number < trip.requests.len()
        });
        prop_assert_eq!(coverage.unreadable, junk.count() as u64);
        prop_assert_eq!((coverage.unexpected, coverage.open, coverage.probable_utc_offset_hours), (0, 0, None));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// True if the fault does not depend on the request. An export in pieces then equals one export.
    #[test]
    fn an_export_in_pieces_is_the_same(script in scripts(), zero in any::<bool>()) {
        let absent = if zero { Absent::Zero } else { Absent::Missing };
        let script = Script {
            revisions: BTreeMap::new(),
            disorder: BTreeMap::new(),
            losses: Vec::new(),
            junk: BTreeSet::new(),
            ..script
        };
        let calm = Script { failures: BTreeSet::new(), ..script.clone() };
        let whole = calm.run(calm.export().absent(absent), &mut Vec::new());
        let mut rows = Vec::new();
        let mut missing = 0;
        let mut export = script.export().absent(absent);
        for _ in 0..20 {
            let mut failed = false;
            let driver = Driver::at("2026-01-01T00:00:00Z").order(script.order);
            let trip = driver.run(export, |asked| {
                // Each piece fails once, later and later.
                let fails = script.failures.contains(&(asked.number + rows.len() / 98));
                failed |= fails;
                if fails { Answer::Status(403) } else { Answer::Rows(script.rows(asked)) }
            });
            rows.extend(trip.rows.clone());
            missing += trip.coverage.missing;
            match cursor(&trip) {
                Some(cursor) => export = script.export().absent(absent).resume(cursor),
                None => {
                    prop_assert!(!failed);
                    prop_assert_eq!(&rows, &whole.rows);
                    prop_assert_eq!(missing, whole.coverage.missing);
                    return Ok(());
                }
            }
        }
        // It failed at the same place again and again: what is there is the beginning all the same.
        prop_assert_eq!(&rows[..], &whole.rows[..rows.len()]);
    }
}
