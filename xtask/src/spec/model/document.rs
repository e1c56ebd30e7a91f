//! [`Document`]: the root of the spec.

use super::declare::{object, words};
use super::fact::Fact;
use super::operation::{Header, OneOrRef, Parameter, PathItem, Response};
use super::read::{At, Entries};
use super::schema::Schema;

object! {
    /// The root of the spec: everything that applies to all operations, and the list of paths.
    Document = "the root of the spec" {
        /// The version of OpenAPI: `3.1.1`.
        "openapi" => openapi: At<String>,
        /// The servers. One with `x-braze-instance` becomes an instance.
        "servers" => servers: Option<Vec<Server>>,
        /// The groups of operations. Each becomes a module.
        "tags" => tags: Option<Vec<Tag>>,
        /// The authorisation of requests, unless an operation has one of its own: one entry with one scheme.
        "security" => security: Option<Vec<Entries<Vec<String>>>>,
        /// The paths, each in place or as a `$ref` to its file.
        "paths" => paths: Entries<PathItem>,
        /// Definitions that several operations share.
        "components" => components: Option<Components>,
        /// The groups of operations that are compiled together, by the name of their cargo feature, each in a few words.
        "x-braze-families" => families: Option<Entries<String>>,
        /// The documented rate-limit pools, by name. Operations that name none are in `default`.
        "x-braze-pools" => pools: Option<Entries<Pool>>,
        /// The sources of facts, by the short name that `x-braze-source` uses.
        "x-braze-sources" => sources: Option<Entries<String>>,
    }
    checked {
        /// Title and version of the described API.
        "info": Info,
        /// A page with more about the API.
        "externalDocs": Option<ExternalDocs>,
    }
    refused {
        "webhooks" => "only requests to the service are described",
        "jsonSchemaDialect" => "the dialect is that of OpenAPI 3.1: leave it out",
    }
}

object! {
    /// Title and version of the described API.
    Info = "`info`" {
    }
    checked {
        /// The name of the API.
        "title": String,
        /// The version of the spec.
        "version": String,
        /// One line about the API.
        "summary": Option<String>,
        /// Some sentences about the API.
        "description": Option<String>,
        /// The contact for questions.
        "contact": Option<Entries<String>>,
        /// The terms of service of the API.
        "termsOfService": Option<String>,
        /// The licence of the spec.
        "license": Option<Entries<String>>,
    }
}

object! {
    /// A page with more information.
    ExternalDocs = "`externalDocs`" {
        /// The address.
        "url" => url: At<String>,
    }
    checked {
        /// The contents of the page.
        "description": Option<String>,
    }
}

object! {
    /// A server that answers requests.
    Server = "a server" {
        /// Scheme and host.
        "url" => url: At<String>,
        /// The name of the instance, as the documentation writes it: `US-01`.
        "x-braze-instance" => instance: Option<At<String>>,
    }
    checked {
        /// The purpose of the server.
        "description": Option<String>,
    }
    refused {
        "variables" => "list every server in full",
    }
}

object! {
    /// A group of operations. Becomes a module.
    Tag = "a tag" {
        /// The name, which operations use.
        "name" => name: At<String>,
        /// The topic that the operations share. Becomes the module's documentation.
        "description" => description: Option<String>,
    }
    checked {
        /// A page with more about the group.
        "externalDocs": Option<ExternalDocs>,
    }
}

object! {
    /// Definitions that several operations share, each with a name for `$ref`.
    Components = "`components`" {
        /// Types. Each becomes a Rust type of that name.
        "schemas" => schemas: Option<Entries<Schema>>,
        /// Parameters.
        "parameters" => parameters: Option<Entries<OneOrRef<Parameter>>>,
        /// Replies.
        "responses" => responses: Option<Entries<OneOrRef<Response>>>,
        /// Headers of replies.
        "headers" => headers: Option<Entries<OneOrRef<Header>>>,
        /// The ways to authorise requests.
        "securitySchemes" => security_schemes: Option<Entries<SecurityScheme>>,
    }
    refused {
        "examples" => "write each example in its reply, beside its request",
        "requestBodies" => "share the schema of the body instead",
        "links" => "links are not supported",
        "callbacks" => "only requests to the service are described",
        "pathItems" => "put each path in a file of its own",
    }
}

object! {
    /// A way to authorise requests.
    SecurityScheme = "a security scheme" {
        /// The kind of secret. Default: `api-key`.
        "x-braze-credential" => credential: Option<CredentialWord>,
    }
    checked {
        /// The kind: only a bearer key is supported.
        "type": SecurityKind,
        /// The scheme of the `Authorization` header.
        "scheme": AuthorizationScheme,
        /// The key that is meant.
        "description": Option<String>,
    }
    refused {
        "bearerFormat" => "the format of a key is not documented",
    }
}

words! {
    /// The kind of secret of a security scheme.
    CredentialWord = "kind of secret" {
        /// A REST API key.
        "api-key" => ApiKey,
        /// A SCIM token.
        "scim-token" => ScimToken,
        /// A client-side REST API key.
        "client-key" => ClientKey,
    }
}

words! {
    /// The kind of a security scheme.
    SecurityKind = "supported kind of security scheme" {
        /// The `Authorization` header.
        "http" => Http,
    }
}

words! {
    /// The scheme of the `Authorization` header.
    AuthorizationScheme = "supported scheme" {
        /// `Authorization: Bearer <key>`
        "bearer" => Bearer,
    }
}

object! {
    /// A documented rate-limit pool: requests of all its operations are counted together.
    Pool = "a pool" {
        /// The requests that it counts, as the beginning of a sentence.
        "description" => description: String,
        /// Other names of the pool on the vendor's pages. For `docs-check`.
        "known-as" => known_as: Option<Vec<String>>,
        /// Requests per window.
        "limit" => limit: u32,
        /// The window's length in seconds.
        "window" => window: u32,
        /// The source of the numbers.
        "x-braze-source" => source: Option<Fact>,
    }
}
