//! `spec/schema.json`: the JSON Schema that editors check the spec with.

use serde_json::{Value, json};

use super::shop::{SHOP, spec};

/// Checks a value against a schema, as far as the schema of the subset goes: any other keyword is a
/// fault of the test.
fn valid(schema: &Value, value: &Value, root: &Value) -> Result<(), String> {
    let Value::Object(keywords) = schema else {
        return if schema == &json!(true) { Ok(()) } else { Err("nothing is allowed".to_owned()) };
    };
    for (keyword, wanted) in keywords {
        match keyword.as_str() {
            "$schema" | "title" | "description" | "$defs" | "then" | "else" => {}
            "$ref" => {
                let pointer = wanted.as_str().unwrap().trim_start_matches('#');
                valid(root.pointer(pointer).unwrap(), value, root)?;
            }
            "if" => {
                let branch = if valid(wanted, value, root).is_ok() { "then" } else { "else" };
                valid(&keywords[branch], value, root)?;
            }
            "anyOf" => {
                let any = wanted.as_array().unwrap().iter();
                if !any.clone().any(|schema| valid(schema, value, root).is_ok()) {
                    return Err(format!("{value} fits none"));
                }
            }
            "type" => {
                let fits = match wanted.as_str().unwrap() {
                    "object" => value.is_object(),
                    "array" => value.is_array(),
                    "string" => value.is_string(),
                    "boolean" => value.is_boolean(),
                    "integer" => value.is_i64() || value.is_u64(),
                    "number" => value.is_number(),
                    other => panic!("the schema has the type {other}"),
                };
                if !fits {
                    return Err(format!("{value} is not of type {wanted}"));
                }
            }
            "enum" => {
                if !wanted.as_array().unwrap().contains(value) {
                    return Err(format!("{value} is not one of {wanted}"));
                }
            }
            "minimum" if value.as_f64() < wanted.as_f64() => {
                return Err(format!("{value} is too small"));
            }
            "maximum" if value.as_f64() > wanted.as_f64() => {
                return Err(format!("{value} is too great"));
            }
            "minimum" | "maximum" => {}
            "items" => {
                for item in value.as_array().into_iter().flatten() {
                    valid(wanted, item, root)?;
                }
            }
            "required" => {
                for key in wanted.as_array().unwrap() {
                    if value.as_object().is_some_and(|map| !map.contains_key(key.as_str().unwrap()))
                    {
                        return Err(format!("{key} is missing"));
                    }
                }
            }
            "properties" => {
                for (key, schema) in wanted.as_object().unwrap() {
                    if let Some(inner) = value.get(key) {
                        valid(schema, inner, root).map_err(|error| format!("{key}: {error}"))?;
                    }
                }
            }
            "additionalProperties" => {
                let known = keywords.get("properties");
                for (key, inner) in value.as_object().into_iter().flatten() {
                    if known.is_none_or(|known| known.get(key).is_none()) {
                        valid(wanted, inner, root).map_err(|error| format!("{key}: {error}"))?;
                    }
                }
            }
            other => panic!("the schema has the keyword {other}"),
        }
    }
    Ok(())
}

fn read(text: &str) -> Value {
    xtask::spec::json(text).unwrap()
}

#[test]
fn every_file_of_the_spec_fits() {
    let schema = xtask::json_schema();
    for (path, text) in spec()
        .iter()
        .filter(|(path, _)| !path.contains("overlays/") && !path.ends_with("inventory.yaml"))
    {
        if let Err(problem) = valid(&schema, &read(text), &schema) {
            panic!("{path}: {problem}");
        }
    }
    valid(&schema, &read(SHOP), &schema).unwrap();
}

#[test]
fn what_the_generator_refuses_the_schema_refuses() {
    let schema = xtask::json_schema();
    for (old, new) in [
        ("x-braze-permission:", "x-braze-permision:"),
        ("      operationId: orders.data_series\n", ""),
        ("minimum: 1,", "minimum: one,"),
        ("maxLength: 20", "maxLength: -20"),
        ("in: path", "in: cookie"),
        ("type: string, enum", "type: strin, enum"),
        ("text: { type: string, minLength: 1, maxLength: 500 }", "text: { oneOf: [] }"),
        ("tags: [orders]", "tags: orders"),
        ("limit: 60", "limit: much"),
    ] {
        assert!(SHOP.contains(old), "{old}");
        let broken = read(&SHOP.replacen(old, new, 1));
        assert!(valid(&schema, &broken, &schema).is_err(), "{new}");
    }
}

#[test]
fn every_key_is_described() {
    fn check(name: &str, schema: &Value) {
        for (key, schema) in schema["properties"].as_object().into_iter().flatten() {
            assert!(
                schema["description"].as_str().is_some_and(|text| text.len() > 5),
                "{name}.{key}"
            );
        }
    }
    let schema = xtask::json_schema();
    let definitions = schema["$defs"].as_object().unwrap();
    assert!(definitions.len() > 10);
    definitions.iter().for_each(|(name, schema)| check(name, schema));
}
