//! What the actions of an overlay do, rule by rule of the Overlay Specification 1.1.0.

use proptest::prelude::*;
use serde_json::{Value, json};
use xtask::overlay::apply;
use xtask::spec::diagnostic::Format;

/// An overlay with these actions.
fn overlay(version: &str, actions: &str) -> String {
    format!("overlay: {version}\ninfo: {{ title: A test, version: 1.0.0 }}\nactions:\n{actions}")
}

/// For each name, a test: the actions turn the first document into the second.
macro_rules! applies {
    ($( $name:ident: $version:literal $actions:literal, $before:tt => $after:tt; )+) => {
        $(
            #[test]
            fn $name() {
                let before = json!($before);
                let after = apply("overlay.yaml", &overlay($version, $actions), &before);
                let after = after.unwrap_or_else(|report| panic!("{}", report.render(Format::Plain)));
                assert_eq!(after, json!($after));
            }
        )+
    };
}

applies! {
    an_update_adds_properties_and_leaves_the_others:
        "1.1.0" "  - { target: $.info, update: { summary: s } }",
        { "info": { "title": "t" } } => { "info": { "title": "t", "summary": "s" } };
    an_update_replaces_primitives_by_primitives_of_any_kind:
        "1.1.0" "  - { target: $, update: { a: 2, b: text, c: null, d: true } }",
        { "a": 1, "b": false, "c": "c", "d": null } => { "a": 2, "b": "text", "c": null, "d": true };
    an_update_is_merged_into_objects_at_every_depth:
        "1.1.0" "  - { target: $.a, update: { b: { c: { new: 1 }, d: 2 } } }",
        { "a": { "b": { "c": { "old": 0 }, "d": 0, "e": 0 } } }
        => { "a": { "b": { "c": { "old": 0, "new": 1 }, "d": 2, "e": 0 } } };
    arrays_within_an_update_are_joined_to_the_arrays_that_are_there:
        "1.1.0" "  - { target: $.a, update: { tags: [new, old] } }",
        { "a": { "tags": ["old"] } } => { "a": { "tags": ["old", "new", "old"] } };
    an_array_is_joined_with_an_array:
        "1.1.0" "  - { target: $.tags, update: [two, three] }",
        { "tags": ["one"] } => { "tags": ["one", "two", "three"] };
    an_object_becomes_one_item_of_an_array:
        "1.1.0" "  - { target: $.parameters, update: { name: new, in: query } }",
        { "parameters": [{ "name": "old" }] }
        => { "parameters": [{ "name": "old" }, { "name": "new", "in": "query" }] };
    a_primitive_becomes_one_item_of_an_array:
        "1.1.0" "  - { target: $.tags, update: two }",
        { "tags": ["one"] } => { "tags": ["one", "two"] };
    a_primitive_is_replaced:
        "1.1.0" "  - { target: '$.paths[\"/a\"].get.summary', update: new }",
        { "paths": { "/a": { "get": { "summary": "old" } } } }
        => { "paths": { "/a": { "get": { "summary": "new" } } } };
    every_selected_place_is_updated:
        "1.1.0" "  - { target: '$.paths.*.get', update: { safe: true } }",
        { "paths": { "/a": { "get": {} }, "/b": { "get": {}, "put": {} } } }
        => { "paths": { "/a": { "get": { "safe": true } }, "/b": { "get": { "safe": true }, "put": {} } } };
    a_place_that_is_selected_twice_is_updated_once:
        "1.1.0" "  - { target: \"$['a', 'a'].tags\", update: [new] }",
        { "a": { "tags": [] } } => { "a": { "tags": ["new"] } };
    a_filter_selects_by_what_is_there:
        "1.1.0" "  - { target: \"$.parameters[?@.name == 'a' && @.in == 'query']\", update: { schema: {} } }",
        { "parameters": [{ "name": "a", "in": "query" }, { "name": "a", "in": "path" }] }
        => { "parameters": [{ "name": "a", "in": "query", "schema": {} }, { "name": "a", "in": "path" }] };
    functions_of_the_query_language_are_known:
        "1.1.0" "  - { target: \"$.paths[?match(@.id, 'users.*') && length(@.tags) > 1]\", update: { hit: true } }",
        { "paths": [{ "id": "users.list", "tags": [1, 2] }, { "id": "users.get", "tags": [1] }] }
        => { "paths": [{ "id": "users.list", "tags": [1, 2], "hit": true }, { "id": "users.get", "tags": [1] }] };
    descendants_are_found_at_every_depth:
        "1.1.0" "  - { target: \"$..[?@.description == 'old']\", update: { description: new } }",
        { "a": { "description": "old", "b": [{ "description": "old" }] } }
        => { "a": { "description": "new", "b": [{ "description": "new" }] } };
    names_with_quotes_slashes_and_tildes_are_names:
        "1.1.0" "  - { target: \"$['it\\\\'s'].*\", update: { hit: true } }",
        { "it's": { "a/b~c": {} } } => { "it's": { "a/b~c": { "hit": true } } };
    a_target_that_selects_nothing_changes_nothing:
        "1.1.0" "  - { target: $.nothing, update: { a: 1 } }\n  - { target: $.nothing, remove: true }",
        { "a": 0 } => { "a": 0 };
    a_property_is_removed:
        "1.1.0" "  - { target: \"$.paths['/a']\", remove: true }",
        { "paths": { "/a": {}, "/b": {} } } => { "paths": { "/b": {} } };
    a_property_is_removed_below_any_object_of_a_name:
        "1.1.0" "  - { target: \"$.paths..responses['500']\", remove: true }",
        { "paths": { "/a": { "get": { "responses": { "200": 1, "500": 2 } } }, "/b": { "responses": { "500": 3 } } } }
        => { "paths": { "/a": { "get": { "responses": { "200": 1 } } }, "/b": { "responses": {} } } };
    items_are_removed_wherever_they_stand:
        "1.1.0" "  - { target: '$.items[?@.old]', remove: true }",
        { "items": [{ "old": 1 }, { "new": 2 }, { "old": 3 }, { "old": 4 }] } => { "items": [{ "new": 2 }] };
    primitive_items_are_removed:
        "1.1.0" "  - { target: \"$.tags[?@ == 'dummy']\", remove: true }",
        { "tags": ["dummy", "real", "dummy"] } => { "tags": ["real"] };
    what_is_within_something_removed_goes_with_it:
        "1.1.0" "  - { target: '$..a', remove: true }",
        { "a": { "a": [{ "a": 1 }] }, "b": { "a": 2, "c": 3 } } => { "b": { "c": 3 } };
    a_removal_leaves_an_update_beside_it_without_effect:
        "1.1.0" "  - { target: $.a, remove: true, update: { b: 1 } }",
        { "a": {} } => {};
    an_action_that_says_not_to_remove_updates:
        "1.1.0" "  - { target: $.a, remove: false, update: { b: 1 } }",
        { "a": {} } => { "a": { "b": 1 } };
    actions_follow_one_another:
        "1.1.0" "  - { target: $.a, remove: true }\n  - { target: $, update: { a: { new: 1 } } }\n  - { target: $.a, update: { more: 2 } }",
        { "a": { "old": 0 } } => { "a": { "new": 1, "more": 2 } };
    a_copy_is_merged_like_an_update:
        "1.1.0" "  - { target: $.b, copy: $.a }",
        { "a": { "x": 1, "l": [1] }, "b": { "x": 0, "y": 2, "l": [0] } }
        => { "a": { "x": 1, "l": [1] }, "b": { "x": 1, "y": 2, "l": [0, 1] } };
    a_copy_goes_to_every_selected_place:
        "1.1.0" "  - { target: '$.to[*]', copy: $.from }",
        { "from": "new", "to": ["old", 1.5] } => { "from": "new", "to": ["new", "new"] };
    before_version_1_1_an_array_becomes_one_item:
        "1.0.0" "  - { target: $.tags, update: [two] }",
        { "tags": ["one"] } => { "tags": ["one", ["two"]] };
    before_version_1_1_objects_were_merged_alike:
        "1.0.1" "  - { target: $.a, update: { b: { c: 1 }, tags: [new] } }",
        { "a": { "b": { "d": 0 }, "tags": ["old"] } }
        => { "a": { "b": { "d": 0, "c": 1 }, "tags": ["old", "new"] } };
}

