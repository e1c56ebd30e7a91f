// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::wire::{Choice, choice};
use crate::{
    AttributeValue, Message, PartialErrors, ProfilePriority, Scrub, Secret, Timestamp, UserAlias,
    Violations, reply,
};

/// A button of a push message to Android devices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AndroidButton {
    /// Text of the button. At least 1 character.
    pub text: String,
    /// The effect of a click.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub action: Option<ButtonAction>,
    /// Address that a click opens. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub uri: Option<String>,
    /// `true` to open it within the app.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_webview: Option<bool>,
}

impl AndroidButton {
    /// An object with the required fields.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), action: None, uri: None, use_webview: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("text", &self.text);
        if let Some(value) = &self.uri {
            v.text("uri", value);
        }
    }

    /// Sets `action`. The effect of a click.
    #[must_use]
    pub fn action(mut self, action: ButtonAction) -> Self {
        self.action = Some(action);
        self
    }

    /// Sets `uri`. Address that a click opens. At least 1 character.
    #[must_use]
    pub fn uri(mut self, uri: impl Into<String>) -> Self {
        self.uri = Some(uri.into());
        self
    }

    /// Sets `use_webview`. `true` to open it within the app.
    #[must_use]
    pub fn use_webview(mut self, use_webview: bool) -> Self {
        self.use_webview = Some(use_webview);
        self
    }
}

/// A push message to Android devices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AndroidPush {
    /// The text. Together with `extra` at most 4,000 bytes.
    pub alert: String,
    /// The title.
    pub title: String,
    /// Further values for the app. `appboy_image_url` shows a picture.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, Value>,
    /// API identifier of the message variation. Required beside `campaign_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_variation_id: Option<String>,
    /// Identifier of the notification channel. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub notification_channel_id: Option<String>,
    /// Priority among notifications. From -2 to 2.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub priority: Option<i64>,
    /// Priority of the delivery.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub android_priority: Option<AndroidPushAndroidPriority>,
    /// `true` to wake up the app without showing anything.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_to_sync: Option<bool>,
    /// Key by which a later message replaces an earlier one. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub collapse_key: Option<String>,
    /// Sound of the message. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub sound: Option<String>,
    /// Address that a click opens. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub custom_uri: Option<String>,
    /// `true` to open it within the app.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_webview: Option<bool>,
    /// Summary below the text.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub summary_text: Option<String>,
    /// Seconds after which the message expires. At most 2419200.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub time_to_live: Option<u32>,
    /// Identifier of the notification.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub notification_id: Option<i64>,
    /// Address of the icon. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub push_icon_image_url: Option<String>,
    /// Colour as an RGB integer.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub accent_color: Option<i64>,
    /// `true` to send to the latest device alone.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_to_most_recent_device_only: Option<bool>,
    /// Buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<AndroidButton>,
    /// Data of a conversation: `shortcut_id`, `reply_person_id`, `messages`, `persons`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub conversation_data: BTreeMap<String, Value>,
}

impl AndroidPush {
    /// An object with the required fields.
    #[must_use]
    pub fn new(alert: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            alert: alert.into(),
            title: title.into(),
            extra: BTreeMap::new(),
            message_variation_id: None,
            notification_channel_id: None,
            priority: None,
            android_priority: None,
            send_to_sync: None,
            collapse_key: None,
            sound: None,
            custom_uri: None,
            use_webview: None,
            summary_text: None,
            time_to_live: None,
            notification_id: None,
            push_icon_image_url: None,
            accent_color: None,
            send_to_most_recent_device_only: None,
            buttons: Vec::new(),
            conversation_data: BTreeMap::new(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("alert", &self.alert);
        v.length("alert", self.alert.len(), "bytes", None, Some(4000));
        v.text("title", &self.title);
        if !self.extra.is_empty() {
            v.json_size("extra", &self.extra, 4000);
        }
        if let Some(value) = &self.message_variation_id {
            v.identifier("message_variation_id", value);
        }
        if let Some(value) = &self.notification_channel_id {
            v.text("notification_channel_id", value);
        }
        if let Some(value) = self.priority {
            v.range("priority", value, Some(-2), Some(2));
        }
        if let Some(value) = &self.collapse_key {
            v.text("collapse_key", value);
        }
        if let Some(value) = &self.sound {
            v.text("sound", value);
        }
        if let Some(value) = &self.custom_uri {
            v.text("custom_uri", value);
        }
        if let Some(value) = &self.summary_text {
            v.text("summary_text", value);
        }
        if let Some(value) = self.time_to_live {
            v.range("time_to_live", value, None, Some(2419200));
        }
        if let Some(value) = &self.push_icon_image_url {
            v.text("push_icon_image_url", value);
        }
        v.each("buttons", &self.buttons, AndroidButton::validate);
    }

    /// Sets `extra`. Further values for the app. `appboy_image_url` shows a picture.
    #[must_use]
    pub fn extra(mut self, extra: BTreeMap<String, Value>) -> Self {
        self.extra = extra;
        self
    }

    /// Sets `message_variation_id`. API identifier of the message variation. Required beside
    /// `campaign_id`.
    #[must_use]
    pub fn message_variation_id(mut self, message_variation_id: impl Into<String>) -> Self {
        self.message_variation_id = Some(message_variation_id.into());
        self
    }

    /// Sets `notification_channel_id`. Identifier of the notification channel. At least 1
    /// character.
    #[must_use]
    pub fn notification_channel_id(mut self, notification_channel_id: impl Into<String>) -> Self {
        self.notification_channel_id = Some(notification_channel_id.into());
        self
    }

    /// Sets `priority`. Priority among notifications. From -2 to 2.
    #[must_use]
    pub fn priority(mut self, priority: i64) -> Self {
        self.priority = Some(priority);
        self
    }

    /// Sets `android_priority`. Priority of the delivery.
    #[must_use]
    pub fn android_priority(mut self, android_priority: AndroidPushAndroidPriority) -> Self {
        self.android_priority = Some(android_priority);
        self
    }

    /// Sets `send_to_sync`. `true` to wake up the app without showing anything.
    #[must_use]
    pub fn send_to_sync(mut self, send_to_sync: bool) -> Self {
        self.send_to_sync = Some(send_to_sync);
        self
    }

    /// Sets `collapse_key`. Key by which a later message replaces an earlier one. At least 1
    /// character.
    #[must_use]
    pub fn collapse_key(mut self, collapse_key: impl Into<String>) -> Self {
        self.collapse_key = Some(collapse_key.into());
        self
    }

    /// Sets `sound`. Sound of the message. At least 1 character.
    #[must_use]
    pub fn sound(mut self, sound: impl Into<String>) -> Self {
        self.sound = Some(sound.into());
        self
    }

    /// Sets `custom_uri`. Address that a click opens. At least 1 character.
    #[must_use]
    pub fn custom_uri(mut self, custom_uri: impl Into<String>) -> Self {
        self.custom_uri = Some(custom_uri.into());
        self
    }

    /// Sets `use_webview`. `true` to open it within the app.
    #[must_use]
    pub fn use_webview(mut self, use_webview: bool) -> Self {
        self.use_webview = Some(use_webview);
        self
    }

    /// Sets `summary_text`. Summary below the text.
    #[must_use]
    pub fn summary_text(mut self, summary_text: impl Into<String>) -> Self {
        self.summary_text = Some(summary_text.into());
        self
    }

    /// Sets `time_to_live`. Seconds after which the message expires. At most 2419200.
    #[must_use]
    pub fn time_to_live(mut self, time_to_live: u32) -> Self {
        self.time_to_live = Some(time_to_live);
        self
    }

    /// Sets `notification_id`. Identifier of the notification.
    #[must_use]
    pub fn notification_id(mut self, notification_id: i64) -> Self {
        self.notification_id = Some(notification_id);
        self
    }

    /// Sets `push_icon_image_url`. Address of the icon. At least 1 character.
    #[must_use]
    pub fn push_icon_image_url(mut self, push_icon_image_url: impl Into<String>) -> Self {
        self.push_icon_image_url = Some(push_icon_image_url.into());
        self
    }

    /// Sets `accent_color`. Colour as an RGB integer.
    #[must_use]
    pub fn accent_color(mut self, accent_color: i64) -> Self {
        self.accent_color = Some(accent_color);
        self
    }

    /// Sets `send_to_most_recent_device_only`. `true` to send to the latest device alone.
    #[must_use]
    pub fn send_to_most_recent_device_only(
        mut self,
        send_to_most_recent_device_only: bool,
    ) -> Self {
        self.send_to_most_recent_device_only = Some(send_to_most_recent_device_only);
        self
    }

    /// Sets `buttons`. Buttons.
    #[must_use]
    pub fn buttons(mut self, buttons: impl IntoIterator<Item = AndroidButton>) -> Self {
        self.buttons = buttons.into_iter().collect();
        self
    }

    /// Sets `conversation_data`. Data of a conversation: `shortcut_id`, `reply_person_id`,
    /// `messages`, `persons`.
    #[must_use]
    pub fn conversation_data(mut self, conversation_data: BTreeMap<String, Value>) -> Self {
        self.conversation_data = conversation_data;
        self
    }
}

/// Priority of the delivery.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AndroidPushAndroidPriority {
    /// `normal`
    Normal,
    /// `high`
    High,
}

