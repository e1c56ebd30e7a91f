//! Long ranges over a socket, rows consumed as they come.

use braze_async::Client as AsyncClient;
use braze_blocking::Client;
use braze_core::export::{Coverage, Export};

use super::By;
use super::call::runtime;
use super::core::{beginning, hours, range, request};
use crate::by_hand;
use crate::failure::Failure;
use crate::server::Server;

pub(super) fn sequential(by: By, years: u64, server: &Server) -> Result<u64, Failure> {
    match by {
        By::Us => {
            let (base_url, key) = server.address()?;
            let export = Export::new(request(beginning()), range(years)).concurrency(1);
            let mut export = Client::new(base_url, key)?.export(export)?;
            let mut result = 0;
            for row in &mut export {
                result += row?.value;
            }
            whole(&export.coverage())?;
            Ok(result)
        }
        By::Hand => Ok(by_hand::blocking::range(server, beginning(), hours(years))?),
    }
}

pub(super) fn asynchronous(
    in_flight: usize,
    by: By,
    years: u64,
    server: &Server,
) -> Result<u64, Failure> {
    runtime()?.block_on(async {
        match by {
            By::Us => {
                let (base_url, key) = server.address()?;
                let export = Export::new(request(beginning()), range(years)).concurrency(in_flight);
                let mut export = AsyncClient::new(base_url, key)?.export(export)?;
                let mut result = 0;
                while let Some(row) = export.next().await {
                    result += row?.value;
                }
                whole(&export.coverage())?;
                Ok(result)
            }
            By::Hand => {
                let sum =
                    by_hand::asynchronous::range(server, beginning(), hours(years), in_flight);
                Ok(sum.await?)
            }
        }
    })
}

/// Nothing may be missing from what is measured.
fn whole(coverage: &Coverage) -> Result<(), Failure> {
    if coverage.is_clean() { Ok(()) } else { Err(coverage.to_string().into()) }
}
