//! A future of the async client that is begun, kept, and not polled again: nobody else may wait for it.

use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use braze_async::Client;
use braze_core::Config;
use braze_sandbox::Sandbox;

use super::endpoints::sessions;

/// Much longer than a call waits for one that finds out how much is left.
const LONG: Duration = Duration::from_secs(60);

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

fn client(sandbox: &Sandbox) -> Client {
    Client::with_config(Config::new(sandbox.base_url(), sandbox.api_key())).unwrap()
}

#[test]
fn a_call_that_is_polled_once_and_kept_holds_up_no_other() {
    let sandbox = Sandbox::start().unwrap();
    runtime().block_on(async {
        let client = client(&sandbox);
        let request = sessions();
        let mut kept = pin!(client.send(&request));
        let begun = std::future::poll_fn(|context| Poll::Ready(kept.as_mut().poll(context))).await;
        assert!(begun.is_pending());
        let other = tokio::time::timeout(LONG, client.send(&request)).await;
        assert_eq!(other.expect("it waits for the one that is kept").unwrap().data.len(), 2);
        // The one that was kept goes on as if nothing had been.
        assert_eq!(kept.await.unwrap().data.len(), 2);
    });
}
