//! [`Words`]: the fixed texts of the pages in one language, from `words/<language>.yaml`.

use crate::overlay::fixed_pieces;
use crate::spec::diagnostic::{Diagnostic, Diagnostics};
use crate::spec::model::{Read, declare::object};
use crate::spec::source::Sources;
use crate::spec::yaml::{self, Kind, Node};

/// The languages and their tables. The first one is that of the spec.
pub(super) const LANGUAGES: [(&str, &str); 5] = [
    ("en", include_str!("words/en.yaml")),
    ("de", include_str!("words/de.yaml")),
    ("es", include_str!("words/es.yaml")),
    ("fr", include_str!("words/fr.yaml")),
    ("pt-BR", include_str!("words/pt-BR.yaml")),
];

object! {
    /// The fixed texts of the pages in one language. A page fills in each `{name}`.
    Words = "a table of words" {
        /// The language's own name.
        "language" => language: String,
        /// The separator of thousands.
        "thousands" => thousands: String,
        /// The page that lists the others.
        "index" => index: Index,
        /// The preconditions of a request.
        "needs" => needs: Needs,
        /// The rate limit.
        "limit" => limit: Limit,
        /// The parameters.
        "parameters" => parameters: Parameters,
        /// The names of types.
        "types" => types: Types,
        /// The body of the request.
        "body" => body: Body,
        /// The request.
        "request" => request: Request,
        /// The reply.
        "reply" => reply: Reply,
        /// The failures.
        "failures" => failures: Failures,
        /// Further notes.
        "more" => more: More,
    }
}

object! {
    /// The words of the page that lists the others.
    Index = "`index`" {
        /// The title.
        "title" => title: String,
        /// The introduction.
        "about" => about: String,
        /// Heads the column of endpoints.
        "endpoint" => endpoint: String,
        /// Heads the column of purposes.
        "purpose" => purpose: String,
        /// Heads the column of commands.
        "command" => command: String,
    }
}

object! {
    /// The words about the preconditions of a request.
    Needs = "`needs`" {
        /// The heading.
        "heading" => heading: String,
        /// The key, for an endpoint with a permission.
        "key" => key: String,
        /// The key, for an endpoint without.
        "any_key" => any_key: String,
        /// The SCIM token.
        "scim_token" => scim_token: String,
        /// The client-side key, for an endpoint with a permission.
        "client_key" => client_key: String,
        /// The address of the service.
        "address" => address: String,
    }
}

object! {
    /// The words about the rate limit.
    Limit = "`limit`" {
        /// The heading.
        "heading" => heading: String,
        /// Heads the column of pools.
        "pool" => pool: String,
        /// Heads the column of limits.
        "requests" => requests: String,
        /// Heads the column of counted requests.
        "counted" => counted: String,
        /// A limit for a window of an hour.
        "hour" => hour: String,
        /// A limit for a window of a minute.
        "minute" => minute: String,
        /// A limit for any other window.
        "seconds" => seconds: String,
        /// The scope of the limit, and the reliability of the numbers.
        "shared" => shared: String,
        /// The headers of replies about it.
        "headers" => headers: String,
    }
}

object! {
    /// The words about parameters.
    Parameters = "`parameters`" {
        /// The heading.
        "heading" => heading: String,
        /// Replaces the table if there are none.
        "none" => none: String,
        /// Heads the column of names.
        "name" => name: String,
        /// Heads the column of presence.
        "presence" => presence: String,
        /// Heads the column of types.
        "type" => kind: String,
        /// Heads the column of allowed values.
        "values" => values: String,
        /// Heads the column of descriptions.
        "meaning" => meaning: String,
        /// The parameter is required.
        "required" => required: String,
        /// The parameter is optional.
        "optional" => optional: String,
        /// The vendor advises against its use.
        "deprecated" => deprecated: String,
        /// Allowed: from one number to another.
        "range" => range: String,
        /// Allowed: a number and more.
        "at_least" => at_least: String,
        /// Allowed: a number and less.
        "at_most" => at_most: String,
        /// A number of characters.
        "characters" => characters: String,
        /// A number of items.
        "items" => items: String,
        /// The default.
        "default" => default: String,
        /// The place of identifiers in the dashboard.
        "identifiers" => identifiers: String,
        /// The encoding of values in the query.
        "encoding" => encoding: String,
        /// The parameters that are headers.
        "headers" => headers: String,
    }
}

