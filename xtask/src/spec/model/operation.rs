//! [`PathItem`] and what stands below it: operations, parameters, replies.

use serde_json::{Value, json};

use super::declare::{object, words};
use super::fact::Fact;
use super::json_schema::Schemas;
use super::read::{At, Entries, Keyed, Read};
use super::rules::Rule;
use super::schema::Schema;
use crate::spec::diagnostic::Diagnostics;
use crate::spec::yaml::Node;

object! {
    /// One path and its operations. In the root document often only a `$ref` to a file.
    PathItem = "a path" with span {
        /// The file that describes the path, relative to this one.
        "$ref" => reference: Option<At<String>>,
        /// The operation of `GET`.
        "get" => get: Option<Operation>,
        /// The operation of `PUT`.
        "put" => put: Option<Operation>,
        /// The operation of `POST`.
        "post" => post: Option<Operation>,
        /// The operation of `PATCH`.
        "patch" => patch: Option<Operation>,
        /// The operation of `DELETE`.
        "delete" => delete: Option<Operation>,
    }
    refused {
        "parameters" => "give the parameters to each operation: share them by `$ref`",
        "summary" => "give each operation its own summary",
        "description" => "give each operation its own description",
        "servers" => "all paths are on the same servers",
        "options" => "the clients do not send `OPTIONS`",
        "head" => "the clients do not send `HEAD`",
        "trace" => "the clients do not send `TRACE`",
    }
}

object! {
    /// An operation. Becomes a request type.
    Operation = "an operation" {
        /// The name, dotted, its first part being the tag: `sessions.data_series`.
        "operationId" => operation_id: At<String>,
        /// The one group that it belongs to.
        "tags" => tags: At<Vec<At<String>>>,
        /// What it does, in one line.
        "summary" => summary: String,
        /// What it does, in some sentences. May be Markdown.
        "description" => description: Option<String>,
        /// Where the vendor describes it.
        "externalDocs" => external_docs: Option<super::document::ExternalDocs>,
        /// Whether the vendor advises against its use.
        "deprecated" => deprecated: Option<bool>,
        /// The parameters, in the order of the request's fields.
        "parameters" => parameters: Option<Vec<OneOrRef<Parameter>>>,
        /// The body of the request.
        "requestBody" => request_body: Option<Keyed<RequestBody>>,
        /// The replies, by status.
        "responses" => responses: Entries<OneOrRef<Response>>,
        /// The permission that the API key needs.
        "x-braze-permission" => permission: Option<String>,
        /// The rate-limit pool; left out, it is `default`.
        "x-braze-pool" => pool: Option<At<String>>,
        /// Whether repeating the request is harmless; left out, it follows from the method.
        "x-braze-replay" => replay: Option<Replay>,
        /// What the request does on the server; left out, `GET` reads, `DELETE` deletes, anything else writes.
        "x-braze-effect" => effect: Option<Effect>,
        /// `true`: a 429 may also say that another job of this kind runs.
        "x-braze-busy" => busy: Option<bool>,
        /// The group of operations that are compiled together, a cargo feature; left out, it is `series`.
        "x-braze-family" => family: Option<At<String>>,
        /// Conditions on several parameters together.
        "x-braze-rules" => rules: Option<Vec<Rule>>,
        /// The words of the command line; left out, they follow from `operationId`.
        "x-braze-command" => command: Option<At<String>>,
        /// What the types are called, in `snake_case`; left out, it follows from `operationId`.
        "x-braze-name" => name: Option<At<String>>,
        /// What makes the operation a series.
        "x-braze-series" => series: Option<SeriesRoles>,
        /// How the operation is read page by page.
        "x-braze-paging" => paging: Option<Paging>,
        /// Where the facts come from that name no source of their own.
        "x-braze-source" => source: Option<Fact>,
    }
    checked {
        /// `true`: every overlay must translate all texts of the operation.
        "x-braze-translated": Option<bool>,
    }
    refused {
        "callbacks" => "only requests to the service are described",
        "security" => "all operations are authorised alike, in the root document",
        "servers" => "all operations are on the same servers",
    }
}

words! {
    /// Whether repeating a request is harmless.
    Replay = "replay class" {
        /// It only reads.
        "safe" => Safe,
        /// It writes, and writing twice is the same as once.
        "idempotent" => Idempotent,
        /// Twice may do the work twice.
        "unsafe" => Unsafe,
    }
}

words! {
    /// What a request does on the server.
    Effect = "effect" {
        /// It reads.
        "reads" => Reads,
        /// It writes.
        "writes" => Writes,
        /// It starts a job.
        "starts" => Starts,
        /// It deletes.
        "deletes" => Deletes,
        /// It sends messages to people, or may trigger them.
        "sends" => Sends,
    }
}

object! {
    /// Which parameters and fields play which part in a series.
    SeriesRoles = "`x-braze-series`" {
        /// The parameter with the number of units.
        "length" => length: At<String>,
        /// The parameter with the unit; left out, the unit is a day.
        "unit" => unit: Option<At<String>>,
        /// The parameter with the end.
        "end" => end: At<String>,
        /// The field of the reply that holds the rows.
        "rows" => rows: At<String>,
        /// The field of a row that holds the time.
        "time" => time: At<String>,
        /// The field of a row that holds the number.
        "value" => value: At<String>,
    }
}

