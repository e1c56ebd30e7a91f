//! [`Client`]: the two clients, seen as one.

use std::fmt::Debug;
use std::rc::Rc;
use std::thread;

use braze_core::{Config, Endpoint, Error, Reply, RetryPolicy};
use tokio::runtime::{Builder, Runtime};
use tokio::task::LocalSet;

/// The interface of a client that every scenario needs.
pub(crate) trait Client: Debug + Sized {
    fn with_config(config: Config) -> Result<Self, Error>;

    fn from_env() -> Result<Self, Error>;

    fn with_retry(&self, policy: RetryPolicy) -> Self;

    fn send<E: Endpoint>(&self, request: &E) -> Outcome<E>;

    /// Sends the same request this many times, all at once.
    fn send_at_once<E>(&self, times: usize, request: &E) -> Vec<Outcome<E>>
    where
        E: Endpoint + Clone + Sync + 'static,
        E::Output: Send;
}

/// The outcome of a call.
pub(crate) type Outcome<E> = Result<Reply<<E as Endpoint>::Output>, Error>;

/// braze-blocking.
#[derive(Debug)]
pub(crate) struct Blocking(pub(crate) braze_blocking::Client);

impl Client for Blocking {
    fn with_config(config: Config) -> Result<Self, Error> {
        braze_blocking::Client::with_config(config).map(Self)
    }

    fn from_env() -> Result<Self, Error> {
        braze_blocking::Client::from_env().map(Self)
    }

    fn with_retry(&self, policy: RetryPolicy) -> Self {
        Self(self.0.with_retry(policy))
    }

    fn send<E: Endpoint>(&self, request: &E) -> Outcome<E> {
        self.0.send(request)
    }

    fn send_at_once<E>(&self, times: usize, request: &E) -> Vec<Outcome<E>>
    where
        E: Endpoint + Clone + Sync + 'static,
        E::Output: Send,
    {
        thread::scope(|scope| {
            let calls: Vec<_> = (0..times).map(|_| scope.spawn(|| self.0.send(request))).collect();
            calls.into_iter().map(|call| call.join().unwrap()).collect()
        })
    }
}

/// braze-async, on a runtime of one thread.
#[derive(Debug)]
pub(crate) struct Asynchronous {
    pub(crate) client: braze_async::Client,
    pub(crate) runtime: Rc<Runtime>,
}

impl Asynchronous {
    fn new(client: braze_async::Client) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        Self { client, runtime: Rc::new(runtime) }
    }
}

impl Client for Asynchronous {
    fn with_config(config: Config) -> Result<Self, Error> {
        braze_async::Client::with_config(config).map(Self::new)
    }

    fn from_env() -> Result<Self, Error> {
        braze_async::Client::from_env().map(Self::new)
    }

    fn with_retry(&self, policy: RetryPolicy) -> Self {
        Self { client: self.client.with_retry(policy), runtime: Rc::clone(&self.runtime) }
    }

    fn send<E: Endpoint>(&self, request: &E) -> Outcome<E> {
        self.runtime.block_on(async {
            // A runtime that always runs has long seen what happened on idle connections.
            for _ in 0..8 {
                tokio::task::yield_now().await;
            }
            self.client.send(request).await
        })
    }

    fn send_at_once<E>(&self, times: usize, request: &E) -> Vec<Outcome<E>>
    where
        E: Endpoint + Clone + Sync + 'static,
        E::Output: Send,
    {
        LocalSet::new().block_on(&self.runtime, async {
            let call = |_| {
                let (client, request) = (self.client.clone(), request.clone());
                tokio::task::spawn_local(async move { client.send(&request).await })
            };
            let calls: Vec<_> = (0..times).map(call).collect();
            let mut outcomes = Vec::with_capacity(times);
            for call in calls {
                outcomes.push(call.await.unwrap());
            }
            outcomes
        })
    }
}