object! {
    /// The names of types.
    Types = "`types`" {
        /// Any string.
        "text" => text: String,
        /// A file of a form.
        "file" => file: String,
        /// An identifier that the service issued.
        "identifier" => identifier: String,
        /// A boolean.
        "boolean" => boolean: String,
        /// An integer.
        "integer" => integer: String,
        /// Any number.
        "number" => number: String,
        /// A calendar date.
        "date" => date: String,
        /// A date and time with an offset.
        "date_time" => date_time: String,
        /// A date and time without an offset.
        "local_date_time" => local_date_time: String,
        /// The time of a row: a date, or a date and time.
        "series_time" => series_time: String,
        /// Any JSON.
        "json" => json: String,
        /// An object with known fields.
        "object" => object: String,
        /// A list of a type.
        "list" => list: String,
        /// An object with arbitrary keys.
        "map" => map: String,
    }
}

object! {
    /// The words about the body of the request.
    Body = "`body`" {
        /// The heading.
        "heading" => heading: String,
        /// The introduction of the table.
        "about" => about: String,
        /// The form of a body with a file.
        "form" => form: String,
        /// The form of every body.
        "only_form" => only_form: String,
    }
}

object! {
    /// The words about the request.
    Request = "`request`" {
        /// The heading.
        "heading" => heading: String,
        /// The introduction of the example.
        "example" => example: String,
        /// Heads the example for the command line.
        "command" => command: String,
        /// Heads the example for the blocking client.
        "blocking" => blocking: String,
        /// Heads the example for the async client.
        "async" => asynchronous: String,
    }
}

object! {
    /// The words about the reply.
    Reply = "`reply`" {
        /// The heading.
        "heading" => heading: String,
        /// The status and what comes with it.
        "status" => status: String,
        /// A success without a body.
        "empty" => empty: String,
        /// Heads the column of fields.
        "field" => field: String,
        /// Heads the column of presence.
        "presence" => presence: String,
        /// The field is always present.
        "always" => always: String,
        /// The field is always present, but may be `null`.
        "nullable" => nullable: String,
        /// The field may be missing.
        "optional" => optional: String,
        /// A set of words that may grow.
        "open" => open: String,
        /// Heads an example.
        "example" => example: String,
    }
}

object! {
    /// The words about failures.
    Failures = "`failures`" {
        /// The heading.
        "heading" => heading: String,
        /// Heads the column of statuses.
        "status" => status: String,
        /// Heads the column of meanings.
        "meaning" => meaning: String,
        /// Heads the column of advice.
        "advice" => advice: String,
        /// The advice for each status.
        "what_to_do" => what_to_do: Advice,
        /// The body of a failure.
        "body" => body: String,
        /// A success status whose message reports a failure.
        "not_success" => not_success: String,
        /// The link to the vendor's help.
        "help" => help: String,
    }
}

object! {
    /// The advice for each status.
    Advice = "`what_to_do`" {
        /// A bad request.
        "400" => bad_request: String,
        /// A key that is not known.
        "401" => unauthorized: String,
        /// A missing permission.
        "403" => forbidden: String,
        /// An unknown address.
        "404" => not_found: String,
        /// Over the limit.
        "429" => too_many_requests: String,
        /// A failure of the service.
        "5XX" => server_error: String,
        /// Any other status.
        "other" => other: String,
    }
}

object! {
    /// Further notes.
    More = "`more`" {
        /// The heading.
        "heading" => heading: String,
        /// The request's type in Rust.
        "type" => kind: String,
        /// The advice for ranges longer than one request allows.
        "longer" => longer: String,
        /// The undocumented behaviour of series.
        "unknown" => unknown: String,
        /// The link to the vendor's page.
        "documentation" => documentation: String,
        /// The sources of the facts.
        "source" => source: String,
    }
}

/// Reads the table of a language and reports problems.
pub(super) fn read(
    language: &str,
    text: &str,
    sources: &mut Sources,
    diagnostics: &mut Diagnostics,
) -> Option<(Node, Words)> {
    let path = format!("xtask/src/reference/words/{language}.yaml");
    let source = sources.add(path, text.to_owned());
    let node = yaml::parse(sources, source, diagnostics)?;
    let words = Words::read(&node, diagnostics)?;
    Some((node, words))
}

/// Reports differences to the first table: code, links and placeholders must be the same.
pub(super) fn compare(first: &Node, other: &Node, diagnostics: &mut Diagnostics) {
    if let (Kind::Text(before), Kind::Text(after)) = (&first.kind, &other.kind) {
        let (before, after) = (fixed_pieces(before), fixed_pieces(after));
        for piece in before.symmetric_difference(&after) {
            let message = format!("{piece} is in only one of the two languages");
            diagnostics.push(
                Diagnostic::new("lost-piece", other.span, message).also(first.span, "in English"),
            );
        }
    }
    for (key, value) in first.entries() {
        if let Some(other) = other.get(&key.text) {
            compare(value, other, diagnostics);
        }
    }
}

/// Fills in the placeholders of a text.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.trim().to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}
