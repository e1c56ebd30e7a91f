//! [`lower`]: from OpenAPI 3.1 to 3.0, as far as the made-up spec goes.

use serde_json::Value;

/// Turns a bundled spec into a document of OpenAPI 3.0.3, without the project's own keys.
pub(super) fn lower(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(lower),
        Value::Object(entries) => {
            // OpenAPI 3.0 allows nothing beside a reference. Other generators read no patterns.
            let is_reference = entries.contains_key("$ref");
            entries.retain(|key, _| {
                key == "$ref" || (!is_reference && !key.starts_with("x-braze-") && key != "pattern")
            });
            if let Some(version) = entries.get_mut("openapi") {
                *version = "3.0.3".into();
            }
            // `type: [string, "null"]` is `type: string` with `nullable: true`.
            if let Some(Value::Array(types)) = entries.get("type") {
                let ty = types.iter().find(|ty| *ty != "null").cloned().unwrap_or_default();
                entries.insert("type".to_owned(), ty);
                entries.insert("nullable".to_owned(), true.into());
            }
            entries.values_mut().for_each(lower);
        }
        _ => {}
    }
}
