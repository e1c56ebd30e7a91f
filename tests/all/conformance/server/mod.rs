//! [`Server`]: a peer on loopback that does what a script says, byte by byte, and records what it gets.

mod exchange;
mod record;
mod reply;

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use self::exchange::{Act, Trigger};
use self::record::Log;

pub(crate) use self::exchange::Exchange;
pub(crate) use self::record::{End, Recorded, Seen};
pub(crate) use self::reply::{Reply, gzip};

/// A scripted server. It stops taking connections when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    log: Arc<Log>,
    stopped: Arc<AtomicBool>,
}

/// The exchanges that are left, taken by whichever connection has the next request.
type Script = Mutex<VecDeque<Exchange>>;

/// A connection that nobody touches for so long is given up, so that no test hangs.
const PATIENCE: Duration = Duration::from_secs(20);

impl Server {
    /// Starts on 127.0.0.1.
    pub(crate) fn start(script: impl IntoIterator<Item = Exchange>) -> Self {
        Self::start_at("127.0.0.1:0", script)
    }

    /// Starts on an address of loopback; port 0 for a free one.
    pub(crate) fn start_at(address: &str, script: impl IntoIterator<Item = Exchange>) -> Self {
        let listener = TcpListener::bind(address).unwrap();
        let address = listener.local_addr().unwrap();
        let script: Arc<Script> = Arc::new(Mutex::new(script.into_iter().collect()));
        let log = Arc::new(Log::default());
        let stopped = Arc::new(AtomicBool::new(false));
        let (accept_log, accept_stopped) = (Arc::clone(&log), Arc::clone(&stopped));
        thread::spawn(move || {
            for stream in listener.incoming() {
                if accept_stopped.load(Ordering::SeqCst) {
                    break;
                }
                let number = accept_log.connected();
                let connection = Connection::new(stream.unwrap(), number, &accept_log);
                let first = take(&script, Trigger::Connection);
                let script = Arc::clone(&script);
                thread::spawn(move || connection.run(first, &script));
            }
        });
        Self { address, log, stopped }
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// The address as a base URL.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The requests received so far.
    pub(crate) fn seen(&self) -> Seen {
        self.log.seen()
    }

    /// Waits until what arrived is as asked. Panics if that does not come about in time.
    pub(crate) fn wait_until(&self, what: &str, holds: impl Fn(&Seen) -> bool) {
        self.log.wait_until(what, PATIENCE, holds);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that accepts.
        drop(TcpStream::connect(self.address));
    }
}

/// The next exchange, if it begins with this.
fn take(script: &Script, trigger: Trigger) -> Option<Exchange> {
    let mut script = script.lock().unwrap();
    if script.front()?.trigger == trigger { script.pop_front() } else { None }
}

struct Connection {
    stream: TcpStream,
    number: usize,
    log: Arc<Log>,
}

impl Connection {
    fn new(stream: TcpStream, number: usize, log: &Arc<Log>) -> Self {
        stream.set_nodelay(true).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self { stream, number, log: Arc::clone(log) }
    }

    fn run(mut self, first: Option<Exchange>, script: &Script) {
        let mut end = first.and_then(|exchange| self.act(exchange.acts));
        let end = loop {
            match end {
                Some(end) => break end,
                None => end = self.serve(script),
            }
        };
        match end {
            End::ByClient => drop(self.stream),
            End::Closed => {
                self.stream.shutdown(Shutdown::Write).ok();
                self.log.ended(self.number, end);
                // To close over unread bytes would be a reset.
                self.drain();
                return;
            }
            End::Reset => {
                let linger = Some(Duration::ZERO);
                socket2::SockRef::from(&self.stream).set_linger(linger).unwrap();
                drop(self.stream);
            }
        }
        self.log.ended(self.number, end);
    }

    /// Reads one request and does what is scripted for it.
    fn serve(&mut self, script: &Script) -> Option<End> {
        let mut first = [0];
        match self.stream.peek(&mut first) {
            Ok(1) => {}
            _ => return Some(End::ByClient),
        }
        let request = self.read_request();
        self.log.requested(Recorded { connection: self.number, bytes: request });
        match take(script, Trigger::Request) {
            Some(exchange) => self.act(exchange.acts),
            None => self.act(vec![
                Act::Write(Reply::new(501).body("nothing is scripted for this request").bytes()),
                Act::Close,
            ]),
        }
    }

    fn act(&mut self, acts: Vec<Act>) -> Option<End> {
        for act in acts {
            match act {
                Act::Write(bytes) => {
                    if self.stream.write_all(&bytes).is_err() {
                        return Some(End::ByClient);
                    }
                }
                Act::Pause(time) => thread::sleep(time),
                Act::Hold => {
                    self.drain();
                    return Some(End::ByClient);
                }
                Act::Close => return Some(End::Closed),
                Act::Reset => return Some(End::Reset),
            }
        }
        None
    }

    /// Reads until the client is gone.
    fn drain(&mut self) {
        let mut rest = [0; 1024];
        while matches!(self.stream.read(&mut rest), Ok(1..)) {}
    }

    /// The bytes of one request: head, and body as the head announces it.
    fn read_request(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        loop {
            let mut piece = [0; 16 * 1024];
            match self.stream.read(&mut piece) {
                Ok(length @ 1..) => bytes.extend_from_slice(&piece[..length]),
                _ => return bytes,
            }
            if record::is_whole(&bytes) {
                return bytes;
            }
        }
    }
}