impl Choice for AndroidPushAndroidPriority {
    const ALL: &[Self] = &[Self::Normal, Self::High];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Normal => "normal",
            Self::High => "high",
        }
    }
}

choice!(AndroidPushAndroidPriority);

/// A button of a push message to Apple devices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct AppleButton {
    /// Identifier of the button in its category. At least 1 character.
    pub action_id: String,
    /// The effect of a click.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub action: Option<AppleButtonAction>,
    /// Address that a click opens. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub uri: Option<String>,
    /// `true` to open it within the app.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_webview: Option<bool>,
}

impl AppleButton {
    /// An object with the required fields.
    #[must_use]
    pub fn new(action_id: impl Into<String>) -> Self {
        Self { action_id: action_id.into(), action: None, uri: None, use_webview: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("action_id", &self.action_id);
        if let Some(value) = &self.uri {
            v.text("uri", value);
        }
    }

    /// Sets `action`. The effect of a click.
    #[must_use]
    pub fn action(mut self, action: AppleButtonAction) -> Self {
        self.action = Some(action);
        self
    }

    /// Sets `uri`. Address that a click opens. At least 1 character.
    #[must_use]
    pub fn uri(mut self, uri: impl Into<String>) -> Self {
        self.uri = Some(uri.into());
        self
    }

    /// Sets `use_webview`. `true` to open it within the app.
    #[must_use]
    pub fn use_webview(mut self, use_webview: bool) -> Self {
        self.use_webview = Some(use_webview);
        self
    }
}

/// The effect of a click.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum AppleButtonAction {
    /// `OPEN_APP`
    OpenApp,
    /// `URI`
    Uri,
    /// `DEEP_LINK`
    DeepLink,
    /// `CLOSE`
    Close,
}

impl Choice for AppleButtonAction {
    const ALL: &[Self] = &[Self::OpenApp, Self::Uri, Self::DeepLink, Self::Close];

    fn as_str(&self) -> &'static str {
        match self {
            Self::OpenApp => "OPEN_APP",
            Self::Uri => "URI",
            Self::DeepLink => "DEEP_LINK",
            Self::Close => "CLOSE",
        }
    }
}

choice!(AppleButtonAction);

/// A push message to Apple devices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ApplePush {
    /// The text, or an object with `title`, `body` and more. Together with `extra` at most 1,912
    /// bytes.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub alert: Option<Value>,
    /// Number at the icon of the app.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub badge: Option<i64>,
    /// Sound of the message. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub sound: Option<String>,
    /// Further values for the app, except `ab` and `aps`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, Value>,
    /// `true` to wake up the app without showing anything.
    #[serde(
        rename = "content-available",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub content_available: Option<bool>,
    /// Urgency of the message.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub interruption_level: Option<ApplePushInterruptionLevel>,
    /// Rank among the messages of the app. From 0 to 1.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub relevance_score: Option<f64>,
    /// Time at which the message expires.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub expiry: Option<Timestamp>,
    /// Address that a click opens. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub custom_uri: Option<String>,
    /// `true` to open it within the app.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_webview: Option<bool>,
    /// API identifier of the message variation. Required beside `campaign_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_variation_id: Option<String>,
    /// Identifier of the group of notifications. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub notification_group_thread_id: Option<String>,
    /// Address of a picture, a sound or a film. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub asset_url: Option<String>,
    /// Format of what is there.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub asset_file_type: Option<ApplePushAssetFileType>,
    /// Key by which a later message replaces an earlier one. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub collapse_id: Option<String>,
    /// `true` to let the app change the message.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub mutable_content: Option<bool>,
    /// `true` to send to the latest device alone.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_to_most_recent_device_only: Option<bool>,
    /// Category of notifications, which has the buttons. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub category: Option<String>,
    /// Buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<AppleButton>,
    /// Priority of the delivery: 10, 5 or 1. From 1 to 10.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub apns_priority: Option<u32>,
}

