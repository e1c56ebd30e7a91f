//! Attributes sent with serde and reqwest, 75 to a request.

use std::hint::black_box;

use serde::{Deserialize, Serialize};

use super::asynchronous::client;
use crate::failure::Failure;

/// The attributes of a user, as a program has them.
#[derive(Debug, Serialize)]
pub(crate) struct User {
    external_id: String,
    email: String,
    first_name: &'static str,
    home_city: &'static str,
    country: &'static str,
    plan: &'static str,
    visits: u64,
    seen_at: &'static str,
}

impl User {
    /// The user with this number.
    pub(crate) fn new(number: u64) -> Self {
        Self {
            external_id: format!("user-{number:08}"),
            email: format!("user-{number:08}@example.com"),
            first_name: "Ida",
            home_city: "Graz",
            country: "AT",
            plan: if number.is_multiple_of(3) { "gold" } else { "tin" },
            visits: number % 100,
            seen_at: "2026-05-02T08:00:00Z",
        }
    }

    /// The same as a line of JSON.
    pub(crate) fn line(&self) -> String {
        let Self { external_id, email, first_name, home_city, country, plan, visits, seen_at } =
            self;
        format!(
            r#"{{"external_id":"{external_id}","email":"{email}","first_name":"{first_name}","home_city":"{home_city}","country":"{country}","plan":"{plan}","visits":{visits},"seen_at":"{seen_at}"}}"#
        )
    }
}

#[derive(Serialize)]
struct Body<'a, T> {
    attributes: &'a [T],
}

#[derive(Deserialize)]
struct Reply {
    message: String,
    attributes_processed: Option<u64>,
}

/// Sends records, as far as a request that is ready, and reads a reply to each. Returns their number.
pub(crate) fn import<T: Serialize>(
    records: impl Iterator<Item = Result<T, Failure>>,
    key: &str,
    reply: &[u8],
) -> Result<u64, Failure> {
    const MOST: usize = 75;
    let client = client();
    let mut requests = 0;
    let mut batch = Vec::new();
    let mut send = |batch: &mut Vec<T>| -> Result<(), Failure> {
        let request = client.post("https://rest.iad-01.braze.com/users/track").bearer_auth(key);
        let request = request.json(&Body { attributes: batch }).build()?;
        let length = request.body().and_then(|body| body.as_bytes()).map_or(0, <[u8]>::len);
        if length > 4_000_000 {
            return Err("too large".into());
        }
        black_box(request);
        let reply: Reply = serde_json::from_slice(black_box(reply))?;
        if reply.message != "success" {
            return Err(reply.message.into());
        }
        black_box(reply.attributes_processed);
        requests += 1;
        batch.clear();
        Ok(())
    };
    for record in records {
        batch.push(record?);
        if batch.len() == MOST {
            send(&mut batch)?;
        }
    }
    if !batch.is_empty() {
        send(&mut batch)?;
    }
    Ok(requests)
}
