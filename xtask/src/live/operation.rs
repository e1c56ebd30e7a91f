//! [`Readable`]: an operation that only reads, from the bundled spec.

use serde_json::Value;

/// An operation that only reads.
#[derive(Debug)]
pub(super) struct Readable {
    pub(super) id: String,
    pub(super) tag: String,
    /// The template of its path.
    pub(super) path: String,
    /// Names of the parameters that must be sent.
    pub(super) required: Vec<String>,
    /// Names of parameters of which one must be sent, for each such rule.
    pub(super) choices: Vec<Vec<String>>,
    /// The schema of a success.
    pub(super) schema: Value,
}

/// Returns the operations of `GET`, in the order of the spec.
pub(super) fn readable(spec: &Value) -> Vec<Readable> {
    let paths = spec["paths"].as_object().into_iter().flatten();
    paths.filter_map(|(path, item)| read(spec, path, &item["get"])).collect()
}

fn read(spec: &Value, path: &str, operation: &Value) -> Option<Readable> {
    let responses = operation["responses"].as_object()?;
    let success = responses.iter().find(|(status, _)| status.starts_with('2'))?.1;
    let schema = resolve(spec, success)["content"]["application/json"]["schema"].clone();
    let parameters = operation["parameters"].as_array().into_iter().flatten();
    let parameters = parameters.map(|parameter| resolve(spec, parameter));
    let required = parameters.filter(|parameter| parameter["required"] == true);
    let required = required.filter_map(|parameter| Some(parameter["name"].as_str()?.to_owned()));
    let rules = operation["x-braze-rules"].as_array().into_iter().flatten();
    let choices = rules.filter_map(|rule| {
        let names = rule.get("at-least-one").or_else(|| rule.get("exactly-one"))?.as_array()?;
        Some(names.iter().filter_map(Value::as_str).map(str::to_owned).collect())
    });
    Some(Readable {
        id: operation["operationId"].as_str()?.to_owned(),
        tag: operation["tags"][0].as_str().unwrap_or_default().to_owned(),
        path: path.to_owned(),
        required: required.collect(),
        choices: choices.collect(),
        schema,
    })
}

/// Follows a reference within the document.
pub(super) fn resolve<'a>(spec: &'a Value, node: &'a Value) -> &'a Value {
    let pointer = node["$ref"].as_str().and_then(|target| target.strip_prefix('#'));
    pointer.and_then(|pointer| spec.pointer(pointer)).unwrap_or(node)
}
