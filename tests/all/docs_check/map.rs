//! A spec whose reply has a map, and a page that names some of its fields.

use std::collections::BTreeMap;

use xtask::docs_check::Spec;

const SPEC: &str = "\
openapi: 3.1.1
info: { title: x, version: '1' }
servers:
  - { x-braze-instance: US-01, url: https://rest.iad-01.braze.com }
security: [{ bearer: [] }]
tags: [{ name: things, description: Things. }]
x-braze-sources: { documentation: x }
x-braze-pools:
  default: { description: All, limit: 10, window: 60, x-braze-source: documentation }
paths:
  /things/list:
    get:
      operationId: things.list
      tags: [things]
      summary: Things.
      x-braze-replay: read
      x-braze-source: documentation
      responses:
        \"200\":
          description: Things.
          content:
            application/json:
              schema:
                type: object
                required: [counts]
                properties:
                  counts:
                    description: Counts by channel.
                    type: object
                    additionalProperties: { type: integer }
              examples:
                some:
                  value: { counts: {} }
                  x-braze-request: {}
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer, description: A key. }
";

pub(super) fn spec() -> Spec {
    let files = BTreeMap::from([("spec/openapi.yaml".to_owned(), SPEC.to_owned())]);
    Spec::load(&files, "spec/openapi.yaml").unwrap_or_else(|report| {
        panic!("{}", report.render(xtask::spec::diagnostic::Format::Plain));
    })
}

/// A page that shows these fields of the map.
pub(super) fn page(fields: &str) -> String {
    format!("# GET /things/list\n\n```json\n{{\"counts\": {{{fields}}}}}\n```\n")
}