impl ApplePush {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            alert: None,
            badge: None,
            sound: None,
            extra: BTreeMap::new(),
            content_available: None,
            interruption_level: None,
            relevance_score: None,
            expiry: None,
            custom_uri: None,
            use_webview: None,
            message_variation_id: None,
            notification_group_thread_id: None,
            asset_url: None,
            asset_file_type: None,
            collapse_id: None,
            mutable_content: None,
            send_to_most_recent_device_only: None,
            category: None,
            buttons: Vec::new(),
            apns_priority: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.alert {
            v.json_size("alert", value, 1912);
        }
        if let Some(value) = &self.sound {
            v.text("sound", value);
        }
        if !self.extra.is_empty() {
            v.json_size("extra", &self.extra, 1912);
        }
        if let Some(value) = self.relevance_score {
            v.range("relevance_score", value, Some(0.0), Some(1.0));
        }
        if let Some(value) = self.expiry {
            v.timestamp("expiry", value);
        }
        if let Some(value) = &self.custom_uri {
            v.text("custom_uri", value);
        }
        if let Some(value) = &self.message_variation_id {
            v.identifier("message_variation_id", value);
        }
        if let Some(value) = &self.notification_group_thread_id {
            v.text("notification_group_thread_id", value);
        }
        if let Some(value) = &self.asset_url {
            v.text("asset_url", value);
        }
        if let Some(value) = &self.collapse_id {
            v.text("collapse_id", value);
        }
        if let Some(value) = &self.category {
            v.text("category", value);
        }
        v.each("buttons", &self.buttons, AppleButton::validate);
        if let Some(value) = self.apns_priority {
            v.range("apns_priority", value, Some(1), Some(10));
        }
        v.at_least_one(&[
            ("alert", self.alert.is_some()),
            ("content-available", self.content_available.is_some()),
        ]);
        v.requires(
            ("asset_url", self.asset_url.is_some()),
            &[("asset_file_type", self.asset_file_type.is_some())],
        );
    }

    /// Sets `alert`. The text, or an object with `title`, `body` and more. Together with `extra` at
    /// most 1,912 bytes.
    #[must_use]
    pub fn alert(mut self, alert: impl Into<Value>) -> Self {
        self.alert = Some(alert.into());
        self
    }

    /// Sets `badge`. Number at the icon of the app.
    #[must_use]
    pub fn badge(mut self, badge: i64) -> Self {
        self.badge = Some(badge);
        self
    }

    /// Sets `sound`. Sound of the message. At least 1 character.
    #[must_use]
    pub fn sound(mut self, sound: impl Into<String>) -> Self {
        self.sound = Some(sound.into());
        self
    }

    /// Sets `extra`. Further values for the app, except `ab` and `aps`.
    #[must_use]
    pub fn extra(mut self, extra: BTreeMap<String, Value>) -> Self {
        self.extra = extra;
        self
    }

    /// Sets `content-available`. `true` to wake up the app without showing anything.
    #[must_use]
    pub fn content_available(mut self, content_available: bool) -> Self {
        self.content_available = Some(content_available);
        self
    }

    /// Sets `interruption_level`. Urgency of the message.
    #[must_use]
    pub fn interruption_level(mut self, interruption_level: ApplePushInterruptionLevel) -> Self {
        self.interruption_level = Some(interruption_level);
        self
    }

    /// Sets `relevance_score`. Rank among the messages of the app. From 0 to 1.
    #[must_use]
    pub fn relevance_score(mut self, relevance_score: f64) -> Self {
        self.relevance_score = Some(relevance_score);
        self
    }

    /// Sets `expiry`. Time at which the message expires.
    #[must_use]
    pub fn expiry(mut self, expiry: impl Into<Timestamp>) -> Self {
        self.expiry = Some(expiry.into());
        self
    }

    /// Sets `custom_uri`. Address that a click opens. At least 1 character.
    #[must_use]
    pub fn custom_uri(mut self, custom_uri: impl Into<String>) -> Self {
        self.custom_uri = Some(custom_uri.into());
        self
    }

    /// Sets `use_webview`. `true` to open it within the app.
    #[must_use]
    pub fn use_webview(mut self, use_webview: bool) -> Self {
        self.use_webview = Some(use_webview);
        self
    }

    /// Sets `message_variation_id`. API identifier of the message variation. Required beside
    /// `campaign_id`.
    #[must_use]
    pub fn message_variation_id(mut self, message_variation_id: impl Into<String>) -> Self {
        self.message_variation_id = Some(message_variation_id.into());
        self
    }

    /// Sets `notification_group_thread_id`. Identifier of the group of notifications. At least 1
    /// character.
    #[must_use]
    pub fn notification_group_thread_id(
        mut self,
        notification_group_thread_id: impl Into<String>,
    ) -> Self {
        self.notification_group_thread_id = Some(notification_group_thread_id.into());
        self
    }

    /// Sets `asset_url`. Address of a picture, a sound or a film. At least 1 character.
    #[must_use]
    pub fn asset_url(mut self, asset_url: impl Into<String>) -> Self {
        self.asset_url = Some(asset_url.into());
        self
    }

    /// Sets `asset_file_type`. Format of what is there.
    #[must_use]
    pub fn asset_file_type(mut self, asset_file_type: ApplePushAssetFileType) -> Self {
        self.asset_file_type = Some(asset_file_type);
        self
    }

    /// Sets `collapse_id`. Key by which a later message replaces an earlier one. At least 1
    /// character.
    #[must_use]
    pub fn collapse_id(mut self, collapse_id: impl Into<String>) -> Self {
        self.collapse_id = Some(collapse_id.into());
        self
    }

    /// Sets `mutable_content`. `true` to let the app change the message.
    #[must_use]
    pub fn mutable_content(mut self, mutable_content: bool) -> Self {
        self.mutable_content = Some(mutable_content);
        self
    }

    /// Sets `send_to_most_recent_device_only`. `true` to send to the latest device alone.
    #[must_use]
    pub fn send_to_most_recent_device_only(
        mut self,
        send_to_most_recent_device_only: bool,
    ) -> Self {
        self.send_to_most_recent_device_only = Some(send_to_most_recent_device_only);
        self
    }

    /// Sets `category`. Category of notifications, which has the buttons. At least 1 character.
    #[must_use]
    pub fn category(mut self, category: impl Into<String>) -> Self {
        self.category = Some(category.into());
        self
    }

    /// Sets `buttons`. Buttons.
    #[must_use]
    pub fn buttons(mut self, buttons: impl IntoIterator<Item = AppleButton>) -> Self {
        self.buttons = buttons.into_iter().collect();
        self
    }

    /// Sets `apns_priority`. Priority of the delivery: 10, 5 or 1. From 1 to 10.
    #[must_use]
    pub fn apns_priority(mut self, apns_priority: u32) -> Self {
        self.apns_priority = Some(apns_priority);
        self
    }
}

/// Format of what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ApplePushAssetFileType {
    /// `aif`
    Aif,
    /// `gif`
    Gif,
    /// `jpg`
    Jpg,
    /// `m4a`
    M4a,
    /// `mp3`
    Mp3,
    /// `mp4`
    Mp4,
    /// `png`
    Png,
    /// `wav`
    Wav,
}

impl Choice for ApplePushAssetFileType {
    const ALL: &[Self] =
        &[Self::Aif, Self::Gif, Self::Jpg, Self::M4a, Self::Mp3, Self::Mp4, Self::Png, Self::Wav];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Aif => "aif",
            Self::Gif => "gif",
            Self::Jpg => "jpg",
            Self::M4a => "m4a",
            Self::Mp3 => "mp3",
            Self::Mp4 => "mp4",
            Self::Png => "png",
            Self::Wav => "wav",
        }
    }
}

choice!(ApplePushAssetFileType);

/// Urgency of the message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ApplePushInterruptionLevel {
    /// `passive`
    Passive,
    /// `active`
    Active,
    /// `time-sensitive`
    TimeSensitive,
    /// `critical`
    Critical,
}

impl Choice for ApplePushInterruptionLevel {
    const ALL: &[Self] = &[Self::Passive, Self::Active, Self::TimeSensitive, Self::Critical];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Passive => "passive",
            Self::Active => "active",
            Self::TimeSensitive => "time-sensitive",
            Self::Critical => "critical",
        }
    }
}

choice!(ApplePushInterruptionLevel);

/// A file that an email has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Attachment {
    /// Name of the file, with its ending. At least 1 character.
    pub file_name: String,
    /// Address of the file, of at most 2 MB. At least 1 character.
    pub url: String,
    /// Name of the credential for that address. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub basic_auth_credential: Option<String>,
}

impl Attachment {
    /// An object with the required fields.
    #[must_use]
    pub fn new(file_name: impl Into<String>, url: impl Into<String>) -> Self {
        Self { file_name: file_name.into(), url: url.into(), basic_auth_credential: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("file_name", &self.file_name);
        v.text("url", &self.url);
        if let Some(value) = &self.basic_auth_credential {
            v.text("basic_auth_credential", value);
        }
    }

    /// Sets `basic_auth_credential`. Name of the credential for that address. At least 1 character.
    #[must_use]
    pub fn basic_auth_credential(mut self, basic_auth_credential: impl Into<String>) -> Self {
        self.basic_auth_credential = Some(basic_auth_credential.into());
        self
    }
}

/// The effect of a click.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ButtonAction {
    /// `OPEN_APP`
    OpenApp,
    /// `URI`
    Uri,
    /// `DEEP_LINK`
    DeepLink,
    /// `CLOSE`
    Close,
}

impl Choice for ButtonAction {
    const ALL: &[Self] = &[Self::OpenApp, Self::Uri, Self::DeepLink, Self::Close];

    fn as_str(&self) -> &'static str {
        match self {
            Self::OpenApp => "OPEN_APP",
            Self::Uri => "URI",
            Self::DeepLink => "DEEP_LINK",
            Self::Close => "CLOSE",
        }
    }
}

choice!(ButtonAction);

/// A user who receives messages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CanvasRecipient {
    /// External identifier of the user. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_user_id: Option<String>,
    /// An alias: another name of a user, unique together with its label.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_alias: Option<UserAlias>,
    /// Email address of the user. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<String>,
    /// Identifier that Braze gave to the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub braze_id: Option<String>,
    /// Order in which several profiles are told apart. Belongs to `email`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prioritization: Vec<ProfilePriority>,
    /// Values for this user, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub context: BTreeMap<String, Value>,
    /// Former name of `context`. The vendor advises against its use.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub canvas_entry_properties: BTreeMap<String, Value>,
    /// `false` to make a user who does not exist.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_to_existing_only: Option<bool>,
    /// Attributes to set before the send, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, AttributeValue>,
}

