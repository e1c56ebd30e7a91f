//! [`Api`]: what is generated, resolved and checked, free of how the spec writes it.

use std::ops::Deref;

use crate::spec::yaml::Node;

/// Everything that is generated.
#[derive(Debug)]
pub(crate) struct Api {
    /// The spec's root document.
    pub(crate) root: String,
    pub(crate) instances: Vec<Instance>,
    pub(crate) pools: Vec<Pool>,
    /// Types that several operations share, by name.
    pub(crate) components: Vec<Definition>,
    /// One for each tag that is used, by name.
    pub(crate) modules: Vec<Module>,
}

/// A server with a name.
#[derive(Debug)]
pub(crate) struct Instance {
    /// `US-01`
    pub(crate) name: String,
    /// `Us01`
    pub(crate) variant: String,
    /// `rest.iad-01.braze.com`
    pub(crate) host: String,
}

/// A rate-limit pool.
#[derive(Debug)]
pub(crate) struct Pool {
    pub(crate) name: String,
    /// `DEFAULT`
    pub(crate) constant: String,
    pub(crate) description: String,
    /// Other names that the vendor uses.
    pub(crate) known_as: Vec<String>,
    pub(crate) limit: u32,
    /// In seconds.
    pub(crate) window: u32,
}

/// The operations of one tag.
#[derive(Debug)]
pub(crate) struct Module {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) operations: Vec<Operation>,
}

/// An operation.
#[derive(Debug)]
pub(crate) struct Operation {
    /// `sessions.data_series`
    pub(crate) id: String,
    /// The file of the spec that describes it.
    pub(crate) file: String,
    /// The module of its own within the tag's: `data_series`.
    pub(crate) module: String,
    pub(crate) method: Method,
    pub(crate) path: Vec<Segment>,
    pub(crate) template: String,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) deprecated: bool,
    /// The name of the request type.
    pub(crate) request: String,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    pub(crate) output: Output,
    /// The types that only this operation uses, outer ones first.
    pub(crate) definitions: Vec<Definition>,
    pub(crate) permission: Option<String>,
    pub(crate) replay: Replay,
    pub(crate) effect: Effect,
    /// True if a 429 may also say that another job of this kind runs.
    pub(crate) busy: bool,
    /// The group of operations that are compiled together.
    pub(crate) family: String,
    /// Conditions on several parameters together.
    pub(crate) rules: Vec<Rule>,
    /// The constant of its rate-limit pool.
    pub(crate) pool: String,
    pub(crate) documentation: Option<String>,
    pub(crate) command: Vec<String>,
    pub(crate) series: Option<Series>,
    pub(crate) paging: Option<Paging>,
    pub(crate) exchanges: Vec<Exchange>,
    /// What statuses that are no success mean, in the order of the spec.
    pub(crate) failures: Vec<Failure>,
    /// The field of the reply that holds the message.
    pub(crate) message: Option<MessageField>,
    /// Where the facts come from.
    pub(crate) source: Option<String>,
}

impl Operation {
    /// The words of its command. A series is a noun, whose verb for one request is `get`.
    pub(crate) fn words(&self) -> Vec<String> {
        let verb = self.series.as_ref().map(|_| "get".to_owned());
        self.command.iter().cloned().chain(verb).collect()
    }
}

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Put,
    Post,
    Patch,
    Delete,
}

impl Method {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

/// Whether repeating a request is harmless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Replay {
    Safe,
    Idempotent,
    Unsafe,
}

/// What a request does on the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    Reads,
    Writes,
    Starts,
    Deletes,
    Sends,
}

/// A condition on several fields together, by their names on the wire.
#[derive(Debug, Clone)]
pub(crate) enum Rule {
    AtLeastOne(Vec<String>),
    AtMostOne(Vec<String>),
    ExactlyOne(Vec<String>),
    Together(Vec<String>),
    Requires { field: String, others: Vec<String> },
    MaxItems { max: u32, lists: Vec<String> },
}

/// A piece of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Fixed text, slashes included.
    Fixed(String),
    /// The value of the parameter with this name on the wire.
    Value(String),
}

/// Where a parameter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
}

/// A parameter: a field of the request.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) place: Place,
    pub(crate) field: Field,
    /// For a list: each item a parameter of its own, instead of commas.
    pub(crate) explode: bool,
    /// What the server takes where it is left out, as it stands on the wire.
    pub(crate) default: Option<String>,
}

/// A field of a struct.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// The name on the wire.
    pub(crate) wire: String,
    pub(crate) ident: String,
    pub(crate) ty: Type,
    pub(crate) presence: Presence,
    /// Whether it stands behind a `Box`, since it may contain an object of the kind that it is in.
    pub(crate) is_boxed: bool,
    pub(crate) bounds: Bounds,
    pub(crate) description: String,
    /// Where the facts come from, if not from where those of the operation do.
    pub(crate) source: Option<String>,
    pub(crate) deprecated: bool,
}

/// Whether a field is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    /// There, but perhaps `null`.
    Nullable,
    /// May be left out. Of replies also: may be `null`.
    Optional,
}

/// What is allowed beyond the type.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) min: Option<Bound>,
    pub(crate) max: Option<Bound>,
    /// Characters of a text, or items of a list.
    pub(crate) shortest: Option<u32>,
    pub(crate) longest: Option<u32>,
}