/// For each name, a test: what is said about the actions, in a snapshot.
macro_rules! refuses {
    ($( $name:ident: $version:literal $actions:literal; )+) => {
        $(
            #[test]
            fn $name() {
                let document = json!({
                    "objects": [{ "a": 1 }, { "a": 2 }],
                    "tags": ["one", "two"],
                    "text": "text",
                });
                let refused = apply("overlay.yaml", &overlay($version, $actions), &document);
                let report = refused.unwrap_err();
                assert!(report.is_located());
                insta::assert_snapshot!(stringify!($name), report.render(Format::Plain));
            }
        )+
    };
}

refuses! {
    a_target_that_is_no_query: "1.1.0" "  - { target: '$.objects[?@.a = 1]', update: { b: 1 } }";
    a_target_without_a_root: "1.1.0" "  - { target: objects, update: { b: 1 } }";
    objects_and_primitives_at_once: "1.1.0" "  - { target: '$.*[*]', update: { b: 1 } }";
    an_object_for_a_primitive: "1.1.0" "  - { target: '$.objects[0]', update: { a: { b: 1 } } }";
    a_primitive_for_an_array: "1.1.0" "  - { target: $, update: { tags: three } }";
    an_array_for_an_object: "1.1.0" "  - { target: '$.objects[0]', update: [1] }";
    an_update_and_a_copy: "1.1.0" "  - { target: $.text, update: new, copy: $.tags }";
    an_action_without_effect: "1.1.0" "  - target: $.text";
    a_copy_of_several_values: "1.1.0" "  - { target: $.text, copy: '$.tags[*]' }";
    a_copy_of_nothing: "1.1.0" "  - { target: $.text, copy: $.nothing }";
    a_removal_of_the_whole_document: "1.1.0" "  - { target: $, remove: true }";
    a_primitive_before_version_1_1: "1.0.0" "  - { target: $.text, update: new }";
    a_copy_before_version_1_1: "1.0.0" "  - { target: '$.objects[0]', copy: '$.objects[1]' }";
    a_version_that_is_not_known: "2.0.0" "  - { target: $.text, update: new }";
    no_actions: "1.1.0" "  []";
    a_misspelt_key: "1.1.0" "  - { target: $.text, updates: new }";
    several_mistakes_at_once: "1.1.0" "  - { target: $.., remove: true }\n  - { target: $.text, update: [] }";
}

