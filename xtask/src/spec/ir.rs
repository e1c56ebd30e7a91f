//! [`Api`]: the contents of the generated code, resolved, checked and independent of the spec's spelling.

use std::ops::Deref;

use crate::spec::yaml::Node;

/// The contents of the generated code.
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

/// The family of operations without one of their own. Its shared types are in every build.
pub(crate) const DEFAULT_FAMILY: &str = "series";

/// An operation.
#[derive(Debug)]
pub(crate) struct Operation {
    /// `sessions.data_series`
    pub(crate) id: String,
    /// The file of the spec that describes it.
    pub(crate) file: String,
    /// Its module within the tag's: `data_series`.
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
    /// The types that only this operation uses, outer types first.
    pub(crate) definitions: Vec<Definition>,
    pub(crate) permission: Option<String>,
    pub(crate) replay: Replay,
    /// The cases in which the safety of repeating is another one, and that one; the first that fits holds.
    pub(crate) replay_cases: Vec<(ReplayCase, Replay)>,
    pub(crate) effect: Effect,
    /// True if it sends messages, now or at a time, so that a lost reply leaves open whether they were sent.
    pub(crate) is_send: bool,
    /// True if a 429 may also say that another job of this kind runs.
    pub(crate) busy: bool,
    /// True if imports send it, so that its constants are known without its family.
    pub(crate) is_import: bool,
    /// The group of operations that are compiled together.
    pub(crate) family: String,
    /// Conditions on several parameters together.
    pub(crate) rules: Vec<Rule>,
    /// The constant of its rate-limit pool.
    pub(crate) pool: String,
    /// The field of the body without which requests are counted in the default pool.
    pub(crate) pool_field: Option<Field>,
    pub(crate) documentation: Option<String>,
    pub(crate) command: Vec<String>,
    pub(crate) series: Option<Series>,
    pub(crate) paging: Option<Paging>,
    /// The list of items in the reply, if it has an obvious one.
    pub(crate) list: Option<List>,
    pub(crate) exchanges: Vec<Exchange>,
    /// The statuses other than success, in the order of the spec.
    pub(crate) failures: Vec<Failure>,
    /// The field of the reply that holds the message.
    pub(crate) message: Option<MessageField>,
    /// The source of the facts.
    pub(crate) source: Option<String>,
}

impl Operation {
    /// Returns the words of its command. A series is a noun, with the verb `get` for one request.
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

/// The safety of repeating a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Replay {
    Safe,
    Idempotent,
    Unsafe,
}

/// The condition of a case of the safety of repeating, on a field of the body by its name in Rust.
#[derive(Debug)]
pub(crate) enum ReplayCase {
    /// The field is there.
    When(Field),
    /// A value of an object of the list adds to another value.
    Adds(Field),
}

/// The effect of a request on the server.
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
    When(When),
}

/// A rule that holds if a field has one of these values.
#[derive(Debug, Clone)]
pub(crate) struct When {
    pub(crate) field: String,
    pub(crate) values: WhenValues,
    /// True if the default of the field, which holds if it is not there, is one of the values.
    pub(crate) or_absent: bool,
    pub(crate) required: Vec<String>,
    pub(crate) forbidden: Vec<String>,
    pub(crate) at_least_one: Vec<String>,
}

/// The values of the condition of a rule.
#[derive(Debug, Clone)]
pub(crate) enum WhenValues {
    Boolean(bool),
    /// Words, each with its variant.
    Words(Vec<(String, String)>),
}

/// A piece of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Fixed text, slashes included.
    Fixed(String),
    /// The value of the parameter with this name on the wire.
    Value(String),
}

/// The location of a parameter.
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
    /// For a list: `true` if each item is a parameter of its own, `false` for commas.
    pub(crate) explode: bool,
    /// The value that the server assumes if it is omitted, as on the wire.
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
    /// `true` if it is boxed, since it may contain an object of the type that contains it.
    pub(crate) is_boxed: bool,
    pub(crate) bounds: Bounds,
    pub(crate) description: String,
    /// The source of the facts, if it differs from the operation's.
    pub(crate) source: Option<String>,
    pub(crate) deprecated: bool,
    /// The value that the server assumes if it is omitted.
    pub(crate) default: Option<Node>,
}

