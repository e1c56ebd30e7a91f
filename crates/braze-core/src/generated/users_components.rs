// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use crate::wire::{Choice, choice};
use crate::{
    AttributeValue, ConsentState, EventProperties, GroupState, Patch, ProfilePriority,
    PurchaseProperties, Timestamp, UserAlias, Violations, reply,
};

/// Something that a user did, at one time. Every object is an event of its own, even if it equals
/// another. The event may trigger messages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct CustomEvent {
    /// External identifier of the user. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_id: Option<String>,
    /// An alias: another name of a user, unique together with its label.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_alias: Option<UserAlias>,
    /// Identifier that Braze gave to the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub braze_id: Option<String>,
    /// Email address of the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<String>,
    /// Telephone number of the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub phone: Option<String>,
    /// API identifier of the app.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub app_id: Option<String>,
    /// Name of the event.
    pub name: String,
    /// Time of the event. A later one than now counts as now.
    pub time: Timestamp,
    /// Properties of the event, by name. Names have 1 to 255 characters, do not begin with `$` and
    /// are neither `time` nor `event_name`; texts have at most 255 characters, everything together
    /// at most 100 KB.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub properties: Option<EventProperties>,
    /// `true` to create no profile.
    #[serde(
        rename = "_update_existing_only",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub update_existing_only: Option<bool>,
}

impl CustomEvent {
    /// An object with the required fields.
    #[must_use]
    pub fn new(name: impl Into<String>, time: impl Into<Timestamp>) -> Self {
        Self {
            external_id: None,
            user_alias: None,
            braze_id: None,
            email: None,
            phone: None,
            app_id: None,
            name: name.into(),
            time: time.into(),
            properties: None,
            update_existing_only: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.external_id {
            v.text("external_id", value);
            v.length("external_id", value.len(), "bytes", None, Some(987));
        }
        if let Some(value) = &self.user_alias {
            v.within("user_alias", |v| value.validate(v));
        }
        if let Some(value) = &self.braze_id {
            v.identifier("braze_id", value);
        }
        if let Some(value) = &self.email {
            v.text("email", value);
        }
        if let Some(value) = &self.phone {
            v.text("phone", value);
        }
        if let Some(value) = &self.app_id {
            v.identifier("app_id", value);
        }
        v.text("name", &self.name);
        v.timestamp("time", self.time);
        if let Some(value) = &self.properties {
            value.check("properties", v);
        }
        v.at_least_one(&[
            ("external_id", self.external_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("braze_id", self.braze_id.is_some()),
            ("email", self.email.is_some()),
            ("phone", self.phone.is_some()),
        ]);
        v.at_most_one(&[
            ("external_id", self.external_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("braze_id", self.braze_id.is_some()),
        ]);
    }

    /// Sets `external_id`. External identifier of the user. At least 1 character.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Sets `user_alias`. An alias: another name of a user, unique together with its label.
    #[must_use]
    pub fn user_alias(mut self, user_alias: UserAlias) -> Self {
        self.user_alias = Some(user_alias);
        self
    }

    /// Sets `braze_id`. Identifier that Braze gave to the user.
    #[must_use]
    pub fn braze_id(mut self, braze_id: impl Into<String>) -> Self {
        self.braze_id = Some(braze_id.into());
        self
    }

    /// Sets `email`. Email address of the user.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone`. Telephone number of the user.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets `app_id`. API identifier of the app.
    #[must_use]
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = Some(app_id.into());
        self
    }

    /// Sets `properties`. Properties of the event, by name. Names have 1 to 255 characters, do not
    /// begin with `$` and are neither `time` nor `event_name`; texts have at most 255 characters,
    /// everything together at most 100 KB.
    #[must_use]
    pub fn properties(mut self, properties: impl Into<EventProperties>) -> Self {
        self.properties = Some(properties.into());
        self
    }

    /// Sets `_update_existing_only`. `true` to create no profile.
    #[must_use]
    pub fn update_existing_only(mut self, update_existing_only: bool) -> Self {
        self.update_existing_only = Some(update_existing_only);
        self
    }
}

/// Data of the user's Facebook account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct FacebookAccount {
    /// Identifier of the account.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub id: Option<String>,
    /// Likes of the user.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub likes: Vec<String>,
    /// Number of friends.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub num_friends: Option<u64>,
}

impl FacebookAccount {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { id: None, likes: Vec::new(), num_friends: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.id {
            v.text("id", value);
        }
        for value in &self.likes {
            v.text("likes", value);
        }
    }

