//! The connector: a proxy if there is one, then TCP and TLS.

use std::io;

use ureq::Error;
use ureq::unversioned::transport::{
    ConnectProxyConnector, ConnectionDetails, Connector, SocksConnector, TcpConnector, Transport,
};

use crate::tls;
use crate::watch::{ConnectionLoss, WatchConnector};

/// Chains the steps of ureq's own connector, those with a proxy in a [`ProxyStep`].
pub(crate) fn connector() -> impl Connector {
    let to_proxy = ().chain(ProxyStep(SocksConnector::default()));
    let to_proxy = to_proxy.chain(ProxyStep(ConnectProxyConnector::default()));
    RequireTls(tls::chain(to_proxy.chain(TcpConnector::default())).chain(WatchConnector))
}

/// Marks failures between this machine and a proxy: the request was not sent yet.
///
/// ureq marks only the refusals of HTTP proxies. Others are I/O errors without a kind, or look like a reply
/// that was cut short.
#[derive(Debug)]
struct ProxyStep<C>(C);

impl<In: Transport, C: Connector<In>> Connector<In> for ProxyStep<C> {
    type Out = C::Out;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        self.0.connect(details, chained).map_err(|error| match error {
            Error::Io(error) if is_refusal(&error) => Error::ConnectProxyFailed(error.to_string()),
            Error::Protocol(error) => Error::ConnectProxyFailed(error.to_string()),
            Error::Other(error) if matches!(error.downcast_ref(), Some(ConnectionLoss::Ended)) => {
                Error::ConnectProxyFailed(error.to_string())
            }
            error => error,
        })
    }
}

/// Refuses an unencrypted connection for an `https` URL, which settings for a missing TLS library would make.
#[derive(Debug)]
struct RequireTls<C>(C);

impl<C: Connector> Connector for RequireTls<C> {
    type Out = C::Out;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<()>,
    ) -> Result<Option<Self::Out>, Error> {
        let transport = self.0.connect(details, chained)?;
        if details.needs_tls() && transport.as_ref().is_some_and(|it| !it.is_tls()) {
            return Err(Error::TlsRequired);
        }
        Ok(transport)
    }
}

/// Tells whether an error comes from the reply of a proxy and not from the connection to it.
fn is_refusal(error: &io::Error) -> bool {
    error.raw_os_error().is_none() && !tls::is_tls(error)
}
