//! The way to a server: through a proxy or not, then TLS.

use std::io;

use ureq::Error;
use ureq::unversioned::transport::{
    ConnectProxyConnector, ConnectionDetails, Connector, SocksConnector, TcpConnector, Transport,
};

use crate::tls;
use crate::watch::{Loss, Watch};

/// The steps of ureq's own connector, those with a proxy in a [`ProxyStep`].
pub(crate) fn connector() -> impl Connector {
    let to_proxy = ().chain(ProxyStep(SocksConnector::default()));
    let to_proxy = to_proxy.chain(ProxyStep(ConnectProxyConnector::default()));
    Encrypted(tls::chain(to_proxy.chain(TcpConnector::default())).chain(Watch))
}

/// Gives what goes wrong between this machine and a proxy a name of its own: nothing was sent yet.
///
/// ureq has one for HTTP proxies that refuse, and else only an I/O error without a kind, or with the one
/// that a reply has that was cut short.
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
            Error::Other(error) if matches!(error.downcast_ref(), Some(Loss::Ended)) => {
                Error::ConnectProxyFailed(error.to_string())
            }
            error => error,
        })
    }
}

/// Refuses a connection in the clear where the URL says `https`, as settings for a TLS library that is not
/// there would have it.
#[derive(Debug)]
struct Encrypted<C>(C);

impl<C: Connector> Connector for Encrypted<C> {
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

/// Tells whether an error comes from a proxy's answer, not from the connection to it.
fn is_refusal(error: &io::Error) -> bool {
    error.raw_os_error().is_none() && !tls::is_tls(error)
}