    /// Sets `id`. Identifier of the account.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Sets `likes`. Likes of the user.
    #[must_use]
    pub fn likes(mut self, likes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.likes = likes.into_iter().map(Into::into).collect();
        self
    }

    /// Sets `num_friends`. Number of friends.
    #[must_use]
    pub fn num_friends(mut self, num_friends: u64) -> Self {
        self.num_friends = Some(num_friends);
        self
    }
}

/// Last known location.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Location {
    /// Degrees east. From -180 to 180.
    pub longitude: f64,
    /// Degrees north. From -90 to 90.
    pub latitude: f64,
}

impl Location {
    /// An object with the required fields.
    #[must_use]
    pub fn new(longitude: f64, latitude: f64) -> Self {
        Self { longitude, latitude }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.range("longitude", self.longitude, Some(-180.0), Some(180.0));
        v.range("latitude", self.latitude, Some(-90.0), Some(90.0));
    }
}

/// A profile, by exactly one identifier.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct ProfileIdentifier {
    /// External identifier. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_id: Option<String>,
    /// An alias: another name of a user, unique together with its label.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_alias: Option<UserAlias>,
    /// Email address.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<String>,
    /// Telephone number.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub phone: Option<String>,
    /// Order in which several profiles are told apart. Belongs to `email` and `phone`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prioritization: Vec<ProfilePriority>,
}