impl CanvasRecipient {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_user_id: None,
            user_alias: None,
            email: None,
            braze_id: None,
            prioritization: Vec::new(),
            context: BTreeMap::new(),
            canvas_entry_properties: BTreeMap::new(),
            send_to_existing_only: None,
            attributes: BTreeMap::new(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.external_user_id {
            v.text("external_user_id", value);
        }
        if let Some(value) = &self.user_alias {
            v.within("user_alias", |v| value.validate(v));
        }
        if let Some(value) = &self.email {
            v.text("email", value);
        }
        if let Some(value) = &self.braze_id {
            v.identifier("braze_id", value);
        }
        if !self.context.is_empty() {
            v.json_size("context", &self.context, 50000);
        }
        if !self.canvas_entry_properties.is_empty() {
            v.json_size("canvas_entry_properties", &self.canvas_entry_properties, 50000);
        }
        v.each_named("attributes", &self.attributes, |it, at, v| {
            it.check(at, v);
        });
        v.at_least_one(&[
            ("external_user_id", self.external_user_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("email", self.email.is_some()),
            ("braze_id", self.braze_id.is_some()),
        ]);
        v.at_most_one(&[
            ("external_user_id", self.external_user_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("email", self.email.is_some()),
            ("braze_id", self.braze_id.is_some()),
        ]);
        v.requires(
            ("email", self.email.is_some()),
            &[("prioritization", !self.prioritization.is_empty())],
        );
        v.at_most_one(&[
            ("send_to_existing_only", self.send_to_existing_only.is_some()),
            ("user_alias", self.user_alias.is_some()),
        ]);
        if self.send_to_existing_only == Some(false) {
            v.required_by(
                "`send_to_existing_only: false`",
                &[("attributes", !self.attributes.is_empty())],
            );
        }
    }

    /// Sets `external_user_id`. External identifier of the user. At least 1 character.
    #[must_use]
    pub fn external_user_id(mut self, external_user_id: impl Into<String>) -> Self {
        self.external_user_id = Some(external_user_id.into());
        self
    }

    /// Sets `user_alias`. An alias: another name of a user, unique together with its label.
    #[must_use]
    pub fn user_alias(mut self, user_alias: UserAlias) -> Self {
        self.user_alias = Some(user_alias);
        self
    }

    /// Sets `email`. Email address of the user. At least 1 character.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `braze_id`. Identifier that Braze gave to the user.
    #[must_use]
    pub fn braze_id(mut self, braze_id: impl Into<String>) -> Self {
        self.braze_id = Some(braze_id.into());
        self
    }

    /// Sets `prioritization`. Order in which several profiles are told apart. Belongs to `email`.
    #[must_use]
    pub fn prioritization(
        mut self,
        prioritization: impl IntoIterator<Item = ProfilePriority>,
    ) -> Self {
        self.prioritization = prioritization.into_iter().collect();
        self
    }

    /// Sets `context`. Values for this user, by name.
    #[must_use]
    pub fn context(mut self, context: BTreeMap<String, Value>) -> Self {
        self.context = context;
        self
    }

    /// Sets `canvas_entry_properties`. Former name of `context`. The vendor advises against its
    /// use.
    #[must_use]
    pub fn canvas_entry_properties(
        mut self,
        canvas_entry_properties: BTreeMap<String, Value>,
    ) -> Self {
        self.canvas_entry_properties = canvas_entry_properties;
        self
    }

    /// Sets `send_to_existing_only`. `false` to make a user who does not exist.
    #[must_use]
    pub fn send_to_existing_only(mut self, send_to_existing_only: bool) -> Self {
        self.send_to_existing_only = Some(send_to_existing_only);
        self
    }

    /// Sets `attributes`. Attributes to set before the send, by name.
    #[must_use]
    pub fn attributes(mut self, attributes: BTreeMap<String, AttributeValue>) -> Self {
        self.attributes = attributes;
        self
    }
}

/// A Content Card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ContentCard {
    /// Layout of the card.
    pub r#type: ContentCardType,
    /// The title.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub title: Option<String>,
    /// The text.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<String>,
    /// Address of the picture. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub image_url: Option<String>,
    /// Seconds after which the card expires. At least 1.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub time_to_live: Option<u64>,
    /// Time at which the card expires, at most 30 days away.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub expire_at: Option<Timestamp>,
    /// `true` for that time in the zone of each user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub expire_in_local_time: Option<bool>,
    /// `true` to keep the card on top.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub pinned: Option<bool>,
    /// Address that a click opens on iOS. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub ios_uri: Option<String>,
    /// Address that a click opens on Android. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub android_uri: Option<String>,
    /// Address that a click opens in browsers. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub web_uri: Option<String>,
    /// `true` to open it within the app on iOS.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub ios_use_webview: Option<bool>,
    /// `true` to open it within the app on Android.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub android_use_webview: Option<bool>,
    /// Text of the link.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub uri_text: Option<String>,
    /// Further values for the app.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, Value>,
    /// API identifier of the message variation. Required beside `campaign_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_variation_id: Option<String>,
}

impl ContentCard {
    /// An object with the required fields.
    #[must_use]
    pub fn new(r#type: ContentCardType) -> Self {
        Self {
            r#type,
            title: None,
            description: None,
            image_url: None,
            time_to_live: None,
            expire_at: None,
            expire_in_local_time: None,
            pinned: None,
            ios_uri: None,
            android_uri: None,
            web_uri: None,
            ios_use_webview: None,
            android_use_webview: None,
            uri_text: None,
            extra: BTreeMap::new(),
            message_variation_id: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.title {
            v.text("title", value);
        }
        if let Some(value) = &self.description {
            v.text("description", value);
        }
        if let Some(value) = &self.image_url {
            v.text("image_url", value);
        }
        if let Some(value) = self.time_to_live {
            v.range("time_to_live", value, Some(1), None);
        }
        if let Some(value) = self.expire_at {
            v.timestamp("expire_at", value);
        }
        if let Some(value) = &self.ios_uri {
            v.text("ios_uri", value);
        }
        if let Some(value) = &self.android_uri {
            v.text("android_uri", value);
        }
        if let Some(value) = &self.web_uri {
            v.text("web_uri", value);
        }
        if let Some(value) = &self.uri_text {
            v.text("uri_text", value);
        }
        if let Some(value) = &self.message_variation_id {
            v.identifier("message_variation_id", value);
        }
        if matches!(self.r#type, ContentCardType::Classic | ContentCardType::CaptionedImage) {
            v.required_by(
                "`type: CLASSIC | CAPTIONED_IMAGE`",
                &[("title", self.title.is_some()), ("description", self.description.is_some())],
            );
        }
        if matches!(self.r#type, ContentCardType::Banner) {
            v.forbidden_by(
                "`type: BANNER`",
                &[("title", self.title.is_some()), ("description", self.description.is_some())],
            );
        }
        if matches!(self.r#type, ContentCardType::CaptionedImage | ContentCardType::Banner) {
            v.required_by(
                "`type: CAPTIONED_IMAGE | BANNER`",
                &[("image_url", self.image_url.is_some())],
            );
        }
        v.at_least_one(&[
            ("time_to_live", self.time_to_live.is_some()),
            ("expire_at", self.expire_at.is_some()),
        ]);
        v.at_most_one(&[
            ("time_to_live", self.time_to_live.is_some()),
            ("expire_at", self.expire_at.is_some()),
        ]);
    }

    /// Sets `title`. The title.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets `description`. The text.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets `image_url`. Address of the picture. At least 1 character.
    #[must_use]
    pub fn image_url(mut self, image_url: impl Into<String>) -> Self {
        self.image_url = Some(image_url.into());
        self
    }

    /// Sets `time_to_live`. Seconds after which the card expires. At least 1.
    #[must_use]
    pub fn time_to_live(mut self, time_to_live: u64) -> Self {
        self.time_to_live = Some(time_to_live);
        self
    }

    /// Sets `expire_at`. Time at which the card expires, at most 30 days away.
    #[must_use]
    pub fn expire_at(mut self, expire_at: impl Into<Timestamp>) -> Self {
        self.expire_at = Some(expire_at.into());
        self
    }

    /// Sets `expire_in_local_time`. `true` for that time in the zone of each user.
    #[must_use]
    pub fn expire_in_local_time(mut self, expire_in_local_time: bool) -> Self {
        self.expire_in_local_time = Some(expire_in_local_time);
        self
    }

    /// Sets `pinned`. `true` to keep the card on top.
    #[must_use]
    pub fn pinned(mut self, pinned: bool) -> Self {
        self.pinned = Some(pinned);
        self
    }

    /// Sets `ios_uri`. Address that a click opens on iOS. At least 1 character.
    #[must_use]
    pub fn ios_uri(mut self, ios_uri: impl Into<String>) -> Self {
        self.ios_uri = Some(ios_uri.into());
        self
    }

    /// Sets `android_uri`. Address that a click opens on Android. At least 1 character.
    #[must_use]
    pub fn android_uri(mut self, android_uri: impl Into<String>) -> Self {
        self.android_uri = Some(android_uri.into());
        self
    }

    /// Sets `web_uri`. Address that a click opens in browsers. At least 1 character.
    #[must_use]
    pub fn web_uri(mut self, web_uri: impl Into<String>) -> Self {
        self.web_uri = Some(web_uri.into());
        self
    }

    /// Sets `ios_use_webview`. `true` to open it within the app on iOS.
    #[must_use]
    pub fn ios_use_webview(mut self, ios_use_webview: bool) -> Self {
        self.ios_use_webview = Some(ios_use_webview);
        self
    }

    /// Sets `android_use_webview`. `true` to open it within the app on Android.
    #[must_use]
    pub fn android_use_webview(mut self, android_use_webview: bool) -> Self {
        self.android_use_webview = Some(android_use_webview);
        self
    }

    /// Sets `uri_text`. Text of the link.
    #[must_use]
    pub fn uri_text(mut self, uri_text: impl Into<String>) -> Self {
        self.uri_text = Some(uri_text.into());
        self
    }

    /// Sets `extra`. Further values for the app.
    #[must_use]
    pub fn extra(mut self, extra: BTreeMap<String, Value>) -> Self {
        self.extra = extra;
        self
    }

    /// Sets `message_variation_id`. API identifier of the message variation. Required beside
    /// `campaign_id`.
    #[must_use]
    pub fn message_variation_id(mut self, message_variation_id: impl Into<String>) -> Self {
        self.message_variation_id = Some(message_variation_id.into());
        self
    }
}

/// Layout of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ContentCardType {
    /// `CLASSIC`
    Classic,
    /// `CAPTIONED_IMAGE`
    CaptionedImage,
    /// `BANNER`
    Banner,
}

impl Choice for ContentCardType {
    const ALL: &[Self] = &[Self::Classic, Self::CaptionedImage, Self::Banner];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Classic => "CLASSIC",
            Self::CaptionedImage => "CAPTIONED_IMAGE",
            Self::Banner => "BANNER",
        }
    }
}

