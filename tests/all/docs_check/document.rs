//! [`document`]: facts written as an OpenAPI document in the vendor's form.

use serde_json::{Map, Value as Json, json};
use xtask::docs_check::{Facts, Field, Format, Kind, Place, Value};

use super::language::LANGUAGES;
use super::page::rates;

/// The dialect of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    V3_0,
    V3_1,
    /// 3.0 with numbers in quotes, and everything shared by reference.
    Sloppy,
}

impl Dialect {
    pub(super) const ALL: [Self; 3] = [Self::V3_0, Self::V3_1, Self::Sloppy];
}

/// A document that says what facts say, as JSON, which is YAML too.
pub(super) fn document(facts: &Facts, dialect: Dialect) -> String {
    let mut shared = Map::new();
    let parameters = facts.parameters.value().unwrap().iter();
    let (body, own): (Vec<_>, Vec<_>) =
        parameters.partition(|field| field.place.value() == Some(&Place::Body));
    let own: Vec<_> = own.into_iter().map(|field| parameter(field, dialect)).collect();
    let reply = facts.reply.value().map(|reply| schema(reply, dialect));
    let reply = match (reply, dialect) {
        (Some(reply), Dialect::Sloppy) => {
            shared.insert("A/reply%".to_owned(), reply);
            json!({ "$ref": "#/components/schemas/A~1reply%25" })
        }
        (reply, _) => reply.unwrap_or(Json::Null),
    };
    let limit = rates(facts.pool.value().unwrap(), &LANGUAGES[0]);
    // SCIM knows no permissions.
    let permission = facts.permission.value().map_or(String::new(), |permissions| {
        format!("Needs the permission `{}`.\n\n", permissions[0])
    });
    let mut operation = json!({
        "description": format!("{permission}Up to {limit}."),
        "deprecated": facts.deprecated.value(),
        "parameters": own,
        "responses": {
            "200": { "description": "x", "content": { "application/json": { "schema": reply } } },
            "401": { "description": "x" },
        },
    });
    if !body.is_empty() {
        let fields = object(&body.into_iter().cloned().collect::<Vec<_>>(), dialect);
        operation["requestBody"] =
            json!({ "content": { "application/json": { "schema": fields } } });
    }
    let servers: Vec<_> =
        facts.servers.value().unwrap().iter().map(|url| json!({ "url": url })).collect();
    let method = facts.method.value().unwrap().to_lowercase();
    let document = json!({
        "openapi": if dialect == Dialect::V3_1 { "3.1.0" } else { "3.0.3" },
        "info": { "title": "x", "version": "1" },
        "servers": servers,
        "paths": { facts.path.value().unwrap(): { method: operation } },
        "components": { "schemas": shared },
    });
    format!("{document:#}")
}

fn parameter(field: &Field, dialect: Dialect) -> Json {
    let place = field.place.value().unwrap();
    let required = *field.required.value().unwrap();
    let required =
        if dialect == Dialect::Sloppy { json!(required.to_string()) } else { json!(required) };
    json!({
        "name": field.name,
        "in": place.to_string(),
        "required": required,
        "schema": schema(&field.value, dialect),
    })
}

fn object(fields: &[Field], dialect: Dialect) -> Json {
    let required: Vec<_> = fields
        .iter()
        .filter(|field| field.required.value() == Some(&true))
        .map(|field| field.name.clone())
        .collect();
    let properties: Map<_, _> =
        fields.iter().map(|field| (field.name.clone(), schema(&field.value, dialect))).collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

fn schema(value: &Value, dialect: Dialect) -> Json {
    if let Some(fields) = value.fields.value() {
        return object(fields, dialect);
    }
    let mut schema = Map::new();
    let mut put = |key: &str, value: Json| {
        schema.insert(key.to_owned(), value);
    };
    let nullable = value.nullable.value() == Some(&true);
    if let Some(kind) = value.kind.value().filter(|kind| **kind != Kind::Any) {
        match (nullable, dialect) {
            (true, Dialect::V3_1) => put("type", json!([kind.as_str(), "null"])),
            (true, _) => {
                put("type", json!(kind.as_str()));
                put("nullable", json!(true));
            }
            (false, _) => put("type", json!(kind.as_str())),
        }
    }
    if let Some(format @ (Format::Date | Format::DateTime | Format::LocalDateTime)) =
        value.format.value()
    {
        put("format", json!(format.to_string()));
    }
    let bounds = [
        ("minimum", "exclusiveMinimum", &value.minimum, -1.0),
        ("maximum", "exclusiveMaximum", &value.maximum, 1.0),
    ];
    for (key, exclusive, bound, step) in bounds {
        let Some(bound) = bound.value() else { continue };
        match dialect {
            Dialect::V3_0 => put(key, json!(bound)),
            Dialect::V3_1 => put(exclusive, json!(bound + step)),
            Dialect::Sloppy => put(key, json!(bound.to_string())),
        }
    }
    let is_list = value.kind.value() == Some(&Kind::List);
    for (length, of_list, of_text) in
        [(&value.shortest, "minItems", "minLength"), (&value.longest, "maxItems", "maxLength")]
    {
        if let Some(length) = length.value() {
            put(if is_list { of_list } else { of_text }, json!(length));
        }
    }
    if let Some(default) = value.default.value() {
        put("default", json!(default));
    }
    if let Some(words) = value.words.value() {
        put("enum", json!(words));
    }
    if let Some(items) = &value.items {
        let key =
            if value.kind.value() == Some(&Kind::List) { "items" } else { "additionalProperties" };
        put(key, self::schema(items, dialect));
    }
    Json::Object(schema)
}
