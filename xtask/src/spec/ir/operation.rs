//! [`Operation`]: an operation, and the parts of its request.

use super::definition::Definition;
use super::field::Field;
use super::output::{MessageField, Output};
use super::paging::{List, Paging};
use super::rule::Rule;
use super::series::Series;
use super::value::Type;
use crate::spec::yaml::Node;

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
    /// The kind of secret that authorises it.
    pub(crate) credential: Credential,
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

/// The kind of secret that an operation is authorised with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Credential {
    #[default]
    ApiKey,
    ScimToken,
    ClientKey,
}

impl Credential {
    /// Its name in Rust.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::ApiKey => "ApiKey",
            Self::ScimToken => "ScimToken",
            Self::ClientKey => "ClientKey",
        }
    }

    /// The environment variable that holds it.
    pub(crate) fn variable(self) -> &'static str {
        match self {
            Self::ApiKey => "BRAZE_API_KEY",
            Self::ScimToken => "BRAZE_SCIM_TOKEN",
            Self::ClientKey => "BRAZE_CLIENT_KEY",
        }
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
    Header,
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

/// The body of a request.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) ty: Type,
    pub(crate) description: String,
    /// The maximum size in bytes.
    pub(crate) max_bytes: Option<u32>,
    /// The requests that have a form in place of JSON.
    pub(crate) form: Option<FormUse>,
}

/// The requests whose body is a form, of the type `multipart/form-data`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FormUse {
    /// Those with a file; the others are JSON.
    WithFile,
    /// All.
    Always,
}

/// A status other than success.
#[derive(Debug)]
pub(crate) struct Failure {
    /// `401`, `5XX`, `default`
    pub(crate) status: String,
    pub(crate) description: String,
    /// The type of its body, if that is not the general envelope.
    pub(crate) ty: Option<Type>,
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
    /// Names and values of the headers that are parameters.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<Node>,
    pub(crate) status: u16,
    pub(crate) reply: Node,
}
