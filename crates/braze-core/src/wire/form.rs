//! [`Form`]: a body of the type `multipart/form-data`.

use bytes::{BufMut, Bytes, BytesMut};
use http::HeaderValue;

use super::value::WireValue;
use crate::upload::UploadFile;

/// A body of the type `multipart/form-data`: named texts and files.
///
/// Equal parts make equal bytes: the boundary is the first of a fixed row that no part contains.
#[derive(Debug, Default)]
pub struct Form {
    parts: Vec<Part>,
}

#[derive(Debug)]
struct Part {
    /// The header lines, without the empty line after them.
    head: String,
    content: Bytes,
}

impl Form {
    /// A body without parts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Appends a text.
    pub fn text(&mut self, name: &str, value: &(impl WireValue + ?Sized)) {
        let head = format!("Content-Disposition: form-data; name=\"{}\"", quoted(name));
        self.parts.push(Part { head, content: value.to_text().into() });
    }

    /// Appends a text if there is one.
    pub fn text_opt(&mut self, name: &str, value: Option<&(impl WireValue + ?Sized)>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    /// Appends a file.
    pub fn file(&mut self, name: &str, file: &UploadFile) {
        let head = format!(
            "Content-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\nContent-Type: {}",
            quoted(name),
            quoted(file.name()),
            file.content_type()
        );
        self.parts.push(Part { head, content: file.content().clone() });
    }

    /// Appends a file if there is one.
    pub fn file_opt(&mut self, name: &str, file: Option<&UploadFile>) {
        if let Some(file) = file {
            self.file(name, file);
        }
    }

    /// The value of `Content-Type`, and the body.
    pub(super) fn finish(self) -> (HeaderValue, Bytes) {
        let boundary = self.boundary();
        let length: usize = self.parts.iter().map(|it| it.head.len() + it.content.len()).sum();
        let around = (self.parts.len() + 1) * (boundary.len() + 12);
        let mut body = BytesMut::with_capacity(length + around);
        for Part { head, content } in &self.parts {
            body.put_slice(format!("--{boundary}\r\n{head}\r\n\r\n").as_bytes());
            body.put_slice(content);
            body.put_slice(b"\r\n");
        }
        body.put_slice(format!("--{boundary}--\r\n").as_bytes());
        let content_type = format!("multipart/form-data; boundary={boundary}");
        // A boundary consists of letters, digits and hyphens.
        let content_type = HeaderValue::from_str(&content_type)
            .unwrap_or_else(|_| HeaderValue::from_static("multipart/form-data"));
        (content_type, body.freeze())
    }

    /// A boundary that no part contains.
    fn boundary(&self) -> String {
        let is_free = |boundary: &String| {
            !self.parts.iter().any(|part| {
                contains(&part.content, boundary.as_bytes()) || part.head.contains(boundary)
            })
        };
        // Only so many of them fit into the parts, so one is free.
        let all = (0_u64..).map(|number| format!("braze-form-{number:04}"));
        all.into_iter().find(is_free).unwrap_or_default()
    }
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    let Some(first) = part.first() else { return true };
    let starts = text.iter().enumerate().filter(|(_, byte)| *byte == first);
    starts.into_iter().any(|(at, _)| text[at..].starts_with(part))
}

/// A name within quotes, as browsers write it: quotes and line breaks are percent-encoded, anything else is UTF-8.
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}
