// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The spec as types.

#[cfg(feature = "apps")]
pub mod apps;
#[cfg(any(
    feature = "apps",
    feature = "catalogs",
    feature = "cdi",
    feature = "email",
    feature = "messaging",
    feature = "sms",
    feature = "subscriptions",
    feature = "translations",
    feature = "users"
))]
mod apps_catalogs_cdi_email_messaging_sms_subscriptions_translations_users_components;
#[cfg(any(feature = "export", feature = "messaging", feature = "series"))]
pub mod campaigns;
#[cfg(any(feature = "export", feature = "messaging", feature = "series"))]
pub mod canvas;
#[cfg(feature = "catalogs")]
pub mod catalogs;
#[cfg(feature = "catalogs")]
mod catalogs_components;
#[cfg(any(feature = "catalogs", feature = "export"))]
mod catalogs_export_components;
#[cfg(feature = "cdi")]
pub mod cdi;
mod components;
#[cfg(feature = "templates")]
pub mod content_blocks;
#[cfg(feature = "export")]
pub mod custom_attributes;
#[cfg(feature = "data-objects")]
pub mod data_objects;
#[cfg(feature = "data-objects")]
mod data_objects_components;
#[cfg(feature = "device-messaging")]
pub mod device_messaging;
#[cfg(feature = "device-messaging")]
mod device_messaging_components;
#[cfg(feature = "email")]
pub mod email;
#[cfg(any(feature = "email", feature = "users"))]
mod email_users_components;
#[cfg(any(feature = "export", feature = "series"))]
pub mod events;
#[cfg(feature = "export")]
mod export_components;
#[cfg(any(feature = "export", feature = "messaging", feature = "users"))]
mod export_messaging_users_components;
mod imports;
mod instance;
#[cfg(feature = "series")]
pub mod kpi;
#[cfg(feature = "media-library")]
pub mod media_library;
#[cfg(feature = "media-library")]
mod media_library_components;
#[cfg(feature = "messaging")]
pub mod messages;
#[cfg(feature = "messaging")]
mod messaging_components;
#[cfg(any(feature = "messaging", feature = "users"))]
mod messaging_users_components;
#[cfg(feature = "operation")]
pub(crate) mod operations;
mod pools;
#[cfg(feature = "preference-center")]
pub mod preference_center;
#[cfg(feature = "preference-center")]
mod preference_center_components;
#[cfg(any(feature = "export", feature = "series"))]
pub mod purchases;
#[cfg(feature = "scim")]
pub mod scim;
#[cfg(feature = "scim")]
mod scim_components;
#[cfg(feature = "sdk-authentication")]
pub mod sdk_authentication;
#[cfg(feature = "sdk-authentication")]
mod sdk_authentication_components;
#[cfg(any(feature = "export", feature = "series"))]
pub mod segments;
#[cfg(any(feature = "messaging", feature = "series"))]
pub mod sends;
#[cfg(feature = "series")]
pub mod sessions;
#[cfg(feature = "sms")]
pub mod sms;
#[cfg(feature = "subscriptions")]
pub mod subscription;
#[cfg(any(feature = "subscriptions", feature = "users"))]
mod subscriptions_users_components;
#[cfg(feature = "templates")]
pub mod templates;
#[cfg(feature = "templates")]
mod templates_components;
#[cfg(feature = "messaging")]
pub mod transactional;
#[cfg(feature = "translations")]
pub mod translations;
#[cfg(feature = "translations")]
mod translations_components;
#[cfg(any(feature = "export", feature = "users"))]
pub mod users;
#[cfg(feature = "users")]
mod users_components;

#[cfg(any(
    feature = "apps",
    feature = "catalogs",
    feature = "cdi",
    feature = "email",
    feature = "messaging",
    feature = "sms",
    feature = "subscriptions",
    feature = "translations",
    feature = "users"
))]
pub use apps_catalogs_cdi_email_messaging_sms_subscriptions_translations_users_components::*;
#[cfg(feature = "catalogs")]
pub use catalogs_components::*;
#[cfg(any(feature = "catalogs", feature = "export"))]
pub use catalogs_export_components::*;
pub use components::*;
#[cfg(feature = "data-objects")]
pub use data_objects_components::*;
#[cfg(feature = "device-messaging")]
pub use device_messaging_components::*;
#[cfg(any(feature = "email", feature = "users"))]
pub use email_users_components::*;
#[cfg(feature = "export")]
pub use export_components::*;
#[cfg(any(feature = "export", feature = "messaging", feature = "users"))]
pub use export_messaging_users_components::*;
pub use instance::Instance;
#[cfg(feature = "media-library")]
pub use media_library_components::*;
#[cfg(feature = "messaging")]
pub use messaging_components::*;
#[cfg(any(feature = "messaging", feature = "users"))]
pub use messaging_users_components::*;
#[cfg(feature = "preference-center")]
pub use preference_center_components::*;
#[cfg(feature = "scim")]
pub use scim_components::*;
#[cfg(feature = "sdk-authentication")]
pub use sdk_authentication_components::*;
#[cfg(any(feature = "subscriptions", feature = "users"))]
pub use subscriptions_users_components::*;
#[cfg(feature = "templates")]
pub use templates_components::*;
#[cfg(feature = "translations")]
pub use translations_components::*;
#[cfg(feature = "users")]
pub use users_components::*;
