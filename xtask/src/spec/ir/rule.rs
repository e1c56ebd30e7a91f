//! [`Rule`]: a condition on several fields together.

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
