// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::wire::{Word, word};
use crate::{Scrub, Secret, reply};

/// An asset of the media library.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct MediaAsset {
    /// Name of the asset.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Size in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// Address of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Ending of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ext: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl MediaAsset {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, size: None, url: None, ext: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for MediaAsset {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "size" => field.scalar(&mut self.size, &mut self.extra),
            "url" => field.scalar(&mut self.url, &mut self.extra),
            "ext" => field.scalar(&mut self.ext, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for MediaAsset {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for MediaAsset {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.size.scrub(secret);
        self.url.scrub(secret);
        self.ext.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Body of a failure of the media library. One about the request itself has a `message` only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct MediaFailure {
    /// The problem.
    pub message: String,
    /// Kind of the problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_code: Option<MediaFailureErrorCode>,
    /// Details by name, which depend on the kind.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub meta: BTreeMap<String, Value>,
}

impl MediaFailure {
    /// An object with the required fields.
    #[must_use]
    pub fn new(message: String) -> Self {
        Self { message, error_code: None, meta: BTreeMap::new() }
    }
}

impl Scrub for MediaFailure {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.error_code.scrub(secret);
        self.meta.scrub(secret);
    }
}

/// Kind of the problem.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MediaFailureErrorCode {
    /// `ASSET_NOT_FOUND`
    AssetNotFound,
    /// `ASSET_SIZE_EXCEEDS_LIMIT`
    AssetSizeExceedsLimit,
    /// `ASSET_UPLOAD_FAILED`
    AssetUploadFailed,
    /// `CORRUPT_FILE`
    CorruptFile,
    /// `EXTENSION_MISMATCH`
    ExtensionMismatch,
    /// `GENERIC_ERROR`
    GenericError,
    /// `INVALID_ASSET_URL`
    InvalidAssetUrl,
    /// `MEDIA_LIBRARY_LIMIT_REACHED`
    MediaLibraryLimitReached,
    /// `UNSUPPORTED_ASSET_TYPE_FOR_REPLACE`
    UnsupportedAssetTypeForReplace,
    /// `UNSUPPORTED_FILE_TYPE`
    UnsupportedFileType,
    /// `ZIPPED_ENTITY_CANNOT_HAVE_NESTED_DIRECTORY`
    ZippedEntityCannotHaveNestedDirectory,
    /// `ZIPPED_ENTITY_HAS_NO_NAME`
    ZippedEntityHasNoName,
    /// `ZIP_FILE_TOO_LARGE`
    ZipFileTooLarge,
    /// `ZIP_UPLOAD_ERROR`
    ZipUploadError,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for MediaFailureErrorCode {
    fn as_str(&self) -> &str {
        match self {
            Self::AssetNotFound => "ASSET_NOT_FOUND",
            Self::AssetSizeExceedsLimit => "ASSET_SIZE_EXCEEDS_LIMIT",
            Self::AssetUploadFailed => "ASSET_UPLOAD_FAILED",
            Self::CorruptFile => "CORRUPT_FILE",
            Self::ExtensionMismatch => "EXTENSION_MISMATCH",
            Self::GenericError => "GENERIC_ERROR",
            Self::InvalidAssetUrl => "INVALID_ASSET_URL",
            Self::MediaLibraryLimitReached => "MEDIA_LIBRARY_LIMIT_REACHED",
            Self::UnsupportedAssetTypeForReplace => "UNSUPPORTED_ASSET_TYPE_FOR_REPLACE",
            Self::UnsupportedFileType => "UNSUPPORTED_FILE_TYPE",
            Self::ZippedEntityCannotHaveNestedDirectory => {
                "ZIPPED_ENTITY_CANNOT_HAVE_NESTED_DIRECTORY"
            }
            Self::ZippedEntityHasNoName => "ZIPPED_ENTITY_HAS_NO_NAME",
            Self::ZipFileTooLarge => "ZIP_FILE_TOO_LARGE",
            Self::ZipUploadError => "ZIP_UPLOAD_ERROR",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "ASSET_NOT_FOUND" => Self::AssetNotFound,
            "ASSET_SIZE_EXCEEDS_LIMIT" => Self::AssetSizeExceedsLimit,
            "ASSET_UPLOAD_FAILED" => Self::AssetUploadFailed,
            "CORRUPT_FILE" => Self::CorruptFile,
            "EXTENSION_MISMATCH" => Self::ExtensionMismatch,
            "GENERIC_ERROR" => Self::GenericError,
            "INVALID_ASSET_URL" => Self::InvalidAssetUrl,
            "MEDIA_LIBRARY_LIMIT_REACHED" => Self::MediaLibraryLimitReached,
            "UNSUPPORTED_ASSET_TYPE_FOR_REPLACE" => Self::UnsupportedAssetTypeForReplace,
            "UNSUPPORTED_FILE_TYPE" => Self::UnsupportedFileType,
            "ZIPPED_ENTITY_CANNOT_HAVE_NESTED_DIRECTORY" => {
                Self::ZippedEntityCannotHaveNestedDirectory
            }
            "ZIPPED_ENTITY_HAS_NO_NAME" => Self::ZippedEntityHasNoName,
            "ZIP_FILE_TOO_LARGE" => Self::ZipFileTooLarge,
            "ZIP_UPLOAD_ERROR" => Self::ZipUploadError,
            other => Self::Other(other.into()),
        }
    }
}

word!(MediaFailureErrorCode);
