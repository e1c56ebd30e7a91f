//! Work that needs no network.

use std::hint::black_box;

use braze_core::chrono::{DateTime, TimeDelta, Utc};
use braze_core::export::{Export, ExportMachine, Next, Range, Window, Windows};
use braze_core::sessions::{DataSeries, DataSeriesRequest};
use braze_core::{ApiKey, Config, Instance, Machine, Now, Series, Session, Step, Unit, reply};
use http::response::Parts;

use super::By;
use crate::body::Body;
use crate::by_hand::{self, APP, Days, Hours, SEGMENT};
use crate::failure::Failure;

/// A key of nobody.
pub(super) const KEY: &str = "3f6b0c1e-0000-4000-8000-2d9c1a7e5b44";
/// A moment after everything that is asked for.
pub(super) const NOW: Now = Now::at_unix(1_900_000_000);

/// The beginning of ranges, 1994-01-01 in UTC: thirty years of hours are complete.
pub(super) fn beginning() -> DateTime<Utc> {
    DateTime::from_timestamp(757_382_400, 0).unwrap_or_default()
}

/// This many years of hours.
pub(super) fn hours(years: u64) -> u32 {
    u32::try_from(years * 8766).unwrap_or(u32::MAX)
}

/// The range of them.
pub(super) fn range(years: u64) -> Range {
    Range::hours(beginning(), beginning() + TimeDelta::hours(hours(years).into()))
}

pub(super) fn session() -> Result<Session, Failure> {
    Ok(Session::new(Config::new(Instance::Us01, ApiKey::new(KEY)?), 7))
}

/// All five parameters.
pub(super) fn request(ending_at: DateTime<Utc>) -> DataSeriesRequest {
    DataSeriesRequest::new(100)
        .unit(Unit::Hour)
        .ending_at(ending_at)
        .app_id(APP)
        .segment_id(SEGMENT)
}

pub(super) fn sum(series: &DataSeries) -> u64 {
    series.data.iter().map(|point| point.sessions).sum()
}

pub(super) fn decode(by: By, body: Body, times: u64) -> Result<u64, Failure> {
    let bytes = body.bytes();
    let mut result = 0;
    for _ in 0..times {
        let bytes = black_box(bytes.as_slice());
        result += match (by, body) {
            (By::Us, _) => {
                let series = reply::series::<DataSeriesRequest>(bytes)?;
                sum(black_box(&series))
            }
            (By::Hand, Body::Day | Body::HostileDay) => {
                let reply: Days = serde_json::from_slice(bytes)?;
                black_box((&reply.message, reply.data.first().map(|point| point.time)));
                reply.data.iter().map(|point| point.sessions).sum()
            }
            (By::Hand, Body::Hour | Body::HostileHour) => {
                let reply: Hours = serde_json::from_slice(bytes)?;
                black_box((&reply.message, reply.data.first().map(|point| point.time)));
                reply.data.iter().map(|point| point.sessions).sum::<u64>()
            }
        };
    }
    Ok(result)
}

pub(super) fn encode(by: By, times: u64) -> Result<u64, Failure> {
    let session = session()?;
    let client = by_hand::asynchronous::client();
    let url = format!("{}/sessions/data_series", session.config().base_url());
    let (request, ending_at) = (request(beginning()), beginning());
    let mut result = 0;
    for _ in 0..times {
        match by {
            By::Us => {
                let request = session.config().request(black_box(&request))?;
                result += u64::from(black_box(request).uri().query().is_some());
            }
            By::Hand => {
                let request = by_hand::asynchronous::request(&client, &url, KEY, ending_at);
                result += u64::from(black_box(request).is_some());
            }
        }
    }
    Ok(result)
}

pub(super) fn call(times: u64) -> Result<u64, Failure> {
    let session = session()?;
    let (request, body) = (request(beginning()), Body::Hour.bytes());
    let mut result = 0;
    for _ in 0..times {
        let mut call = session.call(black_box(&request));
        let Step::Send(sent) = call.poll(NOW) else { return Err("not sent".into()) };
        black_box(sent);
        call.resume(NOW, Ok((head()?, &body)));
        let Step::Yield(reply) = call.poll(NOW) else { return Err("no reply".into()) };
        result += sum(&reply?.value);
    }
    Ok(result)
}

/// The head of a good reply.
pub(super) fn head() -> Result<Parts, Failure> {
    let reply = http::Response::builder()
        .header("Content-Type", "application/json")
        .header("X-RateLimit-Limit", "250000")
        .header("X-RateLimit-Remaining", "249000")
        .header("X-RateLimit-Reset", "1900003600")
        .body(())?;
    Ok(reply.into_parts().0)
}

pub(super) fn plan(times: u64) -> u64 {
    let longest = <DataSeriesRequest as Series>::MAX_LENGTH;
    let windows =
        |_| Windows::new(black_box(range(10)), longest).map(|window| black_box(window).length());
    (0..times).flat_map(windows).map(u64::from).sum()
}

/// A year of hours: planning, calls, decoding, putting in order and coverage.
pub(super) fn export(times: u64) -> Result<u64, Failure> {
    let session = session()?;
    let longest = <DataSeriesRequest as Series>::MAX_LENGTH;
    let bodies: Vec<_> = Windows::new(range(1), longest).map(answer).collect();
    let mut result = 0;
    for _ in 0..times {
        let mut bodies = bodies.iter();
        let export = Export::new(DataSeriesRequest::new(1), range(1)).concurrency(1);
        let mut run = ExportMachine::new(&session, export, NOW)?;
        loop {
            match run.poll(NOW) {
                Next::Job(mut job) => {
                    let Step::Send(sent) = job.poll(NOW) else { return Err("not sent".into()) };
                    black_box(sent);
                    job.resume(NOW, Ok((head()?, bodies.next().ok_or("too many requests")?)));
                    let Step::Yield(outcome) = job.poll(NOW) else { return Err("no reply".into()) };
                    run.complete(job.number(), outcome);
                }
                Next::Row(row) => result += row.value,
                Next::Done => break,
                Next::Wait => return Err("the export waits".into()),
                Next::Failed(error) => return Err(error.into()),
            }
        }
        let coverage = run.coverage();
        if !coverage.is_clean() {
            return Err(coverage.to_string().into());
        }
    }
    Ok(result)
}

/// The reply to the request for a window.
fn answer(window: Window) -> Vec<u8> {
    let row = |hour: i64| {
        let time = window.ending_at() - TimeDelta::hours(hour);
        let sessions = time.timestamp() / 3600 % 997;
        format!(r#"{{"time":"{}","sessions":{sessions}}}"#, time.format("%Y-%m-%dT%H:%M:%SZ"))
    };
    let rows: Vec<_> = (0..i64::from(window.length())).rev().map(row).collect();
    format!(r#"{{"message":"success","data":[{}]}}"#, rows.join(",")).into_bytes()
}
