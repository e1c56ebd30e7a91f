//! [`Words`]: what all pages of one language have in common, from `words/<language>.yaml`.

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
    /// The fixed words of the pages in one language. `{name}` stands for what a page puts there.
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
        /// Heads the column that says what they are for.
        "purpose" => purpose: String,
        /// Heads the column of commands.
        "command" => command: String,
    }
}

object! {
    /// The words about what a request needs beforehand.
    Needs = "`needs`" {
        /// The heading.
        "heading" => heading: String,
        /// The key, for an endpoint with a permission.
        "key" => key: String,
        /// The key, for an endpoint without.
        "any_key" => any_key: String,
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
        /// Heads the column that says what is counted.
        "counted" => counted: String,
        /// A limit for a window of an hour.
        "hour" => hour: String,
        /// A limit for a window of a minute.
        "minute" => minute: String,
        /// A limit for any other window.
        "seconds" => seconds: String,
        /// Whom the limit is for, and what the numbers are worth.
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
        /// In the place of the table if there are none.
        "none" => none: String,
        /// Heads the column of names.
        "name" => name: String,
        /// Heads the column that says whether it must be there.
        "presence" => presence: String,
        /// Heads the column of types.
        "type" => kind: String,
        /// Heads the column of allowed values.
        "values" => values: String,
        /// Heads the column of descriptions.
        "meaning" => meaning: String,
        /// It must be there.
        "required" => required: String,
        /// It may be left out.
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
        /// The place in the dashboard where identifiers are found.
        "identifiers" => identifiers: String,
        /// The encoding of values in the query.
        "encoding" => encoding: String,
    }
}

object! {
    /// The names of types.
    Types = "`types`" {
        /// Any text.
        "text" => text: String,
        /// A text that the service gave out as a name for something.
        "identifier" => identifier: String,
        /// Yes or no.
        "boolean" => boolean: String,
        /// A whole number.
        "integer" => integer: String,
        /// Any number.
        "number" => number: String,
        /// A calendar date.
        "date" => date: String,
        /// A date and time with an offset.
        "date_time" => date_time: String,
        /// The time of a row: a date, or a date and time.
        "series_time" => series_time: String,
        /// Any JSON.
        "json" => json: String,
        /// An object with known fields.
        "object" => object: String,
        /// Several of a type.
        "list" => list: String,
        /// An object with names of its own.
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
        /// Heads the column that says whether it is there.
        "presence" => presence: String,
        /// It is always there.
        "always" => always: String,
        /// It is there, but perhaps `null`.
        "nullable" => nullable: String,
        /// It may be missing.
        "optional" => optional: String,
        /// Words that may become more.
        "open" => open: String,
        /// Heads an example.
        "example" => example: String,
    }
}

object! {
    /// The words about what can go wrong.
    Failures = "`failures`" {
        /// The heading.
        "heading" => heading: String,
        /// Heads the column of statuses.
        "status" => status: String,
        /// Heads the column of what they mean.
        "meaning" => meaning: String,
        /// Heads the column of what to do.
        "advice" => advice: String,
        /// The advice for each status.
        "what_to_do" => what_to_do: Advice,
        /// The body of a failure.
        "body" => body: String,
        /// A success that is none.
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
        /// No such address.
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

/// The table of a language; what is wrong with it is noted.
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

/// Notes where a table says something else than the first one: code, links and gaps must be the same.
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

/// A text with its gaps filled.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.trim().to_owned(), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}