object! {
    /// How an operation is read page by page.
    Paging = "`x-braze-paging`" {
        /// The parameter with the number of the page, an integer.
        "page" => page: At<String>,
        /// The number of the first page.
        "first" => first: u32,
        /// The field of the reply that holds the items. A page without any is the last.
        "items" => items: At<String>,
    }
}

object! {
    /// A parameter in the path or the query. Becomes a field of the request.
    Parameter = "a parameter" {
        /// The name on the wire.
        "name" => name: At<String>,
        /// Where it stands.
        "in" => place: At<Place>,
        /// Whether it must be there; those in the path must.
        "required" => required: Option<At<bool>>,
        /// What it means.
        "description" => description: Option<String>,
        /// What it may be.
        "schema" => schema: Schema,
        /// Whether each item of a list is a parameter of its own, as it is if this is left out, or
        /// they stand in one with commas between them.
        "explode" => explode: Option<At<bool>>,
        /// Whether the vendor advises against its use.
        "deprecated" => deprecated: Option<bool>,
        /// Where the facts come from.
        "x-braze-source" => source: Option<Fact>,
    }
    checked {
        /// How a list is written: `form`.
        "style": Option<Style>,
    }
    refused {
        "content" => "a parameter has a `schema`",
        "example" => "example requests stand beside their reply, as `x-braze-request`",
        "examples" => "example requests stand beside their reply, as `x-braze-request`",
        "allowEmptyValue" => "an empty value is never sent",
        "allowReserved" => "values are always percent-encoded",
    }
}

words! {
    /// Where a parameter stands.
    Place = "place of a parameter that is supported" {
        /// In the path.
        "path" => Path,
        /// In the query.
        "query" => Query,
    }
}

words! {
    /// How a list is written in the query.
    Style = "style that is supported" {
        /// `name=a&name=b`, or `name=a,b`.
        "form" => Form,
    }
}

object! {
    /// The body of a request. Becomes the field `body`.
    RequestBody = "a request body" {
        /// What it holds.
        "description" => description: Option<String>,
        /// Whether it must be there: `true` is all that is supported.
        "required" => required: Option<At<bool>>,
        /// The body by content type: JSON is all that is supported.
        "content" => content: At<Entries<MediaType>>,
    }
}

object! {
    /// A reply.
    Response = "a reply" {
        /// What it says.
        "description" => description: String,
        /// Its headers.
        "headers" => headers: Option<Entries<OneOrRef<Header>>>,
        /// Its body by content type: JSON is all that is supported.
        "content" => content: Option<At<Entries<MediaType>>>,
        /// The status that the sandbox answers with, for `2XX`; left out, it is 200.
        "x-braze-status" => answered: Option<At<u32>>,
        /// Where the facts come from.
        "x-braze-source" => source: Option<Fact>,
    }
    refused {
        "links" => "links are not read",
    }
}

object! {
    /// A header of a reply.
    Header = "a header" {
        /// What it may be.
        "schema" => schema: Option<Schema>,
        /// Where the facts come from.
        "x-braze-source" => source: Option<Fact>,
    }
    checked {
        /// What it says.
        "description": Option<String>,
        /// Whether every reply has it.
        "required": Option<bool>,
    }
}

object! {
    /// A body.
    MediaType = "a body" {
        /// What it may be.
        "schema" => schema: Schema,
        /// Examples, by name. Those of a success become tests.
        "examples" => examples: Option<Entries<Example>>,
    }
    refused {
        "example" => "give it a name: write `examples`",
        "encoding" => "bodies are JSON",
    }
}

object! {
    /// An example reply and the request that it answers.
    Example = "an example" {
        /// The body of the reply.
        "value" => value: Node,
        /// The parameters of the request, by name.
        "x-braze-request" => request: Option<Entries<Node>>,
        /// The body of the request.
        "x-braze-body" => body: Option<Node>,
        /// What it shows.
        "summary" => summary: Option<String>,
    }
    checked {
        /// What it shows, in some sentences.
        "description": Option<String>,
    }
    refused {
        "externalValue" => "put the value here",
    }
}

object! {
    /// Stands for a shared piece.
    Reference = "a reference" {
        /// The piece, `openapi.yaml#/components/…`, relative to this file.
        "$ref" => target: At<String>,
    }
}

/// A piece in place, or a reference to one under `components`.
#[derive(Debug, Clone)]
pub(crate) enum OneOrRef<T> {
    One(Box<T>),
    Ref(Reference),
}

impl<T: Read> Read for OneOrRef<T> {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        if node.get("$ref").is_some() {
            Reference::read(node, diagnostics).map(Self::Ref)
        } else {
            T::read(node, diagnostics).map(|one| Self::One(Box::new(one)))
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({
            "if": { "required": ["$ref"] },
            "then": Reference::schema(schemas),
            "else": T::schema(schemas),
        })
    }
}
