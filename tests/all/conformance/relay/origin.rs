//! [`Origin`]: a server that speaks TLS, with a certificate of its own.

use std::sync::Arc;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::super::Reply;
use super::super::statuses::success;
use super::service::Service;

/// The certificate in PEM, to be trusted: of `rest.test.invalid`, 192.0.2.1 and 127.0.0.1.
pub(crate) const CERTIFICATE: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/all/conformance/tls/certificate.pem");

/// A server that gives every request the same good reply.
pub(crate) struct Origin {
    pub(super) service: Service,
}

/// The server's behaviour after a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    /// It waits for the next request.
    Wait,
    /// It ends TLS, then the connection.
    Goodbye,
    /// It ends the connection without a word within TLS.
    Leave,
}

impl Origin {
    pub(crate) fn start() -> Self {
        Self::start_with(&success(), After::Wait)
    }

    /// Starts one that gives this reply.
    pub(crate) fn start_with(reply: &Reply, after: After) -> Self {
        let reply = Arc::new(reply.bytes());
        let service = Service::start(move |stream, log| {
            let reply = Arc::clone(&reply);
            async move {
                let stream = acceptor().accept(stream).await.ok()?;
                let name = stream.get_ref().1.server_name().unwrap_or("an address").to_owned();
                let mut stream = BufStream::new(stream);
                let mut lines = Vec::new();
                loop {
                    let mut line = String::new();
                    if stream.read_line(&mut line).await.ok()? == 0 {
                        return Some(());
                    }
                    match line.trim_end() {
                        "" => {
                            let is_keyed = lines.iter().any(|it: &String| it.contains("Bearer "));
                            log.note(format!("{name}: {}, key: {is_keyed}", lines[0]));
                            lines.clear();
                            stream.write_all(&reply).await.ok()?;
                            stream.flush().await.ok()?;
                            match after {
                                After::Wait => {}
                                After::Goodbye => return stream.shutdown().await.ok(),
                                After::Leave => return Some(()),
                            }
                        }
                        line => lines.push(line.to_owned()),
                    }
                }
            }
        });
        Self { service }
    }

    /// The address as a base URL.
    pub(crate) fn url(&self) -> String {
        format!("https://{}", self.service.address)
    }

    /// The requests, behind the name in the handshake.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.service.log.take()
    }
}

pub(super) fn acceptor() -> TlsAcceptor {
    let provider = tokio_rustls::rustls::crypto::ring::default_provider();
    let certificate = CertificateDer::from_pem_file(CERTIFICATE).unwrap();
    let key = PrivateKeyDer::from_pem_slice(include_bytes!("../tls/key.pem")).unwrap();
    let config = ServerConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certificate], key)
        .unwrap();
    TlsAcceptor::from(Arc::new(config))
}
