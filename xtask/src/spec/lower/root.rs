//! The parts of the root document that apply to all operations: instances, pools, authorisation.

use super::lowering::Lower;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Credential, Family, Instance, Pool};
use crate::spec::model::{At, CredentialWord, Entries, Fact, Server};
use crate::spec::names;
use crate::spec::suggest::nearest;
use crate::spec::yaml::Key;

/// The pool of operations that do not name one.
pub(crate) const DEFAULT_POOL: &str = "default";

impl Lower<'_> {
    pub(super) fn instances(&mut self) -> Vec<Instance> {
        let servers = self.document.servers.as_deref().unwrap_or_default();
        let mut instances: Vec<Instance> = Vec::new();
        for server in servers {
            let Some(instance) = self.instance(server) else { continue };
            let same = |known: &&Instance| {
                known.variant == instance.variant || known.host == instance.host
            };
            if let Some(known) = instances.iter().find(same) {
                let span = server.instance.as_ref().map_or(server.url.span, |name| name.span);
                let message =
                    format!("`{}` and `{}` have the same name or host", known.name, instance.name);
                self.push(Diagnostic::new("duplicate-instance", span, message));
                continue;
            }
            instances.push(instance);
        }
        instances
    }

    fn instance(&mut self, server: &Server) -> Option<Instance> {
        let name = server.instance.as_ref()?;
        let host = server.url.value.strip_prefix("https://").unwrap_or_default();
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
        if host.is_empty() || !host.bytes().all(plain) {
            self.push(
                Diagnostic::new(
                    "bad-server",
                    server.url.span,
                    "the address of an instance must be `https://` and a host",
                )
                .help("remove path, port and trailing slash"),
            );
            return None;
        }
        let variant = self.type_name(name)?;
        Some(Instance { name: name.value.clone(), variant, host: host.to_owned() })
    }

    pub(super) fn families(&mut self) -> Vec<Family> {
        let families = self.document.families.iter().flat_map(|families| families.iter());
        families
            .map(|(key, description)| Family {
                name: key.text.clone(),
                description: description.clone(),
            })
            .collect()
    }

    /// Reports a family that is not described. A spec may leave out the descriptions of all.
    pub(super) fn known_family(&mut self, family: &At<String>) {
        let Some(families) = &self.document.families else { return };
        if families.get(&family.value).is_none() {
            let known = families.names().collect();
            self.unknown(family, ["unknown-family", "family", "x-braze-families"], known);
        }
    }

    pub(super) fn pools(&mut self) -> Vec<Pool> {
        let mut pools = Vec::new();
        for (key, pool) in self.document.pools.iter().flat_map(|pools| pools.iter()) {
            self.fact(pool.source.as_ref());
            let constant = names::screaming(&key.text);
            if syn::parse_str::<syn::Ident>(&constant).is_err() {
                self.bad_name(key.span, &key.text);
                continue;
            }
            if pool.window == 0 || pool.limit == 0 {
                let message = format!("the pool `{}` would allow no requests", key.text);
                self.push(
                    Diagnostic::new("bad-pool", key.span, message)
                        .help("set `limit` and `window` (in seconds) to numbers above 0"),
                );
            }
            pools.push(Pool {
                name: key.text.clone(),
                constant,
                description: pool.description.clone(),
                known_as: pool.known_as.clone().unwrap_or_default(),
                limit: pool.limit,
                window: pool.window,
            });
        }
        pools.sort_by(|a, b| a.name.cmp(&b.name));
        pools
    }

    /// Returns the constant of the pool that an operation names.
    pub(super) fn pool(&mut self, pool: Option<&At<String>>) -> Option<String> {
        let Some(pool) = pool else { return Some(names::screaming(DEFAULT_POOL)) };
        let known: Vec<&str> =
            self.document.pools.as_ref().map_or(Vec::new(), |pools| pools.names().collect());
        if known.contains(&pool.value.as_str()) {
            return Some(names::screaming(&pool.value));
        }
        self.unknown(pool, ["unknown-pool", "rate-limit pool", "x-braze-pools"], known);
        None
    }

    /// Reports a name that a map of the root document lacks: the problem's code, the word for such a thing, and the
    /// key of the map.
    fn unknown(
        &mut self,
        name: &At<String>,
        [code, thing, key]: [&'static str; 3],
        known: Vec<&str>,
    ) {
        let message = format!("there is no {thing} `{}`", name.value);
        let diagnostic = Diagnostic::new(code, name.span, message);
        self.push(match nearest(&name.value, known) {
            Some(near) => diagnostic.suggest(name.span, "there is one with a similar name", near),
            None => diagnostic.help(format!("add it under `{key}` in the root document")),
        });
    }

    /// Returns the text of a named source. Reports a missing one.
    pub(super) fn fact(&mut self, fact: Option<&Fact>) -> Option<String> {
        let fact = fact?;
        let sources = self.document.sources.as_ref();
        if let Some(text) = sources.and_then(|sources| sources.get(&fact.value)) {
            return Some(text.clone());
        }
        let known = sources.map_or(Vec::new(), |sources| sources.names().collect());
        self.unknown(fact, ["unknown-source", "source", "x-braze-sources"], known);
        None
    }

    /// Checks that every required scheme is described.
    pub(super) fn security(&mut self) {
        for scheme in self.document.security.iter().flatten() {
            for (key, _) in scheme.iter() {
                self.scheme(key);
            }
        }
    }

    /// Returns the kind of secret of an operation: that of its own scheme, else that of the root.
    pub(super) fn credential(&mut self, own: Option<&At<Vec<Entries<Vec<String>>>>>) -> Credential {
        let Some(own) = own else {
            let root = self.document.security.as_deref().unwrap_or_default();
            let first = root.first().and_then(|entry| entry.iter().next());
            return first.and_then(|(key, _)| self.scheme(key)).unwrap_or_default();
        };
        let schemes: Vec<&Key> =
            own.value.iter().flat_map(|entry| entry.iter().map(|(key, _)| key)).collect();
        let [scheme] = schemes.as_slice() else {
            self.push(
                Diagnostic::new(
                    "bad-security",
                    own.span,
                    "an operation must have exactly one scheme",
                )
                .help("write one entry with one scheme: `security: [{ scimToken: [] }]`"),
            );
            return Credential::default();
        };
        self.scheme(scheme).unwrap_or_default()
    }

    /// Returns the kind of secret of a scheme. Reports one that is not described.
    fn scheme(&mut self, key: &Key) -> Option<Credential> {
        let components = self.document.components.as_ref();
        let schemes = components.and_then(|all| all.security_schemes.as_ref());
        let Some(scheme) = schemes.and_then(|schemes| schemes.get(&key.text)) else {
            let message =
                format!("there is no `{}` under `components`/`securitySchemes`", key.text);
            self.push(Diagnostic::new("missing-reference", key.span, message));
            return None;
        };
        Some(match scheme.credential {
            None | Some(CredentialWord::ApiKey) => Credential::ApiKey,
            Some(CredentialWord::ScimToken) => Credential::ScimToken,
            Some(CredentialWord::ClientKey) => Credential::ClientKey,
        })
    }

    /// Converts a name from the spec to a type name. Reports one that cannot be converted.
    pub(super) fn type_name(&mut self, name: &At<String>) -> Option<String> {
        let made = names::type_name(&name.value);
        if made.is_none() {
            self.bad_name(name.span, &name.value);
        }
        made
    }

    pub(super) fn bad_name(&mut self, span: crate::spec::source::Span, name: &str) {
        self.push(
            Diagnostic::new("bad-name", span, format!("`{name}` cannot become a name in Rust"))
                .help("begin it with a letter A to Z, and continue with letters and digits"),
        );
    }
}