choice!(ContentCardType);

/// Reply to a send.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Dispatch {
    /// `success` when the call ended without problems.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// Identifier of the request, by which it is found in reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dispatch_id: Option<String>,
    /// Identifier of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub send_id: Option<String>,
    /// Identifier of the schedule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schedule_id: Option<String>,
    /// Reason why nothing will be sent, such as a paused Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<String>,
    /// Problems of single objects of the request. Everything else was carried out.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(default, skip_serializing_if = "PartialErrors::is_empty")]
    pub errors: PartialErrors,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Dispatch {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            message: None,
            dispatch_id: None,
            send_id: None,
            schedule_id: None,
            notice: None,
            errors: PartialErrors::default(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for Dispatch {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "dispatch_id" => field.scalar(&mut self.dispatch_id, &mut self.extra),
            "send_id" => field.scalar(&mut self.send_id, &mut self.extra),
            "schedule_id" => field.scalar(&mut self.schedule_id, &mut self.extra),
            "notice" => field.scalar(&mut self.notice, &mut self.extra),
            "errors" => field.value(&mut self.errors),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Dispatch {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Dispatch {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.dispatch_id.scrub(secret);
        self.send_id.scrub(secret);
        self.schedule_id.scrub(secret);
        self.notice.scrub(secret);
        self.errors.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// An email.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct EmailMessage {
    /// API identifier of the app.
    pub app_id: String,
    /// The subject.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub subject: Option<String>,
    /// Sender, as `Name <address>`. At least 1 character.
    pub from: String,
    /// Address for replies, or `NO_REPLY_TO`. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub reply_to: Option<String>,
    /// One of the addresses for blind copies that are set up. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub bcc: Option<String>,
    /// The HTML.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub body: Option<String>,
    /// The plain text.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub plaintext_body: Option<String>,
    /// Text that is shown before the email is opened.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub preheader: Option<String>,
    /// API identifier of a template.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email_template_id: Option<String>,
    /// API identifier of the message variation. Required beside `campaign_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_variation_id: Option<String>,
    /// Further values.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extras: BTreeMap<String, Value>,
    /// Headers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, Value>,
    /// `true` to put the CSS inline.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub should_inline_css: Option<bool>,
    /// Files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

impl EmailMessage {
    /// An object with the required fields.
    #[must_use]
    pub fn new(app_id: impl Into<String>, from: impl Into<String>) -> Self {
        Self {
            app_id: app_id.into(),
            subject: None,
            from: from.into(),
            reply_to: None,
            bcc: None,
            body: None,
            plaintext_body: None,
            preheader: None,
            email_template_id: None,
            message_variation_id: None,
            extras: BTreeMap::new(),
            headers: BTreeMap::new(),
            should_inline_css: None,
            attachments: Vec::new(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("app_id", &self.app_id);
        if let Some(value) = &self.subject {
            v.text("subject", value);
        }
        v.text("from", &self.from);
        if let Some(value) = &self.reply_to {
            v.text("reply_to", value);
        }
        if let Some(value) = &self.bcc {
            v.text("bcc", value);
        }
        if let Some(value) = &self.body {
            v.lines("body", value);
            v.length("body", value.len(), "bytes", None, Some(4000000));
        }
        if let Some(value) = &self.plaintext_body {
            v.lines("plaintext_body", value);
            v.length("plaintext_body", value.len(), "bytes", None, Some(4000000));
        }
        if let Some(value) = &self.preheader {
            v.text("preheader", value);
        }
        if let Some(value) = &self.email_template_id {
            v.identifier("email_template_id", value);
        }
        if let Some(value) = &self.message_variation_id {
            v.identifier("message_variation_id", value);
        }
        v.each("attachments", &self.attachments, Attachment::validate);
        v.at_least_one(&[
            ("body", self.body.is_some()),
            ("email_template_id", self.email_template_id.is_some()),
        ]);
    }

    /// Sets `subject`. The subject.
    #[must_use]
    pub fn subject(mut self, subject: impl Into<String>) -> Self {
        self.subject = Some(subject.into());
        self
    }

    /// Sets `reply_to`. Address for replies, or `NO_REPLY_TO`. At least 1 character.
    #[must_use]
    pub fn reply_to(mut self, reply_to: impl Into<String>) -> Self {
        self.reply_to = Some(reply_to.into());
        self
    }

    /// Sets `bcc`. One of the addresses for blind copies that are set up. At least 1 character.
    #[must_use]
    pub fn bcc(mut self, bcc: impl Into<String>) -> Self {
        self.bcc = Some(bcc.into());
        self
    }

    /// Sets `body`. The HTML.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Sets `plaintext_body`. The plain text.
    #[must_use]
    pub fn plaintext_body(mut self, plaintext_body: impl Into<String>) -> Self {
        self.plaintext_body = Some(plaintext_body.into());
        self
    }

    /// Sets `preheader`. Text that is shown before the email is opened.
    #[must_use]
    pub fn preheader(mut self, preheader: impl Into<String>) -> Self {
        self.preheader = Some(preheader.into());
        self
    }

    /// Sets `email_template_id`. API identifier of a template.
    #[must_use]
    pub fn email_template_id(mut self, email_template_id: impl Into<String>) -> Self {
        self.email_template_id = Some(email_template_id.into());
        self
    }

    /// Sets `message_variation_id`. API identifier of the message variation. Required beside
    /// `campaign_id`.
    #[must_use]
    pub fn message_variation_id(mut self, message_variation_id: impl Into<String>) -> Self {
        self.message_variation_id = Some(message_variation_id.into());
        self
    }

    /// Sets `extras`. Further values.
    #[must_use]
    pub fn extras(mut self, extras: BTreeMap<String, Value>) -> Self {
        self.extras = extras;
        self
    }

    /// Sets `headers`. Headers.
    #[must_use]
    pub fn headers(mut self, headers: BTreeMap<String, Value>) -> Self {
        self.headers = headers;
        self
    }

    /// Sets `should_inline_css`. `true` to put the CSS inline.
    #[must_use]
    pub fn should_inline_css(mut self, should_inline_css: bool) -> Self {
        self.should_inline_css = Some(should_inline_css);
        self
    }

    /// Sets `attachments`. Files.
    #[must_use]
    pub fn attachments(mut self, attachments: impl IntoIterator<Item = Attachment>) -> Self {
        self.attachments = attachments.into_iter().collect();
        self
    }
}

/// A push message to Kindle devices.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct KindlePush {
    /// The text.
    pub alert: String,
    /// The title.
    pub title: String,
    /// Further values for the app.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, Value>,
    /// API identifier of the message variation. Required beside `campaign_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_variation_id: Option<String>,
    /// Priority among notifications. From -2 to 2.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub priority: Option<i64>,
    /// Key by which a later message replaces an earlier one. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub collapse_key: Option<String>,
    /// Sound of the message. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub sound: Option<String>,
    /// Address that a click opens. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub custom_uri: Option<String>,
}

impl KindlePush {
    /// An object with the required fields.
    #[must_use]
    pub fn new(alert: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            alert: alert.into(),
            title: title.into(),
            extra: BTreeMap::new(),
            message_variation_id: None,
            priority: None,
            collapse_key: None,
            sound: None,
            custom_uri: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("alert", &self.alert);
        v.text("title", &self.title);
        if let Some(value) = &self.message_variation_id {
            v.identifier("message_variation_id", value);
        }
        if let Some(value) = self.priority {
            v.range("priority", value, Some(-2), Some(2));
        }
        if let Some(value) = &self.collapse_key {
            v.text("collapse_key", value);
        }
        if let Some(value) = &self.sound {
            v.text("sound", value);
        }
        if let Some(value) = &self.custom_uri {
            v.text("custom_uri", value);
        }
    }

    /// Sets `extra`. Further values for the app.
    #[must_use]
    pub fn extra(mut self, extra: BTreeMap<String, Value>) -> Self {
        self.extra = extra;
        self
    }

    /// Sets `message_variation_id`. API identifier of the message variation. Required beside
    /// `campaign_id`.
    #[must_use]
    pub fn message_variation_id(mut self, message_variation_id: impl Into<String>) -> Self {
        self.message_variation_id = Some(message_variation_id.into());
        self
    }

    /// Sets `priority`. Priority among notifications. From -2 to 2.
    #[must_use]
    pub fn priority(mut self, priority: i64) -> Self {
        self.priority = Some(priority);
        self
    }

    /// Sets `collapse_key`. Key by which a later message replaces an earlier one. At least 1
    /// character.
    #[must_use]
    pub fn collapse_key(mut self, collapse_key: impl Into<String>) -> Self {
        self.collapse_key = Some(collapse_key.into());
        self
    }

    /// Sets `sound`. Sound of the message. At least 1 character.
    #[must_use]
    pub fn sound(mut self, sound: impl Into<String>) -> Self {
        self.sound = Some(sound.into());
        self
    }

    /// Sets `custom_uri`. Address that a click opens. At least 1 character.
    #[must_use]
    pub fn custom_uri(mut self, custom_uri: impl Into<String>) -> Self {
        self.custom_uri = Some(custom_uri.into());
        self
    }
}

/// Messages by channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Messages {
    /// A push message to Android devices.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub android_push: Option<AndroidPush>,
    /// A push message to Apple devices.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub apple_push: Option<ApplePush>,
    /// A Content Card.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub content_card: Option<ContentCard>,
    /// An email.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<EmailMessage>,
    /// A push message to Kindle devices.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub kindle_push: Option<KindlePush>,
    /// A push message to browsers.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub web_push: Option<WebPush>,
    /// A webhook.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub webhook: Option<WebhookMessage>,
    /// A WhatsApp message.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub whats_app: Option<WhatsAppMessage>,
    /// A text message.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub sms: Option<SmsMessage>,
}

impl Messages {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            android_push: None,
            apple_push: None,
            content_card: None,
            email: None,
            kindle_push: None,
            web_push: None,
            webhook: None,
            whats_app: None,
            sms: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.android_push {
            v.within("android_push", |v| value.validate(v));
        }
        if let Some(value) = &self.apple_push {
            v.within("apple_push", |v| value.validate(v));
        }
        if let Some(value) = &self.content_card {
            v.within("content_card", |v| value.validate(v));
        }
        if let Some(value) = &self.email {
            v.within("email", |v| value.validate(v));
        }
        if let Some(value) = &self.kindle_push {
            v.within("kindle_push", |v| value.validate(v));
        }
        if let Some(value) = &self.web_push {
            v.within("web_push", |v| value.validate(v));
        }
        if let Some(value) = &self.webhook {
            v.within("webhook", |v| value.validate(v));
        }
        if let Some(value) = &self.whats_app {
            v.within("whats_app", |v| value.validate(v));
        }
        if let Some(value) = &self.sms {
            v.within("sms", |v| value.validate(v));
        }
        v.at_least_one(&[
            ("android_push", self.android_push.is_some()),
            ("apple_push", self.apple_push.is_some()),
            ("content_card", self.content_card.is_some()),
            ("email", self.email.is_some()),
            ("kindle_push", self.kindle_push.is_some()),
            ("web_push", self.web_push.is_some()),
            ("webhook", self.webhook.is_some()),
            ("whats_app", self.whats_app.is_some()),
            ("sms", self.sms.is_some()),
        ]);
    }

    /// Sets `android_push`. A push message to Android devices.
    #[must_use]
    pub fn android_push(mut self, android_push: AndroidPush) -> Self {
        self.android_push = Some(android_push);
        self
    }

    /// Sets `apple_push`. A push message to Apple devices.
    #[must_use]
    pub fn apple_push(mut self, apple_push: ApplePush) -> Self {
        self.apple_push = Some(apple_push);
        self
    }

    /// Sets `content_card`. A Content Card.
    #[must_use]
    pub fn content_card(mut self, content_card: ContentCard) -> Self {
        self.content_card = Some(content_card);
        self
    }

    /// Sets `email`. An email.
    #[must_use]
    pub fn email(mut self, email: EmailMessage) -> Self {
        self.email = Some(email);
        self
    }

    /// Sets `kindle_push`. A push message to Kindle devices.
    #[must_use]
    pub fn kindle_push(mut self, kindle_push: KindlePush) -> Self {
        self.kindle_push = Some(kindle_push);
        self
    }

    /// Sets `web_push`. A push message to browsers.
    #[must_use]
    pub fn web_push(mut self, web_push: WebPush) -> Self {
        self.web_push = Some(web_push);
        self
    }

    /// Sets `webhook`. A webhook.
    #[must_use]
    pub fn webhook(mut self, webhook: WebhookMessage) -> Self {
        self.webhook = Some(webhook);
        self
    }

    /// Sets `whats_app`. A WhatsApp message.
    #[must_use]
    pub fn whats_app(mut self, whats_app: WhatsAppMessage) -> Self {
        self.whats_app = Some(whats_app);
        self
    }

    /// Sets `sms`. A text message.
    #[must_use]
    pub fn sms(mut self, sms: SmsMessage) -> Self {
        self.sms = Some(sms);
        self
    }
}

/// The time of messages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Schedule {
    /// Time in ISO 8601. Beside `in_local_time` or `at_optimal_time`, without an offset. At least 1
    /// character.
    pub time: String,
    /// `true` for this time in the zone of each user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub in_local_time: Option<bool>,
    /// `true` for the time at which each user is most likely to look. Only the date counts.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub at_optimal_time: Option<bool>,
}

impl Schedule {
    /// An object with the required fields.
    #[must_use]
    pub fn new(time: impl Into<String>) -> Self {
        Self { time: time.into(), in_local_time: None, at_optimal_time: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("time", &self.time);
        v.at_most_one(&[
            ("in_local_time", self.in_local_time.is_some()),
            ("at_optimal_time", self.at_optimal_time.is_some()),
        ]);
    }

    /// Sets `in_local_time`. `true` for this time in the zone of each user.
    #[must_use]
    pub fn in_local_time(mut self, in_local_time: bool) -> Self {
        self.in_local_time = Some(in_local_time);
        self
    }

    /// Sets `at_optimal_time`. `true` for the time at which each user is most likely to look. Only
    /// the date counts.
    #[must_use]
    pub fn at_optimal_time(mut self, at_optimal_time: bool) -> Self {
        self.at_optimal_time = Some(at_optimal_time);
        self
    }
}

/// A text message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SmsMessage {
    /// API identifier of the subscription group.
    pub subscription_group_id: String,
    /// The text.
    pub body: String,
    /// API identifier of the app.
    pub app_id: String,
    /// API identifier of the message variation. Required beside `campaign_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_variation_id: Option<String>,
    /// Addresses of pictures.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub media_items: Vec<String>,
    /// `true` to shorten links.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub link_shortening_enabled: Option<bool>,
    /// `true` to track clicks by user. Needs short links.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_click_tracking_enabled: Option<bool>,
}

impl SmsMessage {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        subscription_group_id: impl Into<String>,
        body: impl Into<String>,
        app_id: impl Into<String>,
    ) -> Self {
        Self {
            subscription_group_id: subscription_group_id.into(),
            body: body.into(),
            app_id: app_id.into(),
            message_variation_id: None,
            media_items: Vec::new(),
            link_shortening_enabled: None,
            user_click_tracking_enabled: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("subscription_group_id", &self.subscription_group_id);
        v.text("body", &self.body);
        v.identifier("app_id", &self.app_id);
        if let Some(value) = &self.message_variation_id {
            v.identifier("message_variation_id", value);
        }
        for value in &self.media_items {
            v.text("media_items", value);
        }
        if self.user_click_tracking_enabled == Some(true) {
            v.required_by(
                "`user_click_tracking_enabled: true`",
                &[("link_shortening_enabled", self.link_shortening_enabled.is_some())],
            );
        }
    }

    /// Sets `message_variation_id`. API identifier of the message variation. Required beside
    /// `campaign_id`.
    #[must_use]
    pub fn message_variation_id(mut self, message_variation_id: impl Into<String>) -> Self {
        self.message_variation_id = Some(message_variation_id.into());
        self
    }

    /// Sets `media_items`. Addresses of pictures.
    #[must_use]
    pub fn media_items(mut self, media_items: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.media_items = media_items.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `link_shortening_enabled`. `true` to shorten links.
    #[must_use]
    pub fn link_shortening_enabled(mut self, link_shortening_enabled: bool) -> Self {
        self.link_shortening_enabled = Some(link_shortening_enabled);
        self
    }

    /// Sets `user_click_tracking_enabled`. `true` to track clicks by user. Needs short links.
    #[must_use]
    pub fn user_click_tracking_enabled(mut self, user_click_tracking_enabled: bool) -> Self {
        self.user_click_tracking_enabled = Some(user_click_tracking_enabled);
        self
    }
}

/// A user who receives messages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TriggerRecipient {
    /// External identifier of the user. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_user_id: Option<String>,
    /// An alias: another name of a user, unique together with its label.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_alias: Option<UserAlias>,
    /// Email address of the user. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<String>,
    /// Identifier that Braze gave to the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub braze_id: Option<String>,
    /// Order in which several profiles are told apart. Belongs to `email`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prioritization: Vec<ProfilePriority>,
    /// Values for the messages to this user, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub trigger_properties: BTreeMap<String, Value>,
    /// `false` to make a user who does not exist.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_to_existing_only: Option<bool>,
    /// Attributes to set before the send, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, AttributeValue>,
}

impl TriggerRecipient {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_user_id: None,
            user_alias: None,
            email: None,
            braze_id: None,
            prioritization: Vec::new(),
            trigger_properties: BTreeMap::new(),
            send_to_existing_only: None,
            attributes: BTreeMap::new(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.external_user_id {
            v.text("external_user_id", value);
        }
        if let Some(value) = &self.user_alias {
            v.within("user_alias", |v| value.validate(v));
        }
        if let Some(value) = &self.email {
            v.text("email", value);
        }
        if let Some(value) = &self.braze_id {
            v.identifier("braze_id", value);
        }
        if !self.trigger_properties.is_empty() {
            v.json_size("trigger_properties", &self.trigger_properties, 50000);
        }
        v.each_named("attributes", &self.attributes, |it, at, v| {
            it.check(at, v);
        });
        v.at_least_one(&[
            ("external_user_id", self.external_user_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("email", self.email.is_some()),
            ("braze_id", self.braze_id.is_some()),
        ]);
        v.at_most_one(&[
            ("external_user_id", self.external_user_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("email", self.email.is_some()),
            ("braze_id", self.braze_id.is_some()),
        ]);
        v.requires(
            ("email", self.email.is_some()),
            &[("prioritization", !self.prioritization.is_empty())],
        );
        v.at_most_one(&[
            ("send_to_existing_only", self.send_to_existing_only.is_some()),
            ("user_alias", self.user_alias.is_some()),
        ]);
        if self.send_to_existing_only == Some(false) {
            v.required_by(
                "`send_to_existing_only: false`",
                &[("attributes", !self.attributes.is_empty())],
            );
        }
    }

    /// Sets `external_user_id`. External identifier of the user. At least 1 character.
    #[must_use]
    pub fn external_user_id(mut self, external_user_id: impl Into<String>) -> Self {
        self.external_user_id = Some(external_user_id.into());
        self
    }

    /// Sets `user_alias`. An alias: another name of a user, unique together with its label.
    #[must_use]
    pub fn user_alias(mut self, user_alias: UserAlias) -> Self {
        self.user_alias = Some(user_alias);
        self
    }

    /// Sets `email`. Email address of the user. At least 1 character.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `braze_id`. Identifier that Braze gave to the user.
    #[must_use]
    pub fn braze_id(mut self, braze_id: impl Into<String>) -> Self {
        self.braze_id = Some(braze_id.into());
        self
    }

    /// Sets `prioritization`. Order in which several profiles are told apart. Belongs to `email`.
    #[must_use]
    pub fn prioritization(
        mut self,
        prioritization: impl IntoIterator<Item = ProfilePriority>,
    ) -> Self {
        self.prioritization = prioritization.into_iter().collect();
        self
    }

    /// Sets `trigger_properties`. Values for the messages to this user, by name.
    #[must_use]
    pub fn trigger_properties(mut self, trigger_properties: BTreeMap<String, Value>) -> Self {
        self.trigger_properties = trigger_properties;
        self
    }

    /// Sets `send_to_existing_only`. `false` to make a user who does not exist.
    #[must_use]
    pub fn send_to_existing_only(mut self, send_to_existing_only: bool) -> Self {
        self.send_to_existing_only = Some(send_to_existing_only);
        self
    }

    /// Sets `attributes`. Attributes to set before the send, by name.
    #[must_use]
    pub fn attributes(mut self, attributes: BTreeMap<String, AttributeValue>) -> Self {
        self.attributes = attributes;
        self
    }
}

/// A button of a push message to browsers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WebButton {
    /// Text of the button. At least 1 character.
    pub text: String,
    /// The effect of a click.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub action: Option<WebButtonAction>,
    /// Address that a click opens. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub uri: Option<String>,
}

impl WebButton {
    /// An object with the required fields.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), action: None, uri: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("text", &self.text);
        if let Some(value) = &self.uri {
            v.text("uri", value);
        }
    }

    /// Sets `action`. The effect of a click.
    #[must_use]
    pub fn action(mut self, action: WebButtonAction) -> Self {
        self.action = Some(action);
        self
    }

    /// Sets `uri`. Address that a click opens. At least 1 character.
    #[must_use]
    pub fn uri(mut self, uri: impl Into<String>) -> Self {
        self.uri = Some(uri.into());
        self
    }
}

/// The effect of a click.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebButtonAction {
    /// `OPEN_APP`
    OpenApp,
    /// `URI`
    Uri,
    /// `CLOSE`
    Close,
}

impl Choice for WebButtonAction {
    const ALL: &[Self] = &[Self::OpenApp, Self::Uri, Self::Close];

    fn as_str(&self) -> &'static str {
        match self {
            Self::OpenApp => "OPEN_APP",
            Self::Uri => "URI",
            Self::Close => "CLOSE",
        }
    }
}

choice!(WebButtonAction);

/// A push message to browsers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WebPush {
    /// The text.
    pub alert: String,
    /// The title.
    pub title: String,
    /// Further values for the page.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extra: BTreeMap<String, Value>,
    /// API identifier of the message variation. Required beside `campaign_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_variation_id: Option<String>,
    /// Address that a click opens. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub custom_uri: Option<String>,
    /// Address of the icon. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub image_url: Option<String>,
    /// Address of the picture. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub large_image_url: Option<String>,
    /// `true` to keep the message until the user reacts.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub require_interaction: Option<bool>,
    /// Seconds after which the message expires.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub time_to_live: Option<u64>,
    /// `true` to send to the latest browser alone.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub send_to_most_recent_device_only: Option<bool>,
    /// Buttons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub buttons: Vec<WebButton>,
}

