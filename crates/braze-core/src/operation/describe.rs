//! [`Description`]: an operation in words and numbers.

/// The spec's description of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Description {
    /// One line.
    pub summary: &'static str,
    /// Some sentences.
    pub description: &'static str,
    /// The words that name the operation on a command line: `["kpi", "dau"]`.
    pub command: &'static [&'static str],
    /// The parameters, in the order of the spec.
    pub parameters: &'static [Parameter],
    /// True if a request has a body, which is JSON or a form.
    pub has_body: bool,
    /// The form of a body that can be sent with a file.
    pub form: Option<FormUse>,
    /// True if the body has secrets.
    pub has_secrets: bool,
    /// The fields of the body that hold one value or a list of values, in the order of the spec. Without secrets.
    pub body_fields: &'static [Parameter],
    /// The list of items in the reply, if it has an obvious one.
    pub items: Option<Items>,
    /// Example requests with their replies.
    pub exchanges: &'static [Exchange],
}

impl Description {
    /// An operation with its one-line summary.
    #[must_use]
    pub const fn new(summary: &'static str) -> Self {
        Self {
            summary,
            description: "",
            command: &[],
            parameters: &[],
            has_body: false,
            form: None,
            has_secrets: false,
            body_fields: &[],
            items: None,
            exchanges: &[],
        }
    }

    /// Sets the description.
    #[must_use]
    pub const fn description(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// Sets the words of the command line.
    #[must_use]
    pub const fn command(mut self, command: &'static [&'static str]) -> Self {
        self.command = command;
        self
    }

    /// Sets the parameters.
    #[must_use]
    pub const fn parameters(mut self, parameters: &'static [Parameter]) -> Self {
        self.parameters = parameters;
        self
    }

    /// Says that a request has a body.
    #[must_use]
    pub const fn with_body(mut self) -> Self {
        self.has_body = true;
        self
    }

    /// Says that a body is sent as a form, of the type `multipart/form-data`.
    #[must_use]
    pub const fn form(mut self, form: FormUse) -> Self {
        self.form = Some(form);
        self
    }

    /// Says that the body has secrets.
    #[must_use]
    pub const fn with_secrets(mut self) -> Self {
        self.has_secrets = true;
        self
    }

    /// Sets the fields of the body that hold one value or a list of values.
    #[must_use]
    pub const fn body_fields(mut self, fields: &'static [Parameter]) -> Self {
        self.body_fields = fields;
        self
    }

    /// Names the list of items in the reply.
    #[must_use]
    pub const fn items(mut self, items: Items) -> Self {
        self.items = Some(items);
        self
    }

    /// Sets the examples.
    #[must_use]
    pub const fn exchanges(mut self, exchanges: &'static [Exchange]) -> Self {
        self.exchanges = exchanges;
        self
    }
}

/// The requests whose body is a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormUse {
    /// Those with a file; the others are JSON.
    WithFile,
    /// All.
    Always,
}

/// The list of items in a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Items {
    /// The field of the reply that holds it.
    pub field: &'static str,
    /// The fields of an item that the spec knows, in its order; none if the items are not objects.
    pub fields: &'static [&'static str],
}

impl Items {
    /// A list in a field of the reply, with the fields of its items.
    #[must_use]
    pub const fn new(field: &'static str, fields: &'static [&'static str]) -> Self {
        Self { field, fields }
    }
}

/// A parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Parameter {
    /// The name on the wire.
    pub name: &'static str,
    /// Its location in the request.
    pub place: Place,
    /// True if it is required.
    pub required: bool,
    /// Its allowed values.
    pub kind: Kind,
    /// The value that the server takes where it is left out, as text.
    pub default: Option<&'static str>,
    /// Its meaning.
    pub description: &'static str,
}

impl Parameter {
    /// An optional query parameter.
    #[must_use]
    pub const fn query(name: &'static str, kind: Kind) -> Self {
        Self { name, place: Place::Query, required: false, kind, default: None, description: "" }
    }

    /// A path parameter, which is always required.
    #[must_use]
    pub const fn path(name: &'static str, kind: Kind) -> Self {
        Self { name, place: Place::Path, required: true, kind, default: None, description: "" }
    }

    /// An optional header.
    #[must_use]
    pub const fn header(name: &'static str, kind: Kind) -> Self {
        Self { name, place: Place::Header, required: false, kind, default: None, description: "" }
    }

    /// An optional field of the body.
    #[must_use]
    pub const fn body(name: &'static str, kind: Kind) -> Self {
        Self { name, place: Place::Body, required: false, kind, default: None, description: "" }
    }

    /// Makes it required.
    #[must_use]
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Sets the default.
    #[must_use]
    pub const fn default(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }

    /// Sets what it means.
    #[must_use]
    pub const fn description(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }
}

/// The location of a parameter in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// In a header of the request.
    Header,
    /// In the body, as a field of its object.
    Body,
}

/// The allowed values of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A whole number within inclusive bounds.
    Integer {
        /// The smallest.
        min: Option<i64>,
        /// The greatest.
        max: Option<i64>,
    },
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Free text.
    Text,
    /// A file.
    File,
    /// An identifier that the service gave out.
    Identifier,
    /// A date-time with an offset.
    DateTime,
    /// A date-time without an offset.
    LocalDateTime,
    /// A calendar date.
    Date,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Several of a kind.
    List(&'static Kind),
}

/// An example request with its reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Exchange {
    /// The example's name in the spec.
    pub name: &'static str,
    /// Path and query of the request.
    pub target: &'static str,
    /// The headers that are parameters of the request.
    pub headers: &'static [(&'static str, &'static str)],
    /// The body of the request.
    pub body: Option<&'static str>,
    /// The status of the reply.
    pub status: u16,
    /// The body of the reply.
    pub reply: &'static str,
}

impl Exchange {
    /// An example.
    #[must_use]
    pub const fn new(
        name: &'static str,
        target: &'static str,
        status: u16,
        reply: &'static str,
    ) -> Self {
        Self { name, target, headers: &[], body: None, status, reply }
    }

    /// Sets the headers of the request.
    #[must_use]
    pub const fn headers(mut self, headers: &'static [(&'static str, &'static str)]) -> Self {
        self.headers = headers;
        self
    }

    /// Sets the body of the request.
    #[must_use]
    pub const fn body(mut self, body: &'static str) -> Self {
        self.body = Some(body);
        self
    }
}
