//! [`Service`]: a port of loopback whose connections are served side by side.

use std::future::Future;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::thread;

use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// The lines that a service received.
#[derive(Debug, Default)]
pub(super) struct Log(Mutex<Vec<String>>);

impl Log {
    pub(super) fn note(&self, line: impl Into<String>) {
        self.0.lock().unwrap().push(line.into());
    }

    pub(super) fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }
}

/// A port of loopback whose connections are served, each for itself, until this is dropped.
pub(super) struct Service {
    pub(super) address: SocketAddr,
    pub(super) log: Arc<Log>,
    _stop: oneshot::Sender<()>,
}

impl Service {
    pub(super) fn start<F>(serve: impl Fn(TcpStream, Arc<Log>) -> F + Send + 'static) -> Self
    where
        F: Future<Output = Option<()>> + Send + 'static,
    {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        listener.set_nonblocking(true).unwrap();
        let (stop, mut stopped) = oneshot::channel();
        let log = Arc::new(Log::default());
        let shared = Arc::clone(&log);
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.unwrap().block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                loop {
                    tokio::select! {
                        _ = &mut stopped => break,
                        Ok((stream, _)) = listener.accept() => {
                            tokio::spawn(serve(stream, Arc::clone(&shared)));
                        }
                    }
                }
            });
        });
        Self { address, log, _stop: stop }
    }
}
