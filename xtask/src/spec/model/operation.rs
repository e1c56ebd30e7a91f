//! [`PathItem`] and its parts: operations, parameters, replies.

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
    /// A path and its operations. In the root document often only a `$ref` to a file.
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
        "parameters" => "list the parameters in each operation: share them with `$ref`",
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
        /// One line about the operation.
        "summary" => summary: String,
        /// Some sentences about the operation. May be Markdown.
        "description" => description: Option<String>,
        /// The vendor's page about the operation.
        "externalDocs" => external_docs: Option<super::document::ExternalDocs>,
        /// `true` if the vendor advises against its use.
        "deprecated" => deprecated: Option<bool>,
        /// The parameters, in the order of the request's fields.
        "parameters" => parameters: Option<Vec<OneOrRef<Parameter>>>,
        /// The body of the request.
        "requestBody" => request_body: Option<Keyed<RequestBody>>,
        /// The replies, by status.
        "responses" => responses: Entries<OneOrRef<Response>>,
        /// The secret that authorises the request: one entry with one scheme. Default: that of the root.
        "security" => security: Option<At<Vec<Entries<Vec<String>>>>>,
        /// The permission that the key needs.
        "x-braze-permission" => permission: Option<String>,
        /// The rate-limit pool. Default: `default`.
        "x-braze-pool" => pool: Option<At<String>>,
        /// The field of the body, a boolean, without which requests are counted in the pool `default` instead.
        "x-braze-pool-when" => pool_when: Option<At<String>>,
        /// The safety of repeating the request: a word, or a list of cases of which the first that fits holds.
        /// Default: by the method.
        "x-braze-replay" => replay: Option<ReplayCases>,
        /// The effect on the server. Default: `GET` reads, `DELETE` deletes, anything else writes.
        "x-braze-effect" => effect: Option<Effect>,
        /// `true` if a 429 may also mean that another job of this kind is running.
        "x-braze-busy" => busy: Option<bool>,
        /// `true` if imports send it, so that its constants are known without its family.
        "x-braze-import" => import: Option<bool>,
        /// The group of operations that are compiled together, a cargo feature. Default: `series`.
        "x-braze-family" => family: Option<At<String>>,
        /// Conditions on several parameters together.
        "x-braze-rules" => rules: Option<Vec<Rule>>,
        /// The words of the command line. Default: derived from `operationId`.
        "x-braze-command" => command: Option<At<String>>,
        /// The base of the type names, in `snake_case`. Default: derived from `operationId`.
        "x-braze-name" => name: Option<At<String>>,
        /// The roles of parameters and fields, if the operation is a series.
        "x-braze-series" => series: Option<SeriesRoles>,
        /// The paging parameters, if the operation is read page by page.
        "x-braze-paging" => paging: Option<Paging>,
        /// The source of all facts that do not name their own.
        "x-braze-source" => source: Option<Fact>,
    }
    checked {
        /// `true`: every overlay must translate all texts of the operation.
        "x-braze-translated": Option<bool>,
    }
    refused {
        "callbacks" => "only requests to the service are described",
        "servers" => "all operations are on the same servers",
    }
}

words! {
    /// The safety of repeating a request.
    Replay = "replay class" {
        /// It only reads.
        "read" => Read,
        /// It sets a state: doing it twice is the same as once.
        "set" => Set,
        /// It adds something: doing it twice counts twice.
        "add" => Add,
        /// It sends messages: doing it twice sends them twice.
        "send" => Send,
        /// It sends messages, which a key in the request makes unique: doing it twice sends them once.
        "send-dedup" => SendDedup,
        /// It creates something: doing it twice creates two.
        "create" => Create,
        /// It takes something away that may be another thing the second time.
        "destroy" => Destroy,
    }
}

