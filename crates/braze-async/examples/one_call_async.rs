//! One call, as a program: `cargo run -p braze-async --example one_call_async -- https://rest.iad-01.braze.com`,
//! with the key in `BRAZE_API_KEY`.

use braze_async::{ApiKey, BaseUrl, Client, sessions};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let base_url: BaseUrl = std::env::args().nth(1).ok_or("which base URL?")?.parse()?;
    let key = ApiKey::new(std::env::var("BRAZE_API_KEY")?)?;
    let client = Client::new(base_url, key)?;
    let reply = client.send(&sessions::DataSeriesRequest::new(14)).await?;
    for point in &reply.data {
        println!("{},{}", point.time, point.sessions);
    }
    Ok(())
}