/// The presence of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    /// Always present, but maybe `null`.
    Nullable,
    /// May be omitted. In replies it may also be `null`.
    Optional,
    /// In a request: may be omitted, which leaves the value as it is, or `null`, which removes it.
    Removable,
}

/// The bounds of a value beyond its type.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) min: Option<Bound>,
    pub(crate) max: Option<Bound>,
    /// Characters of a string, or items of a list.
    pub(crate) shortest: Option<u32>,
    pub(crate) longest: Option<u32>,
    /// Bytes of a string in UTF-8, or of anything else as JSON.
    pub(crate) max_bytes: Option<u32>,
    /// The characters that a string may consist of.
    pub(crate) characters: Option<Characters>,
}

/// The characters that a string may consist of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Characters {
    /// Inclusive ranges, each often of one character.
    pub(crate) ranges: Vec<(char, char)>,
    /// The ranges as they are written in a pattern.
    pub(crate) written: String,
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
    /// A string that is checked for placeholders.
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
    HandWritten(HandWritten),
    Named(Named),
    List(Box<Item>),
    Map(Box<Item>),
}

impl Type {
    /// Returns `true` if an absent value is an empty one.
    pub(crate) fn is_collection(&self) -> bool {
        let is_errors = *self == Self::HandWritten(HandWritten::PartialErrors);
        is_errors || matches!(self, Self::List(_) | Self::Map(_))
    }

    /// Returns `true` if the Rust type of the value is `Copy`.
    pub(crate) fn is_copy(&self) -> bool {
        match self {
            Self::Boolean
            | Self::U32
            | Self::U64
            | Self::I64
            | Self::F64
            | Self::Date
            | Self::Timestamp => true,
            Self::Named(named) => matches!(named.shape, Shape::Choice(_)),
            _ => false,
        }
    }
}

/// A type of the core that is written by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HandWritten {
    AttributeValue,
    EventProperties,
    PurchaseProperties,
    Audience,
    PartialErrors,
}

impl HandWritten {
    /// The name of the type.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::AttributeValue => "AttributeValue",
            Self::EventProperties => "EventProperties",
            Self::PurchaseProperties => "PurchaseProperties",
            Self::Audience => "Audience",
            Self::PartialErrors => "PartialErrors",
        }
    }

    /// True if it is a part of replies, else of requests.
    pub(crate) fn is_in_replies(self) -> bool {
        self == Self::PartialErrors
    }

    /// True if its values may be `null` and are any JSON, so that it is not checked for a kind.
    pub(crate) fn is_object(self) -> bool {
        matches!(self, Self::EventProperties | Self::PurchaseProperties | Self::Audience)
    }
}

/// The item type of a list or a map.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Item {
    pub(crate) ty: Type,
    pub(crate) bounds: Bounds,
    /// True if it may be `null`.
    pub(crate) nullable: bool,
    /// The label that the keys or the items give to the numbers of a nested series.
    pub(crate) label: Option<Label>,
}

impl Item {
    /// An item of any JSON.
    pub(crate) fn any() -> Self {
        Self { ty: Type::Json, bounds: Bounds::default(), nullable: false, label: None }
    }
}

/// A label of the numbers of a nested series.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Label {
    pub(crate) name: String,
    /// The fields of an item that are its label, by their names on the wire, the preferred one first.
    pub(crate) keys: Vec<String>,
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

/// The place of a generated type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// Beside the operation that uses it.
    Operation,
    /// Among the shared types.
    Components,
}

/// The kind of a generated type.
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
    /// The maximum size in bytes.
    pub(crate) max_bytes: Option<u32>,
}

/// The types of the success replies.
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
    Struct(Box<Struct>),
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

/// The part of a call that contains a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// In the path or the query.
    Query,
    /// In the body of a request.
    Body,
    /// In a reply.
    Reply,
}

