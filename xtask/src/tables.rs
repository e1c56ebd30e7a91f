//! Tables in Markdown: the families in the README and the keys of the subset in that of the spec, each
//! between its markers; all operations in a file of their own.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::Value;

use crate::spec::ir::Api;

/// Inserts a table between the markers of its name. Returns `None` if the text has no such markers.
pub(crate) fn with_table(text: &str, name: &str, table: &str) -> Option<String> {
    let (begin, end) = (format!("<!-- {name}:begin -->"), format!("<!-- {name}:end -->"));
    let (before, rest) = text.split_once(&begin)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{begin}\n{table}{end}{after}"))
}

/// Returns a table with a line for each family: its feature, its operations, and the first words of their commands.
pub(crate) fn families(api: &Api) -> String {
    let mut table =
        "| Cargo feature | Operations | About | Commands |\n|---|--:|---|---|\n".to_owned();
    for family in &api.families {
        let operations = api.modules.iter().flat_map(|module| &module.operations);
        let operations: Vec<_> = operations.filter(|it| it.family == family.name).collect();
        let words = operations.iter().filter_map(|it| it.command.first());
        let words: BTreeSet<_> = words.map(|word| format!("`{word}`")).collect();
        table.push_str(&format!(
            "| `{}` | {} | {} | {} |\n",
            family.name,
            operations.len(),
            cell(&family.description),
            words.into_iter().collect::<Vec<_>>().join(", "),
        ));
    }
    table
}

/// Returns the document with a line for each operation, by name.
pub(crate) fn operations(api: &Api) -> String {
    let modules = api.modules.iter();
    let mut operations: Vec<_> =
        modules.flat_map(|module| module.operations.iter().map(move |it| (module, it))).collect();
    operations.sort_by(|(_, a), (_, b)| a.id.cmp(&b.id));
    let mut text = "<!-- Written from the spec by `cargo xtask codegen`. Change the spec, not this file. -->\n\n\
         # Operations\n\n\
         Every operation with its command, its request type, and the cargo feature that holds the type.\n\n\
         | Command | Request type | Feature | Operation | About |\n|---|---|---|---|---|\n"
        .to_owned();
    for (module, it) in operations {
        let about = if it.description.is_empty() { &it.summary } else { &it.description };
        text.push_str(&format!(
            "| `braze {}` | `{}::{}` | `{}` | `{} {}` | {} |\n",
            it.words().join(" "),
            module.name,
            it.request,
            it.family,
            it.method.as_str(),
            it.template,
            cell(about.split("\n\n").next().unwrap_or_default()),
        ));
    }
    text
}

/// Returns a section for each object of the subset, with its keys.
pub(crate) fn keys(schema: &Value) -> String {
    let mut out = String::new();
    for (name, object) in schema["$defs"].as_object().into_iter().flatten() {
        let description = object["description"].as_str().unwrap_or_default();
        let required = object["required"].as_array();
        let is_required = |key: &str| required.is_some_and(|keys| keys.iter().any(|it| it == key));
        // Writing to a string cannot fail.
        let _ = write!(
            out,
            "\n### {name}\n\n{}\n\n| key | value | meaning |\n|---|---|---|\n",
            paragraph(description),
        );
        for (key, value) in object["properties"].as_object().into_iter().flatten() {
            let must = if is_required(key) { ", required" } else { "" };
            let about = cell(value["description"].as_str().unwrap_or_default());
            let _ = writeln!(out, "| `{key}` | {}{must} | {about} |", cell(&shape(value)));
        }
    }
    out.push('\n');
    out
}

/// Describes the allowed values of a schema in words.
fn shape(schema: &Value) -> String {
    if let Some(target) = schema["$ref"].as_str() {
        let name = target.rsplit('/').next().unwrap_or_default();
        return format!("[{name}](#{})", name.to_lowercase());
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<_> =
            words.iter().filter_map(Value::as_str).map(|it| format!("`{it}`")).collect();
        return words.join(" or ");
    }
    if let Some(other) = schema.get("else") {
        return match schema["then"]["$ref"].as_str() {
            Some(_) => format!("{}, or a `$ref` to one", shape(other)),
            None => format!("{}, or a boolean", shape(other)),
        };
    }
    if let Some(first) = schema["anyOf"].as_array().and_then(|any| any.first()) {
        return format!("{}, or a list of these", shape(first));
    }
    match schema["type"].as_str() {
        Some("array") => format!("list: {}", shape(&schema["items"])),
        Some("object") => format!("map: {}", shape(&schema["additionalProperties"])),
        Some("string") => "text".to_owned(),
        Some(other) => other.to_owned(),
        None => "any".to_owned(),
    }
}

fn cell(text: &str) -> String {
    paragraph(text).replace('|', "\\|")
}

fn paragraph(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
