//! [`page`]: facts written as a page in the vendor's layout.

use std::fmt::Write;

use xtask::docs_check::{Facts, Field, Kind, Place, Pool, Value};

use super::language::Language;

/// The layout of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// Words in quotes, another include, no section on permissions, no bars at the edges.
    Older,
    /// As the vendor's pages are.
    Present,
    /// No template expressions: the limit stands in words, and the reply is real JSON.
    Newer,
}

pub(super) const LAYOUTS: [Layout; 3] = [Layout::Older, Layout::Present, Layout::Newer];

/// A page that says what facts say.
pub(super) fn page(facts: &Facts, language: &Language, layout: Layout) -> String {
    let mut page = String::new();
    let method = facts.method.value().unwrap();
    let path = facts.path.value().unwrap();
    match layout {
        Layout::Newer => writeln!(page, "# {method} {path}\n").unwrap(),
        _ => {
            let method = method.to_lowercase();
            let open = format!("{{% apimethod {method} %}}");
            writeln!(page, "---\nnav_title: \"{method}: a | page\"\n---\n{{% api %}}\n# Page")
                .unwrap();
            writeln!(page, "{open}\n{path}\n{{% endapimethod %}}\n").unwrap();
        }
    }
    if layout != Layout::Older {
        let permission = &facts.permission.value().unwrap()[0];
        writeln!(page, "{} `{permission}`.\n", language.permission).unwrap();
    }
    writeln!(
        page,
        "## {}\n\n{}\n",
        language.limit,
        limit(facts.pool.value().unwrap(), language, layout)
    )
    .unwrap();
    table(&mut page, facts.parameters.value().unwrap(), language, layout);
    example(&mut page, facts);
    reply(&mut page, facts.reply.value().unwrap(), layout);
    page
}

fn limit(pool: &Pool, language: &Language, layout: Layout) -> String {
    let name = pool.name.as_deref().unwrap();
    match layout {
        Layout::Older => format!("{{% include rate_limits.md endpoint=\"{name}\" %}}"),
        Layout::Present => format!("{{% multi_lang_include rate_limits.md endpoint='{name}' %}}"),
        Layout::Newer => rates(pool, language),
    }
}

/// The rates of a pool in words.
pub(super) fn rates(pool: &Pool, language: &Language) -> String {
    let rate = pool.rates[0];
    let words = match rate.window {
        3600 => language.per_hour.to_owned(),
        // No operation of the translated pages has a daily limit, so the English word is enough.
        86_400 => language.per_hour.replace("hour", "day"),
        _ => language.per_minute.to_owned(),
    };
    words.replace("{}", &language.grouped(rate.limit))
}

fn table(page: &mut String, parameters: &[Field], language: &Language, layout: Layout) {
    let [name, required, kind, description] = language.titles;
    let edge = if layout == Layout::Older { "" } else { "| " };
    writeln!(page, "{edge}{name}| {required} | {kind} | {description}").unwrap();
    writeln!(page, "{edge}:--- | -------- | :---: | -----------").unwrap();
    for field in parameters {
        let is_required = field.required.value() == Some(&true);
        let required = if is_required { language.required } else { language.optional };
        let kind = language.value_type(&field.value);
        let description = description_of(field, language, layout);
        writeln!(page, "{edge}`{}` | {required} | {kind} | {description}", field.name).unwrap();
    }
    writeln!(page, "{{: .reset-td-br-1 .reset-td-br-2 role=\"presentation\" }}\n").unwrap();
}

fn description_of(field: &Field, language: &Language, layout: Layout) -> String {
    let value = &field.value;
    let word = |word: &String| match layout {
        Layout::Older => format!("'{word}'"),
        _ => format!("`{word}`"),
    };
    let mut text = "X `ending_at` (x, l'x). ".to_owned();
    match (value.minimum.value(), value.maximum.value()) {
        (Some(minimum), Some(maximum)) => {
            let (between, and) = (language.between, language.and);
            write!(text, "{between} {minimum} {and} {maximum} (x). ").unwrap();
        }
        (None, Some(maximum)) => write!(text, "{} {maximum}. ", language.at_most).unwrap(),
        _ => {}
    }
    if let Some(words) = value.words.value() {
        let words: Vec<_> = words.iter().map(word).collect();
        text.push_str(&words.join(&format!(" {} ", language.or)));
        text.push_str(", ");
    }
    if let Some(default) = value.default.value() {
        let default = match value.kind.value() {
            Some(Kind::Text) => word(default),
            _ => default.clone(),
        };
        write!(text, "{} {default}.", language.default).unwrap();
    }
    text
}