impl WebPush {
    /// An object with the required fields.
    #[must_use]
    pub fn new(alert: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            alert: alert.into(),
            title: title.into(),
            extra: BTreeMap::new(),
            message_variation_id: None,
            custom_uri: None,
            image_url: None,
            large_image_url: None,
            require_interaction: None,
            time_to_live: None,
            send_to_most_recent_device_only: None,
            buttons: Vec::new(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("alert", &self.alert);
        v.text("title", &self.title);
        if let Some(value) = &self.message_variation_id {
            v.identifier("message_variation_id", value);
        }
        if let Some(value) = &self.custom_uri {
            v.text("custom_uri", value);
        }
        if let Some(value) = &self.image_url {
            v.text("image_url", value);
        }
        if let Some(value) = &self.large_image_url {
            v.text("large_image_url", value);
        }
        v.each("buttons", &self.buttons, WebButton::validate);
    }

    /// Sets `extra`. Further values for the page.
    #[must_use]
    pub fn extra(mut self, extra: BTreeMap<String, Value>) -> Self {
        self.extra = extra;
        self
    }

    /// Sets `message_variation_id`. API identifier of the message variation. Required beside
    /// `campaign_id`.
    #[must_use]
    pub fn message_variation_id(mut self, message_variation_id: impl Into<String>) -> Self {
        self.message_variation_id = Some(message_variation_id.into());
        self
    }

    /// Sets `custom_uri`. Address that a click opens. At least 1 character.
    #[must_use]
    pub fn custom_uri(mut self, custom_uri: impl Into<String>) -> Self {
        self.custom_uri = Some(custom_uri.into());
        self
    }

    /// Sets `image_url`. Address of the icon. At least 1 character.
    #[must_use]
    pub fn image_url(mut self, image_url: impl Into<String>) -> Self {
        self.image_url = Some(image_url.into());
        self
    }

    /// Sets `large_image_url`. Address of the picture. At least 1 character.
    #[must_use]
    pub fn large_image_url(mut self, large_image_url: impl Into<String>) -> Self {
        self.large_image_url = Some(large_image_url.into());
        self
    }

    /// Sets `require_interaction`. `true` to keep the message until the user reacts.
    #[must_use]
    pub fn require_interaction(mut self, require_interaction: bool) -> Self {
        self.require_interaction = Some(require_interaction);
        self
    }

    /// Sets `time_to_live`. Seconds after which the message expires.
    #[must_use]
    pub fn time_to_live(mut self, time_to_live: u64) -> Self {
        self.time_to_live = Some(time_to_live);
        self
    }

    /// Sets `send_to_most_recent_device_only`. `true` to send to the latest browser alone.
    #[must_use]
    pub fn send_to_most_recent_device_only(
        mut self,
        send_to_most_recent_device_only: bool,
    ) -> Self {
        self.send_to_most_recent_device_only = Some(send_to_most_recent_device_only);
        self
    }

    /// Sets `buttons`. Buttons.
    #[must_use]
    pub fn buttons(mut self, buttons: impl IntoIterator<Item = WebButton>) -> Self {
        self.buttons = buttons.into_iter().collect();
        self
    }
}

/// A webhook.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WebhookMessage {
    /// The address. At least 1 character.
    pub url: String,
    /// The HTTP method.
    pub request_method: WebhookMethod,
    /// The HTTP headers.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub request_headers: BTreeMap<String, String>,
    /// The body.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub body: Option<String>,
    /// API identifier of the message variation. Required beside `campaign_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_variation_id: Option<String>,
}

