//! The options for the body of a request: JSON as a whole, or its fields one by one.

use braze_core::operation::{Kind, Parameter};
use clap::{Arg, ArgMatches};

use super::parameter;
use crate::endpoint::{Endpoint, Pairs};
use crate::ui::escape::shell_word;

/// The name of the argument; no parameter has a space in its name.
const BODY: &str = "the body";

const HEADING: &str = "Body";

/// The body of a request on a command line.
#[derive(Debug)]
pub(crate) enum BodyArgs {
    /// The operation takes none.
    None,
    /// JSON, or the place to read it from, as it was typed.
    Typed(String),
    /// Names and values of its fields, and the files of those that are files.
    Fields { pairs: Pairs, files: Pairs },
}

impl BodyArgs {
    /// The names of fields that are files, each with the path that was typed.
    pub(crate) fn files(&self) -> Pairs {
        match self {
            Self::Fields { files, .. } => files.clone(),
            Self::None | Self::Typed(_) => Vec::new(),
        }
    }
}

/// The option for a whole body, with another name if a parameter has this one.
fn long(parameters: &[Parameter]) -> &'static str {
    let taken = parameters.iter().any(|parameter| parameter.name == "body");
    if taken { "json-body" } else { "body" }
}

impl Endpoint {
    fn body_fields(&self) -> &'static [Parameter] {
        self.description.body_fields
    }

    /// The option for a field of the body, or `None` if it has none.
    ///
    /// A parameter of the same name keeps the plain option, and `--body` is the whole body.
    pub(crate) fn body_flag(&self, name: &str) -> Option<String> {
        let field = self.body_fields().iter().find(|field| field.name == name)?;
        Some(format!("--{}", self.long_of_field(field)))
    }

    fn long_of_field(&self, field: &Parameter) -> String {
        let long = parameter::long(field.name);
        let is_taken = self.parameters().iter().any(|it| parameter::long(it.name) == long);
        if is_taken || long == "body" { format!("body-{long}") } else { long }
    }
}

/// The required options as they stand in a line of usage.
pub(super) fn in_usage(endpoint: &Endpoint) -> Vec<String> {
    if !endpoint.description.has_body {
        return Vec::new();
    }
    if endpoint.body_fields().is_empty() {
        return vec![format!("--{} <BODY>", long(endpoint.parameters()))];
    }
    let required = endpoint.body_fields().iter().filter(|field| field.required);
    let option = |field: &Parameter| {
        format!("--{} <{}>", endpoint.long_of_field(field), parameter::value_name(field))
    };
    required.map(option).collect()
}

/// The options for the body of this operation.
pub(super) fn arguments(endpoint: &Endpoint) -> Vec<Arg> {
    if !endpoint.description.has_body {
        return Vec::new();
    }
    let fields = endpoint.body_fields();
    let whole = argument(long(endpoint.parameters()))
        .required(fields.is_empty())
        .conflicts_with_all(fields.iter().map(id));
    let each = fields.iter().map(|field| {
        parameter::argument(field, fields)
            .id(id(field))
            .long(endpoint.long_of_field(field))
            .help_heading(HEADING)
            .required(false)
    });
    each.chain([whole]).collect()
}

/// The option for a whole body.
pub(super) fn argument(long: &'static str) -> Arg {
    Arg::new(BODY)
        .long(long)
        .value_name("BODY")
        .help_heading(HEADING)
        .help("Whole body of the request, JSON: a file, `-` for standard input, or the JSON itself")
}

/// The name of a field's argument.
fn id(field: &Parameter) -> String {
    format!("body {}", field.name)
}

/// The whole body as it was typed.
pub(super) fn typed(matches: &ArgMatches) -> Option<String> {
    matches.get_one::<String>(BODY).cloned()
}

/// The body of this operation.
pub(super) fn read(endpoint: &Endpoint, matches: &ArgMatches) -> BodyArgs {
    if !endpoint.description.has_body {
        return BodyArgs::None;
    }
    if let Some(typed) = typed(matches) {
        return BodyArgs::Typed(typed);
    }
    let values = |field: &Parameter| {
        let values = matches.get_many::<String>(&id(field)).into_iter().flatten();
        values.map(|value| (field.name.to_owned(), value.clone())).collect::<Pairs>()
    };
    let (files, others): (Vec<_>, Vec<_>) =
        endpoint.body_fields().iter().partition(|field| field.kind == Kind::File);
    BodyArgs::Fields {
        pairs: others.into_iter().flat_map(values).collect(),
        files: files.into_iter().flat_map(values).collect(),
    }
}

/// The option of an example in help, on a line of its own.
pub(super) fn option(body: &str) -> String {
    let compact = serde_json::from_str::<serde_json::Value>(body);
    let one_line = compact.map_or_else(|_| body.to_owned(), |body| body.to_string());
    format!(" \\\n      --body {}", shell_word(&one_line))
}