object! {
    /// A case of `x-braze-replay`.
    ReplayCase = "a case of `x-braze-replay`" with span {
        /// The safety of repeating the request in this case.
        "class" => class: Replay,
        /// The field of the body that makes the case, if it is there. The last case has neither this nor `adds`.
        "when" => when: Option<At<String>>,
        /// The list of the body that makes the case, if one of its objects holds a value that adds to another.
        "adds" => adds: Option<At<String>>,
    }
}

/// The safety of repeating a request: one class, or cases.
#[derive(Debug, Clone)]
pub(crate) enum ReplayCases {
    One(Replay),
    Cases(Vec<ReplayCase>),
}

impl Read for ReplayCases {
    fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        match node.items().is_empty() {
            true => Replay::read(node, diagnostics).map(Self::One),
            false => Vec::read(node, diagnostics).map(Self::Cases),
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let (one, cases) = (Replay::schema(schemas), Vec::<ReplayCase>::schema(schemas));
        json!({ "if": { "type": "array" }, "then": cases, "else": one })
    }
}

words! {
    /// The effect of a request on the server.
    Effect = "kind of effect" {
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
    /// The roles of parameters and fields in a series.
    SeriesRoles = "`x-braze-series`" {
        /// The parameter with the number of buckets.
        "length" => length: At<String>,
        /// The parameter with the size of a bucket. Default: a day.
        "unit" => unit: Option<At<String>>,
        /// The parameter with the end.
        "end" => end: At<String>,
        /// The parameter with the start, which an export never sends.
        "start" => start: Option<At<String>>,
        /// The field of the reply that holds the rows. Of a nested series also one within an object: `data.stats`.
        "rows" => rows: At<String>,
        /// The field of a row that holds the time.
        "time" => time: At<String>,
        /// The field of a row that holds the number. Omitted for a nested series.
        "value" => value: Option<At<String>>,
        /// The parameters that tell one series from another. Default: all that have no other role. Others are
        /// options of the whole export.
        "dimensions" => dimensions: Option<Vec<At<String>>>,
        /// The labels of the numbers of a nested series: every number below a row is a metric.
        "labels" => labels: Option<Vec<At<String>>>,
        /// The number of days for which the service keeps a row. Default: for ever.
        "kept-days" => kept_days: Option<At<u32>>,
        /// The list operations that have all values of a dimension, by the name of the dimension.
        "all" => all: Option<Entries<Listing>>,
    }
}

object! {
    /// The list operation that has all values of a dimension of a series.
    Listing = "a listing" {
        /// The `operationId` of the list, which must be paged: `campaigns.list`.
        "list" => list: At<String>,
        /// The field of an item that is the value. Omitted if the items themselves are.
        "id" => id: Option<At<String>>,
        /// The field of an item with its name for people.
        "name" => name: Option<At<String>>,
        /// The parameter of the list that leaves out what was not edited after a time.
        "edited-since" => edited_since: Option<At<String>>,
    }
}

object! {
    /// The way to read an operation page by page: by `page`, by `cursor` or by `offset`.
    Paging = "`x-braze-paging`" with span {
        /// The parameter with the number of the page, an integer.
        "page" => page: Option<At<String>>,
        /// The number of the first page. Only beside `page`; 0 if absent.
        "first" => first: Option<At<u32>>,
        /// The number of items on a full page: a page with fewer is the last. Only beside `page`.
        "size" => size: Option<At<u32>>,
        /// The parameter with the cursor, a text. Replies name the next one in the header `Link`.
        "cursor" => cursor: Option<At<String>>,
        /// The parameter with the number of items before the page, an integer.
        "offset" => offset: Option<At<String>>,
        /// The parameter with the number of items on a full page, an integer. Only beside `offset`.
        "limit" => limit: Option<At<String>>,
        /// The field of the reply that holds the items. Without a cursor, a page without any is the last.
        "items" => items: At<String>,
        /// The field of the reply that tells whether more pages follow, a boolean. Not beside `cursor`.
        "more" => more: Option<At<String>>,
    }
}

object! {
    /// A parameter in the path, the query or a header. Becomes a field of the request.
    Parameter = "a parameter" {
        /// The name on the wire.
        "name" => name: At<String>,
        /// The location: path, query or header.
        "in" => place: At<Place>,
        /// `true` if it must be sent; always so in the path.
        "required" => required: Option<At<bool>>,
        /// The meaning.
        "description" => description: Option<String>,
        /// The type and bounds.
        "schema" => schema: Schema,
        /// `true` (the default) if each item of a list is a parameter of its own; `false` if all
        /// items are joined with commas in one.
        "explode" => explode: Option<At<bool>>,
        /// `true` if the vendor advises against its use.
        "deprecated" => deprecated: Option<bool>,
        /// The source of the facts.
        "x-braze-source" => source: Option<Fact>,
    }
    checked {
        /// The style of a list: `form`.
        "style": Option<Style>,
    }
    refused {
        "content" => "a parameter has a `schema`",
        "example" => "write example requests beside their reply, as `x-braze-request`",
        "examples" => "write example requests beside their reply, as `x-braze-request`",
        "allowEmptyValue" => "an empty value is never sent",
        "allowReserved" => "values are always percent-encoded",
    }
}

words! {
    /// The location of a parameter.
    Place = "supported location of a parameter" {
        /// In the path.
        "path" => Path,
        /// In the query.
        "query" => Query,
        /// In a header of the request.
        "header" => Header,
    }
}

words! {
    /// The style of a list in the query.
    Style = "supported style" {
        /// `name=a&name=b`, or `name=a,b`.
        "form" => Form,
    }
}

object! {
    /// The body of a request. Becomes the field `body`.
    RequestBody = "a request body" {
        /// The contents.
        "description" => description: Option<String>,
        /// `true` if it must be sent; nothing else is supported.
        "required" => required: Option<At<bool>>,
        /// The maximum size of the body in bytes.
        "x-braze-max-bytes" => max_bytes: Option<At<u32>>,
        /// The body by content type: `application/json`, `multipart/form-data`, or both. The second one then has
        /// the same fields and one or more files, and is sent if a file is there.
        "content" => content: At<Entries<MediaType>>,
    }
}

object! {
    /// A reply. Of a failure, the body becomes a type if it is a shared schema other than the general envelope.
    Response = "a reply" {
        /// The meaning.
        "description" => description: String,
        /// The headers.
        "headers" => headers: Option<Entries<OneOrRef<Header>>>,
        /// The body by content type: only JSON is supported.
        "content" => content: Option<At<Entries<MediaType>>>,
        /// The status of the sandbox's reply, for `2XX`. Default: 200.
        "x-braze-status" => answered: Option<At<u32>>,
        /// The source of the facts.
        "x-braze-source" => source: Option<Fact>,
    }
    refused {
        "links" => "links are not supported",
    }
}

object! {
    /// A header of a reply.
    Header = "a header" {
        /// The type and bounds.
        "schema" => schema: Option<Schema>,
        /// The source of the facts.
        "x-braze-source" => source: Option<Fact>,
    }
    checked {
        /// The meaning.
        "description": Option<String>,
        /// `true` if every reply has it.
        "required": Option<bool>,
    }
}

object! {
    /// A body.
    MediaType = "a body" {
        /// The type and bounds.
        "schema" => schema: Schema,
        /// Examples, by name. Those of a success become tests.
        "examples" => examples: Option<Entries<Example>>,
    }
    refused {
        "example" => "give it a name: write `examples`",
        "encoding" => "texts of a form are plain, and files have the content type that the caller gives",
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
        /// One line about the example.
        "summary" => summary: Option<String>,
    }
    checked {
        /// Some sentences about the example.
        "description": Option<String>,
    }
    refused {
        "externalValue" => "write the value here, under `value`",
    }
}

object! {
    /// A reference to a shared definition.
    Reference = "a reference" {
        /// The definition, `openapi.yaml#/components/…`, relative to this file.
        "$ref" => target: At<String>,
    }
}

/// A definition in place, or a reference to one under `components`.
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
