//! One call with ureq, serde and chrono.

use chrono::NaiveDate;
use serde::Deserialize;

#[derive(Deserialize)]
struct Reply {
    data: Vec<Point>,
}

#[derive(Deserialize)]
struct Point {
    time: NaiveDate,
    sessions: u64,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("which base URL?")?;
    let key = std::env::var("BRAZE_API_KEY")?;
    let reply = ureq::get(format!("{url}/sessions/data_series?length=14"))
        .header("Authorization", format!("Bearer {key}"))
        .call()?;
    let reply: Reply = serde_json::from_reader(reply.into_body().into_reader())?;
    for point in &reply.data {
        println!("{},{}", point.time, point.sessions);
    }
    Ok(())
}