impl ProfileIdentifier {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_id: None,
            user_alias: None,
            email: None,
            phone: None,
            prioritization: Vec::new(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.external_id {
            v.text("external_id", value);
        }
        if let Some(value) = &self.user_alias {
            v.within("user_alias", |v| value.validate(v));
        }
        if let Some(value) = &self.email {
            v.text("email", value);
        }
        if let Some(value) = &self.phone {
            v.text("phone", value);
        }
        v.at_least_one(&[
            ("external_id", self.external_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("email", self.email.is_some()),
            ("phone", self.phone.is_some()),
        ]);
        v.at_most_one(&[
            ("external_id", self.external_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("email", self.email.is_some()),
            ("phone", self.phone.is_some()),
        ]);
        v.requires(
            ("email", self.email.is_some()),
            &[("prioritization", !self.prioritization.is_empty())],
        );
        v.requires(
            ("phone", self.phone.is_some()),
            &[("prioritization", !self.prioritization.is_empty())],
        );
    }

    /// Sets `external_id`. External identifier. At least 1 character.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Sets `user_alias`. An alias: another name of a user, unique together with its label.
    #[must_use]
    pub fn user_alias(mut self, user_alias: UserAlias) -> Self {
        self.user_alias = Some(user_alias);
        self
    }

    /// Sets `email`. Email address.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone`. Telephone number.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets `prioritization`. Order in which several profiles are told apart. Belongs to `email`
    /// and `phone`.
    #[must_use]
    pub fn prioritization(
        mut self,
        prioritization: impl IntoIterator<Item = ProfilePriority>,
    ) -> Self {
        self.prioritization = prioritization.into_iter().collect();
        self
    }
}

/// A purchase of a user, at one time. Every object is a purchase of its own, even if it equals
/// another. The purchase may trigger messages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Purchase {
    /// External identifier of the user. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_id: Option<String>,
    /// An alias: another name of a user, unique together with its label.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_alias: Option<UserAlias>,
    /// Identifier that Braze gave to the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub braze_id: Option<String>,
    /// Email address of the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<String>,
    /// Telephone number of the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub phone: Option<String>,
    /// API identifier of the app.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub app_id: Option<String>,
    /// Identifier of the product. At most 255 characters.
    pub product_id: String,
    /// Currency of the price, an ISO 4217 code. From 3 to 3 characters.
    pub currency: String,
    /// Price of one piece, in units of the currency.
    pub price: f64,
    /// Number of pieces, each of which counts as a purchase. From 1 to 100.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub quantity: Option<u32>,
    /// Time of the purchase. A later one than now counts as now.
    pub time: Timestamp,
    /// Properties of the purchase, by name. Names have 1 to 255 characters, do not begin with `$`
    /// and are none of `time`, `product_id`, `quantity`, `event_name`, `price` and `currency`;
    /// everything together has at most 50 KB.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub properties: Option<PurchaseProperties>,
    /// `true` to create no profile.
    #[serde(
        rename = "_update_existing_only",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub update_existing_only: Option<bool>,
}

impl Purchase {
    /// An object with the required fields.
    #[must_use]
    pub fn new(
        product_id: impl Into<String>,
        currency: impl Into<String>,
        price: f64,
        time: impl Into<Timestamp>,
    ) -> Self {
        Self {
            external_id: None,
            user_alias: None,
            braze_id: None,
            email: None,
            phone: None,
            app_id: None,
            product_id: product_id.into(),
            currency: currency.into(),
            price,
            quantity: None,
            time: time.into(),
            properties: None,
            update_existing_only: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.external_id {
            v.text("external_id", value);
            v.length("external_id", value.len(), "bytes", None, Some(987));
        }
        if let Some(value) = &self.user_alias {
            v.within("user_alias", |v| value.validate(v));
        }
        if let Some(value) = &self.braze_id {
            v.identifier("braze_id", value);
        }
        if let Some(value) = &self.email {
            v.text("email", value);
        }
        if let Some(value) = &self.phone {
            v.text("phone", value);
        }
        if let Some(value) = &self.app_id {
            v.identifier("app_id", value);
        }
        v.text("product_id", &self.product_id);
        v.length("product_id", self.product_id.chars().count(), "characters", None, Some(255));
        v.text("currency", &self.currency);
        v.length("currency", self.currency.chars().count(), "characters", Some(3), Some(3));
        v.characters("currency", &self.currency, &['A'..='Z', 'a'..='z'], "A-Za-z");
        if let Some(value) = self.quantity {
            v.range("quantity", value, Some(1), Some(100));
        }
        v.timestamp("time", self.time);
        if let Some(value) = &self.properties {
            value.check("properties", v);
        }
        v.at_least_one(&[
            ("external_id", self.external_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("braze_id", self.braze_id.is_some()),
            ("email", self.email.is_some()),
            ("phone", self.phone.is_some()),
        ]);
        v.at_most_one(&[
            ("external_id", self.external_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("braze_id", self.braze_id.is_some()),
        ]);
    }

    /// Sets `external_id`. External identifier of the user. At least 1 character.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Sets `user_alias`. An alias: another name of a user, unique together with its label.
    #[must_use]
    pub fn user_alias(mut self, user_alias: UserAlias) -> Self {
        self.user_alias = Some(user_alias);
        self
    }

    /// Sets `braze_id`. Identifier that Braze gave to the user.
    #[must_use]
    pub fn braze_id(mut self, braze_id: impl Into<String>) -> Self {
        self.braze_id = Some(braze_id.into());
        self
    }

    /// Sets `email`. Email address of the user.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Some(email.into());
        self
    }

    /// Sets `phone`. Telephone number of the user.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Some(phone.into());
        self
    }

    /// Sets `app_id`. API identifier of the app.
    #[must_use]
    pub fn app_id(mut self, app_id: impl Into<String>) -> Self {
        self.app_id = Some(app_id.into());
        self
    }

    /// Sets `quantity`. Number of pieces, each of which counts as a purchase. From 1 to 100.
    #[must_use]
    pub fn quantity(mut self, quantity: u32) -> Self {
        self.quantity = Some(quantity);
        self
    }

    /// Sets `properties`. Properties of the purchase, by name. Names have 1 to 255 characters, do
    /// not begin with `$` and are none of `time`, `product_id`, `quantity`, `event_name`, `price`
    /// and `currency`; everything together has at most 50 KB.
    #[must_use]
    pub fn properties(mut self, properties: impl Into<PurchaseProperties>) -> Self {
        self.properties = Some(properties.into());
        self
    }

    /// Sets `_update_existing_only`. `true` to create no profile.
    #[must_use]
    pub fn update_existing_only(mut self, update_existing_only: bool) -> Self {
        self.update_existing_only = Some(update_existing_only);
        self
    }
}

/// A push token of an app on a device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct PushToken {
    /// API identifier of the app.
    pub app_id: String,
    /// The token. At least 1 character.
    pub token: String,
    /// Identifier of the device. Without it, the server makes one up. At least 8 characters.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub device_id: Option<String>,
}

impl PushToken {
    /// An object with the required fields.
    #[must_use]
    pub fn new(app_id: impl Into<String>, token: impl Into<String>) -> Self {
        Self { app_id: app_id.into(), token: token.into(), device_id: None }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("app_id", &self.app_id);
        v.text("token", &self.token);
        if let Some(value) = &self.device_id {
            v.text("device_id", value);
            v.length("device_id", value.chars().count(), "characters", Some(8), None);
            v.length("device_id", value.len(), "bytes", None, Some(255));
        }
    }

