//! The command, run as a process.

mod all;
mod api;
mod batches;
mod body;
mod catalogs;
mod chart;
mod clock;
mod contents;
mod doctor;
mod export;
mod failures;
mod find;
mod formats;
mod forms;
mod help;
mod import;
mod init;
mod key;
mod list;
mod process;
mod profiles;
mod pty;
mod readme;
mod sandbox;
mod secrets;
mod sending;
mod spec;
mod streams;
mod sync;
mod uncertain;
mod usage;
mod users;

use std::iter;

use crate::conformance::{Exchange, Reply, Server};

pub(crate) use process::clear_environment;
use process::{Braze, NOW, Transcript, assert_transcript, assert_usage, braze};

/// A key that is found in no text by chance.
const KEY: &str = "marker-7c1d9f3a-58e2-4b60";

/// A reply with two rows.
const TWO_ROWS: &str = r#"{"message":"success","data":[{"time":"2024-05-01","sessions":1204},{"time":"2024-05-02","sessions":987}]}"#;

/// A server that answers all attempts of a call alike. A failed one may be repeated at once.
fn answering(reply: Reply) -> Server {
    let exchange = Exchange::from(reply.header("retry-after", "0").until_close());
    Server::start(iter::repeat_n(exchange, 4))
}

/// A server that answers with this body, as a success.
fn succeeding(body: &str) -> Server {
    answering(Reply::json(200, body))
}

/// One request to a server, with the key in the environment.
fn get(server: &Server) -> Braze {
    braze(&format!("sessions get --length 2 --base-url {}", server.url())).env("BRAZE_API_KEY", KEY)
}

/// The requests that a server has seen, as text.
fn requests(server: &Server) -> Vec<String> {
    let seen = server.seen().requests.into_iter();
    seen.map(|request| String::from_utf8_lossy(&request.bytes).into_owned()).collect()
}
