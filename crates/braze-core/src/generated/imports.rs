// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The operations that imports send.

use http::Method;

use crate::{Effect, Meta, Pool, Replay};

impl Meta {
    /// `POST /catalogs/{catalog_name}/items`
    pub(crate) const CATALOGS_CREATE_ITEMS: Self =
        Meta::new("catalogs.create_items", Method::POST, "/catalogs/{catalog_name}/items")
            .permission("catalogs.add_items")
            .replay(Replay::Unsafe)
            .pool(&Pool::CATALOG_ITEMS_ASYNC);

    /// `DELETE /catalogs/{catalog_name}/items`
    pub(crate) const CATALOGS_DELETE_ITEMS: Self =
        Meta::new("catalogs.delete_items", Method::DELETE, "/catalogs/{catalog_name}/items")
            .permission("catalogs.delete_items")
            .replay(Replay::Idempotent)
            .effect(Effect::Deletes)
            .pool(&Pool::CATALOG_ITEMS_ASYNC);

    /// `PUT /catalogs/{catalog_name}/items`
    pub(crate) const CATALOGS_REPLACE_ITEMS: Self =
        Meta::new("catalogs.replace_items", Method::PUT, "/catalogs/{catalog_name}/items")
            .permission("catalogs.replace_items")
            .replay(Replay::Idempotent)
            .pool(&Pool::CATALOG_ITEMS_ASYNC);

    /// `PATCH /catalogs/{catalog_name}/items`
    pub(crate) const CATALOGS_UPDATE_ITEMS: Self =
        Meta::new("catalogs.update_items", Method::PATCH, "/catalogs/{catalog_name}/items")
            .permission("catalogs.update_items")
            .replay(Replay::Idempotent)
            .pool(&Pool::CATALOG_ITEMS_ASYNC);

    /// `POST /email/blocklist`
    pub(crate) const EMAIL_BLOCKLIST: Self =
        Meta::new("email.blocklist", Method::POST, "/email/blocklist")
            .permission("email.blacklist")
            .replay(Replay::Idempotent)
            .pool(&Pool::DEFAULT);

    /// `POST /email/bounce/remove`
    pub(crate) const EMAIL_BOUNCE_REMOVE: Self =
        Meta::new("email.bounce_remove", Method::POST, "/email/bounce/remove")
            .permission("email.bounce.remove")
            .replay(Replay::Idempotent)
            .pool(&Pool::DEFAULT);

    /// `POST /email/spam/remove`
    pub(crate) const EMAIL_SPAM_REMOVE: Self =
        Meta::new("email.spam_remove", Method::POST, "/email/spam/remove")
            .permission("email.spam.remove")
            .replay(Replay::Idempotent)
            .pool(&Pool::DEFAULT);

    /// `POST /email/status`
    pub(crate) const EMAIL_STATUS: Self = Meta::new("email.status", Method::POST, "/email/status")
        .permission("email.status")
        .replay(Replay::Idempotent)
        .pool(&Pool::DEFAULT);

    /// `POST /sms/invalid_phone_numbers/remove`
    pub(crate) const SMS_INVALID_PHONE_NUMBERS_REMOVE: Self = Meta::new(
        "sms.invalid_phone_numbers_remove",
        Method::POST,
        "/sms/invalid_phone_numbers/remove",
    )
    .permission("sms.invalid_phone_numbers.remove")
    .replay(Replay::Idempotent)
    .pool(&Pool::DEFAULT);

    /// `POST /v2/subscription/status/set`
    pub(crate) const SUBSCRIPTION_STATUS_SET_V2: Self =
        Meta::new("subscription.status_set_v2", Method::POST, "/v2/subscription/status/set")
            .permission("subscription.status.set")
            .replay(Replay::Idempotent)
            .pool(&Pool::SUBSCRIPTION_STATUS_SET);

    /// `POST /users/alias/new`
    pub(crate) const USERS_ALIAS_NEW: Self =
        Meta::new("users.alias_new", Method::POST, "/users/alias/new")
            .permission("users.alias.new")
            .replay(Replay::Idempotent)
            .pool(&Pool::USER_IDENTITY);

    /// `POST /users/alias/update`
    pub(crate) const USERS_ALIAS_UPDATE: Self =
        Meta::new("users.alias_update", Method::POST, "/users/alias/update")
            .permission("users.alias.update")
            .replay(Replay::Idempotent)
            .pool(&Pool::USER_IDENTITY);

    /// `POST /users/delete`
    pub(crate) const USERS_DELETE: Self = Meta::new("users.delete", Method::POST, "/users/delete")
        .permission("users.delete")
        .replay(Replay::Idempotent)
        .effect(Effect::Deletes)
        .pool(&Pool::USER_IDENTITY);

    /// `POST /users/external_ids/remove`
    pub(crate) const USERS_EXTERNAL_IDS_REMOVE: Self =
        Meta::new("users.external_ids_remove", Method::POST, "/users/external_ids/remove")
            .permission("users.external_ids.remove")
            .replay(Replay::Idempotent)
            .effect(Effect::Deletes)
            .pool(&Pool::EXTERNAL_IDS_REMOVE);

    /// `POST /users/external_ids/rename`
    pub(crate) const USERS_EXTERNAL_IDS_RENAME: Self =
        Meta::new("users.external_ids_rename", Method::POST, "/users/external_ids/rename")
            .permission("users.external_ids.rename")
            .replay(Replay::Idempotent)
            .pool(&Pool::EXTERNAL_IDS_RENAME);

    /// `POST /users/identify`
    pub(crate) const USERS_IDENTIFY: Self =
        Meta::new("users.identify", Method::POST, "/users/identify")
            .permission("users.identify")
            .replay(Replay::Idempotent)
            .pool(&Pool::USER_IDENTITY);

    /// `POST /users/track`
    pub(crate) const USERS_TRACK: Self = Meta::new("users.track", Method::POST, "/users/track")
        .permission("users.track")
        .replay(Replay::Idempotent)
        .effect(Effect::Sends)
        .max_body(4_000_000)
        .pool(&Pool::USERS_TRACK);
}
