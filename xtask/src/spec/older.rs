//! A bundled spec for tools that read less: [`to_openapi_30`] and [`simplify`].

use serde_json::{Map, Value, json};

/// The methods of a path, as its keys.
const METHODS: [&str; 5] = ["get", "put", "post", "patch", "delete"];

/// Turns a bundled spec into a document of OpenAPI 3.0.3, without the project's own keys.
pub(crate) fn to_openapi_30(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(to_openapi_30),
        Value::Object(entries) => {
            // OpenAPI 3.0 allows nothing beside a reference.
            let is_reference = entries.get("$ref").is_some_and(Value::is_string);
            entries
                .retain(|key, _| key == "$ref" || (!is_reference && !key.starts_with("x-braze-")));
            if let Some(version) = entries.get_mut("openapi").filter(|version| version.is_string())
            {
                *version = "3.0.3".into();
            }
            // `type: [string, "null"]` is `type: string` with `nullable: true`.
            if let Some(Value::Array(types)) = entries.get("type").cloned() {
                entries.remove("type");
                if types.iter().any(|ty| ty == "null") {
                    entries.insert("nullable".to_owned(), true.into());
                }
                // Several other types are any type.
                if let [ty] = &types.into_iter().filter(|ty| ty != "null").collect::<Vec<_>>()[..] {
                    entries.insert("type".to_owned(), ty.clone());
                }
            }
            entries.values_mut().for_each(to_openapi_30);
        }
        _ => {}
    }
}

/// Reduces each operation of a bundled spec to one success and one failure, to JSON, and to what types alone say:
/// without patterns and without rules on several fields. Returns the operations that cannot be reduced and are
/// left out.
pub(crate) fn simplify(document: &mut Value) -> Vec<String> {
    let mut left_out = Vec::new();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let Some(item) = item.as_object_mut() else { continue };
        for method in METHODS {
            let Some(operation) = item.get_mut(method) else { continue };
            if let Some(content) =
                operation.pointer_mut("/requestBody/content").and_then(Value::as_object_mut)
            {
                content.retain(|kind, _| kind == "application/json");
                if content.is_empty() {
                    left_out.push(format!("{} {path}", method.to_uppercase()));
                    item.remove(method);
                    continue;
                }
            }
            let responses = operation.get_mut("responses").and_then(Value::as_object_mut);
            responses.map(one_success_and_one_failure);
        }
    }
    without_conditions(document);
    left_out
}

fn one_success_and_one_failure(responses: &mut Map<String, Value>) {
    let success = responses.keys().find(|status| status.starts_with('2')).cloned();
    responses.retain(|status, _| Some(status) == success.as_ref());
    let schema = json!({ "type": "object", "additionalProperties": true });
    let failure = json!({ "description": "A failure.", "content": { "application/json": { "schema": schema } } });
    responses.insert("default".to_owned(), failure);
}

/// Takes the keywords out that no type expresses. Properties of the same names stay.
fn without_conditions(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(without_conditions),
        Value::Object(entries) => {
            entries.retain(|key, value| {
                !(key == "pattern" && value.is_string() || key == "allOf" && value.is_array())
            });
            entries.values_mut().for_each(without_conditions);
        }
        _ => {}
    }
}
