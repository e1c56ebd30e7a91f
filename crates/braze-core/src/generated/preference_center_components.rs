// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::{Deserialize, Serialize};

use crate::wire::{Choice, choice};
use crate::{Violations, reply};

/// An icon of the pages of a preference center.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PreferenceCenterIcon {
    /// Use of the icon.
    pub rel: PreferenceCenterIconUse,
    /// Address of the icon. At least 1 character.
    pub href: String,
    /// Type of the icon.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#type: Option<PreferenceCenterIconType>,
    /// Sizes of the icon.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub sizes: Option<String>,
    /// Color of a mask icon.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub color: Option<String>,
}

impl PreferenceCenterIcon {
    /// An object with the required fields.
    #[must_use]
    pub fn new(rel: PreferenceCenterIconUse, href: impl Into<String>) -> Self {
        Self { rel, href: href.into(), r#type: None, sizes: None, color: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("href", &self.href);
        if let Some(value) = &self.sizes {
            v.text("sizes", value);
        }
        if let Some(value) = &self.color {
            v.text("color", value);
        }
    }

    /// Sets `type`. Type of the icon.
    #[must_use]
    pub fn r#type(mut self, r#type: PreferenceCenterIconType) -> Self {
        self.r#type = Some(r#type);
        self
    }

    /// Sets `sizes`. Sizes of the icon.
    #[must_use]
    pub fn sizes(mut self, sizes: impl Into<String>) -> Self {
        self.sizes = Some(sizes.into());
        self
    }

    /// Sets `color`. Color of a mask icon.
    #[must_use]
    pub fn color(mut self, color: impl Into<String>) -> Self {
        self.color = Some(color.into());
        self
    }
}

/// Type of the icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PreferenceCenterIconType {
    /// `image/png`
    ImagePng,
    /// `image/svg`
    ImageSvg,
    /// `image/gif`
    ImageGif,
    /// `image/x-icon`
    ImageXIcon,
    /// `image/svg+xml`
    ImageSvgXml,
    /// `mask-icon`
    MaskIcon,
}

impl Choice for PreferenceCenterIconType {
    const ALL: &[Self] = &[
        Self::ImagePng,
        Self::ImageSvg,
        Self::ImageGif,
        Self::ImageXIcon,
        Self::ImageSvgXml,
        Self::MaskIcon,
    ];

    fn as_str(&self) -> &'static str {
        match self {
            Self::ImagePng => "image/png",
            Self::ImageSvg => "image/svg",
            Self::ImageGif => "image/gif",
            Self::ImageXIcon => "image/x-icon",
            Self::ImageSvgXml => "image/svg+xml",
            Self::MaskIcon => "mask-icon",
        }
    }
}

choice!(PreferenceCenterIconType);

/// Use of the icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PreferenceCenterIconUse {
    /// `icon`
    Icon,
    /// `shortcut icon`
    ShortcutIcon,
    /// `apple-touch-icon`
    AppleTouchIcon,
}

impl Choice for PreferenceCenterIconUse {
    const ALL: &[Self] = &[Self::Icon, Self::ShortcutIcon, Self::AppleTouchIcon];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Icon => "icon",
            Self::ShortcutIcon => "shortcut icon",
            Self::AppleTouchIcon => "apple-touch-icon",
        }
    }
}

choice!(PreferenceCenterIconUse);

/// Settings of the pages of a preference center.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PreferenceCenterOptions {
    /// Content of the viewport's meta tag.
    #[serde(
        rename = "meta-viewport-content",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub meta_viewport_content: Option<String>,
    /// Icons of the pages. The documentation also calls them `link-tags`.
    #[serde(rename = "links-tags", default, skip_serializing_if = "Vec::is_empty")]
    pub links_tags: Vec<PreferenceCenterIcon>,
    /// Icons of the pages. The documentation also calls them `links-tags`.
    #[serde(rename = "link-tags", default, skip_serializing_if = "Vec::is_empty")]
    pub link_tags: Vec<PreferenceCenterIcon>,
}

impl PreferenceCenterOptions {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { meta_viewport_content: None, links_tags: Vec::new(), link_tags: Vec::new() }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.meta_viewport_content {
            v.text("meta-viewport-content", value);
        }
        v.each("links-tags", &self.links_tags, PreferenceCenterIcon::validate);
        v.each("link-tags", &self.link_tags, PreferenceCenterIcon::validate);
    }

    /// Sets `meta-viewport-content`. Content of the viewport's meta tag.
    #[must_use]
    pub fn meta_viewport_content(mut self, meta_viewport_content: impl Into<String>) -> Self {
        self.meta_viewport_content = Some(meta_viewport_content.into());
        self
    }

    /// Sets `links-tags`. Icons of the pages. The documentation also calls them `link-tags`.
    #[must_use]
    pub fn links_tags(
        mut self,
        links_tags: impl IntoIterator<Item = PreferenceCenterIcon>,
    ) -> Self {
        self.links_tags = links_tags.into_iter().collect();
        self
    }

    /// Sets `link-tags`. Icons of the pages. The documentation also calls them `links-tags`.
    #[must_use]
    pub fn link_tags(mut self, link_tags: impl IntoIterator<Item = PreferenceCenterIcon>) -> Self {
        self.link_tags = link_tags.into_iter().collect();
        self
    }
}

/// State of a preference center.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum PreferenceCenterState {
    /// `active`
    Active,
    /// `draft`
    Draft,
}

impl Choice for PreferenceCenterState {
    const ALL: &[Self] = &[Self::Active, Self::Draft];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Draft => "draft",
        }
    }
}

choice!(PreferenceCenterState);
