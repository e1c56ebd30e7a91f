//! Values in the spec: checks defaults and examples against their type, and formats them as
//! on the wire.

use std::fmt::Write;

use super::lowering::Lower;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Bound, Bounds, Definition, Item, Presence, Shape, Type};
use crate::spec::source::Span;
use crate::spec::yaml::{Kind, Node};

impl Lower<'_> {
    /// Reports everything in a value that its type does not allow.
    pub(super) fn check_value(
        &mut self,
        node: &Node,
        ty: &Type,
        bounds: &Bounds,
        definitions: &[Definition],
    ) {
        match (ty, &node.kind) {
            (Type::Json, _) | (Type::Boolean, Kind::Bool(_)) | (Type::I64, Kind::Integer(_)) => {}
            (Type::U32 | Type::U64, Kind::Integer(value)) if *value >= 0 => {}
            (Type::F64, Kind::Integer(_) | Kind::Number(_)) => {}
            (
                Type::Text | Type::Identifier | Type::Secret | Type::Message | Type::SeriesTime,
                Kind::Text(_),
            ) => {}
            // A file is an object in examples.
            (Type::File, Kind::Map(_)) => {}
            (Type::HandWritten(known), kind)
                if !known.is_object() || matches!(kind, Kind::Map(_)) => {}
            (Type::Date, Kind::Text(text)) if is_date(text) => {}
            (Type::Timestamp, Kind::Text(text)) if is_date_time(text) => {}
            (Type::LocalDateTime, Kind::Text(text)) if is_date_time(&format!("{text}Z")) => {}
            (Type::List(item), Kind::Text(_)) if item.alone => {}
            (Type::List(item), Kind::List(items)) => {
                for node in items.iter().filter(|node| !item.allows(node)) {
                    self.check_value(node, &item.ty, &item.bounds, definitions);
                }
            }
            (Type::Map(item), Kind::Map(entries)) => {
                for (_, node) in entries.iter().filter(|(_, node)| !item.allows(node)) {
                    self.check_value(node, &item.ty, &item.bounds, definitions);
                }
            }
            (Type::Named(named), kind) => match (&named.shape, kind) {
                (Shape::Struct, Kind::Map(_)) => self.check_object(node, &named.name, definitions),
                (Shape::Open, Kind::Text(_)) => {}
                (Shape::Choice(words), Kind::Text(text)) if words.contains(text) => {}
                (Shape::Choice(words), _) => {
                    let wanted = format!("one of `{}`", words.join("`, `"));
                    self.bad_value(node, &wanted);
                }
                (Shape::Struct, _) => self.bad_value(node, "an object"),
                (Shape::Open, _) => self.bad_value(node, "a string"),
            },
            _ => self.bad_value(node, wanted(ty)),
        }
        self.check_bounds(node, bounds);
    }

    fn check_object(&mut self, node: &Node, name: &str, definitions: &[Definition]) {
        let Some(definition) = self.object_named(name, definitions).cloned() else { return };
        for field in &definition.fields {
            match node.get(&field.wire) {
                Some(value) => {
                    let null = matches!(value.kind, Kind::Null);
                    if !null || field.presence == Presence::Required {
                        self.check_value(value, &field.ty, &field.bounds, definitions);
                    }
                }
                None if !matches!(field.presence, Presence::Required | Presence::Nullable) => {}
                None => {
                    let message =
                        format!("this example has no field `{}`, which is required", field.wire);
                    self.push(Diagnostic::new("bad-value", node.span, message));
                }
            }
        }
        for (key, _) in node.entries() {
            let is_known = definition.fields.iter().any(|field| field.wire == key.text);
            if !is_known && definition.extra.is_none() {
                let message = format!("the schema of this example has no field `{}`", key.text);
                self.push(Diagnostic::new("bad-value", key.span, message));
            }
        }
    }

    fn check_bounds(&mut self, node: &Node, bounds: &Bounds) {
        let number = match node.kind {
            Kind::Integer(value) => Some(value as f64),
            Kind::Number(value) => Some(value),
            _ => None,
        };
        let as_f64 = |bound: Bound| match bound {
            Bound::Integer(value) => value as f64,
            Bound::Decimal(value) => value,
        };
        if let Some(number) = number {
            let below = bounds.min.is_some_and(|min| number < as_f64(min));
            let above = bounds.max.is_some_and(|max| number > as_f64(max));
            if below || above {
                self.out_of_bounds(node.span, &bounds.in_words("").unwrap_or_default());
            }
        }
        let length = match &node.kind {
            Kind::Text(text) => Some((text.chars().count(), "characters")),
            Kind::List(items) => Some((items.len(), "items")),
            _ => None,
        };
        if let Some((length, unit)) = length {
            let below = bounds.shortest.is_some_and(|min| length < min as usize);
            let above = bounds.longest.is_some_and(|max| length > max as usize);
            if below || above {
                self.out_of_bounds(node.span, &bounds.in_words(unit).unwrap_or_default());
            }
        }
    }

    fn out_of_bounds(&mut self, span: Span, allowed: &str) {
        self.push(
            Diagnostic::new("bad-value", span, "this value is out of bounds")
                .label(format!("allowed: {}", allowed.to_lowercase())),
        );
    }

    fn bad_value(&mut self, node: &Node, wanted: &str) {
        self.push(
            Diagnostic::new(
                "bad-value",
                node.span,
                format!("expected {wanted}, found {}", node.shown()),
            )
            .label("does not fit the schema"),
        );
    }
}

