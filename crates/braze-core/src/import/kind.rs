//! [`RecordKind`]: the kind of a record, and the operation that takes it.

use super::target::ImportTarget;
use crate::endpoint::Meta;

/// The kind of a record.
///
/// The first three stand in the order in which Braze applies them within a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum RecordKind {
    /// Attributes of a user, as `POST /users/track` takes them.
    Attributes,
    /// An event that a user did, as `POST /users/track` takes it.
    Event,
    /// A purchase that a user made, as `POST /users/track` takes it.
    Purchase,
    /// A new alias: `{"external_id", "alias_name", "alias_label"}`, for `POST /users/alias/new`. Without the
    /// external identifier, a user with nothing but the alias is made.
    Alias,
    /// Another name for an alias: `{"alias_label", "old_alias_name", "new_alias_name"}`, for
    /// `POST /users/alias/update`.
    AliasUpdate,
    /// An external identifier for a user without one: `{"external_id"}` with `"user_alias"`, or with `"email"` or
    /// `"phone"` and `"prioritization"`, for `POST /users/identify`.
    Identification,
    /// A user to be deleted for good: one of `{"external_id"}`, `{"user_alias"}`, `{"braze_id"}`,
    /// `{"email", "prioritization"}` and `{"phone", "prioritization"}`, for `POST /users/delete`.
    Deletion,
    /// Another external identifier: `{"current_external_id", "new_external_id"}`, for
    /// `POST /users/external_ids/rename`.
    ExternalIdRename,
    /// A deprecated external identifier to be removed: `{"external_id"}`, for `POST /users/external_ids/remove`.
    ExternalIdRemoval,
    /// The state of a user in a subscription group: `{"subscription_group_id", "subscription_state"}` with one of
    /// `"external_id"`, `"email"` and `"phone"`, and maybe `"use_double_opt_in_logic"`, for
    /// `POST /v2/subscription/status/set`.
    SubscriptionState,
    /// The subscription of an email address: `{"email", "subscription_state"}`, for `POST /email/status`.
    EmailStatus,
    /// An address to be taken off the bounce list: `{"email"}`, for `POST /email/bounce/remove`.
    BounceRemoval,
    /// An address to be taken off the spam list: `{"email"}`, for `POST /email/spam/remove`.
    SpamRemoval,
    /// An address to be blocked: `{"email"}`, for `POST /email/blocklist`.
    EmailBlock,
    /// A number to be taken off the list of invalid ones: `{"phone"}`, for
    /// `POST /sms/invalid_phone_numbers/remove`.
    InvalidPhoneRemoval,
    /// A new item of a catalog, with all of its fields: `{"catalog_name", "item"}`, for
    /// `POST /catalogs/{catalog_name}/items`.
    CatalogItemCreation,
    /// An item that replaces another one, or is new: `{"catalog_name", "item"}`, for
    /// `PUT /catalogs/{catalog_name}/items`.
    CatalogItemReplacement,
    /// Fields of an item that change: `{"catalog_name", "item"}`, for `PATCH /catalogs/{catalog_name}/items`.
    CatalogItemUpdate,
    /// An item to be deleted: `{"catalog_name", "item_id"}`, for `DELETE /catalogs/{catalog_name}/items`.
    CatalogItemDeletion,
}

impl RecordKind {
    /// All of them.
    pub const ALL: [Self; 19] = [
        Self::Attributes,
        Self::Event,
        Self::Purchase,
        Self::Alias,
        Self::AliasUpdate,
        Self::Identification,
        Self::Deletion,
        Self::ExternalIdRename,
        Self::ExternalIdRemoval,
        Self::SubscriptionState,
        Self::EmailStatus,
        Self::BounceRemoval,
        Self::SpamRemoval,
        Self::EmailBlock,
        Self::InvalidPhoneRemoval,
        Self::CatalogItemCreation,
        Self::CatalogItemReplacement,
        Self::CatalogItemUpdate,
        Self::CatalogItemDeletion,
    ];

    /// The name, in the plural: `attributes`, `events`, `alias_updates`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attributes => "attributes",
            Self::Event => "events",
            Self::Purchase => "purchases",
            Self::Alias => "aliases",
            Self::AliasUpdate => "alias_updates",
            Self::Identification => "identifications",
            Self::Deletion => "deletions",
            Self::ExternalIdRename => "external_id_renames",
            Self::ExternalIdRemoval => "external_id_removals",
            Self::SubscriptionState => "subscription_states",
            Self::EmailStatus => "email_statuses",
            Self::BounceRemoval => "bounce_removals",
            Self::SpamRemoval => "spam_removals",
            Self::EmailBlock => "email_blocks",
            Self::InvalidPhoneRemoval => "invalid_phone_removals",
            Self::CatalogItemCreation => "catalog_item_creations",
            Self::CatalogItemReplacement => "catalog_item_replacements",
            Self::CatalogItemUpdate => "catalog_item_updates",
            Self::CatalogItemDeletion => "catalog_item_deletions",
        }
    }

    /// The constants of the operation that takes it.
    #[must_use]
    pub const fn meta(self) -> &'static Meta {
        self.target().meta
    }

    /// The most records of a request.
    #[must_use]
    pub const fn max_records(self) -> usize {
        self.target().max_records
    }

    pub(super) const fn target(self) -> &'static ImportTarget {
        match self {
            Self::Attributes | Self::Event | Self::Purchase => ImportTarget::TRACK,
            Self::Alias => ImportTarget::ALIASES,
            Self::AliasUpdate => ImportTarget::ALIAS_UPDATES,
            Self::Identification => ImportTarget::IDENTIFICATIONS,
            Self::Deletion => ImportTarget::DELETIONS,
            Self::ExternalIdRename => ImportTarget::EXTERNAL_ID_RENAMES,
            Self::ExternalIdRemoval => ImportTarget::EXTERNAL_ID_REMOVALS,
            Self::SubscriptionState => ImportTarget::SUBSCRIPTION_STATES,
            Self::EmailStatus => ImportTarget::EMAIL_STATUSES,
            Self::BounceRemoval => ImportTarget::BOUNCE_REMOVALS,
            Self::SpamRemoval => ImportTarget::SPAM_REMOVALS,
            Self::EmailBlock => ImportTarget::EMAIL_BLOCKS,
            Self::InvalidPhoneRemoval => ImportTarget::INVALID_PHONE_REMOVALS,
            Self::CatalogItemCreation => ImportTarget::CATALOG_ITEM_CREATIONS,
            Self::CatalogItemReplacement => ImportTarget::CATALOG_ITEM_REPLACEMENTS,
            Self::CatalogItemUpdate => ImportTarget::CATALOG_ITEM_UPDATES,
            Self::CatalogItemDeletion => ImportTarget::CATALOG_ITEM_DELETIONS,
        }
    }
}
