//! [`lower`]: from OpenAPI 3.1 to 3.0, as far as the subset goes.

use crate::spec::yaml::{Kind, Node};

/// Turns a document with everything in place into one of OpenAPI 3.0.3, without our own words.
pub(super) fn lower(node: &mut Node) {
    match &mut node.kind {
        Kind::List(items) => items.iter_mut().for_each(lower),
        Kind::Map(entries) => {
            // Beside a reference 3.0 has nothing.
            let refers = entries.iter().any(|(key, _)| key.text == "$ref");
            entries.retain(|(key, _)| {
                !key.text.starts_with("x-braze-") && (!refers || key.text == "$ref")
            });
            for (key, value) in entries.iter_mut() {
                if key.text == "openapi" {
                    value.kind = Kind::Text("3.0.3".to_owned());
                }
                lower(value);
            }
            nullable(node);
        }
        _ => {}
    }
}

/// `type: [string, "null"]` is `type: string` with `nullable: true`.
fn nullable(node: &mut Node) {
    let Kind::Map(entries) = &mut node.kind else { return };
    let Some(at) = entries.iter().position(|(key, value)| {
        key.text == "type" && value.items().iter().any(|item| item.as_text() == Some("null"))
    }) else {
        return;
    };
    let (key, ty) = &mut entries[at];
    let one = ty.items().iter().find(|item| item.as_text() != Some("null")).cloned();
    let mut flag = (key.clone(), ty.clone());
    if let Some(one) = one {
        *ty = one;
    }
    flag.0.text = "nullable".to_owned();
    flag.1.kind = Kind::Bool(true);
    entries.insert(at + 1, flag);
}