#[test]
fn an_overlay_that_is_no_yaml_is_told_with_its_place() {
    let report = apply("overlay.yaml", "overlay: 1.1.0\nactions: [", &json!({})).unwrap_err();
    insta::assert_snapshot!(report.render(Format::Plain));
}

/// Objects of objects and primitives.
fn object() -> impl Strategy<Value = Value> {
    let primitive =
        prop_oneof![any::<i32>().prop_map(Value::from), "[a-c]{0,2}".prop_map(Value::from)];
    let names = || "[a-d]";
    let leaf = prop::collection::btree_map(names(), primitive, 0..3);
    leaf.prop_map(|entries| json!(entries)).prop_recursive(3, 24, 4, move |inner| {
        prop::collection::btree_map("[e-h]", inner, 0..4).prop_map(|entries| json!(entries))
    })
}

/// Whether all of one value is found in another.
fn is_part(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        (Value::Object(part), Value::Object(whole)) => part
            .iter()
            .all(|(name, value)| whole.get(name).is_some_and(|whole| is_part(value, whole))),
        (part, whole) => part == whole,
    }
}

proptest! {
    #[test]
    fn merging_twice_is_merging_once_and_loses_nothing(document in object(), update in object()) {
        let overlay = overlay("1.1.0", &format!("  - {{ target: $, update: {update} }}"));
        let once = apply("overlay.yaml", &overlay, &document).unwrap();
        prop_assert!(is_part(&update, &once));
        for name in document.as_object().unwrap().keys() {
            prop_assert!(once.get(name).is_some());
        }
        prop_assert_eq!(apply("overlay.yaml", &overlay, &once).unwrap(), once);
    }
}