    /// Sets `device_id`. Identifier of the device. Without it, the server makes one up. At least 8
    /// characters.
    #[must_use]
    pub fn device_id(mut self, device_id: impl Into<String>) -> Self {
        self.device_id = Some(device_id.into());
        self
    }
}

/// A subscription group and the user's state in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct SubscriptionGroupState {
    /// API identifier of the subscription group.
    pub subscription_group_id: String,
    /// State of a subscription to a group.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    pub subscription_state: GroupState,
    /// `true` to ask users of SMS groups to confirm.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub use_double_opt_in_logic: Option<bool>,
}

impl SubscriptionGroupState {
    /// An object with the required fields.
    #[must_use]
    pub fn new(subscription_group_id: impl Into<String>, subscription_state: GroupState) -> Self {
        Self {
            subscription_group_id: subscription_group_id.into(),
            subscription_state,
            use_double_opt_in_logic: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        v.identifier("subscription_group_id", &self.subscription_group_id);
    }

    /// Sets `use_double_opt_in_logic`. `true` to ask users of SMS groups to confirm.
    #[must_use]
    pub fn use_double_opt_in_logic(mut self, use_double_opt_in_logic: bool) -> Self {
        self.use_double_opt_in_logic = Some(use_double_opt_in_logic);
        self
    }
}

/// Data of the user's account on X.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct TwitterAccount {
    /// Identifier of the account.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub id: Option<u64>,
    /// Name of the account.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub screen_name: Option<String>,
    /// Number of followers.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub followers_count: Option<u64>,
    /// Number of accounts that the user follows.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub friends_count: Option<u64>,
    /// Number of posts.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub statuses_count: Option<u64>,
}

impl TwitterAccount {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            id: None,
            screen_name: None,
            followers_count: None,
            friends_count: None,
            statuses_count: None,
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.screen_name {
            v.text("screen_name", value);
        }
    }

    /// Sets `id`. Identifier of the account.
    #[must_use]
    pub fn id(mut self, id: u64) -> Self {
        self.id = Some(id);
        self
    }

    /// Sets `screen_name`. Name of the account.
    #[must_use]
    pub fn screen_name(mut self, screen_name: impl Into<String>) -> Self {
        self.screen_name = Some(screen_name.into());
        self
    }

    /// Sets `followers_count`. Number of followers.
    #[must_use]
    pub fn followers_count(mut self, followers_count: u64) -> Self {
        self.followers_count = Some(followers_count);
        self
    }

    /// Sets `friends_count`. Number of accounts that the user follows.
    #[must_use]
    pub fn friends_count(mut self, friends_count: u64) -> Self {
        self.friends_count = Some(friends_count);
        self
    }

    /// Sets `statuses_count`. Number of posts.
    #[must_use]
    pub fn statuses_count(mut self, statuses_count: u64) -> Self {
        self.statuses_count = Some(statuses_count);
        self
    }
}

/// Attributes of a user: fields of the profile, and custom attributes. The user is named by one of
/// `external_id`, `user_alias` and `braze_id`, or else by `email` or `phone`. A field that is
/// `null` is removed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct UserAttributes {
    /// External identifier of the user. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_id: Option<String>,
    /// An alias: another name of a user, unique together with its label.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_alias: Option<UserAlias>,
    /// Identifier that Braze gave to the user.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub braze_id: Option<String>,
    /// Email address. Names the user if nothing else does.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub email: Patch<String>,
    /// Telephone number, preferably in E.164 format. Names the user if nothing else but an email
    /// address does.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub phone: Patch<String>,
    /// `true` to create no profile. The default is `true` with an alias, else `false`.
    #[serde(
        rename = "_update_existing_only",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub update_existing_only: Option<bool>,
    /// `true` to merge objects into the present ones instead of replacing them.
    #[serde(
        rename = "_merge_objects",
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub merge_objects: Option<bool>,
    /// `true` to import `push_tokens` of users who are not known yet.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub push_token_import: Option<bool>,
    /// First name.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub first_name: Patch<String>,
    /// Last name.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub last_name: Patch<String>,
    /// Country, an ISO 3166-1 alpha-2 code. The server sets an unknown one to `null`. From 2 to 2
    /// characters.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub country: Patch<String>,
    /// Home city.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub home_city: Patch<String>,
    /// Language, an ISO 639-1 code.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub language: Patch<String>,
    /// Time zone, such as `Europe/London`.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub time_zone: Patch<String>,
    /// Date of birth.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub dob: Patch<NaiveDate>,
    /// Gender: female, male, other, not applicable, or prefers not to say.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub gender: Patch<UserAttributesGender>,
    /// Last known location.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub current_location: Patch<Location>,
    /// First use of an app.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub date_of_first_session: Patch<Timestamp>,
    /// Last use of an app.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub date_of_last_session: Patch<Timestamp>,
    /// State of the subscription to a channel.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email_subscribe: Option<ConsentState>,
    /// `true` to stop tracking whether emails are opened.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email_open_tracking_disabled: Option<bool>,
    /// `true` to stop tracking of clicks in emails.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub email_click_tracking_disabled: Option<bool>,
    /// Time at which the user reported an email as spam.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub marked_email_as_spam_at: Patch<Timestamp>,
    /// State of the subscription to a channel.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub push_subscribe: Option<ConsentState>,
    /// Push tokens of the user's devices.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub push_tokens: Vec<PushToken>,
    /// States in subscription groups. With an external identifier, other profiles with the same
    /// email address or telephone number change too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subscription_groups: Vec<SubscriptionGroupState>,
    /// Data of the user's Facebook account.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub facebook: Patch<FacebookAccount>,
    /// Data of the user's account on X.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub twitter: Patch<TwitterAccount>,
    /// Address of a picture of the user.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(default, skip_serializing_if = "Patch::is_keep")]
    pub image_url: Patch<String>,
    /// Alias for the import of push tokens. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub alias_name: Option<String>,
    /// Label of that alias. At least 1 character.
    #[serde(
        default,
        deserialize_with = "reply::not_null",
        skip_serializing_if = "Option::is_none"
    )]
    pub alias_label: Option<String>,
    /// Further fields, by name.
    #[serde(flatten)]
    pub extra: BTreeMap<String, AttributeValue>,
}

