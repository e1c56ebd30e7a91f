// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::wire::{Choice, Word, choice, word};
use crate::{Scrub, Secret, reply};

/// A step of a Canvas.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CanvasStep {
    /// Name of the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Kind of the step, such as `message` or `decision_split`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// API identifier of the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// API identifiers of the steps that follow. Only steps with messages are listed.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub next_step_ids: Vec<String>,
    /// The paths that lead on.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub next_paths: Vec<CanvasStepNextPath>,
    /// Channels of the step.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub channels: Vec<Channel>,
    /// Messages by the API identifier of their variation.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub messages: BTreeMap<String, MessageContent>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CanvasStep {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            r#type: None,
            id: None,
            next_step_ids: Vec::new(),
            next_paths: Vec::new(),
            channels: Vec::new(),
            messages: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for CanvasStep {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "type" => field.scalar(&mut self.r#type, &mut self.extra),
            "id" => field.scalar(&mut self.id, &mut self.extra),
            "next_step_ids" => field.value(&mut self.next_step_ids),
            "next_paths" => field.value(&mut self.next_paths),
            "channels" => field.value(&mut self.channels),
            "messages" => field.value(&mut self.messages),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CanvasStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CanvasStep {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.r#type.scrub(secret);
        self.id.scrub(secret);
        self.next_step_ids.scrub(secret);
        self.next_paths.scrub(secret);
        self.channels.scrub(secret);
        self.messages.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CanvasStepNextPath {
    /// `Yes` or `No` after a decision split, name of the group or path after other splits, else
    /// `null`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// API identifier of the step that follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_step_id: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CanvasStepNextPath {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, next_step_id: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for CanvasStepNextPath {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "next_step_id" => field.scalar(&mut self.next_step_id, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CanvasStepNextPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CanvasStepNextPath {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.next_step_id.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// A channel of messages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Channel {
    /// `email`
    Email,
    /// `ios_push`
    IosPush,
    /// `android_push`
    AndroidPush,
    /// `web_push`
    WebPush,
    /// `kindle_push`
    KindlePush,
    /// `push`
    Push,
    /// `in_app_message`
    InAppMessage,
    /// `content_cards`
    ContentCards,
    /// `webhook`
    Webhook,
    /// `sms`
    Sms,
    /// `whats_app`
    WhatsApp,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for Channel {
    fn as_str(&self) -> &str {
        match self {
            Self::Email => "email",
            Self::IosPush => "ios_push",
            Self::AndroidPush => "android_push",
            Self::WebPush => "web_push",
            Self::KindlePush => "kindle_push",
            Self::Push => "push",
            Self::InAppMessage => "in_app_message",
            Self::ContentCards => "content_cards",
            Self::Webhook => "webhook",
            Self::Sms => "sms",
            Self::WhatsApp => "whats_app",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "email" => Self::Email,
            "ios_push" => Self::IosPush,
            "android_push" => Self::AndroidPush,
            "web_push" => Self::WebPush,
            "kindle_push" => Self::KindlePush,
            "push" => Self::Push,
            "in_app_message" => Self::InAppMessage,
            "content_cards" => Self::ContentCards,
            "webhook" => Self::Webhook,
            "sms" => Self::Sms,
            "whats_app" => Self::WhatsApp,
            other => Self::Other(other.into()),
        }
    }
}

word!(Channel);

/// A conversion event.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ConversionBehavior {
    /// Action of the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<ConversionBehaviorType>,
    /// Seconds within which it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<u64>,
    /// Name of the product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub product: Option<String>,
    /// Name of the custom event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_event_name: Option<String>,
    /// API identifiers of the apps, `null` for any app.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub app_ids: Vec<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ConversionBehavior {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            r#type: None,
            window: None,
            product: None,
            custom_event_name: None,
            app_ids: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ConversionBehavior {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "type" => field.scalar(&mut self.r#type, &mut self.extra),
            "window" => field.scalar(&mut self.window, &mut self.extra),
            "product" => field.scalar(&mut self.product, &mut self.extra),
            "custom_event_name" => field.scalar(&mut self.custom_event_name, &mut self.extra),
            "app_ids" => field.value(&mut self.app_ids),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ConversionBehavior {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ConversionBehavior {
    fn scrub(&mut self, secret: &Secret) {
        self.r#type.scrub(secret);
        self.window.scrub(secret);
        self.product.scrub(secret);
        self.custom_event_name.scrub(secret);
        self.app_ids.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Action of the user.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConversionBehaviorType {
    /// `Clicks Email`
    ClicksEmail,
    /// `Opens Email`
    OpensEmail,
    /// `Makes Any Purchase`
    MakesAnyPurchase,
    /// `Makes Specific Purchase`
    MakesSpecificPurchase,
    /// `Performs Custom Event`
    PerformsCustomEvent,
    /// `Upgrades App`
    UpgradesApp,
    /// `Starts Session`
    StartsSession,
    /// `Opens App`
    OpensApp,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for ConversionBehaviorType {
    fn as_str(&self) -> &str {
        match self {
            Self::ClicksEmail => "Clicks Email",
            Self::OpensEmail => "Opens Email",
            Self::MakesAnyPurchase => "Makes Any Purchase",
            Self::MakesSpecificPurchase => "Makes Specific Purchase",
            Self::PerformsCustomEvent => "Performs Custom Event",
            Self::UpgradesApp => "Upgrades App",
            Self::StartsSession => "Starts Session",
            Self::OpensApp => "Opens App",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "Clicks Email" => Self::ClicksEmail,
            "Opens Email" => Self::OpensEmail,
            "Makes Any Purchase" => Self::MakesAnyPurchase,
            "Makes Specific Purchase" => Self::MakesSpecificPurchase,
            "Performs Custom Event" => Self::PerformsCustomEvent,
            "Upgrades App" => Self::UpgradesApp,
            "Starts Session" => Self::StartsSession,
            "Opens App" => Self::OpensApp,
            other => Self::Other(other.into()),
        }
    }
}

word!(ConversionBehaviorType);

/// `Active`, or `Blocklisted` if it is not recorded.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DefinitionStatus {
    /// `Active`
    Active,
    /// `Blocklisted`
    Blocklisted,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for DefinitionStatus {
    fn as_str(&self) -> &str {
        match self {
            Self::Active => "Active",
            Self::Blocklisted => "Blocklisted",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "Active" => Self::Active,
            "Blocklisted" => Self::Blocklisted,
            other => Self::Other(other.into()),
        }
    }
}

word!(DefinitionStatus);

/// The profile of a user. Empty fields are left out.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUser {
    /// External identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Identifier that Braze gave to the user.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub braze_id: Option<String>,
    /// First name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Last name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// Email address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Home city.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home_city: Option<String>,
    /// Country, in ISO 3166-1 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Language, in ISO 639-1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Time zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Date of birth, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dob: Option<String>,
    /// Time of creation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<String>,
    /// Origin of the profile, such as the SDK or a file. In segment exports only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_from: Option<String>,
    /// Time when the user uninstalled the app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uninstalled_at: Option<String>,
    /// Campaign to which the install is attributed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributed_campaign: Option<String>,
    /// Source to which the install is attributed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributed_source: Option<String>,
    /// Ad group to which the install is attributed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributed_adgroup: Option<String>,
    /// Ad to which the install is attributed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attributed_ad: Option<String>,
    /// Former name of `braze_id`.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appboy_id: Option<String>,
    /// `M`, `F`, `O` (other), `N` (not applicable) or `P` (prefers not to say).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<ExportedUserGender>,
    /// Aliases.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub user_aliases: Vec<ExportedUserAlias>,
    /// Last known position, as two numbers.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub last_coordinates: Vec<f64>,
    /// Revenue from all purchases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_revenue: Option<f64>,
    /// Random number of the user, for splits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub random_bucket: Option<u64>,
    /// Consent to emails.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_subscribe: Option<SubscriptionState>,
    /// Consent to push messages.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub push_subscribe: Option<SubscriptionState>,
    /// Time of the consent to push messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub push_opted_in_at: Option<String>,
    /// Time of the objection to push messages.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub push_unsubscribed_at: Option<String>,
    /// Time of the consent to emails.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_opted_in_at: Option<String>,
    /// Time of the objection to emails.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_unsubscribed_at: Option<String>,
    /// Custom attributes by name.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub custom_attributes: BTreeMap<String, Value>,
    /// Custom events, by name. Times and counts are of the user's whole history.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub custom_events: Vec<ExportedUserCustomEvent>,
    /// Purchases, by name. Times and counts are of the user's whole history.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub purchases: Vec<ExportedUserPurchase>,
    /// Devices.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub devices: Vec<ExportedUserDevice>,
    /// Push tokens.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub push_tokens: Vec<ExportedUserPushToken>,
    /// Apps that the user has used.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub apps: Vec<ExportedUserApp>,
    /// Campaigns received in the last 90 days.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub campaigns_received: Vec<ExportedUserReceivedCampaign>,
    /// Canvases entered in the last 90 days.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub canvases_received: Vec<ExportedUserReceivedCanvas>,
    /// Cards that the user clicked.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub cards_clicked: Vec<ExportedUserClickedCard>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUser {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_id: None,
            braze_id: None,
            first_name: None,
            last_name: None,
            email: None,
            phone: None,
            home_city: None,
            country: None,
            language: None,
            time_zone: None,
            dob: None,
            created_at: None,
            created_from: None,
            uninstalled_at: None,
            attributed_campaign: None,
            attributed_source: None,
            attributed_adgroup: None,
            attributed_ad: None,
            appboy_id: None,
            gender: None,
            user_aliases: Vec::new(),
            last_coordinates: Vec::new(),
            total_revenue: None,
            random_bucket: None,
            email_subscribe: None,
            push_subscribe: None,
            push_opted_in_at: None,
            push_unsubscribed_at: None,
            email_opted_in_at: None,
            email_unsubscribed_at: None,
            custom_attributes: BTreeMap::new(),
            custom_events: Vec::new(),
            purchases: Vec::new(),
            devices: Vec::new(),
            push_tokens: Vec::new(),
            apps: Vec::new(),
            campaigns_received: Vec::new(),
            canvases_received: Vec::new(),
            cards_clicked: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExportedUser {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "external_id" => field.scalar(&mut self.external_id, &mut self.extra),
            "braze_id" => field.scalar(&mut self.braze_id, &mut self.extra),
            "first_name" => field.scalar(&mut self.first_name, &mut self.extra),
            "last_name" => field.scalar(&mut self.last_name, &mut self.extra),
            "email" => field.scalar(&mut self.email, &mut self.extra),
            "phone" => field.scalar(&mut self.phone, &mut self.extra),
            "home_city" => field.scalar(&mut self.home_city, &mut self.extra),
            "country" => field.scalar(&mut self.country, &mut self.extra),
            "language" => field.scalar(&mut self.language, &mut self.extra),
            "time_zone" => field.scalar(&mut self.time_zone, &mut self.extra),
            "dob" => field.scalar(&mut self.dob, &mut self.extra),
            "created_at" => field.scalar(&mut self.created_at, &mut self.extra),
            "created_from" => field.scalar(&mut self.created_from, &mut self.extra),
            "uninstalled_at" => field.scalar(&mut self.uninstalled_at, &mut self.extra),
            "attributed_campaign" => field.scalar(&mut self.attributed_campaign, &mut self.extra),
            "attributed_source" => field.scalar(&mut self.attributed_source, &mut self.extra),
            "attributed_adgroup" => field.scalar(&mut self.attributed_adgroup, &mut self.extra),
            "attributed_ad" => field.scalar(&mut self.attributed_ad, &mut self.extra),
            "appboy_id" => field.scalar(&mut self.appboy_id, &mut self.extra),
            "gender" => field.scalar(&mut self.gender, &mut self.extra),
            "user_aliases" => field.value(&mut self.user_aliases),
            "last_coordinates" => field.value(&mut self.last_coordinates),
            "total_revenue" => field.scalar(&mut self.total_revenue, &mut self.extra),
            "random_bucket" => field.scalar(&mut self.random_bucket, &mut self.extra),
            "email_subscribe" => field.scalar(&mut self.email_subscribe, &mut self.extra),
            "push_subscribe" => field.scalar(&mut self.push_subscribe, &mut self.extra),
            "push_opted_in_at" => field.scalar(&mut self.push_opted_in_at, &mut self.extra),
            "push_unsubscribed_at" => field.scalar(&mut self.push_unsubscribed_at, &mut self.extra),
            "email_opted_in_at" => field.scalar(&mut self.email_opted_in_at, &mut self.extra),
            "email_unsubscribed_at" => {
                field.scalar(&mut self.email_unsubscribed_at, &mut self.extra)
            }
            "custom_attributes" => field.value(&mut self.custom_attributes),
            "custom_events" => field.value(&mut self.custom_events),
            "purchases" => field.value(&mut self.purchases),
            "devices" => field.value(&mut self.devices),
            "push_tokens" => field.value(&mut self.push_tokens),
            "apps" => field.value(&mut self.apps),
            "campaigns_received" => field.value(&mut self.campaigns_received),
            "canvases_received" => field.value(&mut self.canvases_received),
            "cards_clicked" => field.value(&mut self.cards_clicked),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUser {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUser {
    fn scrub(&mut self, secret: &Secret) {
        self.external_id.scrub(secret);
        self.braze_id.scrub(secret);
        self.first_name.scrub(secret);
        self.last_name.scrub(secret);
        self.email.scrub(secret);
        self.phone.scrub(secret);
        self.home_city.scrub(secret);
        self.country.scrub(secret);
        self.language.scrub(secret);
        self.time_zone.scrub(secret);
        self.dob.scrub(secret);
        self.created_at.scrub(secret);
        self.created_from.scrub(secret);
        self.uninstalled_at.scrub(secret);
        self.attributed_campaign.scrub(secret);
        self.attributed_source.scrub(secret);
        self.attributed_adgroup.scrub(secret);
        self.attributed_ad.scrub(secret);
        self.appboy_id.scrub(secret);
        self.gender.scrub(secret);
        self.user_aliases.scrub(secret);
        self.last_coordinates.scrub(secret);
        self.total_revenue.scrub(secret);
        self.random_bucket.scrub(secret);
        self.email_subscribe.scrub(secret);
        self.push_subscribe.scrub(secret);
        self.push_opted_in_at.scrub(secret);
        self.push_unsubscribed_at.scrub(secret);
        self.email_opted_in_at.scrub(secret);
        self.email_unsubscribed_at.scrub(secret);
        self.custom_attributes.scrub(secret);
        self.custom_events.scrub(secret);
        self.purchases.scrub(secret);
        self.devices.scrub(secret);
        self.push_tokens.scrub(secret);
        self.apps.scrub(secret);
        self.campaigns_received.scrub(secret);
        self.canvases_received.scrub(secret);
        self.cards_clicked.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserAlias {
    /// The alias.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias_name: Option<String>,
    /// Label of the alias.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alias_label: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserAlias {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { alias_name: None, alias_label: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ExportedUserAlias {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "alias_name" => field.scalar(&mut self.alias_name, &mut self.extra),
            "alias_label" => field.scalar(&mut self.alias_label, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserAlias {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserAlias {
    fn scrub(&mut self, secret: &Secret) {
        self.alias_name.scrub(secret);
        self.alias_label.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserApp {
    /// Name of the app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// Latest version used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Number of sessions, sometimes written as a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sessions: Option<u64>,
    /// Time of the first session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_used: Option<String>,
    /// Time of the latest session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_used: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserApp {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            platform: None,
            version: None,
            sessions: None,
            first_used: None,
            last_used: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExportedUserApp {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "platform" => field.scalar(&mut self.platform, &mut self.extra),
            "version" => field.scalar(&mut self.version, &mut self.extra),
            "sessions" => field.scalar(&mut self.sessions, &mut self.extra),
            "first_used" => field.scalar(&mut self.first_used, &mut self.extra),
            "last_used" => field.scalar(&mut self.last_used, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserApp {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserApp {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.platform.scrub(secret);
        self.version.scrub(secret);
        self.sessions.scrub(secret);
        self.first_used.scrub(secret);
        self.last_used.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserClickedCard {
    /// Name of the card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserClickedCard {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ExportedUserClickedCard {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserClickedCard {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserClickedCard {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserCustomEvent {
    /// Name of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Time of the first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// Time of the latest one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// Number of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserCustomEvent {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, first: None, last: None, count: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ExportedUserCustomEvent {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "first" => field.scalar(&mut self.first, &mut self.extra),
            "last" => field.scalar(&mut self.last, &mut self.extra),
            "count" => field.scalar(&mut self.count, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserCustomEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserCustomEvent {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.first.scrub(secret);
        self.last.scrub(secret);
        self.count.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserDevice {
    /// Model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// Operating system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub os: Option<String>,
    /// Mobile carrier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// Identifier of the device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_id: Option<String>,
    /// Identifier for the vendor, on iOS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idfv: Option<String>,
    /// Identifier for advertisers, on iOS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub idfa: Option<String>,
    /// Advertising identifier of Google.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub google_ad_id: Option<String>,
    /// Advertising identifier of Roku.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub roku_ad_id: Option<String>,
    /// Advertising identifier of Windows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub windows_ad_id: Option<String>,
    /// `true` if the user allows ad tracking.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ad_tracking_enabled: Option<bool>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserDevice {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            model: None,
            os: None,
            carrier: None,
            device_id: None,
            idfv: None,
            idfa: None,
            google_ad_id: None,
            roku_ad_id: None,
            windows_ad_id: None,
            ad_tracking_enabled: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExportedUserDevice {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "model" => field.scalar(&mut self.model, &mut self.extra),
            "os" => field.scalar(&mut self.os, &mut self.extra),
            "carrier" => field.scalar(&mut self.carrier, &mut self.extra),
            "device_id" => field.scalar(&mut self.device_id, &mut self.extra),
            "idfv" => field.scalar(&mut self.idfv, &mut self.extra),
            "idfa" => field.scalar(&mut self.idfa, &mut self.extra),
            "google_ad_id" => field.scalar(&mut self.google_ad_id, &mut self.extra),
            "roku_ad_id" => field.scalar(&mut self.roku_ad_id, &mut self.extra),
            "windows_ad_id" => field.scalar(&mut self.windows_ad_id, &mut self.extra),
            "ad_tracking_enabled" => field.scalar(&mut self.ad_tracking_enabled, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserDevice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserDevice {
    fn scrub(&mut self, secret: &Secret) {
        self.model.scrub(secret);
        self.os.scrub(secret);
        self.carrier.scrub(secret);
        self.device_id.scrub(secret);
        self.idfv.scrub(secret);
        self.idfa.scrub(secret);
        self.google_ad_id.scrub(secret);
        self.roku_ad_id.scrub(secret);
        self.windows_ad_id.scrub(secret);
        self.ad_tracking_enabled.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Actions of the user on the messages.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserEngagement {
    /// `true` if the user opened an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened_email: Option<bool>,
    /// `true` if the user opened a push message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened_push: Option<bool>,
    /// Other spelling of `opened_push`.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_push: Option<bool>,
    /// `true` if the user clicked in an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clicked_email: Option<bool>,
    /// `true` if the user clicked in an in-app message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clicked_triggered_in_app_message: Option<bool>,
    /// Former name of `clicked_triggered_in_app_message`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clicked_in_app_message: Option<bool>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserEngagement {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            opened_email: None,
            opened_push: None,
            open_push: None,
            clicked_email: None,
            clicked_triggered_in_app_message: None,
            clicked_in_app_message: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExportedUserEngagement {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "opened_email" => field.scalar(&mut self.opened_email, &mut self.extra),
            "opened_push" => field.scalar(&mut self.opened_push, &mut self.extra),
            "open_push" => field.scalar(&mut self.open_push, &mut self.extra),
            "clicked_email" => field.scalar(&mut self.clicked_email, &mut self.extra),
            "clicked_triggered_in_app_message" => {
                field.scalar(&mut self.clicked_triggered_in_app_message, &mut self.extra)
            }
            "clicked_in_app_message" => {
                field.scalar(&mut self.clicked_in_app_message, &mut self.extra)
            }
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserEngagement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserEngagement {
    fn scrub(&mut self, secret: &Secret) {
        self.opened_email.scrub(secret);
        self.opened_push.scrub(secret);
        self.open_push.scrub(secret);
        self.clicked_email.scrub(secret);
        self.clicked_triggered_in_app_message.scrub(secret);
        self.clicked_in_app_message.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// `M`, `F`, `O` (other), `N` (not applicable) or `P` (prefers not to say).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExportedUserGender {
    /// `M`
    M,
    /// `F`
    F,
    /// `O`
    O,
    /// `N`
    N,
    /// `P`
    P,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for ExportedUserGender {
    fn as_str(&self) -> &str {
        match self {
            Self::M => "M",
            Self::F => "F",
            Self::O => "O",
            Self::N => "N",
            Self::P => "P",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "M" => Self::M,
            "F" => Self::F,
            "O" => Self::O,
            "N" => Self::N,
            "P" => Self::P,
            other => Self::Other(other.into()),
        }
    }
}

word!(ExportedUserGender);

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserPurchase {
    /// Name of the product.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Time of the first one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<String>,
    /// Time of the latest one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<String>,
    /// Number of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserPurchase {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, first: None, last: None, count: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ExportedUserPurchase {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "first" => field.scalar(&mut self.first, &mut self.extra),
            "last" => field.scalar(&mut self.last, &mut self.extra),
            "count" => field.scalar(&mut self.count, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserPurchase {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserPurchase {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.first.scrub(secret);
        self.last.scrub(secret);
        self.count.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserPushToken {
    /// Name of the app.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub app: Option<String>,
    /// Platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform: Option<String>,
    /// The token.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// Identifier of the device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device_id: Option<String>,
    /// `true` if the device shows notifications.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notifications_enabled: Option<bool>,
    /// `true` if the consent is provisional.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisionally_opted_in: Option<bool>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserPushToken {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            app: None,
            platform: None,
            token: None,
            device_id: None,
            notifications_enabled: None,
            provisionally_opted_in: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExportedUserPushToken {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "app" => field.scalar(&mut self.app, &mut self.extra),
            "platform" => field.scalar(&mut self.platform, &mut self.extra),
            "token" => field.scalar(&mut self.token, &mut self.extra),
            "device_id" => field.scalar(&mut self.device_id, &mut self.extra),
            "notifications_enabled" => {
                field.scalar(&mut self.notifications_enabled, &mut self.extra)
            }
            "provisionally_opted_in" => {
                field.scalar(&mut self.provisionally_opted_in, &mut self.extra)
            }
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserPushToken {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserPushToken {
    fn scrub(&mut self, secret: &Secret) {
        self.app.scrub(secret);
        self.platform.scrub(secret);
        self.token.scrub(secret);
        self.device_id.scrub(secret);
        self.notifications_enabled.scrub(secret);
        self.provisionally_opted_in.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserReceivedCampaign {
    /// Name of the campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// API identifier of the campaign.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_campaign_id: Option<String>,
    /// Time of the latest message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_received: Option<String>,
    /// `true` if the user converted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub converted: Option<bool>,
    /// Actions of the user on the messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub engaged: Option<ExportedUserEngagement>,
    /// `true` for each conversion event by which the user converted.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub multiple_converted: BTreeMap<String, bool>,
    /// `true` if the user was in the control group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_control: Option<bool>,
    /// Name of the variation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variation_name: Option<String>,
    /// API identifier of the variation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variation_api_id: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserReceivedCampaign {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            api_campaign_id: None,
            last_received: None,
            converted: None,
            engaged: None,
            multiple_converted: BTreeMap::new(),
            in_control: None,
            variation_name: None,
            variation_api_id: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExportedUserReceivedCampaign {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "api_campaign_id" => field.scalar(&mut self.api_campaign_id, &mut self.extra),
            "last_received" => field.scalar(&mut self.last_received, &mut self.extra),
            "converted" => field.scalar(&mut self.converted, &mut self.extra),
            "engaged" => field.value(&mut self.engaged),
            "multiple_converted" => field.value(&mut self.multiple_converted),
            "in_control" => field.scalar(&mut self.in_control, &mut self.extra),
            "variation_name" => field.scalar(&mut self.variation_name, &mut self.extra),
            "variation_api_id" => field.scalar(&mut self.variation_api_id, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserReceivedCampaign {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserReceivedCampaign {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.api_campaign_id.scrub(secret);
        self.last_received.scrub(secret);
        self.converted.scrub(secret);
        self.engaged.scrub(secret);
        self.multiple_converted.scrub(secret);
        self.in_control.scrub(secret);
        self.variation_name.scrub(secret);
        self.variation_api_id.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserReceivedCanvas {
    /// Name of the Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// API identifier of the Canvas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_canvas_id: Option<String>,
    /// Time of the latest message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_received_message: Option<String>,
    /// Time of the latest entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_entered: Option<String>,
    /// Time of the latest exit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_exited: Option<String>,
    /// Name of the variant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variation_name: Option<String>,
    /// Time of the latest entry into the control group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_entered_control_at: Option<String>,
    /// `true` if the user was in the control group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_control: Option<bool>,
    /// Other name of `in_control`.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_in_control: Option<bool>,
    /// Steps received.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub steps_received: Vec<ExportedUserReceivedStep>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserReceivedCanvas {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            api_canvas_id: None,
            last_received_message: None,
            last_entered: None,
            last_exited: None,
            variation_name: None,
            last_entered_control_at: None,
            in_control: None,
            is_in_control: None,
            steps_received: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ExportedUserReceivedCanvas {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "api_canvas_id" => field.scalar(&mut self.api_canvas_id, &mut self.extra),
            "last_received_message" => {
                field.scalar(&mut self.last_received_message, &mut self.extra)
            }
            "last_entered" => field.scalar(&mut self.last_entered, &mut self.extra),
            "last_exited" => field.scalar(&mut self.last_exited, &mut self.extra),
            "variation_name" => field.scalar(&mut self.variation_name, &mut self.extra),
            "last_entered_control_at" => {
                field.scalar(&mut self.last_entered_control_at, &mut self.extra)
            }
            "in_control" => field.scalar(&mut self.in_control, &mut self.extra),
            "is_in_control" => field.scalar(&mut self.is_in_control, &mut self.extra),
            "steps_received" => field.value(&mut self.steps_received),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserReceivedCanvas {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserReceivedCanvas {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.api_canvas_id.scrub(secret);
        self.last_received_message.scrub(secret);
        self.last_entered.scrub(secret);
        self.last_exited.scrub(secret);
        self.variation_name.scrub(secret);
        self.last_entered_control_at.scrub(secret);
        self.in_control.scrub(secret);
        self.is_in_control.scrub(secret);
        self.steps_received.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ExportedUserReceivedStep {
    /// Name of the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// API identifier of the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api_canvas_step_id: Option<String>,
    /// Time of the latest message of the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_received: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ExportedUserReceivedStep {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { name: None, api_canvas_step_id: None, last_received: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for ExportedUserReceivedStep {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "api_canvas_step_id" => field.scalar(&mut self.api_canvas_step_id, &mut self.extra),
            "last_received" => field.scalar(&mut self.last_received, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ExportedUserReceivedStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ExportedUserReceivedStep {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.api_canvas_step_id.scrub(secret);
        self.last_received.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// The content of a message. The channel decides which fields it has.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct MessageContent {
    /// A channel of messages.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Name of the message variation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `control` for a control group, `survey` for a survey, content type of the body for a
    /// webhook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// `true` if the message has parts to translate, `null` if that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_translatable_content: Option<bool>,
    /// Text of a push message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alert: Option<String>,
    /// Title of a push message or an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Link that a push message opens.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Address of the image of a push message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image_url: Option<String>,
    /// Address of the large image of a web push message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub large_image_url: Option<String>,
    /// Extra keys and values: an object, or a list in emails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extras: Option<Value>,
    /// Subject of an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Body of an email, a webhook or a text message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Sender: an address in emails, telephone numbers in text and WhatsApp messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Value>,
    /// Reply address of an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<String>,
    /// AMP body of an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amp_body: Option<String>,
    /// Preheader of an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preheader: Option<String>,
    /// Plain text of an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_plain_text: Option<String>,
    /// `true` if the CSS of an email is put inline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub should_inline_css: Option<bool>,
    /// `true` if white space follows the preheader of an email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub should_whitespace_header: Option<bool>,
    /// Headers of an email.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub email_headers: Vec<Value>,
    /// Text of an in-app message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// The pages of a survey.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Survey>,
    /// Address of a webhook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// HTTP method of a webhook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// HTTP headers of a webhook.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub headers: BTreeMap<String, Value>,
    /// API identifier of the subscription group of a text or WhatsApp message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_group_id: Option<String>,
    /// Name of the WhatsApp template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_name: Option<String>,
    /// Language of the WhatsApp template.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub template_language_code: Option<String>,
    /// Variables in the header of the WhatsApp template.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub header_variables: Vec<String>,
    /// Variables in the body of the WhatsApp template.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub body_variables: Vec<String>,
    /// Variables in the buttons of the WhatsApp template.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub button_variables: Vec<String>,
    /// Layout of a WhatsApp response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<MessageContentLayout>,
    /// Header of a WhatsApp response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header_text: Option<String>,
    /// Body of a WhatsApp response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_text: Option<String>,
    /// Footer of a WhatsApp response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub footer_text: Option<String>,
    /// Buttons of a WhatsApp response.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub buttons: Vec<MessageContentButton>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl MessageContent {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            channel: None,
            name: None,
            r#type: None,
            has_translatable_content: None,
            alert: None,
            title: None,
            action: None,
            image_url: None,
            large_image_url: None,
            extras: None,
            subject: None,
            body: None,
            from: None,
            reply_to: None,
            amp_body: None,
            preheader: None,
            custom_plain_text: None,
            should_inline_css: None,
            should_whitespace_header: None,
            email_headers: Vec::new(),
            message: None,
            data: None,
            url: None,
            method: None,
            headers: BTreeMap::new(),
            subscription_group_id: None,
            template_name: None,
            template_language_code: None,
            header_variables: Vec::new(),
            body_variables: Vec::new(),
            button_variables: Vec::new(),
            layout: None,
            header_text: None,
            body_text: None,
            footer_text: None,
            buttons: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for MessageContent {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "channel" => field.scalar(&mut self.channel, &mut self.extra),
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "type" => field.scalar(&mut self.r#type, &mut self.extra),
            "has_translatable_content" => {
                field.scalar(&mut self.has_translatable_content, &mut self.extra)
            }
            "alert" => field.scalar(&mut self.alert, &mut self.extra),
            "title" => field.scalar(&mut self.title, &mut self.extra),
            "action" => field.scalar(&mut self.action, &mut self.extra),
            "image_url" => field.scalar(&mut self.image_url, &mut self.extra),
            "large_image_url" => field.scalar(&mut self.large_image_url, &mut self.extra),
            "extras" => field.value(&mut self.extras),
            "subject" => field.scalar(&mut self.subject, &mut self.extra),
            "body" => field.scalar(&mut self.body, &mut self.extra),
            "from" => field.value(&mut self.from),
            "reply_to" => field.scalar(&mut self.reply_to, &mut self.extra),
            "amp_body" => field.scalar(&mut self.amp_body, &mut self.extra),
            "preheader" => field.scalar(&mut self.preheader, &mut self.extra),
            "custom_plain_text" => field.scalar(&mut self.custom_plain_text, &mut self.extra),
            "should_inline_css" => field.scalar(&mut self.should_inline_css, &mut self.extra),
            "should_whitespace_header" => {
                field.scalar(&mut self.should_whitespace_header, &mut self.extra)
            }
            "email_headers" => field.value(&mut self.email_headers),
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "data" => field.value(&mut self.data),
            "url" => field.scalar(&mut self.url, &mut self.extra),
            "method" => field.scalar(&mut self.method, &mut self.extra),
            "headers" => field.value(&mut self.headers),
            "subscription_group_id" => {
                field.scalar(&mut self.subscription_group_id, &mut self.extra)
            }
            "template_name" => field.scalar(&mut self.template_name, &mut self.extra),
            "template_language_code" => {
                field.scalar(&mut self.template_language_code, &mut self.extra)
            }
            "header_variables" => field.value(&mut self.header_variables),
            "body_variables" => field.value(&mut self.body_variables),
            "button_variables" => field.value(&mut self.button_variables),
            "layout" => field.scalar(&mut self.layout, &mut self.extra),
            "header_text" => field.scalar(&mut self.header_text, &mut self.extra),
            "body_text" => field.scalar(&mut self.body_text, &mut self.extra),
            "footer_text" => field.scalar(&mut self.footer_text, &mut self.extra),
            "buttons" => field.value(&mut self.buttons),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for MessageContent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for MessageContent {
    fn scrub(&mut self, secret: &Secret) {
        self.channel.scrub(secret);
        self.name.scrub(secret);
        self.r#type.scrub(secret);
        self.has_translatable_content.scrub(secret);
        self.alert.scrub(secret);
        self.title.scrub(secret);
        self.action.scrub(secret);
        self.image_url.scrub(secret);
        self.large_image_url.scrub(secret);
        self.extras.scrub(secret);
        self.subject.scrub(secret);
        self.body.scrub(secret);
        self.from.scrub(secret);
        self.reply_to.scrub(secret);
        self.amp_body.scrub(secret);
        self.preheader.scrub(secret);
        self.custom_plain_text.scrub(secret);
        self.should_inline_css.scrub(secret);
        self.should_whitespace_header.scrub(secret);
        self.email_headers.scrub(secret);
        self.message.scrub(secret);
        self.data.scrub(secret);
        self.url.scrub(secret);
        self.method.scrub(secret);
        self.headers.scrub(secret);
        self.subscription_group_id.scrub(secret);
        self.template_name.scrub(secret);
        self.template_language_code.scrub(secret);
        self.header_variables.scrub(secret);
        self.body_variables.scrub(secret);
        self.button_variables.scrub(secret);
        self.layout.scrub(secret);
        self.header_text.scrub(secret);
        self.body_text.scrub(secret);
        self.footer_text.scrub(secret);
        self.buttons.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct MessageContentButton {
    /// Text of the button.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl MessageContentButton {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { text: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for MessageContentButton {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "text" => field.scalar(&mut self.text, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for MessageContentButton {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for MessageContentButton {
    fn scrub(&mut self, secret: &Secret) {
        self.text.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Layout of a WhatsApp response.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum MessageContentLayout {
    /// `text`
    Text,
    /// `media`
    Media,
    /// `quick-reply`
    QuickReply,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for MessageContentLayout {
    fn as_str(&self) -> &str {
        match self {
            Self::Text => "text",
            Self::Media => "media",
            Self::QuickReply => "quick-reply",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "text" => Self::Text,
            "media" => Self::Media,
            "quick-reply" => Self::QuickReply,
            other => Self::Other(other.into()),
        }
    }
}

word!(MessageContentLayout);

/// A link of an email.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct MessageLink {
    /// Address of the link.
    #[serde(rename = "link_URL", skip_serializing_if = "Option::is_none")]
    pub link_url: Option<String>,
    /// Identifier of the link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_id: Option<String>,
    /// Alias of the link.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link_alias: Option<String>,
    /// Content blocks that hold the link.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub content_block_path_info: Vec<Value>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl MessageLink {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            link_url: None,
            link_id: None,
            link_alias: None,
            content_block_path_info: Vec::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for MessageLink {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "link_URL" => field.scalar(&mut self.link_url, &mut self.extra),
            "link_id" => field.scalar(&mut self.link_id, &mut self.extra),
            "link_alias" => field.scalar(&mut self.link_alias, &mut self.extra),
            "content_block_path_info" => field.value(&mut self.content_block_path_info),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for MessageLink {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for MessageLink {
    fn scrub(&mut self, secret: &Secret) {
        self.link_url.scrub(secret);
        self.link_id.scrub(secret);
        self.link_alias.scrub(secret);
        self.content_block_path_info.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Format of an archive of exported users.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum OutputFormat {
    /// `zip`
    Zip,
    /// `gzip`
    Gzip,
}

impl Choice for OutputFormat {
    const ALL: &[Self] = &[Self::Zip, Self::Gzip];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Zip => "zip",
            Self::Gzip => "gzip",
        }
    }
}

choice!(OutputFormat);

/// Trigger of the messages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ScheduleType {
    /// `date`
    Date,
    /// `time_based`
    TimeBased,
    /// `action_based`
    ActionBased,
    /// `scheduled`
    Scheduled,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for ScheduleType {
    fn as_str(&self) -> &str {
        match self {
            Self::Date => "date",
            Self::TimeBased => "time_based",
            Self::ActionBased => "action_based",
            Self::Scheduled => "scheduled",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "date" => Self::Date,
            "time_based" => Self::TimeBased,
            "action_based" => Self::ActionBased,
            "scheduled" => Self::Scheduled,
            other => Self::Other(other.into()),
        }
    }
}

word!(ScheduleType);

/// A user's consent to messages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SubscriptionState {
    /// `opted_in`
    OptedIn,
    /// `subscribed`
    Subscribed,
    /// `unsubscribed`
    Unsubscribed,
    /// A word that the spec does not know.
    Other(Box<str>),
}

impl Word for SubscriptionState {
    fn as_str(&self) -> &str {
        match self {
            Self::OptedIn => "opted_in",
            Self::Subscribed => "subscribed",
            Self::Unsubscribed => "unsubscribed",
            Self::Other(word) => word,
        }
    }

    fn from_word(word: &str) -> Self {
        match word {
            "opted_in" => Self::OptedIn,
            "subscribed" => Self::Subscribed,
            "unsubscribed" => Self::Unsubscribed,
            other => Self::Other(other.into()),
        }
    }
}

word!(SubscriptionState);

/// The pages of a survey.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct Survey {
    /// The pages.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub pages: Vec<SurveyPage>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl Survey {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { pages: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for Survey {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "pages" => field.value(&mut self.pages),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for Survey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for Survey {
    fn scrub(&mut self, secret: &Secret) {
        self.pages.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct SurveyPage {
    /// The header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<SurveyPageHeader>,
    /// The answers to choose from.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub choices: Vec<SurveyPageChoice>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl SurveyPage {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { header: None, choices: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for SurveyPage {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "header" => field.value(&mut self.header),
            "choices" => field.value(&mut self.choices),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for SurveyPage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for SurveyPage {
    fn scrub(&mut self, secret: &Secret) {
        self.header.scrub(secret);
        self.choices.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// Not described.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct SurveyPageChoice {
    /// Identifier of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choice_id: Option<String>,
    /// Text of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Custom attribute that the answer sets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_attribute_key: Option<String>,
    /// Value that the answer sets.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom_attribute_value: Option<String>,
    /// `true` if the answer was deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl SurveyPageChoice {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            choice_id: None,
            text: None,
            custom_attribute_key: None,
            custom_attribute_value: None,
            deleted: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for SurveyPageChoice {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "choice_id" => field.scalar(&mut self.choice_id, &mut self.extra),
            "text" => field.scalar(&mut self.text, &mut self.extra),
            "custom_attribute_key" => field.scalar(&mut self.custom_attribute_key, &mut self.extra),
            "custom_attribute_value" => {
                field.scalar(&mut self.custom_attribute_value, &mut self.extra)
            }
            "deleted" => field.scalar(&mut self.deleted, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for SurveyPageChoice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for SurveyPageChoice {
    fn scrub(&mut self, secret: &Secret) {
        self.choice_id.scrub(secret);
        self.text.scrub(secret);
        self.custom_attribute_key.scrub(secret);
        self.custom_attribute_value.scrub(secret);
        self.deleted.scrub(secret);
        self.extra.scrub(secret);
    }
}

/// The header.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct SurveyPageHeader {
    /// Text of the header.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl SurveyPageHeader {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { text: None, extra: BTreeMap::new() }
    }
}

impl OpenObject for SurveyPageHeader {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "text" => field.scalar(&mut self.text, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for SurveyPageHeader {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for SurveyPageHeader {
    fn scrub(&mut self, secret: &Secret) {
        self.text.scrub(secret);
        self.extra.scrub(secret);
    }
}
