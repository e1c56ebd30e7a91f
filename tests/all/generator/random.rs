//! Specs made up by chance, within the subset: what is accepted compiles, without a warning.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use xtask::codegen::CodegenError;
use xtask::spec::diagnostic::Format;
use xtask::tree::Tree;

use super::cargo::{cargo, write_crate};
use super::shop::generate;

/// Names that collide with words of the language, with what generated code calls its own variables,
/// or that need another spelling in Rust.
const NAMES: &[&str] = &[
    "type",
    "fn",
    "async",
    "Self",
    "self",
    "crate",
    "new",
    "v",
    "w",
    "r",
    "key",
    "head",
    "body",
    "output",
    "reply",
    "operation",
    "value",
    "item",
    "points",
    "page",
    "length",
    "unit",
    "window",
    "filter[x]",
    "camelCase",
    "UPPER",
    "with-dash",
    "a b",
    "r2d2",
    "default",
    "clone",
    "eq",
    "scrub",
    "validate",
    "selection",
    "check",
    "encode",
    "decode",
    "message",
    "read",
    "write",
    "str",
    "String",
    "Vec",
    "Option",
    "serde",
    "http",
    "braze_core",
    "i64",
    "bool",
    "name",
    "x",
];

/// Texts that could break out of documentation or of literals.
const TEXTS: &[&str] = &[
    "Plain words",
    "A `tick` and a [link](x",
    "```\ncode\n```\nmore",
    "    indented\n\n    code",
    "*/ /* //",
    "\"quoted\" \\ back",
    "<b>bold & <i>",
    "- a list\n- of two\n",
    "r#\"raw\"#",
    "emoji 🎉 and ümlauts",
    "ends with a colon:",
    "a | b",
];

/// Numbers by chance, the same ones each time (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % limit
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    fn names(&mut self, most: usize) -> Vec<&'static str> {
        let count = self.below(most + 1);
        let mut names: Vec<&str> = (0..count).map(|_| self.pick(NAMES)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// A schema of a single value; `reply` tells on which side it stands.
    fn scalar(&mut self, reply: bool) -> Value {
        match self.below(9) {
            0 => json!({ "type": "string", "minLength": 1, "maxLength": 9 }),
            1 => json!({ "type": "string", "x-braze-type": "identifier" }),
            2 => json!({ "type": "string", "format": "date-time" }),
            3 => json!({ "type": "string", "format": "date" }),
            4 => {
                json!({ "type": "integer", "minimum": self.pick(&[-7, 0, 1]), "maximum": 9_000_000_000_u64 })
            }
            5 => json!({ "type": "integer", "maximum": 5 }),
            6 => json!({ "type": "number", "minimum": 0.5, "maximum": 3 }),
            7 => json!({ "type": "string", "enum": ["a", "B", "c d", "e-f", "type"] }),
            _ if reply => {
                json!({ "type": "string", "x-braze-type": self.pick(&["message", "series-time"]) })
            }
            _ => json!({ "type": "boolean" }),
        }
    }

    /// A schema of any value.
    fn schema(&mut self, reply: bool, depth: usize) -> Value {
        let mut schema = match self.below(if depth == 0 { 2 } else { 7 }) {
            0 | 1 => self.scalar(reply),
            2 => json!({ "type": "array", "items": self.schema(reply, depth - 1), "minItems": 1 }),
            3 => json!({ "type": "object", "additionalProperties": self.schema(reply, depth - 1) }),
            4 => json!({}),
            _ => self.object(reply, depth - 1),
        };
        if self.below(3) == 0 {
            schema["description"] = json!(self.pick(TEXTS));
        }
        schema
    }

    fn object(&mut self, reply: bool, depth: usize) -> Value {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for name in self.names(5) {
            let mut schema = self.schema(reply, depth);
            let is_required = self.below(2) == 0;
            if (is_required || reply) && schema["type"].is_string() && self.below(4) == 0 {
                schema["type"] = json!([schema["type"], "null"]);
            }
            if is_required {
                required.push(name);
            }
            properties.insert(name.to_owned(), schema);
        }
        json!({ "type": "object", "properties": properties, "required": required })
    }

    fn parameters(&mut self) -> Vec<Value> {
        let mut parameters = Vec::new();
        for name in self.names(5) {
            let scalar = self.scalar(false);
            let list = self.below(3) == 0;
            let mut parameter = json!({
                "name": name,
                "in": "query",
                "required": self.below(2) == 0,
                "description": self.pick(TEXTS),
                "schema": if list { json!({ "type": "array", "items": scalar }) } else { scalar },
            });
            if list {
                parameter["explode"] = json!(self.below(2) == 0);
            }
            parameters.push(parameter);
        }
        parameters
    }

    fn responses(&mut self) -> Value {
        let mut responses = Map::new();
        for status in ["200", "201", "204"] {
            if responses.is_empty() || self.below(3) == 0 {
                let mut response = json!({ "description": self.pick(TEXTS) });
                if status != "204" {
                    let schema = self.schema(true, 3);
                    response["content"] = json!({ "application/json": { "schema": schema } });
                }
                responses.insert(status.to_owned(), response);
            }
        }
        Value::Object(responses)
    }

    /// A document with one operation.
    fn document(&mut self) -> Value {
        let method = self.pick(&["get", "post", "put", "delete"]);
        let mut operation = json!({
            "operationId": format!("things.{}", self.pick(&["one", "make", "dataSeries", "a_b_c"])),
            "tags": ["things"],
            "summary": self.pick(TEXTS),
            "description": self.pick(TEXTS),
            "parameters": self.parameters(),
            "responses": self.responses(),
        });
        if method != "get" && self.below(2) == 0 {
            let schema = self.schema(false, 3);
            operation["requestBody"] =
                json!({ "content": { "application/json": { "schema": schema } } });
        }
        let mut path = Map::new();
        path.insert(method.to_owned(), operation);
        json!({
            "openapi": "3.1.1",
            "info": { "title": "Chance", "version": "1" },
            "tags": [{ "name": "things", "description": self.pick(TEXTS) }],
            "paths": { "/things": path },
        })
    }
}

#[test]
fn what_is_accepted_compiles() {
    let mut accepted: BTreeMap<String, Tree> = BTreeMap::new();
    let mut refused = String::new();
    for seed in 0..SEEDS {
        match generate(&Chance(seed).document().to_string()) {
            Ok(tree) => drop(accepted.insert(format!("seed{seed}"), tree)),
            Err(CodegenError::Spec(report)) => refused.push_str(&report.render(Format::Plain)),
            Err(other) => panic!("{seed}: {other}"),
        }
    }
    // A test that refused nearly everything would test nothing.
    assert!(accepted.len() as u64 > SEEDS / 4, "{} of {SEEDS}\n{refused}", accepted.len());
    let trees = accepted.iter().map(|(name, tree)| (name.as_str(), tree.clone())).collect();
    let folder = tempfile::tempdir().unwrap();
    write_crate(folder.path(), &trees, "#![deny(warnings)]\nfn main() {}\n");
    cargo(folder.path(), &["check"]);
}

/// The number of made-up documents.
const SEEDS: u64 = 48;
