//! The TLS library by cargo feature: ring, else aws-lc-rs, else the platform's own.

use braze_core::ConfigError;
use ureq::config::ConfigBuilder;
use ureq::typestate::AgentScope;
use ureq::unversioned::transport::{Connector, Transport};

type Settings = ConfigBuilder<AgentScope>;

/// Sets the library and the platform's certificates.
#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
pub(crate) fn set_up(settings: Settings) -> Result<Settings, ConfigError> {
    use ureq::tls::{RootCerts, TlsConfig};

    #[cfg(feature = "ring")]
    let provider = rustls::crypto::ring::default_provider();
    #[cfg(not(feature = "ring"))]
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::PlatformVerifier)
        .unversioned_rustls_crypto_provider(provider.into());
    Ok(settings.tls_config(tls.build()))
}

/// Adds TLS to the connections that need it.
pub(crate) fn chain<T: Transport>(connector: impl Connector<Out = T>) -> impl Connector {
    #[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
    let connector = connector.chain(ureq::unversioned::transport::RustlsConnector::default());
    #[cfg(feature = "native-tls")]
    let connector = connector.chain(ureq::unversioned::transport::NativeTlsConnector::default());
    connector
}

/// Sets the library and the platform's certificates.
#[cfg(all(feature = "native-tls", not(any(feature = "ring", feature = "aws-lc-rs"))))]
pub(crate) fn set_up(settings: Settings) -> Result<Settings, ConfigError> {
    use ureq::tls::{RootCerts, TlsConfig, TlsProvider};

    let tls = TlsConfig::builder()
        .provider(TlsProvider::NativeTls)
        .root_certs(RootCerts::PlatformVerifier);
    Ok(settings.tls_config(tls.build()))
}

/// Refuses `https`, since the crate was built without a TLS library.
#[cfg(not(any(feature = "ring", feature = "aws-lc-rs", feature = "native-tls")))]
pub(crate) fn set_up(_settings: Settings) -> Result<Settings, ConfigError> {
    Err(ConfigError::NoTls)
}

/// Tells whether an I/O error is the TLS library's.
#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
pub(crate) fn is_tls(error: &std::io::Error) -> bool {
    error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()).is_some()
}

/// Tells whether an I/O error is the TLS library's.
#[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
pub(crate) fn is_tls(_error: &std::io::Error) -> bool {
    false
}