impl WebhookMessage {
    /// An object with the required fields.
    #[must_use]
    pub fn new(url: impl Into<String>, request_method: WebhookMethod) -> Self {
        Self {
            url: url.into(),
            request_method,
            request_headers: BTreeMap::new(),
            body: None,
            message_variation_id: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.text("url", &self.url);
        for value in self.request_headers.values() {
            v.text("request_headers", value);
        }
        if let Some(value) = &self.body {
            v.text("body", value);
            v.length("body", value.len(), "bytes", None, Some(4000000));
        }
        if let Some(value) = &self.message_variation_id {
            v.identifier("message_variation_id", value);
        }
    }

    /// Sets `request_headers`. The HTTP headers.
    #[must_use]
    pub fn request_headers(mut self, request_headers: BTreeMap<String, String>) -> Self {
        self.request_headers = request_headers;
        self
    }

    /// Sets `body`. The body.
    #[must_use]
    pub fn body(mut self, body: impl Into<String>) -> Self {
        self.body = Some(body.into());
        self
    }

    /// Sets `message_variation_id`. API identifier of the message variation. Required beside
    /// `campaign_id`.
    #[must_use]
    pub fn message_variation_id(mut self, message_variation_id: impl Into<String>) -> Self {
        self.message_variation_id = Some(message_variation_id.into());
        self
    }
}

/// The HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WebhookMethod {
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `DELETE`
    Delete,
    /// `GET`
    Get,
}

