//! The TLS library by cargo feature: ring, else aws-lc-rs, else the platform's own.

use std::error::Error as StdError;

use braze_core::ConfigError;
use reqwest::ClientBuilder;

/// Sets the library and the platform's certificates, which only `https` needs.
#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
pub(crate) fn set_up(builder: ClientBuilder, https: bool) -> Result<ClientBuilder, ConfigError> {
    use rustls_platform_verifier::BuilderVerifierExt;

    #[cfg(feature = "ring")]
    let provider = rustls::crypto::ring::default_provider();
    #[cfg(not(feature = "ring"))]
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    let refused = |error: rustls::Error| ConfigError::Tls(error.to_string());
    let tls = rustls::ClientConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()
        .map_err(refused)?;
    // reqwest needs a TLS configuration even if it is never used. Loading certificates takes time.
    let tls = if https {
        tls.with_platform_verifier().map_err(refused)?
    } else {
        tls.with_root_certificates(rustls::RootCertStore::empty())
    };
    Ok(builder.tls_backend_preconfigured(tls.with_no_client_auth()))
}

/// Sets the library and the platform's certificates.
#[cfg(all(feature = "native-tls", not(any(feature = "ring", feature = "aws-lc-rs"))))]
pub(crate) fn set_up(builder: ClientBuilder, _https: bool) -> Result<ClientBuilder, ConfigError> {
    Ok(builder.tls_backend_native())
}

/// Refuses `https`, since the crate was built without a TLS library.
#[cfg(not(any(feature = "ring", feature = "aws-lc-rs", feature = "native-tls")))]
pub(crate) fn set_up(builder: ClientBuilder, https: bool) -> Result<ClientBuilder, ConfigError> {
    if https { Err(ConfigError::NoTls) } else { Ok(builder) }
}

/// Tells whether a cause is the TLS library's.
#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
pub(crate) fn is_tls(cause: &(dyn StdError + 'static)) -> bool {
    cause.is::<rustls::Error>()
}

/// Tells whether a cause is the TLS library's.
#[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
pub(crate) fn is_tls(_cause: &(dyn StdError + 'static)) -> bool {
    false
}