fn example(page: &mut String, facts: &Facts) {
    let server = &facts.servers.value().unwrap()[0];
    // A page does not say where a parameter belongs.
    let in_query = |field: &&Field| field.place.value() != Some(&Place::Body);
    let query = facts.parameters.value().unwrap().iter().filter(in_query);
    let query: Vec<_> = query.map(|field| format!("{}={{{{x}}}}", field.name)).collect();
    let (method, path) = (facts.method.value().unwrap(), facts.path.value().unwrap());
    let url = format!("{server}{path}?{}", query.join("&"));
    let header = "--header 'Authorization: Bearer YOUR-REST-API-KEY'";
    writeln!(
        page,
        "{{% raw %}}\n```\ncurl --location -g --request {method} '{url}' \\\n{header}\n```\n{{% endraw %}}\n"
    )
    .unwrap();
}

fn reply(page: &mut String, reply: &Value, layout: Layout) {
    let mut body = String::new();
    match layout {
        Layout::Newer => body = real(reply).to_string(),
        _ => annotated(&mut body, reply, 0),
    }
    let head = "Content-Type: application/json\nAuthorization: Bearer YOUR-REST-API-KEY\n";
    let head = if layout == Layout::Newer { "" } else { head };
    writeln!(page, "```json\n{head}{body}\n```").unwrap();
}

/// The vendor's notation: types in brackets, dots where a list goes on.
fn annotated(out: &mut String, value: &Value, depth: usize) {
    let indent = "    ".repeat(depth);
    if let Some(fields) = value.fields.value() {
        out.push_str("{\n");
        for (index, field) in fields.iter().enumerate() {
            let comma = if index + 1 < fields.len() { "," } else { "" };
            write!(out, "{indent}    \"{}\" : ", field.name).unwrap();
            match field.value.kind.value() {
                Some(Kind::List | Kind::Object) => {
                    annotated(out, &field.value, depth + 1);
                    writeln!(out, "{comma}").unwrap();
                }
                Some(Kind::Text) => {
                    let required =
                        if field.required.value() == Some(&true) { "required" } else { "optional" };
                    writeln!(out, "({required}, string) 'x' when \"y\": {{ x{comma}").unwrap();
                }
                Some(Kind::Integer) => writeln!(out, "(int){comma}").unwrap(),
                Some(Kind::Number) => writeln!(out, "(float) x 1, 2{comma}").unwrap(),
                Some(Kind::Boolean) => writeln!(out, "(boolean){comma}").unwrap(),
                Some(Kind::Any) | None => writeln!(out, "(x){comma}").unwrap(),
            }
        }
        write!(out, "{indent}}}").unwrap();
    } else if let Some(items) = &value.items {
        write!(out, "[\n{indent}    ").unwrap();
        if items.fields.value().is_some() {
            annotated(out, items, depth + 1);
        }
        write!(out, ",\n{indent}    ...\n{indent}]").unwrap();
    } else {
        out.push_str("{}");
    }
}

/// An example of a value as JSON.
pub(super) fn real(value: &Value) -> serde_json::Value {
    use serde_json::json;
    if let Some(fields) = value.fields.value() {
        return fields.iter().map(|field| (field.name.clone(), real(&field.value))).collect();
    }
    match value.kind.value() {
        Some(Kind::List) => value.items.iter().map(|item| real(item)).collect(),
        Some(Kind::Object) => json!({}),
        Some(Kind::Integer) => json!(7),
        Some(Kind::Number) => json!(7.5),
        Some(Kind::Boolean) => json!(true),
        Some(Kind::Any) | None => json!(null),
        Some(Kind::Text) => json!("x"),
    }
}
