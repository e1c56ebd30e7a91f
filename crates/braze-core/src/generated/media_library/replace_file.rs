// Written from spec/paths/media_library/replace_file.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `PUT /media_library/replace_file`: Replace the file of an asset.

use http::Method;
use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{
    self, Description, Exchange, FormUse, Kind, Operation, Parameter, RequestReader,
};
use crate::reply::{OpenField, OpenObject};
use crate::wire::Form;
use crate::{
    DecodeError, Endpoint, MediaAsset, Meta, Pool, Replay, RequestWriter, Scrub, Secret,
    UploadFile, Violations, reply,
};

/// Replaces the file of an asset, which keeps its identifier and address. The new file has the same
/// ending as the old one, and is not a video.
///
/// `PUT /media_library/replace_file`, permission `media_library.replace`, counted in
/// [`Pool::MEDIA_LIBRARY`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400, 404 or 5XX as
/// [`MediaFailure`](crate::MediaFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ReplaceFileRequest {
    /// The file, by its address or as it is.
    pub body: ReplaceFileBody,
}

impl ReplaceFileRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: ReplaceFileBody) -> Self {
        Self { body }
    }
}

impl Endpoint for ReplaceFileRequest {
    type Output = ReplaceFile;

    const META: Meta =
        Meta::new("media_library.replace_file", Method::PUT, "/media_library/replace_file")
            .permission("media_library.replace")
            .replay(Replay::Idempotent)
            .pool(&Pool::MEDIA_LIBRARY);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/media_library/replace_file");
        if self.body.asset_file.is_some() {
            let mut form = Form::new();
            form.text("asset_id", &self.body.asset_id);
            form.text_opt("asset_url", self.body.asset_url.as_ref());
            form.file_opt("asset_file", self.body.asset_file.as_ref());
            w.form(form);
        } else {
            w.json(&self.body);
        }
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<ReplaceFile, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for ReplaceFileRequest {
    const DESCRIPTION: Description = Description::new("Replace the file of an asset")
        .description(
            "Replaces the file of an asset, which keeps its identifier and address. The new file \
             has the same ending as the old one, and is not a video.",
        )
        .command(&["media-library", "replace-file"])
        .with_body()
        .form(FormUse::WithFile)
        .body_fields(
            &[
                Parameter::body("asset_id", Kind::Identifier)
                    .required()
                    .description("Identifier of the asset."),
                Parameter::body("asset_url", Kind::Text)
                    .description("Address of the file, which Braze fetches."),
                Parameter::body("asset_file", Kind::File).description("The file."),
            ],
        )
        .exchanges(
            &[
                Exchange::new(
                        "by_url",
                        "/media_library/replace_file",
                        200,
                        r#"{
  "info": "Asset file updated successfully.",
  "new_image_asset": {
    "name": "Teapot",
    "size": 21000,
    "url": "https://braze-images.com/appboy/communication/assets/image_assets/images/abc/original.png",
    "ext": "png"
  }
}"#,
                    )
                    .body(
                        r#"{
  "asset_id": "6650a1b2c3d4e5f601234567",
  "asset_url": "https://cdn.example.com/teapot2.png"
}"#,
                    ),
            ],
        );

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &ReplaceFile) -> Vec<u8> {
        operation::json(output)
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ReplaceFileBody {
    /// Identifier of the asset.
    pub asset_id: String,
    /// Address of the file, which Braze fetches. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub asset_url: Option<String>,
    /// The file.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub asset_file: Option<UploadFile>,
}

impl ReplaceFileBody {
    /// An object with the required fields.
    #[must_use]
    pub fn new(asset_id: impl Into<String>) -> Self {
        Self { asset_id: asset_id.into(), asset_url: None, asset_file: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("asset_id", &self.asset_id);
        if let Some(value) = &self.asset_url {
            v.text("asset_url", value);
        }
        if let Some(value) = &self.asset_file {
            v.file("asset_file", value, None);
        }
        v.at_least_one(&[
            ("asset_url", self.asset_url.is_some()),
            ("asset_file", self.asset_file.is_some()),
        ]);
        v.at_most_one(&[
            ("asset_url", self.asset_url.is_some()),
            ("asset_file", self.asset_file.is_some()),
        ]);
    }

    /// Sets `asset_url`. Address of the file, which Braze fetches. At least 1 character.
    #[must_use]
    pub fn asset_url(mut self, asset_url: impl Into<String>) -> Self {
        self.asset_url = Some(asset_url.into());
        self
    }

    /// Sets `asset_file`. The file.
    #[must_use]
    pub fn asset_file(mut self, asset_file: UploadFile) -> Self {
        self.asset_file = Some(asset_file);
        self
    }
}

/// Reply of [`ReplaceFileRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ReplaceFile {
    /// The result in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub info: Option<String>,
    /// An asset of the media library.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new_image_asset: Option<MediaAsset>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ReplaceFile {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { info: None, new_image_asset: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ReplaceFile {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "info" => field.scalar(&mut self.info, &mut self.extra),
            "new_image_asset" => field.value(&mut self.new_image_asset),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ReplaceFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ReplaceFile {
    fn scrub(&mut self, secret: &Secret) {
        self.info.scrub(secret);
        self.new_image_asset.scrub(secret);
        self.extra.scrub(secret);
    }
}
