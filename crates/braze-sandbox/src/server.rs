//! [`Server`]: the socket in front of a service, on its own thread.

use std::error::Error as _;
use std::fmt;
use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response, StatusCode};
use http_body_util::{BodyExt, Limited};
use hyper::body::{Body, Incoming};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::runtime;
use tokio::sync::{Semaphore, oneshot};

use crate::body::ReplyBody;
use crate::control;
use crate::limits::Limits;
use crate::reply;
use crate::service::{Answer, Delivery, Service};

/// A listening socket and its thread. Dropping it closes every connection.
#[derive(Debug)]
pub(crate) struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Listens on a port of 127.0.0.1; 0 picks a free port.
    pub(crate) fn start(port: u16, service: Arc<Service>, limits: Limits) -> io::Result<Self> {
        let runtime = runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let listener = {
            let _entered = runtime.enter();
            listen(port).map_err(|error| {
                let text = format!("cannot listen on 127.0.0.1:{port}: {error}");
                io::Error::new(error.kind(), text)
            })?
        };
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let thread =
            std::thread::Builder::new().name("braze-sandbox".to_owned()).spawn(move || {
                runtime.spawn(accept(listener, service, limits));
                // Dropping the sender ends this with an error, which is the signal to stop.
                let _ = runtime.block_on(stopped);
            })?;
        Ok(Self { address, stop: Some(stop), thread: Some(thread) })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic of the thread was already reported.
            let _ = thread.join();
        }
    }
}

/// Connections that may wait to be accepted, more than the library's default.
const BACKLOG: u32 = 1_024;

fn listen(port: u16) -> io::Result<TcpListener> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind((Ipv4Addr::LOCALHOST, port).into())?;
    socket.listen(BACKLOG)
}

async fn accept(listener: TcpListener, service: Arc<Service>, limits: Limits) {
    let places = Arc::new(Semaphore::new(limits.connections.min(Semaphore::MAX_PERMITS)));
    // Nothing closes the semaphore. Further connections wait in the system's queue.
    while let Ok(place) = Arc::clone(&places).acquire_owned().await {
        match listener.accept().await {
            Ok((stream, _)) => {
                let front = Front { service: Arc::clone(&service), timeout: limits.read_timeout };
                tokio::spawn(async move {
                    serve(stream, front).await;
                    drop(place);
                });
            }
            // The system is out of file handles, or the peer has gone. Others may still connect.
            Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
        }
    }
}

async fn serve(stream: TcpStream, front: Front) {
    // Without this, a reply in two pieces waits for an acknowledgement. A failure is harmless.
    let _ = stream.set_nodelay(true);
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(front.timeout)
        .serve_connection(TokioIo::new(stream), front);
    let outcome = (&mut connection).await;
    let Err(error) = outcome else { return };
    let cut = error.source().and_then(|source| source.downcast_ref::<Cut>());
    let mut stream = connection.into_parts().io.into_inner();
    match cut {
        Some(Cut::Reset) => {
            // Closing with zero linger sends a reset.
            let _ = stream.set_zero_linger();
        }
        Some(Cut::Raw(bytes)) => {
            let _ = stream.write_all(bytes).await;
            let _ = stream.shutdown().await;
        }
        Some(Cut::Closed) | None => {}
    }
}

/// The service as hyper sees it.
struct Front {
    service: Arc<Service>,
    /// The time limit for the head of a request, and then for its body.
    timeout: Duration,
}

/// A connection that ends without a reply.
#[derive(Debug)]
enum Cut {
    Closed,
    Reset,
    Raw(&'static [u8]),
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the scenario ends the connection")
    }
}

impl std::error::Error for Cut {}

impl hyper::service::Service<Request<Incoming>> for Front {
    type Response = Response<ReplyBody>;
    type Error = Cut;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Cut>> + Send>>;

    fn call(&self, request: Request<Incoming>) -> Self::Future {
        Box::pin(answer(Arc::clone(&self.service), request, self.timeout))
    }
}

/// The maximum size of a request's body in bytes.
const MAX_BODY: usize = 8 << 20;

async fn answer(
    service: Arc<Service>,
    request: Request<Incoming>,
    timeout: Duration,
) -> Result<Response<ReplyBody>, Cut> {
    let (head, body) = request.into_parts();
    // An announced length that is too large is refused before the body is read.
    if body.size_hint().lower() > MAX_BODY as u64 {
        return Ok(too_large().map(ReplyBody::whole));
    }
    let body = match tokio::time::timeout(timeout, Limited::new(body, MAX_BODY).collect()).await {
        Ok(Ok(body)) => body.to_bytes(),
        Ok(Err(_)) => return Ok(too_large().map(ReplyBody::whole)),
        Err(_) => {
            let words = "The body of the request took too long";
            return Ok(reply::failure(StatusCode::REQUEST_TIMEOUT, words).map(ReplyBody::whole));
        }
    };
    if control::is_control(&head) {
        return Ok(control::answer(&service, &head, &body).map(ReplyBody::whole));
    }
    let Answer { delay, delivery } = service.answer(head, &body);
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    match delivery {
        Delivery::Whole(response) => Ok(response.map(ReplyBody::whole)),
        Delivery::Truncated(response) => Ok(response.map(|body| ReplyBody::truncated(&body))),
        Delivery::Stalled(response) => Ok(response.map(|body| ReplyBody::stalled(&body))),
        Delivery::Closed => Err(Cut::Closed),
        Delivery::Reset => Err(Cut::Reset),
        Delivery::Raw(bytes) => Err(Cut::Raw(bytes)),
    }
}

fn too_large() -> Response<Bytes> {
    reply::failure(StatusCode::PAYLOAD_TOO_LARGE, "The body of the request is too large")
}
