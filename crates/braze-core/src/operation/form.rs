//! [`body_from_form`]: a body of the type `multipart/form-data`, read as if it were JSON.

use super::body::body_from_pairs;
use super::describe::{Kind, Parameter};
use crate::upload::UploadFile;
use crate::validate::Violations;

/// Reads a body of the type `multipart/form-data`, and writes it as the JSON that the operations are read from.
///
/// ```
/// use braze_core::operation::{Kind, Parameter, body_from_form};
///
/// const FIELDS: &[Parameter] = &[Parameter::body("name", Kind::Text)];
/// let body = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nTeapot\r\n--x--\r\n";
/// let json = body_from_form(FIELDS, "multipart/form-data; boundary=x", body.as_bytes())?;
/// assert_eq!(json, br#"{"name":"Teapot"}"#);
/// # Ok::<(), braze_core::Violations>(())
/// ```
///
/// # Errors
///
/// A body that is not a form, and every field that is missing, unreadable or unknown.
pub fn body_from_form(
    fields: &[Parameter],
    content_type: &str,
    body: &[u8],
) -> Result<Vec<u8>, Violations> {
    let Some(parts) = form_parts(content_type, body) else {
        let mut violations = Violations::default();
        violations.note("body", "is not a form of the type `multipart/form-data`");
        return Err(violations);
    };
    let mut pairs = Vec::new();
    for FormPart { name, file_name, content_type, content } in parts {
        let is_file = fields.iter().any(|field| field.name == name && field.kind == Kind::File);
        let value = match file_name {
            Some(file_name) if is_file => {
                let file = UploadFile::new(file_name, content.to_vec());
                let file = match content_type {
                    Some(content_type) => file.with_content_type(content_type),
                    None => file,
                };
                serde_json::to_string(&file).unwrap_or_default()
            }
            _ => String::from_utf8_lossy(content).into_owned(),
        };
        pairs.push((name, value));
    }
    body_from_pairs(fields, &pairs)
}

/// A part of a body of the type `multipart/form-data`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormPart<'a> {
    /// The name of the field.
    pub name: String,
    /// The name of the file; `None` for a text.
    pub file_name: Option<String>,
    /// The content type, if the part has one.
    pub content_type: Option<String>,
    /// The text, or the content of the file.
    pub content: &'a [u8],
}

/// The parts of a body of the type `multipart/form-data`, or `None` if it is not one.
#[must_use]
pub fn form_parts<'a>(content_type: &str, body: &'a [u8]) -> Option<Vec<FormPart<'a>>> {
    let (kind, rest) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = rest.split(';').find_map(|it| it.trim().strip_prefix("boundary="))?;
    let delimiter = format!("--{}", boundary.trim_matches('"'));
    let mut rest = body.strip_prefix(delimiter.as_bytes())?;
    let delimiter = format!("\r\n{delimiter}");
    let mut parts = Vec::new();
    loop {
        if rest.starts_with(b"--") {
            return Some(parts);
        }
        let (part, after) = cut(rest.strip_prefix(b"\r\n")?, delimiter.as_bytes())?;
        parts.push(read(part)?);
        rest = after;
    }
}

/// Reads a part: its headers, an empty line, its content.
fn read(part: &[u8]) -> Option<FormPart<'_>> {
    let (head, content) = cut(part, b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(head);
    let header = |wanted: &str| {
        let lines = head.split("\r\n").filter_map(|line| line.split_once(':'));
        let mut named = lines.filter(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
        named.next().map(|(_, value)| value.trim().to_owned())
    };
    let disposition = header("content-disposition")?;
    let quoted = |wanted: &str| {
        let (_, after) = disposition.split_once(&format!("; {wanted}=\""))?;
        let (value, _) = after.split_once('"')?;
        Some(value.replace("%22", "\"").replace("%0D", "\r").replace("%0A", "\n"))
    };
    Some(FormPart {
        name: quoted("name")?,
        file_name: quoted("filename"),
        content_type: header("content-type"),
        content,
    })
}

/// The bytes before and after a delimiter.
fn cut<'a>(text: &'a [u8], delimiter: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = text.windows(delimiter.len()).position(|window| window == delimiter)?;
    Some((&text[..at], &text[at + delimiter.len()..]))
}
