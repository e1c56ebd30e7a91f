//! Calls over a socket, on connections that are kept.

use std::fmt::Write;

use braze_async::Client as AsyncClient;
use braze_blocking::Client;
use braze_core::chrono::{DateTime, TimeDelta, Utc};
use futures_util::{StreamExt, TryStreamExt, stream};

use super::By;
use super::core::{beginning, request, sum};
use crate::by_hand::{self, Hours};
use crate::failure::Failure;
use crate::server::Server;

fn sum_by_hand(reply: &Hours) -> u64 {
    reply.data.iter().map(|point| point.sessions).sum()
}

/// The end of the range of the call with this number.
fn end(call: u64) -> DateTime<Utc> {
    beginning() + TimeDelta::hours(i64::try_from(call % 1000).unwrap_or_default())
}

pub(super) fn blocking(by: By, times: u64, server: &Server) -> Result<u64, Failure> {
    let mut result = 0;
    match by {
        By::Us => {
            let (base_url, key) = server.address()?;
            let client = Client::new(base_url, key)?;
            for call in 0..times {
                result += sum(&*client.send(&request(end(call)))?);
            }
        }
        By::Hand => {
            let agent = ureq::Agent::new_with_defaults();
            for call in 0..times {
                result += sum_by_hand(&by_hand::blocking::call(&agent, server, 100, end(call))?);
            }
        }
    }
    Ok(result)
}

pub(super) fn asynchronous(by: By, times: u64, server: &Server) -> Result<u64, Failure> {
    at_a_time(1, by, times, server)
}

pub(super) fn sixty_four(by: By, times: u64, server: &Server) -> Result<u64, Failure> {
    at_a_time(64, by, times, server)
}

fn at_a_time(most: usize, by: By, times: u64, server: &Server) -> Result<u64, Failure> {
    let calls = stream::iter(0..times);
    runtime()?.block_on(async {
        match by {
            By::Us => {
                let (base_url, key) = server.address()?;
                let client = AsyncClient::new(base_url, key)?;
                let one = async |call| Ok(sum(&*client.send(&request(end(call))).await?));
                calls.map(one).buffer_unordered(most).try_fold(0, add).await
            }
            By::Hand => {
                let client = by_hand::asynchronous::client();
                let one = async |call| {
                    let reply =
                        by_hand::asynchronous::call(&client, server, 100, end(call)).await?;
                    Ok(sum_by_hand(&reply))
                };
                calls.map(one).buffer_unordered(most).try_fold(0, add).await
            }
        }
    })
}

async fn add(sum: u64, one: u64) -> Result<u64, Failure> {
    Ok(sum + one)
}

/// The runtime of both sides: one thread.
pub(super) fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?)
}

/// A whole program by hand: one request, written as CSV. Ours is the command.
pub(super) fn once(server: &Server) -> Result<u64, Failure> {
    let agent = ureq::Agent::new_with_defaults();
    let reply = by_hand::blocking::call(&agent, server, 100, beginning())?;
    let mut text = "time,sessions\n".to_owned();
    for point in &reply.data {
        writeln!(text, "{},{}", point.time, point.sessions)?;
    }
    eprint!("{text}");
    Ok(sum_by_hand(&reply))
}
