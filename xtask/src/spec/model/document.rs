//! [`Document`]: the root of the spec.

use super::declare::{object, words};
use super::fact::Fact;
use super::operation::{Header, OneOrRef, Parameter, PathItem, Response};
use super::read::{At, Entries};
use super::schema::Schema;

object! {
    /// The root of the spec: what holds for all operations, and where each path stands.
    Document = "the root of the spec" {
        /// The version of OpenAPI: `3.1.1`.
        "openapi" => openapi: At<String>,
        /// The servers. One with `x-braze-instance` becomes an instance.
        "servers" => servers: Option<Vec<Server>>,
        /// The groups of operations. Each becomes a module.
        "tags" => tags: Option<Vec<Tag>>,
        /// How requests are authorised: one entry, the bearer scheme.
        "security" => security: Option<Vec<Entries<Vec<String>>>>,
        /// The paths, each in place or as a `$ref` to its file.
        "paths" => paths: Entries<PathItem>,
        /// Pieces that several operations share.
        "components" => components: Option<Components>,
        /// The documented rate-limit pools, by name. Operations that name none are in `default`.
        "x-braze-pools" => pools: Option<Entries<Pool>>,
        /// Where facts come from, by a short name that `x-braze-source` uses.
        "x-braze-sources" => sources: Option<Entries<String>>,
    }
    checked {
        /// Title and version of the described API.
        "info": Info,
        /// Where more is said about the API.
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
        /// What the API is called.
        "title": String,
        /// The version of the spec.
        "version": String,
        /// One line about the API.
        "summary": Option<String>,
        /// Some sentences about the API.
        "description": Option<String>,
        /// Who to ask.
        "contact": Option<Entries<String>>,
        /// Terms for the use of the API.
        "termsOfService": Option<String>,
        /// The licence of the spec.
        "license": Option<Entries<String>>,
    }
}

object! {
    /// Where more is said.
    ExternalDocs = "`externalDocs`" {
        /// The address.
        "url" => url: At<String>,
    }
    checked {
        /// What is found there.
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
        /// What the server is for.
        "description": Option<String>,
    }
    refused {
        "variables" => "write every server out",
    }
}

object! {
    /// A group of operations. Becomes a module.
    Tag = "a tag" {
        /// The name, which operations use.
        "name" => name: At<String>,
        /// What the operations have in common: the module's documentation.
        "description" => description: Option<String>,
    }
    checked {
        /// Where more is said about the group.
        "externalDocs": Option<ExternalDocs>,
    }
}

object! {
    /// Pieces that several operations share, each with a name for `$ref`.
    Components = "`components`" {
        /// Types. Each becomes a Rust type of that name.
        "schemas" => schemas: Option<Entries<Schema>>,
        /// Parameters.
        "parameters" => parameters: Option<Entries<OneOrRef<Parameter>>>,
        /// Replies.
        "responses" => responses: Option<Entries<OneOrRef<Response>>>,
        /// Headers of replies.
        "headers" => headers: Option<Entries<OneOrRef<Header>>>,
        /// How requests are authorised.
        "securitySchemes" => security_schemes: Option<Entries<SecurityScheme>>,
    }
    refused {
        "examples" => "examples stand in their reply, each beside its request",
        "requestBodies" => "share the schema of the body instead",
        "links" => "links are not read",
        "callbacks" => "only requests to the service are described",
        "pathItems" => "a path stands in a file of its own",
    }
}

object! {
    /// How requests are authorised.
    SecurityScheme = "a security scheme" {
    }
    checked {
        /// The kind: a bearer key is all that is supported.
        "type": SecurityKind,
        /// The scheme of the `Authorization` header.
        "scheme": AuthorizationScheme,
        /// Which key that is.
        "description": Option<String>,
    }
    refused {
        "bearerFormat" => "a key has no format that could be relied on",
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
        /// What is counted in it, as the beginning of a sentence.
        "description" => description: String,
        /// Other names of the pool, as the vendor's pages call it. For `docs-check`.
        "known-as" => known_as: Option<Vec<String>>,
        /// Requests per window.
        "limit" => limit: u32,
        /// The window's length in seconds.
        "window" => window: u32,
        /// Where the numbers come from.
        "x-braze-source" => source: Option<Fact>,
    }
}
