//! OpenAPI documents in the vendor's form.

use xtask::docs_check::{check, table};

use super::{contradictions, fixture, outcome, spec};

#[test]
fn a_document_of_openapi_3_0() {
    insta::assert_snapshot!(table(&[outcome(&fixture("documents/sessions-3.0.yaml"))]));
}

#[test]
fn a_document_of_openapi_3_1_in_json() {
    insta::assert_snapshot!(table(&[outcome(&fixture("documents/sessions-3.1.json"))]));
}

#[test]
fn a_sloppy_document_is_read_as_far_as_its_meaning_is_plain() {
    insta::assert_snapshot!(table(&[outcome(&fixture("documents/sessions-sloppy.yaml"))]));
}

#[test]
fn a_document_that_differs_is_told_fact_by_fact() {
    insta::assert_snapshot!(table(&[outcome(&fixture("documents/sessions-drifted.yaml"))]));
}

/// A document with one operation, its parameters and the schema of its reply.
fn written(parameters: &str, reply: &str, more: &str) -> String {
    format!(
        r##"{{
          "openapi": "3.0.3",
          "paths": {{ "/sessions/data_series": {{ "get": {{
            "parameters": {parameters},
            "responses": {{ "default": {{ "$ref": "#/components/responses/Rows" }} }}
          }} }} }},
          "components": {{
            "responses": {{ "Rows": {{ "content": {{ "application/json": {{ "schema": {reply} }} }} }} }},
            "schemas": {{ {more} }}
          }}
        }}"##
    )
}

/// The lines of the report about facts that begin with a name.
fn report_about(document: &str, about: &str) -> String {
    let mut outcome = outcome(document);
    outcome.findings.retain(|finding| {
        let fact = finding.fact.to_string();
        fact.starts_with(about) || fact == "document"
    });
    table(&[outcome])
}

#[test]
fn alternatives_and_combinations_are_read_where_they_come_to_one_type() {
    let reply = r##"{ "allOf": [
        { "$ref": "#/components/schemas/Envelope" },
        { "properties": { "data": { "type": "array", "items": { "oneOf": [
            { "type": "object", "properties": { "time": { "anyOf": [{ "type": "string" }, { "type": "null" }] } } },
            { "type": "object", "properties": { "hour": { "type": "string" } } }
        ] } } } }
    ] }"##;
    let envelope = r#""Envelope": { "required": ["message"], "properties": {
        "message": { "oneOf": [{ "type": "string" }, { "type": "integer" }] } } }"#;
    insta::assert_snapshot!(report_about(&written("[]", reply, envelope), "reply"));
}

#[test]
fn references_that_lead_nowhere_or_back_are_noted() {
    let parameters = r##"[
        { "$ref": "#/components/parameters/Missing" },
        { "$ref": "https://pages.example/shared.yaml#/Length" },
        { "name": "unit", "in": "query", "schema": { "$ref": "#/components/schemas/Loop" } },
        { "in": "query" }
    ]"##;
    let reply = r##"{ "$ref": "#/components/schemas/Tree" }"##;
    let schemas = r##""Loop": { "$ref": "#/components/schemas/Loop" },
        "Tree": { "properties": { "message": { "type": "string" }, "data": { "$ref": "#/components/schemas/Tree" } } }"##;
    insta::assert_snapshot!(report_about(&written(parameters, reply, schemas), ""));
}

#[test]
fn a_document_that_multiplies_itself_is_given_up() {
    let schemas: Vec<_> = (0..40)
        .map(|level| {
            let next = format!(r##"{{ "$ref": "#/components/schemas/S{}" }}"##, level + 1);
            format!(
                r#""S{level}": {{ "allOf": [{next}, {next}, {next}, {next}, {next}, {next}] }}"#
            )
        })
        .collect();
    let reply = r##"{ "$ref": "#/components/schemas/S0" }"##;
    let report = report_about(&written("[]", reply, &schemas.join(", ")), "servers");
    assert!(report.contains("expands to too many schemas"), "{report}");
}

#[test]
fn several_operations_are_checked_each() {
    let document = fixture("documents/sessions-3.0.yaml").replace(
        "components:\n  securitySchemes",
        "  /other/path:\n    post:\n      responses: {}\ncomponents:\n  securitySchemes",
    );
    let outcomes = check(spec(), "here", &document);
    assert_eq!(outcomes.len(), 2);
    assert!(contradictions(&outcomes[0]).is_empty());
    assert_eq!(
        contradictions(&outcomes[1])[0].remark,
        "the spec has no operation POST /other/path"
    );
}

#[test]
fn what_is_no_document_that_this_reads_is_a_contradiction() {
    let texts = [
        "swagger: '2.0'\npaths: {}\n",
        "openapi: 3.0.3\npaths: {}\n",
        "openapi: 3.0.3\npaths: [\n",
        "{\"openapi\": \"4.0.0\"}",
        "{\"no\": \"version\"}",
        "{",
    ];
    insta::assert_snapshot!(table(&texts.map(outcome)));
}