impl UserAttributes {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            external_id: None,
            user_alias: None,
            braze_id: None,
            email: Patch::Keep,
            phone: Patch::Keep,
            update_existing_only: None,
            merge_objects: None,
            push_token_import: None,
            first_name: Patch::Keep,
            last_name: Patch::Keep,
            country: Patch::Keep,
            home_city: Patch::Keep,
            language: Patch::Keep,
            time_zone: Patch::Keep,
            dob: Patch::Keep,
            gender: Patch::Keep,
            current_location: Patch::Keep,
            date_of_first_session: Patch::Keep,
            date_of_last_session: Patch::Keep,
            email_subscribe: None,
            email_open_tracking_disabled: None,
            email_click_tracking_disabled: None,
            marked_email_as_spam_at: Patch::Keep,
            push_subscribe: None,
            push_tokens: Vec::new(),
            subscription_groups: Vec::new(),
            facebook: Patch::Keep,
            twitter: Patch::Keep,
            image_url: Patch::Keep,
            alias_name: None,
            alias_label: None,
            extra: BTreeMap::new(),
        }
    }

    pub(crate) fn validate(&self, v: &mut Violations) {
        if let Some(value) = &self.external_id {
            v.text("external_id", value);
            v.length("external_id", value.len(), "bytes", None, Some(987));
        }
        if let Some(value) = &self.user_alias {
            v.within("user_alias", |v| value.validate(v));
        }
        if let Some(value) = &self.braze_id {
            v.identifier("braze_id", value);
        }
        if let Patch::Set(value) = &self.email {
            v.text("email", value);
        }
        if let Patch::Set(value) = &self.phone {
            v.text("phone", value);
        }
        if let Patch::Set(value) = &self.first_name {
            v.text("first_name", value);
        }
        if let Patch::Set(value) = &self.last_name {
            v.text("last_name", value);
        }
        if let Patch::Set(value) = &self.country {
            v.text("country", value);
            v.length("country", value.chars().count(), "characters", Some(2), Some(2));
            v.characters("country", value, &['A'..='Z', 'a'..='z'], "A-Za-z");
        }
        if let Patch::Set(value) = &self.home_city {
            v.text("home_city", value);
        }
        if let Patch::Set(value) = &self.language {
            v.text("language", value);
        }
        if let Patch::Set(value) = &self.time_zone {
            v.text("time_zone", value);
        }
        if let Patch::Set(value) = &self.current_location {
            v.within("current_location", |v| value.validate(v));
        }
        if let Patch::Set(value) = &self.date_of_first_session {
            v.timestamp("date_of_first_session", *value);
        }
        if let Patch::Set(value) = &self.date_of_last_session {
            v.timestamp("date_of_last_session", *value);
        }
        if let Patch::Set(value) = &self.marked_email_as_spam_at {
            v.timestamp("marked_email_as_spam_at", *value);
        }
        v.each("push_tokens", &self.push_tokens, PushToken::validate);
        v.each("subscription_groups", &self.subscription_groups, SubscriptionGroupState::validate);
        if let Patch::Set(value) = &self.facebook {
            v.within("facebook", |v| value.validate(v));
        }
        if let Patch::Set(value) = &self.twitter {
            v.within("twitter", |v| value.validate(v));
        }
        if let Patch::Set(value) = &self.image_url {
            v.text("image_url", value);
        }
        if let Some(value) = &self.alias_name {
            v.text("alias_name", value);
            v.length("alias_name", value.len(), "bytes", None, Some(236));
        }
        if let Some(value) = &self.alias_label {
            v.text("alias_label", value);
            v.length("alias_label", value.len(), "bytes", None, Some(236));
        }
        v.further_fields(
            self.extra.keys(),
            &[
                "external_id",
                "user_alias",
                "braze_id",
                "email",
                "phone",
                "_update_existing_only",
                "_merge_objects",
                "push_token_import",
                "first_name",
                "last_name",
                "country",
                "home_city",
                "language",
                "time_zone",
                "dob",
                "gender",
                "current_location",
                "date_of_first_session",
                "date_of_last_session",
                "email_subscribe",
                "email_open_tracking_disabled",
                "email_click_tracking_disabled",
                "marked_email_as_spam_at",
                "push_subscribe",
                "push_tokens",
                "subscription_groups",
                "facebook",
                "twitter",
                "image_url",
                "alias_name",
                "alias_label",
            ],
        );
        for (name, value) in &self.extra {
            value.check(name, v);
        }
        v.at_least_one(&[
            ("external_id", self.external_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("braze_id", self.braze_id.is_some()),
            ("email", self.email.is_set()),
            ("phone", self.phone.is_set()),
            ("push_token_import", self.push_token_import.is_some()),
        ]);
        v.at_most_one(&[
            ("external_id", self.external_id.is_some()),
            ("user_alias", self.user_alias.is_some()),
            ("braze_id", self.braze_id.is_some()),
        ]);
        if self.push_token_import == Some(true) {
            v.required_by(
                "`push_token_import: true`",
                &[("push_tokens", !self.push_tokens.is_empty())],
            );
            v.forbidden_by(
                "`push_token_import: true`",
                &[
                    ("external_id", self.external_id.is_some()),
                    ("braze_id", self.braze_id.is_some()),
                ],
            );
        }
    }

    /// Sets a further field.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<AttributeValue>) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }

    /// Sets `external_id`. External identifier of the user. At least 1 character.
    #[must_use]
    pub fn external_id(mut self, external_id: impl Into<String>) -> Self {
        self.external_id = Some(external_id.into());
        self
    }

    /// Sets `user_alias`. An alias: another name of a user, unique together with its label.
    #[must_use]
    pub fn user_alias(mut self, user_alias: UserAlias) -> Self {
        self.user_alias = Some(user_alias);
        self
    }

    /// Sets `braze_id`. Identifier that Braze gave to the user.
    #[must_use]
    pub fn braze_id(mut self, braze_id: impl Into<String>) -> Self {
        self.braze_id = Some(braze_id.into());
        self
    }

    /// Sets `email`. Email address. Names the user if nothing else does.
    #[must_use]
    pub fn email(mut self, email: impl Into<String>) -> Self {
        self.email = Patch::Set(email.into());
        self
    }

    /// Removes `email`.
    #[must_use]
    pub fn remove_email(mut self) -> Self {
        self.email = Patch::Remove;
        self
    }

    /// Sets `phone`. Telephone number, preferably in E.164 format. Names the user if nothing else
    /// but an email address does.
    #[must_use]
    pub fn phone(mut self, phone: impl Into<String>) -> Self {
        self.phone = Patch::Set(phone.into());
        self
    }

    /// Removes `phone`.
    #[must_use]
    pub fn remove_phone(mut self) -> Self {
        self.phone = Patch::Remove;
        self
    }

    /// Sets `_update_existing_only`. `true` to create no profile. The default is `true` with an
    /// alias, else `false`.
    #[must_use]
    pub fn update_existing_only(mut self, update_existing_only: bool) -> Self {
        self.update_existing_only = Some(update_existing_only);
        self
    }

    /// Sets `_merge_objects`. `true` to merge objects into the present ones instead of replacing
    /// them.
    #[must_use]
    pub fn merge_objects(mut self, merge_objects: bool) -> Self {
        self.merge_objects = Some(merge_objects);
        self
    }

    /// Sets `push_token_import`. `true` to import `push_tokens` of users who are not known yet.
    #[must_use]
    pub fn push_token_import(mut self, push_token_import: bool) -> Self {
        self.push_token_import = Some(push_token_import);
        self
    }

    /// Sets `first_name`. First name.
    #[must_use]
    pub fn first_name(mut self, first_name: impl Into<String>) -> Self {
        self.first_name = Patch::Set(first_name.into());
        self
    }

    /// Removes `first_name`.
    #[must_use]
    pub fn remove_first_name(mut self) -> Self {
        self.first_name = Patch::Remove;
        self
    }

    /// Sets `last_name`. Last name.
    #[must_use]
    pub fn last_name(mut self, last_name: impl Into<String>) -> Self {
        self.last_name = Patch::Set(last_name.into());
        self
    }

    /// Removes `last_name`.
    #[must_use]
    pub fn remove_last_name(mut self) -> Self {
        self.last_name = Patch::Remove;
        self
    }

    /// Sets `country`. Country, an ISO 3166-1 alpha-2 code. The server sets an unknown one to
    /// `null`. From 2 to 2 characters.
    #[must_use]
    pub fn country(mut self, country: impl Into<String>) -> Self {
        self.country = Patch::Set(country.into());
        self
    }

    /// Removes `country`.
    #[must_use]
    pub fn remove_country(mut self) -> Self {
        self.country = Patch::Remove;
        self
    }

    /// Sets `home_city`. Home city.
    #[must_use]
    pub fn home_city(mut self, home_city: impl Into<String>) -> Self {
        self.home_city = Patch::Set(home_city.into());
        self
    }

    /// Removes `home_city`.
    #[must_use]
    pub fn remove_home_city(mut self) -> Self {
        self.home_city = Patch::Remove;
        self
    }

    /// Sets `language`. Language, an ISO 639-1 code.
    #[must_use]
    pub fn language(mut self, language: impl Into<String>) -> Self {
        self.language = Patch::Set(language.into());
        self
    }

    /// Removes `language`.
    #[must_use]
    pub fn remove_language(mut self) -> Self {
        self.language = Patch::Remove;
        self
    }

    /// Sets `time_zone`. Time zone, such as `Europe/London`.
    #[must_use]
    pub fn time_zone(mut self, time_zone: impl Into<String>) -> Self {
        self.time_zone = Patch::Set(time_zone.into());
        self
    }

    /// Removes `time_zone`.
    #[must_use]
    pub fn remove_time_zone(mut self) -> Self {
        self.time_zone = Patch::Remove;
        self
    }

    /// Sets `dob`. Date of birth.
    #[must_use]
    pub fn dob(mut self, dob: NaiveDate) -> Self {
        self.dob = Patch::Set(dob);
        self
    }

    /// Removes `dob`.
    #[must_use]
    pub fn remove_dob(mut self) -> Self {
        self.dob = Patch::Remove;
        self
    }

    /// Sets `gender`. Gender: female, male, other, not applicable, or prefers not to say.
    #[must_use]
    pub fn gender(mut self, gender: UserAttributesGender) -> Self {
        self.gender = Patch::Set(gender);
        self
    }

    /// Removes `gender`.
    #[must_use]
    pub fn remove_gender(mut self) -> Self {
        self.gender = Patch::Remove;
        self
    }

    /// Sets `current_location`. Last known location.
    #[must_use]
    pub fn current_location(mut self, current_location: Location) -> Self {
        self.current_location = Patch::Set(current_location);
        self
    }

    /// Removes `current_location`.
    #[must_use]
    pub fn remove_current_location(mut self) -> Self {
        self.current_location = Patch::Remove;
        self
    }

    /// Sets `date_of_first_session`. First use of an app.
    #[must_use]
    pub fn date_of_first_session(mut self, date_of_first_session: impl Into<Timestamp>) -> Self {
        self.date_of_first_session = Patch::Set(date_of_first_session.into());
        self
    }

    /// Removes `date_of_first_session`.
    #[must_use]
    pub fn remove_date_of_first_session(mut self) -> Self {
        self.date_of_first_session = Patch::Remove;
        self
    }

    /// Sets `date_of_last_session`. Last use of an app.
    #[must_use]
    pub fn date_of_last_session(mut self, date_of_last_session: impl Into<Timestamp>) -> Self {
        self.date_of_last_session = Patch::Set(date_of_last_session.into());
        self
    }

    /// Removes `date_of_last_session`.
    #[must_use]
    pub fn remove_date_of_last_session(mut self) -> Self {
        self.date_of_last_session = Patch::Remove;
        self
    }

    /// Sets `email_subscribe`. State of the subscription to a channel.
    #[must_use]
    pub fn email_subscribe(mut self, email_subscribe: ConsentState) -> Self {
        self.email_subscribe = Some(email_subscribe);
        self
    }

    /// Sets `email_open_tracking_disabled`. `true` to stop tracking whether emails are opened.
    #[must_use]
    pub fn email_open_tracking_disabled(mut self, email_open_tracking_disabled: bool) -> Self {
        self.email_open_tracking_disabled = Some(email_open_tracking_disabled);
        self
    }

    /// Sets `email_click_tracking_disabled`. `true` to stop tracking of clicks in emails.
    #[must_use]
    pub fn email_click_tracking_disabled(mut self, email_click_tracking_disabled: bool) -> Self {
        self.email_click_tracking_disabled = Some(email_click_tracking_disabled);
        self
    }

    /// Sets `marked_email_as_spam_at`. Time at which the user reported an email as spam.
    #[must_use]
    pub fn marked_email_as_spam_at(
        mut self,
        marked_email_as_spam_at: impl Into<Timestamp>,
    ) -> Self {
        self.marked_email_as_spam_at = Patch::Set(marked_email_as_spam_at.into());
        self
    }

    /// Removes `marked_email_as_spam_at`.
    #[must_use]
    pub fn remove_marked_email_as_spam_at(mut self) -> Self {
        self.marked_email_as_spam_at = Patch::Remove;
        self
    }

    /// Sets `push_subscribe`. State of the subscription to a channel.
    #[must_use]
    pub fn push_subscribe(mut self, push_subscribe: ConsentState) -> Self {
        self.push_subscribe = Some(push_subscribe);
        self
    }

    /// Sets `push_tokens`. Push tokens of the user's devices.
    #[must_use]
    pub fn push_tokens(mut self, push_tokens: impl IntoIterator<Item = PushToken>) -> Self {
        self.push_tokens = push_tokens.into_iter().collect();
        self
    }

    /// Sets `subscription_groups`. States in subscription groups. With an external identifier,
    /// other profiles with the same email address or telephone number change too.
    #[must_use]
    pub fn subscription_groups(
        mut self,
        subscription_groups: impl IntoIterator<Item = SubscriptionGroupState>,
    ) -> Self {
        self.subscription_groups = subscription_groups.into_iter().collect();
        self
    }

    /// Sets `facebook`. Data of the user's Facebook account.
    #[must_use]
    pub fn facebook(mut self, facebook: FacebookAccount) -> Self {
        self.facebook = Patch::Set(facebook);
        self
    }

    /// Removes `facebook`.
    #[must_use]
    pub fn remove_facebook(mut self) -> Self {
        self.facebook = Patch::Remove;
        self
    }

    /// Sets `twitter`. Data of the user's account on X.
    #[must_use]
    pub fn twitter(mut self, twitter: TwitterAccount) -> Self {
        self.twitter = Patch::Set(twitter);
        self
    }

    /// Removes `twitter`.
    #[must_use]
    pub fn remove_twitter(mut self) -> Self {
        self.twitter = Patch::Remove;
        self
    }

    /// Sets `image_url`. Address of a picture of the user.
    #[must_use]
    pub fn image_url(mut self, image_url: impl Into<String>) -> Self {
        self.image_url = Patch::Set(image_url.into());
        self
    }

    /// Removes `image_url`.
    #[must_use]
    pub fn remove_image_url(mut self) -> Self {
        self.image_url = Patch::Remove;
        self
    }

    /// Sets `alias_name`. Alias for the import of push tokens. At least 1 character.
    #[must_use]
    pub fn alias_name(mut self, alias_name: impl Into<String>) -> Self {
        self.alias_name = Some(alias_name.into());
        self
    }

    /// Sets `alias_label`. Label of that alias. At least 1 character.
    #[must_use]
    pub fn alias_label(mut self, alias_label: impl Into<String>) -> Self {
        self.alias_label = Some(alias_label.into());
        self
    }

    /// Sets `extra`. Further fields, by name.
    #[must_use]
    pub fn extra(mut self, extra: BTreeMap<String, AttributeValue>) -> Self {
        self.extra = extra;
        self
    }
}

/// Gender: female, male, other, not applicable, or prefers not to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum UserAttributesGender {
    /// `F`
    F,
    /// `M`
    M,
    /// `O`
    O,
    /// `N`
    N,
    /// `P`
    P,
}

impl Choice for UserAttributesGender {
    const ALL: &[Self] = &[Self::F, Self::M, Self::O, Self::N, Self::P];

    fn as_str(&self) -> &'static str {
        match self {
            Self::F => "F",
            Self::M => "M",
            Self::O => "O",
            Self::N => "N",
            Self::P => "P",
        }
    }
}

choice!(UserAttributesGender);
