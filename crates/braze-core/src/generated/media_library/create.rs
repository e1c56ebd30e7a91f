// Written from spec/paths/media_library/create.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `POST /media_library/create`: Add a file to the media library.

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

/// Adds a file to the media library: an image (PNG, JPEG, GIF, SVG, WebP), a ZIP of images or
/// fonts, a contact card, or a video for WhatsApp. A file has at most 5 MB, a ZIP counts
/// uncompressed. The reply does not have the identifier of the asset.
///
/// `POST /media_library/create`, permission `media_library.create`, counted in
/// [`Pool::MEDIA_LIBRARY`].
///
/// [`ApiError::read`](crate::ApiError::read) reads the body of status 400 or 5XX as
/// [`MediaFailure`](crate::MediaFailure).
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateRequest {
    /// The file, by its address or as it is.
    pub body: CreateBody,
}

impl CreateRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(body: CreateBody) -> Self {
        Self { body }
    }
}

impl Endpoint for CreateRequest {
    type Output = Create;

    const META: Meta = Meta::new("media_library.create", Method::POST, "/media_library/create")
        .permission("media_library.create")
        .replay(Replay::Unsafe)
        .pool(&Pool::MEDIA_LIBRARY);

    fn validate(&self, v: &mut Violations) {
        self.body.validate(v);
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/media_library/create");
        if self.body.asset_file.is_some() {
            let mut form = Form::new();
            form.text_opt("name", self.body.name.as_ref());
            form.text_opt("asset_url", self.body.asset_url.as_ref());
            form.file_opt("asset_file", self.body.asset_file.as_ref());
            w.form(form);
        } else {
            w.json(&self.body);
        }
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<Create, DecodeError> {
        reply::json(body)
    }
}

#[cfg(feature = "operation")]
impl Operation for CreateRequest {
    const DESCRIPTION: Description = Description::new("Add a file to the media library")
        .description(
            "Adds a file to the media library: an image (PNG, JPEG, GIF, SVG, WebP), a ZIP of \
             images or fonts, a contact card, or a video for WhatsApp. A file has at most 5 MB, a \
             ZIP counts uncompressed. The reply does not have the identifier of the asset.",
        )
        .command(&["media-library", "create"])
        .with_body()
        .form(FormUse::WithFile)
        .body_fields(
            &[
                Parameter::body("name", Kind::Text)
                    .description(
                        "Name of the asset. The files of a ZIP get it as a prefix, with a running \
                     number.",
                    ),
                Parameter::body("asset_url", Kind::Text)
                    .description("Address of the file, which Braze fetches."),
                Parameter::body("asset_file", Kind::File).description("The file."),
            ],
        )
        .exchanges(
            &[
                Exchange::new(
                        "by_url",
                        "/media_library/create",
                        200,
                        r#"{
  "new_assets": [
    {
      "name": "Teapot",
      "size": 20480,
      "url": "https://braze-images.com/appboy/communication/assets/image_assets/images/abc/original.png",
      "ext": "png"
    }
  ],
  "errors": [],
  "dashboard_url": "https://dashboard-01.braze.com/media"
}"#,
                    )
                    .body(
                        r#"{
  "asset_url": "https://cdn.example.com/teapot.png",
  "name": "Teapot"
}"#,
                    ),
                Exchange::new(
                        "by_file",
                        "/media_library/create",
                        200,
                        r#"{
  "new_assets": [
    {
      "name": "Teapot",
      "size": 8,
      "url": "https://braze-images.com/appboy/communication/assets/image_assets/images/abc/original.png",
      "ext": "png"
    }
  ],
  "errors": [],
  "dashboard_url": "https://dashboard-01.braze.com/media"
}"#,
                    )
                    .body(
                        r#"{
  "asset_file": {"file_name": "teapot.png", "content_type": "image/png", "content": "iVBORw0KGgo="},
  "name": "Teapot"
}"#,
                    ),
            ],
        );

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let body = r.json();
        Some(Self { body: body? })
    }

    fn write(output: &Create) -> Vec<u8> {
        operation::json(output)
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CreateBody {
    /// Name of the asset. The files of a ZIP get it as a prefix, with a running number. At least 1
    /// character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<String>,
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

impl CreateBody {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, asset_url: None, asset_file: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.name {
            v.text("name", value);
        }
        if let Some(value) = &self.asset_url {
            v.text("asset_url", value);
        }
        if let Some(value) = &self.asset_file {
            v.file("asset_file", value, Some(5000000));
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

    /// Sets `name`. Name of the asset. The files of a ZIP get it as a prefix, with a running
    /// number. At least 1 character.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
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

/// Reply of [`CreateRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Create {
    /// The assets that were added.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub new_assets: Vec<MediaAsset>,
    /// The files of a ZIP that were not added.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub errors: Vec<CreateError>,
    /// The media library in the dashboard.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dashboard_url: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Create {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            new_assets: Vec::new(),
            errors: Vec::new(),
            dashboard_url: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Create {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "new_assets" => field.value(&mut self.new_assets),
            "errors" => field.value(&mut self.errors),
            "dashboard_url" => field.scalar(&mut self.dashboard_url, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Create {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Create {
    fn scrub(&mut self, secret: &Secret) {
        self.new_assets.scrub(secret);
        self.errors.scrub(secret);
        self.dashboard_url.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CreateError {
    /// Name of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// Ending of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ext: Option<String>,
    /// The reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CreateError {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, size: None, ext: None, error: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for CreateError {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "size" => field.scalar(&mut self.size, &mut self.extra),
            "ext" => field.scalar(&mut self.ext, &mut self.extra),
            "error" => field.scalar(&mut self.error, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CreateError {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CreateError {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.size.scrub(secret);
        self.ext.scrub(secret);
        self.error.scrub(secret);
        self.extra.scrub(secret);
    }
}
