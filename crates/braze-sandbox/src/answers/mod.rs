//! Replies from the world, by operation.

mod banners;
mod campaigns;
mod canvas;
mod catalogs;
mod cdi;
mod content_blocks;
mod data_objects;
mod definitions;
mod documented;
mod edits;
mod email;
mod identifiers;
mod media;
mod messages;
mod page;
mod preference_centers;
mod query;
mod scim;
mod sdk_authentication;
mod segments;
mod sends;
mod subscriptions;
mod templates;
mod track;
mod translations;
mod users;

pub(crate) use documented::documented;
pub(crate) use query::{Query, Refusal, WorldReply};

/// The function that answers an operation.
pub(crate) type Handler = fn(&mut Query<'_>) -> Result<WorldReply, Refusal>;

/// Returns `true` for an operation that takes the nearest number for one out of range.
pub(crate) fn clamps(operation: &str) -> bool {
    operation.starts_with("data_objects.")
}

/// Returns the handler of an operation. Operations without one answer with an example.
pub(crate) fn handler(operation: &str) -> Option<Handler> {
    Some(match operation {
        "campaigns.details" => campaigns::details,
        "campaigns.list" => campaigns::list,
        "campaigns.trigger_send" | "canvas.trigger_send" | "messages.send" => sends::send,
        "campaigns.url_info" => campaigns::url_info,
        "canvas.data_summary" => canvas::data_summary,
        "canvas.details" => canvas::details,
        "canvas.list" => canvas::list,
        "canvas.url_info" => canvas::url_info,
        "catalogs.create" => catalogs::create,
        "catalogs.create_fields" => catalogs::create_fields,
        "catalogs.create_item" => catalogs::create_item,
        "catalogs.create_items" => catalogs::create_items,
        "catalogs.create_selection" => catalogs::create_selection,
        "catalogs.delete" => catalogs::delete,
        "catalogs.delete_field" => catalogs::delete_field,
        "catalogs.delete_item" => catalogs::delete_item,
        "catalogs.delete_items" => catalogs::delete_items,
        "catalogs.delete_selection" => catalogs::delete_selection,
        "catalogs.get_item" => catalogs::get_item,
        "catalogs.list" => catalogs::list,
        "catalogs.list_items" => catalogs::list_items,
        "catalogs.replace_item" => catalogs::replace_item,
        "catalogs.replace_items" => catalogs::replace_items,
        "catalogs.update_item" => catalogs::update_item,
        "catalogs.update_items" => catalogs::update_items,
        "cdi.get_job_sync_status" => cdi::jobs,
        "cdi.integrations_sync" => cdi::sync,
        "cdi.list_integrations" => cdi::list,
        "content_blocks.create" => content_blocks::create,
        "content_blocks.info" => content_blocks::info,
        "content_blocks.list" => content_blocks::list,
        "content_blocks.update" => content_blocks::update,
        "custom_attributes.list" => definitions::attributes,
        "data_objects.create" => data_objects::create,
        "data_objects.create_object_relationship" => data_objects::create_object_relationship,
        "data_objects.create_user_relationship" => data_objects::create_user_relationship,
        "data_objects.delete" => data_objects::delete,
        "data_objects.delete_object_relationship" => data_objects::delete_object_relationship,
        "data_objects.delete_user_relationship" => data_objects::delete_user_relationship,
        "data_objects.get" => data_objects::get,
        "data_objects.get_type" => data_objects::details,
        "data_objects.list" => data_objects::list,
        "data_objects.list_object_relationship_types" => data_objects::object_kinds,
        "data_objects.list_object_relationships" => data_objects::list_object_relationships,
        "data_objects.list_types" => data_objects::list_types,
        "data_objects.list_user_relationship_types" => data_objects::user_kinds,
        "data_objects.list_user_relationships" => data_objects::list_user_relationships,
        "data_objects.replace" => data_objects::replace,
        "data_objects.replace_object_relationship" => data_objects::replace_object_relationship,
        "data_objects.replace_user_relationship" => data_objects::replace_user_relationship,
        "data_objects.update" => data_objects::update,
        "data_objects.update_object_relationship" => data_objects::update_object_relationship,
        "data_objects.update_user_relationship" => data_objects::update_user_relationship,
        "device_messaging.banners_sync" => banners::sync,
        "device_messaging.banners_track" => banners::track,
        "email.blacklist" | "email.blocklist" => email::block,
        "email.bounce_remove" => email::remove_bounces,
        "email.hard_bounces" => email::hard_bounces,
        "email.spam_remove" => email::remove_spam,
        "email.status" => email::set_status,
        "email.unsubscribes" => email::unsubscribes,
        "events.get" => definitions::events,
        "events.list" => definitions::event_names,
        "preference_center.create" => preference_centers::create,
        "preference_center.get" => preference_centers::get,
        "preference_center.get_url" => preference_centers::url,
        "preference_center.list" => preference_centers::list,
        "preference_center.update" => preference_centers::update,
        "media_library.create" => media::create,
        "media_library.replace_file" => media::replace,
        "purchases.product_list" => definitions::products,
        "scim.create_user" => scim::create,
        "scim.delete_user" => scim::delete,
        "scim.list_users" => scim::find,
        "scim.get_user" => scim::get,
        "scim.update_user" => scim::update,
        "sdk_authentication.create" => sdk_authentication::create,
        "sdk_authentication.delete" => sdk_authentication::delete,
        "sdk_authentication.list_keys" => sdk_authentication::list,
        "sdk_authentication.set_primary" => sdk_authentication::set_primary,
        "segments.cancel_export" => users::cancel,
        "segments.details" => segments::details,
        "segments.list" => segments::list,
        "subscription.status_get" => subscriptions::status,
        "subscription.status_set" => subscriptions::set,
        "subscription.status_set_v2" => subscriptions::set_groups,
        "subscription.user_status" => subscriptions::users,
        "templates.email_create" => templates::create,
        "templates.email_info" => templates::info,
        "templates.email_list" => templates::list,
        "templates.email_update" => templates::update,
        "transactional.campaigns_send" => sends::transactional,
        "translations.get_campaign_source"
        | "translations.get_canvas_source"
        | "translations.get_content_block_source"
        | "translations.get_email_source"
        | "translations.get_webhook_source" => translations::source,
        "translations.get_email"
        | "translations.list_campaign"
        | "translations.list_canvas"
        | "translations.list_content_block"
        | "translations.list_email"
        | "translations.list_webhook" => translations::list,
        "translations.update_campaign"
        | "translations.update_canvas"
        | "translations.update_content_block"
        | "translations.update_email"
        | "translations.update_webhook" => translations::update,
        "users.alias_new" => identifiers::new_aliases,
        "users.alias_update" => identifiers::update_aliases,
        "users.delete" => identifiers::delete,
        "users.external_ids_remove" => identifiers::remove,
        "users.external_ids_rename" => identifiers::rename,
        "users.export_global_control_group" => users::control_group,
        "users.export_ids" => users::ids,
        "users.export_segment" => users::segment,
        "users.identify" => identifiers::identify,
        "users.track" => track::track,
        _ => return None,
    })
}
