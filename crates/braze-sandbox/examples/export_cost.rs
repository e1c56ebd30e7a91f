//! What an export costs the client: time, processor time and memory, for one year and for ten years of
//! hours, 16 requests in flight, with a server 50 ms away.
//!
//! ```text
//! cargo run --release -p braze-sandbox --example export_cost
//! ```
//!
//! The sandbox runs here; each export runs in a process of its own, which reads its costs from `/proc`, so
//! it takes Linux. Ten years should take no more memory than one.

use std::error::Error;
use std::num::ParseIntError;
use std::process::Command;
use std::time::{Duration, Instant};

use braze_core::backfill::{Backfill, Coverage, Range};
use braze_core::sessions::DataSeriesRequest;
use braze_core::{ApiKey, BaseUrl};
use braze_sandbox::{Rule, Sandbox, Scenario};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

const LATENCY: Duration = Duration::from_millis(50);
const IN_FLIGHT: usize = 16;
const CLIENTS: [&str; 2] = ["blocking", "async"];

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [] => measure(),
        [client, url, key, years] => {
            export(client, url.parse()?, ApiKey::new(key)?, years.parse()?)
        }
        _ => Err("it takes no arguments".into()),
    }
}

/// Runs the sandbox, and a process for each client and range.
fn measure() -> Result<(), Box<dyn Error>> {
    println!("client    years  windows  rows    wall      cpu/window  peak RSS");
    for client in CLIENTS {
        for years in [1, 10] {
            let distance = Scenario::new("distance").rule(Rule::latency(LATENCY));
            let sandbox = Sandbox::builder().scenario(distance).journal(0).start()?;
            let (url, key) = (sandbox.url().to_owned(), sandbox.api_key_text());
            let mut process = Command::new(std::env::current_exe()?);
            let status = process.args([client, &url, &key, &years.to_string()]).status()?;
            if !status.success() {
                return Err(format!("the {client} export of {years} years failed").into());
            }
            println!("{:>38} requests came", sandbox.request_count());
        }
    }
    Ok(())
}

/// Exports so many years, and prints what that took.
fn export(client: &str, url: BaseUrl, key: ApiKey, years: i32) -> Result<(), Box<dyn Error>> {
    let range = Range::hours(new_year(2024 - years)?, new_year(2024)?);
    let backfill = Backfill::new(DataSeriesRequest::new(1), range).concurrency(IN_FLIGHT);
    let started = Instant::now();
    let (rows, windows, coverage) = match client {
        "blocking" => blocking(url, key, backfill)?,
        _ => asynchronous(url, key, backfill)?,
    };
    let wall = started.elapsed();
    if !coverage.is_clean() || rows != range.len() {
        return Err(format!("{rows} rows, {coverage}").into());
    }
    let per_window = processor_time()?.as_micros() / u128::from(windows);
    println!(
        "{client:<8}  {years:>5}  {windows:>7}  {rows:>6}  {:>6.2} s  {per_window:>7} µs  {:>5} KiB",
        wall.as_secs_f64(),
        peak_memory()?,
    );
    Ok(())
}

type Outcome = Result<(u64, u64, Coverage), Box<dyn Error>>;

fn blocking(url: BaseUrl, key: ApiKey, backfill: Backfill<DataSeriesRequest>) -> Outcome {
    let mut export = braze_blocking::Client::new(url, key)?.export(backfill)?;
    let mut rows = 0;
    for row in &mut export {
        row?;
        rows += 1;
    }
    Ok((rows, export.progress().windows, export.coverage()))
}

fn asynchronous(url: BaseUrl, key: ApiKey, backfill: Backfill<DataSeriesRequest>) -> Outcome {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut export = braze_async::Client::new(url, key)?.export(backfill)?;
        let mut rows = 0;
        while let Some(row) = export.next().await {
            row?;
            rows += 1;
        }
        Ok((rows, export.progress().windows, export.coverage()))
    })
}

fn new_year(year: i32) -> Result<DateTime<Utc>, Box<dyn Error>> {
    let date = NaiveDate::from_ymd_opt(year, 1, 1).ok_or("no such year")?;
    Ok(date.and_time(NaiveTime::MIN).and_utc())
}

/// Of this process, in user and kernel, all threads together.
fn processor_time() -> Result<Duration, Box<dyn Error>> {
    // Linux counts it in hundredths of a second, on every machine.
    const TICK: Duration = Duration::from_millis(10);
    let stat = std::fs::read_to_string("/proc/self/stat")?;
    // The name of the process, in parentheses, may hold spaces.
    let (_, fields) = stat.rsplit_once(')').ok_or("`/proc/self/stat` has no name")?;
    let ticks = fields.split_whitespace().skip(11).take(2).map(str::parse::<u32>);
    Ok(TICK * ticks.sum::<Result<u32, ParseIntError>>()?)
}

/// The most memory that this process ever held, in KiB.
fn peak_memory() -> Result<u64, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|line| line.split_whitespace().next());
    Ok(number.ok_or("`/proc/self/status` has no VmHWM")?.parse()?)
}
