//! A spec of two endpoints with its four overlays, to be changed by tests.

use std::collections::BTreeMap;

use xtask::codegen::CodegenError;
use xtask::reference::{Reference, generate};
use xtask::spec::diagnostic::Report;

use crate::generator::shop::workspace;

/// The root document.
const ROOT: &str = r#"openapi: 3.1.1
info: { title: Little, version: 0.1.0 }
servers:
  - { x-braze-instance: US-01, url: https://little.example.com }
security:
  - bearer: []
tags:
  - name: sessions
    description: The sessions.
x-braze-pools:
  default: { description: All of them, limit: 60000, window: 60 }
paths:
  /sessions/data_series: { $ref: paths/data_series.yaml }
  /sessions/names:
    get:
      operationId: sessions.names
      tags: [sessions]
      summary: List the names
      responses:
        "204": { description: Nothing. }
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
  responses:
    Failed: { description: It failed. }
"#;

/// The series, which is complete in every language.
const SESSIONS: &str = r#"get:
  operationId: sessions.data_series
  tags: [sessions]
  summary: Read the sessions
  x-braze-translated: true
  description: How many there were before `end`.
  x-braze-series: { length: length, end: end, rows: data, time: time, value: sessions }
  parameters:
    - name: length
      in: query
      required: true
      schema: { type: integer, minimum: 1, maximum: 100 }
    - name: end
      in: query
      description: The [last](https://little.example.com/last) day.
      schema: { type: string, format: date-time }
  responses:
    "200":
      description: Nothing at all.
      content:
        application/json:
          schema:
            type: object
            required: [message, data]
            properties:
              message: { type: string, x-braze-type: message }
              data:
                type: array
                items:
                  type: object
                  required: [time, sessions]
                  properties:
                    time: { type: string, x-braze-type: series-time }
                    sessions: { type: integer, minimum: 0 }
    "400": { $ref: ../openapi.yaml#/components/responses/Failed }
"#;

/// The texts of the first language; those of the others are alike.
const OVERLAY: &str = r#"overlay: 1.1.0
info: { title: Other words, version: 0.1.0 }
extends: ../openapi.yaml
actions:
  - target: $.info
    update: { title: Klein }
  - target: $.tags[0]
    update: { description: Die Sitzungen. }
  - target: $['x-braze-pools'].default
    update: { description: Alle }
  - target: $.paths['/sessions/data_series'].get
    update:
      summary: Die Sitzungen lesen
      description: Wie viele es vor `end` waren.
      responses:
        "200": { description: Gar nichts. }
  - target: $.paths['/sessions/data_series'].get.parameters[?@.name == 'end']
    update: { description: "Der [letzte](https://little.example.com/last) Tag." }
  - target: $.components.responses.Failed
    update: { description: Gescheitert. }
"#;

/// The files, with one piece of one of them replaced.
pub(super) fn little(path: &str, old: &str, new: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<_, _> = [
        ("spec/openapi.yaml", ROOT),
        ("spec/paths/data_series.yaml", SESSIONS),
        ("spec/overlays/de.yaml", OVERLAY),
        ("spec/overlays/es.yaml", OVERLAY),
        ("spec/overlays/fr.yaml", OVERLAY),
        ("spec/overlays/pt-BR.yaml", OVERLAY),
    ]
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .into();
    let text = files.entry(path.to_owned()).or_default();
    assert!(text.contains(old), "`{path}` has no `{old}`");
    *text = text.replacen(old, new, 1);
    files
}

/// The pages of such files, or what is wrong with them.
pub(super) fn written(files: &BTreeMap<String, String>) -> Result<Reference, Box<Report>> {
    match generate(files, "spec/openapi.yaml", &workspace().join("rustfmt.toml")) {
        Ok(reference) => Ok(reference),
        Err(CodegenError::Spec(report)) => Err(report),
        Err(other) => panic!("{other}"),
    }
}