/// The roles of fields in a series.
#[derive(Debug)]
pub(crate) struct Series {
    /// Names of fields of the request.
    pub(crate) length: String,
    pub(crate) unit: Option<Unit>,
    pub(crate) end: End,
    /// True if the length is a required parameter.
    pub(crate) length_required: bool,
    /// The maximum length of a window.
    pub(crate) longest: u32,
    /// The field of the request with the start.
    pub(crate) start: Option<String>,
    /// The roles of the parameters, by their names on the wire.
    pub(crate) roles: Roles,
    /// The name of the type of the rows.
    pub(crate) point: String,
    /// Names of fields of the reply and its rows.
    pub(crate) rows: String,
    pub(crate) time: String,
    /// Their names on the wire.
    pub(crate) rows_wire: String,
    pub(crate) time_wire: String,
    pub(crate) content: RowContent,
    /// The number of days for which the service keeps a row.
    pub(crate) kept_days: Option<u32>,
}

/// The numbers of a row.
#[derive(Debug)]
pub(crate) enum RowContent {
    /// One number.
    Flat {
        value: String,
        wire: String,
        ty: Type,
    },
    Nested(NestedRow),
}

/// A row with many numbers.
#[derive(Debug)]
pub(crate) struct NestedRow {
    pub(crate) labels: Vec<String>,
    /// The fields that lead from the reply to the object with the rows, each with `true` if it may be missing.
    pub(crate) path: Vec<(String, bool)>,
    /// True if a row may be `null`.
    pub(crate) rows_nullable: bool,
    /// The place of the type of the rows.
    pub(crate) home: Home,
    /// True if every row has a time.
    pub(crate) time_required: bool,
    /// The structs with numbers below a row, by name, the row included.
    pub(crate) parts: Vec<String>,
}

/// The parameters of a series by role, with their names on the wire.
#[derive(Debug)]
pub(crate) struct Roles {
    pub(crate) length: String,
    pub(crate) unit: Option<String>,
    pub(crate) end: String,
    pub(crate) start: Option<String>,
    pub(crate) dimensions: Vec<Dimension>,
}

/// A parameter that tells one series of an endpoint from another.
#[derive(Debug)]
pub(crate) struct Dimension {
    pub(crate) name: String,
    pub(crate) required: bool,
    /// The list operation that has all of its values.
    pub(crate) listing: Option<Listing>,
}

/// The list operation that has all values of a dimension, by names on the wire.
#[derive(Debug)]
pub(crate) struct Listing {
    pub(crate) operation: String,
    /// The field of its reply with the items.
    pub(crate) items: String,
    /// The field of an item that is the value. Without one, the items are.
    pub(crate) id: Option<String>,
    /// The field of an item with its name.
    pub(crate) name: Option<String>,
    /// The parameter that leaves out what was not edited after a time.
    pub(crate) edited_since: Option<String>,
}

/// The list of items in a reply, by names on the wire.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) items: String,
    /// The fields of an item; none if the items are not objects.
    pub(crate) fields: Vec<String>,
}

/// The unit of a series.
#[derive(Debug)]
pub(crate) struct Unit {
    pub(crate) field: String,
    pub(crate) required: bool,
    /// Words and variants.
    pub(crate) words: Vec<String>,
    /// The word that applies if the unit is omitted.
    pub(crate) default: String,
}

/// The end of a series.
#[derive(Debug)]
pub(crate) struct End {
    pub(crate) field: String,
    pub(crate) required: bool,
}

/// The paging of an operation.
#[derive(Debug)]
pub(crate) struct Paging {
    pub(crate) kind: PagingKind,
    /// The field of the reply that holds the items.
    pub(crate) items: String,
    pub(crate) items_nullable: bool,
    pub(crate) item: Type,
    /// The field of the reply that tells whether more follow.
    pub(crate) more: Option<PagingField>,
}

/// The kind of paging, with the parameters that name a page.
#[derive(Debug)]
pub(crate) enum PagingKind {
    Number { page: PagingField, first: u32, size: Option<u32> },
    Cursor { cursor: PagingField, parameter: String },
    Offset { offset: PagingField, limit: PagingField, default_limit: Option<u64> },
}

/// A field that plays a part in paging.
#[derive(Debug)]
pub(crate) struct PagingField {
    pub(crate) ident: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
}

/// A status other than success.
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
    /// One line about the example.
    pub(crate) summary: String,
    /// The parameters that are set, by name, each with its values.
    pub(crate) request: Vec<(String, Vec<String>)>,
    /// Path and query.
    pub(crate) target: String,
    pub(crate) body: Option<Node>,
    pub(crate) status: u16,
    pub(crate) reply: Node,
}
