//! [`Client`]: the two clients, seen as one.

use std::fmt::Debug;
use std::io::Read;
use std::rc::Rc;
use std::thread;

use braze_core::import::{Account, Import, ImportError, Record, RecordOutcome};
use braze_core::{
    Config, Endpoint, Error, IoError, IoKind, PagePosition, Paged, Reply, RetryPolicy, Sent,
};
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

    /// Reads a list page by page. Returns the position of the page that would be read next.
    fn each_page<E>(&self, request: E, see: impl FnMut(Outcome<E>)) -> Option<PagePosition>
    where
        E: Paged<Output: Send, Item: Send> + Send + 'static;

    /// Reads the items of a list, one by one.
    fn each_item<E>(&self, request: E, see: impl FnMut(Result<E::Item, Error>))
    where
        E: Paged<Output: Send, Item: Send> + Send + 'static;

    /// Downloads a file from another server. Returns `None` if it is not there yet.
    fn download(&self, url: &str) -> Result<Option<Vec<u8>>, Error>;

    /// Imports records. Returns their account.
    fn import(
        &self,
        import: Import<Vec<Record>>,
        see: impl FnMut(Result<RecordOutcome, ImportError>),
    ) -> Account;
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

    fn each_page<E>(&self, request: E, see: impl FnMut(Outcome<E>)) -> Option<PagePosition>
    where
        E: Paged<Output: Send, Item: Send> + Send + 'static,
    {
        let mut pages = self.0.pages(request);
        pages.by_ref().for_each(see);
        pages.request().position()
    }

    fn each_item<E>(&self, request: E, see: impl FnMut(Result<E::Item, Error>))
    where
        E: Paged<Output: Send, Item: Send> + Send + 'static,
    {
        self.0.pages(request).items().for_each(see);
    }

    fn download(&self, url: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(mut reader) = self.0.download(url)?.open()? else { return Ok(None) };
        let mut file = Vec::new();
        let lost = |error: std::io::Error| {
            Error::Io(IoError::new(IoKind::Closed, Sent::Maybe, error.to_string()))
        };
        reader.read_to_end(&mut file).map_err(lost)?;
        Ok(Some(file))
    }

    fn import(
        &self,
        import: Import<Vec<Record>>,
        see: impl FnMut(Result<RecordOutcome, ImportError>),
    ) -> Account {
        let mut outcomes = self.0.import(import);
        outcomes.by_ref().for_each(see);
        outcomes.account().clone()
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

    fn each_page<E>(&self, request: E, mut see: impl FnMut(Outcome<E>)) -> Option<PagePosition>
    where
        E: Paged<Output: Send, Item: Send> + Send + 'static,
    {
        let mut pages = self.client.pages(request);
        self.runtime.block_on(async {
            while let Some(page) = pages.next().await {
                see(page);
            }
        });
        pages.request().and_then(Paged::position)
    }

    fn each_item<E>(&self, request: E, mut see: impl FnMut(Result<E::Item, Error>))
    where
        E: Paged<Output: Send, Item: Send> + Send + 'static,
    {
        let mut items = self.client.pages(request).items();
        self.runtime.block_on(async {
            while let Some(item) = items.next().await {
                see(item);
            }
        });
    }

    fn download(&self, url: &str) -> Result<Option<Vec<u8>>, Error> {
        self.runtime.block_on(async {
            let Some(mut contents) = self.client.download(url)?.open().await? else {
                return Ok(None);
            };
            let mut file = Vec::new();
            while let Some(piece) = contents.next().await? {
                file.extend_from_slice(&piece);
            }
            Ok(Some(file))
        })
    }

    fn import(
        &self,
        import: Import<Vec<Record>>,
        mut see: impl FnMut(Result<RecordOutcome, ImportError>),
    ) -> Account {
        let mut outcomes = self.client.import(import.map(futures_util::stream::iter));
        self.runtime.block_on(async {
            while let Some(outcome) = outcomes.next().await {
                see(outcome);
            }
        });
        outcomes.account().clone()
    }
}
