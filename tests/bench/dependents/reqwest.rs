//! One call with reqwest and serde.

use serde::Deserialize;

#[derive(Deserialize)]
struct Reply {
    data: Vec<Point>,
}

#[derive(Deserialize)]
struct Point {
    time: String,
    sessions: u64,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let url = std::env::args().nth(1).ok_or("which base URL?")?;
    let key = std::env::var("BRAZE_API_KEY")?;
    let client = reqwest::Client::new();
    let request = client.get(format!("{url}/sessions/data_series?length=14")).bearer_auth(key);
    let reply: Reply = request.send().await?.error_for_status()?.json().await?;
    for point in &reply.data {
        println!("{},{}", point.time, point.sessions);
    }
    Ok(())
}
