//! [`ApiKey`], [`ScimToken`] and [`ClientKey`]: the secrets that requests are authorised with.

use std::fmt;
use std::ops::Deref;

use http::HeaderValue;

use super::bearer::{ApiKeyError, Bearer};
use super::credential::{Credential, CredentialError};
use super::secret::Secret;

/// A REST API key.
///
/// It belongs to one workspace on one instance and carries a fixed set of permissions. Its text is
/// never shown: `Debug` is redacted, there is no `Display`, and it leaves only as the value of a
/// header that is marked sensitive.
///
/// ```
/// use braze_core::ApiKey;
///
/// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
/// assert_eq!(format!("{key:?}"), "ApiKey([redacted])");
///
/// let error = ApiKey::new("Bearer 3f6b0c1e").unwrap_err();
/// assert_eq!(error.to_string(), "the API key begins with `Bearer`: give the key alone");
/// # Ok::<(), braze_core::ApiKeyError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(Bearer);

impl ApiKey {
    /// Takes a key. No shape is demanded, since none is documented.
    ///
    /// # Errors
    ///
    /// [`ApiKeyError`] if the text cannot be a key: empty, with white space, control characters,
    /// quotes or characters beyond ASCII, a placeholder from documentation, or shorter than eight
    /// characters, which could not be told from ordinary words.
    pub fn new(key: impl AsRef<str>) -> Result<Self, ApiKeyError> {
        Bearer::new(key.as_ref()).map(Self)
    }

    /// True if a text has the shape of the service's own keys, which are UUIDs.
    ///
    /// For what repeats settings that people typed, where a key may be pasted by mistake.
    ///
    /// ```
    /// use braze_core::ApiKey;
    ///
    /// assert!(ApiKey::is_like("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44"));
    /// assert!(!ApiKey::is_like("us-01"));
    /// ```
    #[must_use]
    pub fn is_like(text: &str) -> bool {
        const LENGTH: usize = 36;
        text.as_bytes().windows(LENGTH).any(|window| {
            window.iter().enumerate().all(|(index, byte)| match index {
                8 | 13 | 18 | 23 => *byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            })
        })
    }
}

/// A SCIM token, which manages the users of the dashboard.
///
/// It is made in the dashboard's settings for SCIM provisioning and belongs to the whole company. It is as secret
/// as an [`ApiKey`], and neither is accepted in place of the other.
///
/// ```
/// use braze_core::{ApiKey, Config, Instance, ScimToken};
///
/// let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44")?;
/// let token = ScimToken::new("7d1f2a90c3b84e55")?;
/// assert_eq!(format!("{token:?}"), "ScimToken([redacted])");
/// let config = Config::new(Instance::Us01, key).scim_token(token);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ScimToken(Bearer);

impl ScimToken {
    /// Takes a token. No shape is demanded, since none is documented.
    ///
    /// # Errors
    ///
    /// [`CredentialError`] if the text cannot be a token, for the same reasons as with [`ApiKey::new`].
    pub fn new(token: impl AsRef<str>) -> Result<Self, CredentialError> {
        let problem = |problem| CredentialError::new(Credential::ScimToken, problem);
        Bearer::new(token.as_ref()).map(Self).map_err(problem)
    }
}

/// A client-side REST API key, which apps use to show banners.
///
/// It is a key of its own kind with permissions of its own. Here it is as secret as an [`ApiKey`], and neither is
/// accepted in place of the other.
///
/// ```
/// use braze_core::ClientKey;
///
/// let error = ClientKey::new("short").unwrap_err();
/// assert_eq!(error.to_string(), "the client-side key has fewer than 8 characters: was it cut off?");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct ClientKey(Bearer);

impl ClientKey {
    /// Takes a key. No shape is demanded, since none is documented.
    ///
    /// # Errors
    ///
    /// [`CredentialError`] if the text cannot be a key, for the same reasons as with [`ApiKey::new`].
    pub fn new(key: impl AsRef<str>) -> Result<Self, CredentialError> {
        let problem = |problem| CredentialError::new(Credential::ClientKey, problem);
        Bearer::new(key.as_ref()).map(Self).map_err(problem)
    }
}

macro_rules! bearer {
    ($($type:ident),*) => {$(
        impl $type {
            /// The value of the `Authorization` header, marked sensitive.
            #[must_use]
            pub fn authorization(&self) -> HeaderValue {
                self.0.header.clone()
            }
        }

        impl Deref for $type {
            type Target = Secret;

            fn deref(&self) -> &Secret {
                &self.0.secret
            }
        }

        impl fmt::Debug for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($type), "([redacted])"))
            }
        }
    )*};
}

bearer!(ApiKey, ScimToken, ClientKey);
