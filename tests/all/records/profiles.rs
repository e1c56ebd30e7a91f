//! The types of columns for profiles are those of the spec.

use std::path::Path;

use braze_records::ProfileColumn;
use serde_json::Value;

#[test]
fn columns_of_profiles_have_the_types_of_the_spec() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let spec =
        xtask::codegen::bundled_as_json(root).unwrap_or_else(|_| panic!("the spec is in order"));
    let schema = |name: &str| &spec["components"]["schemas"][name];
    let fields = schema("ExportedUser")["properties"].as_object().unwrap();
    for (name, field) in fields {
        let shared = field["$ref"].as_str().and_then(|target| target.rsplit('/').next());
        let field = shared.map_or(field, schema);
        let of = match &field["type"] {
            Value::Array(types) => &types[0],
            one => one,
        };
        let expected = match of.as_str().unwrap() {
            "string" => ProfileColumn::Text,
            "integer" => ProfileColumn::Integer,
            "number" => ProfileColumn::Number,
            "array" if field["items"]["type"] == "number" => ProfileColumn::Numbers,
            _ => ProfileColumn::Json,
        };
        assert_eq!(ProfileColumn::from_field(name), expected, "{name}");
    }
    for (name, _) in ProfileColumn::KNOWN {
        assert!(fields.contains_key(*name), "the spec has no field {name}");
    }
}
