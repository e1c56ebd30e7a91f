//! [`Credential`]: the kind of secret that an operation needs.

use std::fmt;

use super::bearer::ApiKeyError;

/// The kind of secret that an operation is authorised with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Credential {
    /// A REST API key, [`ApiKey`](crate::ApiKey).
    #[default]
    ApiKey,
    /// A SCIM token, [`ScimToken`](crate::ScimToken).
    ScimToken,
    /// A client-side REST API key, [`ClientKey`](crate::ClientKey).
    ClientKey,
}

impl Credential {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::ApiKey, Self::ScimToken, Self::ClientKey];

    /// The name for people: `API key`, `SCIM token`, `client-side key`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ApiKey => "API key",
            Self::ScimToken => "SCIM token",
            Self::ClientKey => "client-side key",
        }
    }

    /// The environment variable that holds the secret: `BRAZE_API_KEY`.
    #[must_use]
    pub const fn variable(self) -> &'static str {
        match self {
            Self::ApiKey => "BRAZE_API_KEY",
            Self::ScimToken => "BRAZE_SCIM_TOKEN",
            Self::ClientKey => "BRAZE_CLIENT_KEY",
        }
    }

    /// The method of [`Config`](crate::Config) that sets the secret.
    pub(crate) const fn setter(self) -> &'static str {
        match self {
            Self::ApiKey => "api_key",
            Self::ScimToken => "scim_token",
            Self::ClientKey => "client_key",
        }
    }

    /// The last word of the name.
    const fn noun(self) -> &'static str {
        match self {
            Self::ApiKey | Self::ClientKey => "key",
            Self::ScimToken => "token",
        }
    }
}

impl fmt::Display for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// A text that cannot be the secret that it is meant to be. It does not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CredentialError {
    credential: Credential,
    problem: ApiKeyError,
}

impl CredentialError {
    /// The problem of a secret of a kind.
    #[must_use]
    pub const fn new(credential: Credential, problem: ApiKeyError) -> Self {
        Self { credential, problem }
    }

    /// The kind of secret.
    #[must_use]
    pub const fn credential(&self) -> Credential {
        self.credential
    }

    /// The problem, which is the same for secrets of all kinds.
    #[must_use]
    pub const fn problem(&self) -> ApiKeyError {
        self.problem
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem.write(self.credential.name(), self.credential.noun(), f)
    }
}

impl std::error::Error for CredentialError {}
