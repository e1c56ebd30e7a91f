//! Broken specs: the shop's spec with one thing wrong, and what is said about it.

use super::shop::{SHOP, problems};
use xtask::spec::diagnostic::Format;

/// For each name, a test: the pieces of the shop's spec on the left become those on the right, and
/// what is then said about it is held in a snapshot.
macro_rules! broken {
    ($( $name:ident: $($old:literal => $new:literal),+; )+) => {
        $(
            #[test]
            fn $name() {
                let mut spec = SHOP.to_owned();
                $(
                    assert!(spec.contains($old), "the shop's spec has no `{}`", $old);
                    spec = spec.replacen($old, $new, 1);
                )+
                let report = problems(&spec);
                assert!(report.is_located());
                insta::assert_snapshot!(stringify!($name), report.render(Format::Plain));
            }
        )+

        #[test]
        fn there_are_at_least_forty_broken_specs() {
            assert!([$(stringify!($name)),+].len() >= 40);
        }
    };
}

broken! {
    // The document's format.
    not_yaml: "tags: [orders]" => "tags: [orders";
    duplicate_key: "summary: Orders by time" => "summary: Orders by time\n      summary: Orders again";
    merge_key: "  schemas:\n" => "  schemas:\n    <<: { A: { type: string } }\n";
    an_older_openapi: "openapi: 3.1.1" => "openapi: 3.0.3";
    version_as_a_number: "openapi: 3.1.1" => "openapi: 3.1";

    // Keys.
    unknown_key: "x-braze-permission:" => "x-braze-permision:";
    unknown_key_far_from_all: "summary: Orders by time" => "summary: Orders by time\n      flavour: sweet";
    missing_key: "      operationId: orders.data_series\n" => "";
    key_outside_the_subset: "      requestBody:" => "      callbacks: {}\n      requestBody:";
    several_at_once:
        "title: A shop" => "titel: A shop",
        "minimum: 1," => "minimum: one,",
        "in: path" => "in: cookie",
        "type: string, enum: [day, hour]" => "type: strin, enum: [day, hour]";

    // Types of values.
    wrong_type: "minimum: 1," => "minimum: one,";
    number_for_text: "title: A shop" => "title: 7";
    text_for_boolean: "required: true\n          description: Greatest" => "required: \"yes\"\n          description: Greatest";
    map_for_list: "tags: [orders]" => "tags: { orders: true }";
    list_for_map: "info: { title: A shop, version: \"1\" }" => "info: [A shop]";
    nothing_for_a_map: "          schema: { type: string, format: date-time }" => "          schema:";
    unknown_word: "in: query" => "in: body";
    negative_count: "maxLength: 20" => "maxLength: -20";

    // References.
    missing_reference: "schemas/Unit\"" => "schemas/Units\"";
    reference_to_another_section: "#/components/responses/Failure" => "#/components/schemas/Failure";
    reference_to_anywhere: "#/components/responses/Failure" => "#/paths/~1orders/get";
    reference_to_another_file: "#/components/responses/Failure" => "other.yaml#/components/responses/Failure";
    reference_to_itself: "    Unit: { type: string, enum: [day, hour] }" => "    Unit: { $ref: \"#/components/schemas/Unit\" }";
    circle_of_responses: "    Failure:\n      description: The request failed." => "    Failure: { $ref: \"#/components/responses/Other\" }\n    Other: { $ref: \"#/components/responses/Failure\" }\n    Third:\n      description: The request failed.";
    key_beside_a_reference: "{ $ref: \"#/components/schemas/Unit\", default: day }" => "{ $ref: \"#/components/schemas/Unit\", type: string }";
    unused_component: "    Failure: { type: object" => "    Spare: { type: string }\n    Failure: { type: object";
    missing_file: "  /orders/{order_id}/notes:\n" => "  /lost: { $ref: paths/lost.yaml }\n  /orders/{order_id}/notes:\n";

    // Failures.
    the_envelope_as_a_reply: "            application/json:\n              schema:\n                type: object\n                required: [message, id]" => "            application/json:\n              schema:\n                type: object\n                x-braze-type: envelope\n                required: [message, id]";

    // Headers, secrets, forms.
    a_header_of_the_clients: "- name: labels\n          in: query\n          explode: false\n          schema: { type: array, items: { type: string, maxLength: 20 }, maxItems: 5 }" => "- name: Authorization\n          in: header\n          schema: { type: string }";
    a_name_that_no_header_has: "- name: labels\n          in: query\n          explode: false\n          schema: { type: array, items: { type: string, maxLength: 20 }, maxItems: 5 }" => "- name: \"a b\"\n          in: header\n          schema: { type: string }";
    a_list_in_a_header: "- name: labels\n          in: query\n          explode: false\n" => "- name: X-Labels\n          in: header\n";
    an_unknown_scheme: "      summary: Put a note to an order\n" => "      summary: Put a note to an order\n      security: [{ token: [] }]\n";
    several_schemes: "      summary: Put a note to an order\n" => "      summary: Put a note to an order\n      security: []\n";
    a_secret_in_a_reply: "                  id: { type: string }" => "                  id: { type: string, x-braze-secret: true }";
    a_secret_in_a_query: "schema: { type: array, items: { type: string, maxLength: 20 }, maxItems: 5 }" => "schema: { type: string, x-braze-secret: true }";
    a_form_that_lacks_a_field: "          application/json:\n            schema:\n              type: object\n              required: [text]" => "          multipart/form-data: { schema: { type: object, properties: { file: { type: string, format: binary } } } }\n          application/json:\n            schema:\n              type: object\n              required: [text]";
    a_form_of_objects: "          application/json:\n            schema:\n              type: object\n              required: [text]\n              properties:\n                text: { type: string, minLength: 1, maxLength: 500 }" => "          multipart/form-data:\n            schema:\n              type: object\n              required: [text]\n              properties:\n                text: { type: object, properties: { inner: { type: string } } }";

    // Paths and operations.
    path_placeholder_without_parameter: "in: path" => "in: query";
    parameter_without_placeholder: "/orders/{order_id}/notes" => "/orders/notes";
    placeholder_within_a_segment: "/orders/{order_id}/notes" => "/orders/o-{order_id}/notes";
    path_without_a_slash: "/orders/data_series:" => "orders/data_series:";
    two_paths_of_one_shape: "components:\n" => "  /orders/{id}/notes:\n    get:\n      operationId: orders.notes\n      tags: [orders]\n      summary: Notes\n      parameters:\n        - { name: id, in: path, required: true, schema: { type: string } }\n      responses:\n        \"204\": { description: None. }\ncomponents:\n";
    path_without_operations: "components:\n" => "  /nothing: {}\ncomponents:\n";
    get_with_body: "    post:" => "    get:";
    duplicate_operation_id: "operationId: orders.add_note" => "operationId: orders.data_series";
    duplicate_command: "x-braze-command: orders\n" => "x-braze-command: orders add-note\n";
    bad_command: "x-braze-command: orders\n" => "x-braze-command: Orders!\n";
    unknown_tag: "tags: [orders]" => "tags: [order]";
    two_tags: "tags: [orders]" => "tags: [orders, reports]";
    unknown_pool: "x-braze-pool: slow" => "x-braze-pool: slo";
    unknown_source: "x-braze-source: pages }" => "x-braze-source: page }";
    rule_with_two_conditions: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-rules: [{ at-least-one: [labels], together: [labels, order_id] }]";
    rule_without_its_fields: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-rules: [{ requires: labels }]";
    rule_on_an_unknown_field: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-rules: [{ at-least-one: [label] }]";
    rule_that_counts_items_of_a_text: "              required: [text]" => "              required: [text]\n              x-braze-rules: [{ max-items: 3, fields: [text, kind] }]";
    rule_of_a_reply: "                required: [message, id]" => "                required: [message, id]\n                x-braze-rules: [{ at-least-one: [id] }]";
    rule_with_half_a_condition: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-rules: [{ when: labels, required: [labels] }]";
    rule_with_a_condition_on_a_list: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-rules: [{ when: labels, is: true, required: [labels] }]";
    consequence_without_a_condition: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-rules: [{ at-least-one: [labels], required: [labels] }]";
    cases_without_a_last_one: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-replay: [{ when: text, class: add }]";
    case_of_an_unknown_field: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-replay: [{ when: txet, class: add }, { class: set }]";
    case_of_a_field_that_does_not_add: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-replay: [{ adds: text, class: add }, { class: set }]";
    characters_that_are_none: "maxLength: 20" => "maxLength: 20, x-braze-characters: \"a-\\\\d[\"";
    hand_written_type_on_the_other_side: "maxLength: 20" => "maxLength: 20, x-braze-type: partial-errors";
    one_number_instead_of_a_list: "                required: [message, id]" => "                additionalProperties: true", "id: { type: string }" => "id: { type: [array, string], items: { type: integer } }";
    required_field_of_an_open_object: "                required: [message, id]" => "                additionalProperties: true\n                required: [message, id]";
    status_of_the_sandbox_for_a_fixed_one: "          description: The note." => "          description: The note.\n          x-braze-status: 200";
    family_that_is_no_feature: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-family: Notes & more";
    family_without_description: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-family: order";
    unknown_effect: "summary: Put a note to an order" => "summary: Put a note to an order\n      x-braze-effect: write";
    name_that_is_none: "operationId: orders.add_note" => "operationId: orders.42";
    name_that_the_core_has: "operationId: orders.add_note" => "operationId: orders.message";
    no_success: "        \"201\":" => "        \"404\":";
    a_status_that_is_none: "        4XX:" => "        4xx:";
    content_that_is_not_json: "            application/json:\n              schema:\n                type: object\n                required: [message, id]" => "            text/csv:\n              schema:\n                type: object\n                required: [message, id]";

    // Parameters.
    optional_path_parameter: "          in: path\n          required: true\n" => "          in: path\n";
    parameter_twice: "        - name: unit\n" => "        - name: length\n";
    required_with_default: "schema: { type: integer, minimum: 1, maximum: 30 }" => "schema: { type: integer, minimum: 1, maximum: 30, default: 7 }";
    default_that_is_no_word: "default: day" => "default: week";
    object_in_a_query: "schema: { type: array, items: { type: string, maxLength: 20 }, maxItems: 5 }" => "schema: { type: object }";
    explode_of_no_list: "          schema: { type: string, format: date-time }" => "          explode: true\n          schema: { type: string, format: date-time }";

    // Schemas.
    unsupported_schema: "type: string, minLength" => "type: [string, integer], minLength";
    one_of: "text: { type: string, minLength: 1, maxLength: 500 }" => "text: { oneOf: [{ type: string }, { type: integer }] }";
    nullable_of_old: "id: { type: string }" => "id: { type: string, nullable: true }";
    list_without_items: "items: { type: string, maxLength: 20 }, " => "";
    properties_without_type: "              schema:\n                type: object\n                required: [message, data]" => "              schema:\n                required: [message, data]";
    key_of_another_type: "id: { type: string }" => "id: { type: string, minimum: 3 }";
    empty_range: "minimum: 1, maximum: 30" => "minimum: 31, maximum: 30";
    words_that_look_alike: "enum: [plain, urgent]" => "enum: [plain, urgent, Plain]";
    required_field_without_property: "required: [message, id]" => "required: [message, ident]";
    reply_type_in_a_request: "text: { type: string, minLength: 1, maxLength: 500 }" => "text: { type: string, x-braze-type: message }";
    unique_field_of_no_item: "items: { type: string, maxLength: 20 }, " => "x-braze-unique: id, items: { type: string, maxLength: 20 }, ";
    first_item_in_a_reply: "                  data:\n                    type: array\n" => "                  data:\n                    type: array\n                    x-braze-first: { time: now }\n";
    component_on_both_sides: "kind: { type: string, enum: [plain, urgent] }" => "kind: { $ref: \"#/components/schemas/Unit\" }", "id: { type: string }" => "id: { $ref: \"#/components/schemas/Unit\" }";
    type_without_end: "id: { type: string }" => "id: { $ref: \"#/components/schemas/Tree\" }", "  schemas:\n" => "  schemas:\n    Tree: { type: object, required: [left], properties: { left: { $ref: \"#/components/schemas/Tree\" } } }\n";

    // Roles and examples.
    role_of_nothing: "unit: unit, end" => "unit: units, end";
    role_of_the_wrong_type: "end: ending_at" => "end: unit";
    rows_that_are_no_list: "rows: data" => "rows: message";
    length_without_bounds: "minimum: 1, maximum: 30" => "minimum: 1";
    series_that_cannot_be_made: "required: [message, data]" => "required: [message, data, total]", "                  message: { type: string, x-braze-type: message }\n                  data:" => "                  total: { type: integer }\n                  message: { type: string, x-braze-type: message }\n                  data:";
    row_value_that_is_a_text: "orders: { type: integer, minimum: 0 }" => "orders: { type: string }", "orders: 7" => "orders: seven";
    example_out_of_bounds: "x-braze-request: { length: 2," => "x-braze-request: { length: 31,";
    example_without_a_required_parameter: "x-braze-request: { length: 2," => "x-braze-request: {";
    example_of_an_unknown_parameter: "x-braze-request: { length: 2," => "x-braze-request: { lenght: 2, length: 2,";
    example_that_does_not_fit: "{ time: 2024-05-01, orders: 7 }" => "{ time: 2024-05-01, orders: many }";

    // The root.
    server_with_a_path: "https://rest.shop.example" => "https://rest.shop.example/v1";
    pool_that_lets_nothing_through: "limit: 60" => "limit: 0";
}