/// A bound of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Bound {
    Integer(i64),
    Decimal(f64),
}

/// The type of a value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Text,
    /// A text that is checked for placeholders.
    Identifier,
    Boolean,
    U32,
    U64,
    I64,
    F64,
    Date,
    Timestamp,
    /// Any JSON.
    Json,
    Message,
    SeriesTime,
    Named(Named),
    List(Box<Item>),
    Map(Box<Item>),
}

/// What a list or a map holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    pub(crate) ty: Type,
    pub(crate) bounds: Bounds,
    /// True if it may be `null`.
    pub(crate) nullable: bool,
}

impl Deref for Item {
    type Target = Type;

    fn deref(&self) -> &Type {
        &self.ty
    }
}

/// A generated type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Named {
    pub(crate) name: String,
    pub(crate) home: Home,
    pub(crate) shape: Shape,
}

/// Where a generated type stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// With the operation that uses it.
    Operation,
    /// With those that are shared.
    Components,
}

/// What kind of type a generated one is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Shape {
    Struct,
    /// A closed set of words.
    Choice(Vec<String>),
    /// A set of words that may grow.
    Open,
}

/// The body of a request.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) ty: Type,
    pub(crate) description: String,
}

/// What a success brings.
#[derive(Debug)]
pub(crate) enum Output {
    /// One success status.
    One { status: u16, ty: Option<Type> },
    /// Several, each with its own variant of this type.
    Several { name: String, replies: Vec<Variant> },
}

/// One of several success replies.
#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) status: u16,
    pub(crate) name: String,
    pub(crate) ty: Option<Type>,
    pub(crate) description: String,
    /// The field that holds the message.
    pub(crate) message: Option<MessageField>,
}

/// The field of a reply that holds the message.
#[derive(Debug)]
pub(crate) struct MessageField {
    pub(crate) ident: String,
    pub(crate) required: bool,
}

/// A generated type.
#[derive(Debug, Clone)]
pub(crate) enum Definition {
    Struct(Struct),
    Words(Words),
}

impl Definition {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Struct(it) => &it.name,
            Self::Words(it) => &it.name,
        }
    }
}

/// An object.
#[derive(Debug, Clone)]
pub(crate) struct Struct {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) side: Side,
    pub(crate) fields: Vec<Field>,
    /// The values of fields that the spec does not know, if they are kept.
    pub(crate) extra: Option<Item>,
    /// Conditions on several fields together.
    pub(crate) rules: Vec<Rule>,
}

/// A set of words.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) side: Side,
    /// Each with its variant.
    pub(crate) words: Vec<(String, String)>,
}

/// Where a value travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// In the path or the query.
    Query,
    /// In the body of a request.
    Body,
    /// In a reply.
    Reply,
}

/// What makes an operation a series.
#[derive(Debug)]
pub(crate) struct Series {
    /// Names of fields of the request.
    pub(crate) length: String,
    pub(crate) unit: Option<Unit>,
    pub(crate) end: End,
    /// The greatest length.
    pub(crate) longest: u32,
    /// The roles of the parameters, by their names on the wire.
    pub(crate) roles: Roles,
    /// The name of the type of the rows.
    pub(crate) point: String,
    /// Names of fields of the reply and its rows.
    pub(crate) rows: String,
    pub(crate) time: String,
    pub(crate) value: String,
    /// Their names on the wire.
    pub(crate) rows_wire: String,
    pub(crate) time_wire: String,
    pub(crate) value_wire: String,
    pub(crate) value_type: Type,
}

/// The parameters of a series by their roles, as they are called on the wire.
#[derive(Debug)]
pub(crate) struct Roles {
    pub(crate) length: String,
    pub(crate) unit: Option<String>,
    pub(crate) end: String,
    /// All others, each with whether it is required.
    pub(crate) dimensions: Vec<(String, bool)>,
}

/// The unit of a series.
#[derive(Debug)]
pub(crate) struct Unit {
    pub(crate) field: String,
    pub(crate) required: bool,
    /// Words and variants.
    pub(crate) words: Vec<String>,
    /// The word that counts where none is given.
    pub(crate) default: String,
}

/// The end of a series.
#[derive(Debug)]
pub(crate) struct End {
    pub(crate) field: String,
    pub(crate) required: bool,
}

/// How an operation is read page by page.
#[derive(Debug)]
pub(crate) struct Paging {
    pub(crate) page: String,
    pub(crate) page_type: Type,
    pub(crate) page_required: bool,
    pub(crate) first: u32,
    pub(crate) items: String,
    pub(crate) item: Type,
}

/// A status that is no success.
#[derive(Debug)]
pub(crate) struct Failure {
    /// `401`, `5XX`, `default`
    pub(crate) status: String,
    pub(crate) description: String,
}

/// An example request with its reply.
#[derive(Debug)]
pub(crate) struct Exchange {
    pub(crate) name: String,
    /// What it shows, in one line.
    pub(crate) summary: String,
    /// The parameters that are given, by name, each with its values.
    pub(crate) request: Vec<(String, Vec<String>)>,
    /// Path and query.
    pub(crate) target: String,
    pub(crate) body: Option<Node>,
    pub(crate) status: u16,
    pub(crate) reply: Node,
}
