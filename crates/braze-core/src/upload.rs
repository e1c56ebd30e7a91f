//! [`UploadFile`]: a file within the body of a request.

use std::fmt;

use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base64;

/// A file within the body of a request: its name, its content type and its content.
///
/// ```
/// use braze_core::UploadFile;
///
/// let file = UploadFile::new("teapot.png", b"\x89PNG".as_slice());
/// assert_eq!(file.content_type(), "image/png");
/// ```
///
/// As JSON, where a program passes it on, it is an object with `file_name`, `content_type` and `content`, which is
/// encoded in base64.
#[derive(Clone, PartialEq, Eq)]
pub struct UploadFile {
    name: String,
    content_type: String,
    content: Bytes,
}

/// The content types of names that end in these words.
const TYPES: [(&str, &str); 10] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("svg", "image/svg+xml"),
    ("webp", "image/webp"),
    ("zip", "application/zip"),
    ("vcf", "text/vcard"),
    ("mp4", "video/mp4"),
    ("pdf", "application/pdf"),
];

impl UploadFile {
    /// A file with the content type that its name suggests, else `application/octet-stream`.
    #[must_use]
    pub fn new(name: impl Into<String>, content: impl Into<Bytes>) -> Self {
        let name = name.into();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let known = TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
        let content_type = known.map_or("application/octet-stream", |(_, known)| known).to_owned();
        Self { name, content_type, content: content.into() }
    }

    /// Sets the content type.
    #[must_use]
    pub fn with_content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = content_type.into();
        self
    }

    /// The name, without folders.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The content type, `image/png`.
    #[must_use]
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// The content.
    #[must_use]
    pub fn content(&self) -> &Bytes {
        &self.content
    }
}

impl fmt::Debug for UploadFile {
    /// Shows the length of the content only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadFile")
            .field("name", &self.name)
            .field("content_type", &self.content_type)
            .field("content", &format_args!("{} bytes", self.content.len()))
            .finish()
    }
}

/// The file as JSON.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FileJson {
    file_name: String,
    content_type: Option<String>,
    content: String,
}

impl Serialize for UploadFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { name, content_type, content } = self;
        let content_type = Some(content_type.clone());
        let content = base64::encode(content);
        FileJson { file_name: name.clone(), content_type, content }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for UploadFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let FileJson { file_name, content_type, content } = FileJson::deserialize(deserializer)?;
        let content = base64::decode(&content)
            .ok_or_else(|| serde::de::Error::custom("the content is not valid base64"))?;
        let file = Self::new(file_name, content);
        Ok(match content_type {
            Some(content_type) => file.with_content_type(content_type),
            None => file,
        })
    }
}
