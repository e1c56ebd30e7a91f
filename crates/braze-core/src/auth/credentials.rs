//! [`Credentials`]: the secrets of a client, each for its own operations.

use http::HeaderValue;

use super::credential::{Credential, CredentialError};
use super::key::{ApiKey, ClientKey, ScimToken};
use super::scrub::{Scrub, scrubbed};
use super::secret::Secret;

/// The secrets of a client, each for the operations that need it.
///
/// ```
/// use braze_core::{Config, Credential, Credentials, Instance, ScimToken};
///
/// // A client that only manages users of the dashboard has no API key.
/// let token = ScimToken::new("7d1f2a90c3b84e55")?;
/// let config = Config::new(Instance::Us01, token.clone());
/// assert!(Credentials::from(token).has(Credential::ScimToken));
/// # Ok::<(), braze_core::CredentialError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Credentials {
    api_key: Option<ApiKey>,
    scim_token: Option<ScimToken>,
    client_key: Option<ClientKey>,
}

impl Credentials {
    /// No secrets.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the API key.
    #[must_use]
    pub fn api_key(mut self, key: ApiKey) -> Self {
        self.api_key = Some(key);
        self
    }

    /// Adds the SCIM token.
    #[must_use]
    pub fn scim_token(mut self, token: ScimToken) -> Self {
        self.scim_token = Some(token);
        self
    }

    /// Adds the client-side key.
    #[must_use]
    pub fn client_key(mut self, key: ClientKey) -> Self {
        self.client_key = Some(key);
        self
    }

    /// Adds the secret of a kind, from its text.
    ///
    /// # Errors
    ///
    /// [`CredentialError`] if the text cannot be such a secret.
    pub fn with(self, credential: Credential, text: &str) -> Result<Self, CredentialError> {
        let problem = |problem| CredentialError::new(credential, problem);
        Ok(match credential {
            Credential::ApiKey => self.api_key(ApiKey::new(text).map_err(problem)?),
            Credential::ScimToken => self.scim_token(ScimToken::new(text)?),
            Credential::ClientKey => self.client_key(ClientKey::new(text)?),
        })
    }

    /// The secret of a kind without the others, for a client that calls nothing that needs them.
    #[must_use]
    pub fn only(self, credential: Credential) -> Self {
        Self {
            api_key: self.api_key.filter(|_| credential == Credential::ApiKey),
            scim_token: self.scim_token.filter(|_| credential == Credential::ScimToken),
            client_key: self.client_key.filter(|_| credential == Credential::ClientKey),
        }
    }

    /// Tells whether the secret of a kind is there.
    #[must_use]
    pub fn has(&self, credential: Credential) -> bool {
        self.secret(credential).is_some()
    }

    /// The value of the `Authorization` header for operations that need this kind of secret.
    #[must_use]
    pub fn authorization(&self, credential: Credential) -> Option<HeaderValue> {
        match credential {
            Credential::ApiKey => self.api_key.as_ref().map(ApiKey::authorization),
            Credential::ScimToken => self.scim_token.as_ref().map(ScimToken::authorization),
            Credential::ClientKey => self.client_key.as_ref().map(ClientKey::authorization),
        }
    }

    /// The secret of a kind.
    #[must_use]
    pub fn secret(&self, credential: Credential) -> Option<&Secret> {
        match credential {
            Credential::ApiKey => self.api_key.as_deref(),
            Credential::ScimToken => self.scim_token.as_deref(),
            Credential::ClientKey => self.client_key.as_deref(),
        }
    }

    /// All secrets, each with its kind.
    pub fn secrets(&self) -> impl Iterator<Item = (Credential, &Secret)> {
        let known = Credential::ALL.into_iter();
        known.filter_map(|credential| Some((credential, self.secret(credential)?)))
    }

    /// The kind of the first secret for which a test holds.
    pub(crate) fn find(&self, test: impl Fn(&Secret) -> bool) -> Option<Credential> {
        self.secrets().find(|(_, secret)| test(secret)).map(|(credential, _)| credential)
    }
}

impl From<ApiKey> for Credentials {
    fn from(key: ApiKey) -> Self {
        Self::new().api_key(key)
    }
}

impl From<ScimToken> for Credentials {
    fn from(token: ScimToken) -> Self {
        Self::new().scim_token(token)
    }
}

impl From<ClientKey> for Credentials {
    fn from(key: ClientKey) -> Self {
        Self::new().client_key(key)
    }
}

/// The secrets that what a server sent is cleaned of: those of the client, and those of the request.
#[derive(Clone, Copy)]
pub(crate) struct Redaction<'a> {
    pub(crate) credentials: &'a Credentials,
    pub(crate) request: &'a [Secret],
}

impl<'a> Redaction<'a> {
    fn secrets(&self) -> impl Iterator<Item = &'a Secret> + use<'a> {
        self.credentials.secrets().map(|(_, secret)| secret).chain(self.request)
    }

    /// Takes the secrets out of a value.
    pub(crate) fn apply(&self, value: &mut (impl Scrub + ?Sized)) {
        self.secrets().for_each(|secret| value.scrub(secret));
    }

    /// The text without the secrets, if one of them is in it.
    pub(crate) fn scrubbed(&self, text: &[u8]) -> Option<Vec<u8>> {
        let mut clean: Option<Vec<u8>> = None;
        for secret in self.secrets() {
            clean = scrubbed(clean.as_deref().unwrap_or(text), secret).or(clean);
        }
        clean
    }
}
