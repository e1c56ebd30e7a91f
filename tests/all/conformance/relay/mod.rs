//! [`Relay`]: a proxy on loopback that forwards, whatever it is asked for, to one server.

mod origin;
mod service;
mod speech;

use std::net::SocketAddr;

use tokio::io::{AsyncRead, AsyncWrite, copy_bidirectional};
use tokio::net::TcpStream;

pub(crate) use self::origin::{After, CERTIFICATE, Origin};
use self::service::{Log, Service};
pub(crate) use self::speech::Manner;

/// A proxy. It speaks SOCKS4, `SOCKS4a`, SOCKS5 or HTTP, as the client begins.
pub(crate) struct Relay {
    service: Service,
}

impl Relay {
    /// Starts one that forwards to this server, over TLS or not.
    pub(crate) fn start(manner: Manner, encrypted: bool, origin: &Origin) -> Self {
        let origin = origin.service.address;
        let service = Service::start(move |stream, log| async move {
            if encrypted {
                let stream = origin::acceptor().accept(stream).await.ok()?;
                forward(stream, manner, origin, &log).await
            } else {
                forward(stream, manner, origin, &log).await
            }
        });
        Self { service }
    }

    /// Its URL, with `userinfo@` or nothing before the host.
    pub(crate) fn url(&self, scheme: &str, userinfo: &str) -> String {
        format!("{scheme}://{userinfo}{}", self.service.address)
    }

    /// The requested targets.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.service.log.take()
    }
}

async fn forward(
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    manner: Manner,
    origin: SocketAddr,
    log: &Log,
) -> Option<()> {
    if speech::greet(&mut stream, manner, log).await? {
        let mut server = TcpStream::connect(origin).await.ok()?;
        copy_bidirectional(&mut stream, &mut server).await.ok()?;
    }
    Some(())
}