impl Choice for WebhookMethod {
    const ALL: &[Self] = &[Self::Post, Self::Put, Self::Delete, Self::Get];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
            Self::Get => "GET",
        }
    }
}

choice!(WebhookMethod);

/// Kind of the message, which decides the fields of `message`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum WhatsAppKind {
    /// `template_message`
    TemplateMessage,
    /// `text_response_message`
    TextResponseMessage,
    /// `text_image_response_message`
    TextImageResponseMessage,
    /// `quick_reply_response_message`
    QuickReplyResponseMessage,
    /// `list_response_message`
    ListResponseMessage,
    /// `flow_response_message`
    FlowResponseMessage,
}

impl Choice for WhatsAppKind {
    const ALL: &[Self] = &[
        Self::TemplateMessage,
        Self::TextResponseMessage,
        Self::TextImageResponseMessage,
        Self::QuickReplyResponseMessage,
        Self::ListResponseMessage,
        Self::FlowResponseMessage,
    ];

    fn as_str(&self) -> &'static str {
        match self {
            Self::TemplateMessage => "template_message",
            Self::TextResponseMessage => "text_response_message",
            Self::TextImageResponseMessage => "text_image_response_message",
            Self::QuickReplyResponseMessage => "quick_reply_response_message",
            Self::ListResponseMessage => "list_response_message",
            Self::FlowResponseMessage => "flow_response_message",
        }
    }
}

choice!(WhatsAppKind);

/// A WhatsApp message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct WhatsAppMessage {
    /// API identifier of the app.
    pub app_id: String,
    /// API identifier of the subscription group.
    pub subscription_group_id: String,
    /// Kind of the message, which decides the fields of `message`.
    pub message_type: WhatsAppKind,
    /// The message.
    pub message: BTreeMap<String, Value>,
    /// API identifier of the message variation. Required beside `campaign_id`.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub message_variation_id: Option<String>,
}

impl WhatsAppMessage {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        app_id: impl Into<String>,
        subscription_group_id: impl Into<String>,
        message_type: WhatsAppKind,
        message: BTreeMap<String, Value>,
    ) -> Self {
        Self {
            app_id: app_id.into(),
            subscription_group_id: subscription_group_id.into(),
            message_type,
            message,
            message_variation_id: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("app_id", &self.app_id);
        v.identifier("subscription_group_id", &self.subscription_group_id);
        if let Some(value) = &self.message_variation_id {
            v.identifier("message_variation_id", value);
        }
    }

    /// Sets `message_variation_id`. API identifier of the message variation. Required beside
    /// `campaign_id`.
    #[must_use]
    pub fn message_variation_id(mut self, message_variation_id: impl Into<String>) -> Self {
        self.message_variation_id = Some(message_variation_id.into());
        self
    }
}
