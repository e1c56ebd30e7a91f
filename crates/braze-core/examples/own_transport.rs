//! A transport of one's own: the core, carried over plain sockets.
//!
//! The core decides the requests, the repetitions, the waits and the meaning of a reply. What is
//! left to a transport is one loop and one exchange of bytes. This one speaks as much HTTP/1.1 as it takes,
//! one connection for each request, without TLS. So it is for a stand-in on this machine, which says its key
//! when it starts:
//!
//! ```sh
//! cargo run -p braze-cli -- sandbox --port 8080
//! BRAZE_API_KEY=… cargo run -p braze-core --example own_transport -- http://127.0.0.1:8080
//! ```
#![cfg_attr(
    not(test),
    expect(
        clippy::disallowed_methods,
        clippy::disallowed_types,
        clippy::disallowed_macros,
        reason = "the core must not touch clocks, sockets and output: that is the transport's part"
    )
)]

use std::io::{self, BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::time::{Instant, SystemTime};

use braze_core::http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use braze_core::http::{HeaderMap, HeaderName, HeaderValue, Request, Response, response::Parts};
use braze_core::{
    ApiKey, BaseUrl, Bytes, Config, Endpoint, Error, IoError, IoKind, Limits, Machine, Now, Reply,
    Sent, Session, Step, sessions,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let base_url: BaseUrl = std::env::args().nth(1).ok_or("which base URL?")?.parse()?;
    let key = ApiKey::new(std::env::var("BRAZE_API_KEY")?)?;
    let client = Client::new(Config::new(base_url, key), seed());
    let reply = client.send(&sessions::DataSeriesRequest::new(14))?;
    for point in &reply.data {
        println!("{},{}", point.time, point.sessions);
    }
    Ok(())
}

/// A number that is another one in every process.
fn seed() -> u64 {
    SystemTime::UNIX_EPOCH.elapsed().map_or(0, |time| u64::from(time.subsec_nanos()))
}

/// A client for one workspace.
pub(crate) struct Client {
    session: Session,
    start: Instant,
}

impl Client {
    pub(crate) fn new(config: Config, seed: u64) -> Self {
        Self { session: Session::new(config, seed), start: Instant::now() }
    }

    /// Sends a request and waits for the reply: the loop that drives the core.
    pub(crate) fn send<E: Endpoint>(&self, request: &E) -> Result<Reply<E::Output>, Error> {
        let mut call = self.session.call(request);
        let mut body = Vec::new();
        loop {
            match call.poll(self.now()) {
                Step::Send(request) => {
                    body.clear();
                    let outcome = exchange(&request, self.session.config().limits(), &mut body);
                    call.resume(self.now(), outcome.map(|head| (head, &body[..])));
                }
                Step::Sleep(wait) => std::thread::sleep(wait),
                Step::Yield(item) => return item,
                // A call yields once before it is done.
                Step::Done => return Err(Error::Finished),
            }
        }
    }

    #[expect(clippy::disallowed_methods, reason = "a transport brings the time")]
    fn now(&self) -> Now {
        Now::new(self.start.elapsed(), SystemTime::now())
    }
}

/// One request out, one reply in. `Sent` says whether the server may have acted on a request that failed.
fn exchange(
    request: &Request<Bytes>,
    limits: Limits,
    body: &mut Vec<u8>,
) -> Result<Parts, IoError> {
    let stream = connect(request, limits).map_err(|error| failure(&error, Sent::No))?;
    let reply = || {
        send(&stream, request)?;
        receive(stream, limits, body)
    };
    let head = reply().map_err(|error| failure(&error, Sent::Maybe))?;
    if body.len() as u64 > limits.max_body {
        return Err(IoError::new(IoKind::TooLarge, Sent::Maybe, ""));
    }
    Ok(head)
}

fn connect(request: &Request<Bytes>, limits: Limits) -> io::Result<TcpStream> {
    let uri = request.uri();
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    let address = (host, uri.port_u16().unwrap_or(80)).to_socket_addrs()?.next();
    let address = address.ok_or(ErrorKind::AddrNotAvailable)?;
    let stream = TcpStream::connect_timeout(&address, limits.connect_timeout)?;
    stream.set_read_timeout(Some(limits.idle_timeout))?;
    stream.set_write_timeout(Some(limits.idle_timeout))?;
    Ok(stream)
}

fn send(mut stream: &TcpStream, request: &Request<Bytes>) -> io::Result<()> {
    let (uri, body) = (request.uri(), request.body());
    let target = uri.path_and_query().map_or("/", |target| target.as_str());
    let host = uri.authority().map_or("", |host| host.as_str());
    let mut message = Vec::new();
    write!(message, "{} {target} HTTP/1.1\r\nhost: {host}\r\n", request.method())?;
    for (name, value) in request.headers() {
        write!(message, "{name}: ")?;
        message.extend_from_slice(value.as_bytes());
        message.extend_from_slice(b"\r\n");
    }
    // The core announces the length of an empty body where that is needed.
    if !body.is_empty() {
        write!(message, "content-length: {}\r\n", body.len())?;
    }
    message.extend_from_slice(b"connection: close\r\n\r\n");
    message.extend_from_slice(body);
    stream.write_all(&message)
}

/// Reads the head, and the body up to one byte more than the cap.
fn receive(stream: TcpStream, limits: Limits, body: &mut Vec<u8>) -> io::Result<Parts> {
    let mut reader = BufReader::new(stream);
    let head = read_head(&mut reader.by_ref().take(Limits::MAX_HEAD as u64))?;
    let cap = limits.max_body.saturating_add(1);
    if head.headers.get(TRANSFER_ENCODING).is_some_and(|coding| coding == "chunked") {
        while let size @ 1.. = chunk_size(&line(&mut reader)?)? {
            let rest = cap - body.len() as u64;
            read_exactly(&mut reader, size.min(rest), body)?;
            if size >= rest {
                return Ok(head);
            }
            line(&mut reader)?;
        }
    } else if let Some(length) = head.headers.get(CONTENT_LENGTH) {
        let length = length.to_str().ok().and_then(|length| length.parse().ok());
        let length: u64 = length.ok_or(ErrorKind::InvalidData)?;
        read_exactly(&mut reader, length.min(cap), body)?;
    } else {
        reader.take(cap).read_to_end(body)?;
    }
    Ok(head)
}

fn read_head(reader: &mut impl BufRead) -> io::Result<Parts> {
    // HTTP/1.1 200 OK
    let status = line(reader)?;
    let code = status.split(|byte| *byte == b' ').nth(1).unwrap_or_default();
    let mut headers = HeaderMap::new();
    loop {
        let line = line(reader)?;
        if line.is_empty() {
            break;
        }
        let colon = line.iter().position(|byte| *byte == b':').ok_or(ErrorKind::InvalidData)?;
        let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
        let name = HeaderName::from_bytes(name).map_err(io::Error::other)?;
        headers.append(name, HeaderValue::from_bytes(value).map_err(io::Error::other)?);
    }
    let mut response = Response::builder().status(code);
    if let Some(slot) = response.headers_mut() {
        *slot = headers;
    }
    Ok(response.body(()).map_err(io::Error::other)?.into_parts().0)
}

/// The next line without its end; an end of the stream in its middle is an error.
fn line(reader: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut line = Vec::new();
    reader.read_until(b'\n', &mut line)?;
    let text = line.strip_suffix(b"\n").ok_or(ErrorKind::UnexpectedEof)?;
    Ok(text.strip_suffix(b"\r").unwrap_or(text).to_vec())
}

fn chunk_size(line: &[u8]) -> io::Result<u64> {
    let digits = line.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
    let digits = std::str::from_utf8(digits).map_err(io::Error::other)?;
    u64::from_str_radix(digits, 16).map_err(io::Error::other)
}

fn read_exactly(reader: &mut impl Read, length: u64, body: &mut Vec<u8>) -> io::Result<()> {
    let read = reader.take(length).read_to_end(body)? as u64;
    if read < length { Err(ErrorKind::UnexpectedEof.into()) } else { Ok(()) }
}

/// The failure, in the core's terms.
fn failure(error: &io::Error, sent: Sent) -> IoError {
    let kind = match (error.kind(), sent) {
        (ErrorKind::TimedOut | ErrorKind::WouldBlock, _) => IoKind::Timeout,
        (_, Sent::No) => IoKind::Connect,
        (ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset, _) => IoKind::Closed,
        (ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe, _) => IoKind::Closed,
        _ => IoKind::Other,
    };
    IoError::new(kind, sent, error.to_string())
}