impl Item {
    /// Returns `true` for a `null` that may stand there.
    fn allows(&self, node: &Node) -> bool {
        self.nullable && matches!(node.kind, Kind::Null)
    }
}

impl Bounds {
    /// `From 1 to 100`, or for lengths `At most 5 characters`.
    pub(crate) fn in_words(&self, unit: &str) -> Option<String> {
        let show = |bound: Bound| match bound {
            Bound::Integer(value) => value.to_string(),
            Bound::Decimal(value) => value.to_string(),
        };
        let numbers = range(self.min.map(show), self.max.map(show));
        let lengths = range(
            self.shortest.map(|value| value.to_string()),
            self.longest.map(|value| value.to_string()),
        );
        let is_one = self.longest.or(self.shortest) == Some(1);
        let unit = if is_one { unit.trim_end_matches('s') } else { unit };
        numbers.or(lengths.map(|lengths| format!("{lengths} {unit}")))
    }
}

fn range(min: Option<String>, max: Option<String>) -> Option<String> {
    match (min, max) {
        (Some(min), Some(max)) => Some(format!("From {min} to {max}")),
        (Some(min), None) => Some(format!("At least {min}")),
        (None, Some(max)) => Some(format!("At most {max}")),
        (None, None) => None,
    }
}

fn wanted(ty: &Type) -> &'static str {
    match ty {
        Type::Text | Type::Identifier | Type::Secret | Type::Message | Type::SeriesTime => {
            "a string"
        }
        Type::File => "a file: an object with `file_name` and `content` in base64",
        Type::Boolean => "`true` or `false`",
        Type::U32 | Type::U64 => "a non-negative integer",
        Type::I64 => "an integer",
        Type::F64 => "a number",
        Type::Date => "a date such as `2024-05-01`",
        Type::Timestamp => "a date-time with an offset, such as `2024-05-01T00:00:00Z`",
        Type::LocalDateTime => "a date-time without an offset, such as `2024-05-01T00:00:00`",
        Type::List(_) => "a list",
        Type::HandWritten(_) => "an object",
        Type::Json | Type::Named(_) => "another value",
        Type::Map(_) => "a map",
    }
}

/// Returns the texts of a parameter's value: one, or one for each item of a list.
pub(super) fn texts(node: &Node) -> Vec<String> {
    match &node.kind {
        Kind::List(items) => items.iter().flat_map(texts).collect(),
        Kind::Text(text) => vec![text.clone()],
        Kind::Null => vec![],
        _ => vec![node.to_json().to_string()],
    }
}

/// Percent-encodes all but the unreserved characters of RFC 3986.
pub(crate) fn percent_encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

/// Returns `true` for a date-time of RFC 3339 with an offset.
pub(crate) fn is_date_time(text: &str) -> bool {
    let Some((date, time)) = text.split_once('T') else { return false };
    let shaped = |text: &str, shape: &str| {
        text.len() == shape.len()
            && text.bytes().zip(shape.bytes()).all(|(byte, shape)| match shape {
                b'0' => byte.is_ascii_digit(),
                other => byte == other,
            })
    };
    let Some((time, zone)) = time.split_at_checked(8) else { return false };
    let fraction = zone
        .strip_prefix('.')
        .map_or(0, |digits| 1 + digits.bytes().take_while(u8::is_ascii_digit).count());
    let zone = &zone[fraction..];
    let offset = zone.strip_prefix(['+', '-']).is_some_and(|offset| shaped(offset, "00:00"));
    is_date(date) && shaped(time, "00:00:00") && fraction != 1 && (zone == "Z" || offset)
}
