// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The reference pages in the command.

use crate::reference::{Language, Page};

/// The languages, that of the spec first.
pub(crate) const LANGUAGES: &[Language] = &[
    Language {
        tag: "en",
        name: "English",
        pages: &[
            Page {
                command: &["apps", "push-credential-update"],
                title: "Replace the push credentials of an app",
                text: include_str!("reference/en/apps/push_credential_update.md"),
            },
            Page {
                command: &["campaigns", "get"],
                title: "Export campaign statistics by day",
                text: include_str!("reference/en/campaigns/data_series.md"),
            },
            Page {
                command: &["campaigns", "details"],
                title: "Get a campaign's details",
                text: include_str!("reference/en/campaigns/details.md"),
            },
            Page {
                command: &["campaigns", "duplicate"],
                title: "Duplicate a campaign",
                text: include_str!("reference/en/campaigns/duplicate.md"),
            },
            Page {
                command: &["campaigns", "list"],
                title: "List campaigns",
                text: include_str!("reference/en/campaigns/list.md"),
            },
            Page {
                command: &["campaigns", "trigger-schedule-create"],
                title: "Schedule an API-triggered campaign",
                text: include_str!("reference/en/campaigns/trigger_schedule_create.md"),
            },
            Page {
                command: &["campaigns", "trigger-schedule-delete"],
                title: "Delete the schedule of an API-triggered campaign",
                text: include_str!("reference/en/campaigns/trigger_schedule_delete.md"),
            },
            Page {
                command: &["campaigns", "trigger-schedule-update"],
                title: "Change the schedule of an API-triggered campaign",
                text: include_str!("reference/en/campaigns/trigger_schedule_update.md"),
            },
            Page {
                command: &["campaigns", "trigger-send"],
                title: "Send an API-triggered campaign now",
                text: include_str!("reference/en/campaigns/trigger_send.md"),
            },
            Page {
                command: &["campaigns", "url-info"],
                title: "List the links of a campaign's message",
                text: include_str!("reference/en/campaigns/url_info.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Export Canvas statistics by day",
                text: include_str!("reference/en/canvas/data_series.md"),
            },
            Page {
                command: &["canvas", "data-summary"],
                title: "Get a summary of Canvas statistics",
                text: include_str!("reference/en/canvas/data_summary.md"),
            },
            Page {
                command: &["canvas", "details"],
                title: "Get a Canvas's details",
                text: include_str!("reference/en/canvas/details.md"),
            },
            Page {
                command: &["canvas", "duplicate"],
                title: "Duplicate a Canvas",
                text: include_str!("reference/en/canvas/duplicate.md"),
            },
            Page {
                command: &["canvas", "list"],
                title: "List Canvases",
                text: include_str!("reference/en/canvas/list.md"),
            },
            Page {
                command: &["canvas", "trigger-schedule-create"],
                title: "Schedule an API-triggered Canvas",
                text: include_str!("reference/en/canvas/trigger_schedule_create.md"),
            },
            Page {
                command: &["canvas", "trigger-schedule-delete"],
                title: "Delete the schedule of an API-triggered Canvas",
                text: include_str!("reference/en/canvas/trigger_schedule_delete.md"),
            },
            Page {
                command: &["canvas", "trigger-schedule-update"],
                title: "Change the schedule of an API-triggered Canvas",
                text: include_str!("reference/en/canvas/trigger_schedule_update.md"),
            },
            Page {
                command: &["canvas", "trigger-send"],
                title: "Start an API-triggered Canvas now",
                text: include_str!("reference/en/canvas/trigger_send.md"),
            },
            Page {
                command: &["canvas", "url-info"],
                title: "List the links of a Canvas step's message",
                text: include_str!("reference/en/canvas/url_info.md"),
            },
            Page {
                command: &["catalogs", "create"],
                title: "Create a catalog",
                text: include_str!("reference/en/catalogs/create.md"),
            },
            Page {
                command: &["catalogs", "create-fields"],
                title: "Create fields",
                text: include_str!("reference/en/catalogs/create_fields.md"),
            },
            Page {
                command: &["catalogs", "create-item"],
                title: "Create an item",
                text: include_str!("reference/en/catalogs/create_item.md"),
            },
            Page {
                command: &["catalogs", "create-items"],
                title: "Create items",
                text: include_str!("reference/en/catalogs/create_items.md"),
            },
            Page {
                command: &["catalogs", "create-selection"],
                title: "Create a catalog selection",
                text: include_str!("reference/en/catalogs/create_selection.md"),
            },
            Page {
                command: &["catalogs", "delete"],
                title: "Delete a catalog",
                text: include_str!("reference/en/catalogs/delete.md"),
            },
            Page {
                command: &["catalogs", "delete-field"],
                title: "Delete a field",
                text: include_str!("reference/en/catalogs/delete_field.md"),
            },
            Page {
                command: &["catalogs", "delete-item"],
                title: "Delete an item",
                text: include_str!("reference/en/catalogs/delete_item.md"),
            },
            Page {
                command: &["catalogs", "delete-items"],
                title: "Delete items",
                text: include_str!("reference/en/catalogs/delete_items.md"),
            },
            Page {
                command: &["catalogs", "delete-selection"],
                title: "Delete a catalog selection",
                text: include_str!("reference/en/catalogs/delete_selection.md"),
            },
            Page {
                command: &["catalogs", "get-item"],
                title: "Get an item",
                text: include_str!("reference/en/catalogs/get_item.md"),
            },
            Page {
                command: &["catalogs", "list"],
                title: "List catalogs",
                text: include_str!("reference/en/catalogs/list.md"),
            },
            Page {
                command: &["catalogs", "list-items"],
                title: "List items",
                text: include_str!("reference/en/catalogs/list_items.md"),
            },
            Page {
                command: &["catalogs", "replace-item"],
                title: "Replace an item",
                text: include_str!("reference/en/catalogs/replace_item.md"),
            },
            Page {
                command: &["catalogs", "replace-items"],
                title: "Replace items",
                text: include_str!("reference/en/catalogs/replace_items.md"),
            },
            Page {
                command: &["catalogs", "update-item"],
                title: "Update an item",
                text: include_str!("reference/en/catalogs/update_item.md"),
            },
            Page {
                command: &["catalogs", "update-items"],
                title: "Update items",
                text: include_str!("reference/en/catalogs/update_items.md"),
            },
            Page {
                command: &["cdi", "get-job-sync-status"],
                title: "Get the jobs of an integration",
                text: include_str!("reference/en/cdi/get_job_sync_status.md"),
            },
            Page {
                command: &["cdi", "integrations-sync"],
                title: "Start a job of an integration",
                text: include_str!("reference/en/cdi/integrations_sync.md"),
            },
            Page {
                command: &["cdi", "list-integrations"],
                title: "List integrations",
                text: include_str!("reference/en/cdi/list_integrations.md"),
            },
            Page {
                command: &["content-blocks", "create"],
                title: "Create a Content Block",
                text: include_str!("reference/en/content_blocks/create.md"),
            },
            Page {
                command: &["content-blocks", "info"],
                title: "Content of a Content Block",
                text: include_str!("reference/en/content_blocks/info.md"),
            },
            Page {
                command: &["content-blocks", "list"],
                title: "List Content Blocks",
                text: include_str!("reference/en/content_blocks/list.md"),
            },
            Page {
                command: &["content-blocks", "update"],
                title: "Change a Content Block",
                text: include_str!("reference/en/content_blocks/update.md"),
            },
            Page {
                command: &["custom-attributes", "list"],
                title: "List custom attributes",
                text: include_str!("reference/en/custom_attributes/list.md"),
            },
            Page {
                command: &["data-objects", "create"],
                title: "Create a data object",
                text: include_str!("reference/en/data_objects/create.md"),
            },
            Page {
                command: &["data-objects", "create-object-relationship"],
                title: "Create a relationship between data objects",
                text: include_str!("reference/en/data_objects/create_object_relationship.md"),
            },
            Page {
                command: &["data-objects", "create-user-relationship"],
                title: "Create a relationship with a user",
                text: include_str!("reference/en/data_objects/create_user_relationship.md"),
            },
            Page {
                command: &["data-objects", "delete"],
                title: "Delete a data object",
                text: include_str!("reference/en/data_objects/delete.md"),
            },
            Page {
                command: &["data-objects", "delete-object-relationship"],
                title: "Delete a relationship between data objects",
                text: include_str!("reference/en/data_objects/delete_object_relationship.md"),
            },
            Page {
                command: &["data-objects", "delete-user-relationship"],
                title: "Delete a relationship with a user",
                text: include_str!("reference/en/data_objects/delete_user_relationship.md"),
            },
            Page {
                command: &["data-objects", "get"],
                title: "A data object",
                text: include_str!("reference/en/data_objects/get.md"),
            },
            Page {
                command: &["data-objects", "get-type"],
                title: "A type of data objects",
                text: include_str!("reference/en/data_objects/get_type.md"),
            },
            Page {
                command: &["data-objects", "list"],
                title: "List data objects",
                text: include_str!("reference/en/data_objects/list.md"),
            },
            Page {
                command: &["data-objects", "list-object-relationship-types"],
                title: "List kinds of relationships between objects",
                text: include_str!("reference/en/data_objects/list_object_relationship_types.md"),
            },
            Page {
                command: &["data-objects", "list-object-relationships"],
                title: "List relationships of a data object with others",
                text: include_str!("reference/en/data_objects/list_object_relationships.md"),
            },
            Page {
                command: &["data-objects", "list-types"],
                title: "List types of data objects",
                text: include_str!("reference/en/data_objects/list_types.md"),
            },
            Page {
                command: &["data-objects", "list-user-relationship-types"],
                title: "List kinds of relationships with users",
                text: include_str!("reference/en/data_objects/list_user_relationship_types.md"),
            },
            Page {
                command: &["data-objects", "list-user-relationships"],
                title: "List relationships of a data object with users",
                text: include_str!("reference/en/data_objects/list_user_relationships.md"),
            },
            Page {
                command: &["data-objects", "replace"],
                title: "Replace a data object",
                text: include_str!("reference/en/data_objects/replace.md"),
            },
            Page {
                command: &["data-objects", "replace-object-relationship"],
                title: "Replace a relationship between data objects",
                text: include_str!("reference/en/data_objects/replace_object_relationship.md"),
            },
            Page {
                command: &["data-objects", "replace-user-relationship"],
                title: "Replace a relationship with a user",
                text: include_str!("reference/en/data_objects/replace_user_relationship.md"),
            },
            Page {
                command: &["data-objects", "update"],
                title: "Update a data object",
                text: include_str!("reference/en/data_objects/update.md"),
            },
            Page {
                command: &["data-objects", "update-object-relationship"],
                title: "Update a relationship between data objects",
                text: include_str!("reference/en/data_objects/update_object_relationship.md"),
            },
            Page {
                command: &["data-objects", "update-user-relationship"],
                title: "Update a relationship with a user",
                text: include_str!("reference/en/data_objects/update_user_relationship.md"),
            },
            Page {
                command: &["device-messaging", "banners-sync"],
                title: "Banners of a user",
                text: include_str!("reference/en/device_messaging/banners_sync.md"),
            },
            Page {
                command: &["device-messaging", "banners-track"],
                title: "Report what users did with banners",
                text: include_str!("reference/en/device_messaging/banners_track.md"),
            },
            Page {
                command: &["email", "blacklist"],
                title: "Block email addresses under the older name",
                text: include_str!("reference/en/email/blacklist.md"),
            },
            Page {
                command: &["email", "blocklist"],
                title: "Block email addresses",
                text: include_str!("reference/en/email/blocklist.md"),
            },
            Page {
                command: &["email", "bounce-remove"],
                title: "Take email addresses off the bounce list",
                text: include_str!("reference/en/email/bounce_remove.md"),
            },
            Page {
                command: &["email", "hard-bounces"],
                title: "Email addresses that bounced",
                text: include_str!("reference/en/email/hard_bounces.md"),
            },
            Page {
                command: &["email", "spam-remove"],
                title: "Take email addresses off the spam list",
                text: include_str!("reference/en/email/spam_remove.md"),
            },
            Page {
                command: &["email", "status"],
                title: "Set the subscription of email addresses",
                text: include_str!("reference/en/email/status.md"),
            },
            Page {
                command: &["email", "unsubscribes"],
                title: "Email addresses that unsubscribed",
                text: include_str!("reference/en/email/unsubscribes.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Export a custom event by time",
                text: include_str!("reference/en/events/data_series.md"),
            },
            Page {
                command: &["events", "definitions"],
                title: "List custom events with their settings",
                text: include_str!("reference/en/events/definitions.md"),
            },
            Page {
                command: &["events", "list"],
                title: "List the names of custom events",
                text: include_str!("reference/en/events/list.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Export daily active users by day",
                text: include_str!("reference/en/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Export monthly active users by day",
                text: include_str!("reference/en/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Export new users by day",
                text: include_str!("reference/en/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Export uninstalls by day",
                text: include_str!("reference/en/kpi/uninstalls.md"),
            },
            Page {
                command: &["media-library", "create"],
                title: "Add a file to the media library",
                text: include_str!("reference/en/media_library/create.md"),
            },
            Page {
                command: &["media-library", "replace-file"],
                title: "Replace the file of an asset",
                text: include_str!("reference/en/media_library/replace_file.md"),
            },
            Page {
                command: &["messages", "live-activity-start"],
                title: "Start a Live Activity",
                text: include_str!("reference/en/messages/live_activity_start.md"),
            },
            Page {
                command: &["messages", "live-activity-update"],
                title: "Update or end a Live Activity",
                text: include_str!("reference/en/messages/live_activity_update.md"),
            },
            Page {
                command: &["messages", "schedule-create"],
                title: "Schedule messages",
                text: include_str!("reference/en/messages/schedule_create.md"),
            },
            Page {
                command: &["messages", "schedule-delete"],
                title: "Delete scheduled messages",
                text: include_str!("reference/en/messages/schedule_delete.md"),
            },
            Page {
                command: &["messages", "schedule-update"],
                title: "Change scheduled messages",
                text: include_str!("reference/en/messages/schedule_update.md"),
            },
            Page {
                command: &["messages", "scheduled-broadcasts"],
                title: "Broadcasts that are scheduled",
                text: include_str!("reference/en/messages/scheduled_broadcasts.md"),
            },
            Page {
                command: &["messages", "send"],
                title: "Send messages now",
                text: include_str!("reference/en/messages/send.md"),
            },
            Page {
                command: &["preference-center", "create"],
                title: "Create a preference center",
                text: include_str!("reference/en/preference_center/create.md"),
            },
            Page {
                command: &["preference-center", "get"],
                title: "Pages of a preference center",
                text: include_str!("reference/en/preference_center/get.md"),
            },
            Page {
                command: &["preference-center", "get-url"],
                title: "Address of a preference center for a user",
                text: include_str!("reference/en/preference_center/get_url.md"),
            },
            Page {
                command: &["preference-center", "list"],
                title: "List preference centers",
                text: include_str!("reference/en/preference_center/list.md"),
            },
            Page {
                command: &["preference-center", "update"],
                title: "Change a preference center",
                text: include_str!("reference/en/preference_center/update.md"),
            },
            Page {
                command: &["purchases", "product-list"],
                title: "List the products of purchases",
                text: include_str!("reference/en/purchases/product_list.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Export the number of purchases by time",
                text: include_str!("reference/en/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Export revenue by time",
                text: include_str!("reference/en/purchases/revenue_series.md"),
            },
            Page {
                command: &["scim", "create-user"],
                title: "Add a user of the dashboard",
                text: include_str!("reference/en/scim/create_user.md"),
            },
            Page {
                command: &["scim", "delete-user"],
                title: "Remove a user of the dashboard",
                text: include_str!("reference/en/scim/delete_user.md"),
            },
            Page {
                command: &["scim", "get-user"],
                title: "A user of the dashboard",
                text: include_str!("reference/en/scim/get_user.md"),
            },
            Page {
                command: &["scim", "list-users"],
                title: "Find a user of the dashboard by name",
                text: include_str!("reference/en/scim/list_users.md"),
            },
            Page {
                command: &["scim", "update-user"],
                title: "Replace a user of the dashboard",
                text: include_str!("reference/en/scim/update_user.md"),
            },
            Page {
                command: &["sdk-authentication", "create"],
                title: "Add a public key to an app",
                text: include_str!("reference/en/sdk_authentication/create.md"),
            },
            Page {
                command: &["sdk-authentication", "delete"],
                title: "Remove a public key",
                text: include_str!("reference/en/sdk_authentication/delete.md"),
            },
            Page {
                command: &["sdk-authentication", "list-keys"],
                title: "Public keys of an app",
                text: include_str!("reference/en/sdk_authentication/list_keys.md"),
            },
            Page {
                command: &["sdk-authentication", "set-primary"],
                title: "Make a public key the primary one",
                text: include_str!("reference/en/sdk_authentication/set_primary.md"),
            },
            Page {
                command: &["segments", "cancel-export"],
                title: "Cancel the exports of a segment",
                text: include_str!("reference/en/segments/cancel_export.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Export the size of a segment by day",
                text: include_str!("reference/en/segments/data_series.md"),
            },
            Page {
                command: &["segments", "details"],
                title: "Get a segment's details",
                text: include_str!("reference/en/segments/details.md"),
            },
            Page {
                command: &["segments", "list"],
                title: "List segments",
                text: include_str!("reference/en/segments/list.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Export the statistics of a send by day",
                text: include_str!("reference/en/sends/data_series.md"),
            },
            Page {
                command: &["sends", "id-create"],
                title: "Create an identifier of a send",
                text: include_str!("reference/en/sends/id_create.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "Export app sessions by time",
                text: include_str!("reference/en/sessions/data_series.md"),
            },
            Page {
                command: &["sms", "invalid-phone-numbers"],
                title: "Telephone numbers that text messages do not reach",
                text: include_str!("reference/en/sms/invalid_phone_numbers.md"),
            },
            Page {
                command: &["sms", "invalid-phone-numbers-remove"],
                title: "Take telephone numbers off the list of invalid ones",
                text: include_str!("reference/en/sms/invalid_phone_numbers_remove.md"),
            },
            Page {
                command: &["subscription", "status-get"],
                title: "States of users in a subscription group",
                text: include_str!("reference/en/subscription/status_get.md"),
            },
            Page {
                command: &["subscription", "status-set"],
                title: "Set states in a subscription group",
                text: include_str!("reference/en/subscription/status_set.md"),
            },
            Page {
                command: &["subscription", "status-set-v2"],
                title: "Set states in several subscription groups",
                text: include_str!("reference/en/subscription/status_set_v2.md"),
            },
            Page {
                command: &["subscription", "user-status"],
                title: "Subscription groups of users",
                text: include_str!("reference/en/subscription/user_status.md"),
            },
            Page {
                command: &["templates", "email-create"],
                title: "Create an email template",
                text: include_str!("reference/en/templates/email_create.md"),
            },
            Page {
                command: &["templates", "email-info"],
                title: "Content of an email template",
                text: include_str!("reference/en/templates/email_info.md"),
            },
            Page {
                command: &["templates", "email-list"],
                title: "List email templates",
                text: include_str!("reference/en/templates/email_list.md"),
            },
            Page {
                command: &["templates", "email-update"],
                title: "Change an email template",
                text: include_str!("reference/en/templates/email_update.md"),
            },
            Page {
                command: &["transactional", "campaigns-send"],
                title: "Send a transactional email",
                text: include_str!("reference/en/transactional/campaigns_send.md"),
            },
            Page {
                command: &["translations", "get-campaign-source"],
                title: "Source texts of a message of a campaign",
                text: include_str!("reference/en/translations/get_campaign_source.md"),
            },
            Page {
                command: &["translations", "get-canvas-source"],
                title: "Source texts of a message of a Canvas",
                text: include_str!("reference/en/translations/get_canvas_source.md"),
            },
            Page {
                command: &["translations", "get-content-block-source"],
                title: "Source texts of a Content Block",
                text: include_str!("reference/en/translations/get_content_block_source.md"),
            },
            Page {
                command: &["translations", "get-email"],
                title: "Translation of an email template",
                text: include_str!("reference/en/translations/get_email.md"),
            },
            Page {
                command: &["translations", "get-email-source"],
                title: "Source texts of an email template",
                text: include_str!("reference/en/translations/get_email_source.md"),
            },
            Page {
                command: &["translations", "get-webhook-source"],
                title: "Source texts of a webhook template",
                text: include_str!("reference/en/translations/get_webhook_source.md"),
            },
            Page {
                command: &["translations", "list-campaign"],
                title: "Translations of a message of a campaign",
                text: include_str!("reference/en/translations/list_campaign.md"),
            },
            Page {
                command: &["translations", "list-canvas"],
                title: "Translations of a message of a Canvas",
                text: include_str!("reference/en/translations/list_canvas.md"),
            },
            Page {
                command: &["translations", "list-content-block"],
                title: "Translations of a Content Block",
                text: include_str!("reference/en/translations/list_content_block.md"),
            },
            Page {
                command: &["translations", "list-email"],
                title: "Translations of an email template",
                text: include_str!("reference/en/translations/list_email.md"),
            },
            Page {
                command: &["translations", "list-webhook"],
                title: "Translations of a webhook template",
                text: include_str!("reference/en/translations/list_webhook.md"),
            },
            Page {
                command: &["translations", "update-campaign"],
                title: "Translate a message of a campaign",
                text: include_str!("reference/en/translations/update_campaign.md"),
            },
            Page {
                command: &["translations", "update-canvas"],
                title: "Translate a message of a Canvas",
                text: include_str!("reference/en/translations/update_canvas.md"),
            },
            Page {
                command: &["translations", "update-content-block"],
                title: "Translate a Content Block",
                text: include_str!("reference/en/translations/update_content_block.md"),
            },
            Page {
                command: &["translations", "update-email"],
                title: "Translate an email template",
                text: include_str!("reference/en/translations/update_email.md"),
            },
            Page {
                command: &["translations", "update-webhook"],
                title: "Translate a webhook template",
                text: include_str!("reference/en/translations/update_webhook.md"),
            },
            Page {
                command: &["users", "alias-new"],
                title: "Add aliases to users",
                text: include_str!("reference/en/users/alias_new.md"),
            },
            Page {
                command: &["users", "alias-update"],
                title: "Rename aliases of users",
                text: include_str!("reference/en/users/alias_update.md"),
            },
            Page {
                command: &["users", "delete"],
                title: "Delete users",
                text: include_str!("reference/en/users/delete.md"),
            },
            Page {
                command: &["users", "export-global-control-group"],
                title: "Start an export of the Global Control Group's users",
                text: include_str!("reference/en/users/export_global_control_group.md"),
            },
            Page {
                command: &["users", "export-ids"],
                title: "Export users by identifier",
                text: include_str!("reference/en/users/export_ids.md"),
            },
            Page {
                command: &["users", "export-segment"],
                title: "Start an export of a segment's users",
                text: include_str!("reference/en/users/export_segment.md"),
            },
            Page {
                command: &["users", "external-ids-remove"],
                title: "Remove deprecated external identifiers",
                text: include_str!("reference/en/users/external_ids_remove.md"),
            },
            Page {
                command: &["users", "external-ids-rename"],
                title: "Rename external identifiers",
                text: include_str!("reference/en/users/external_ids_rename.md"),
            },
            Page {
                command: &["users", "identify"],
                title: "Give external identifiers to users without one",
                text: include_str!("reference/en/users/identify.md"),
            },
            Page {
                command: &["users", "merge"],
                title: "Merge profiles",
                text: include_str!("reference/en/users/merge.md"),
            },
            Page {
                command: &["users", "track"],
                title: "Record attributes, events and purchases of users",
                text: include_str!("reference/en/users/track.md"),
            },
            Page {
                command: &["users", "track-bulk"],
                title: "Record attributes, events and purchases of many users",
                text: include_str!("reference/en/users/track_bulk.md"),
            },
            Page {
                command: &["users", "track-sync"],
                title: "Record one object and wait for the result",
                text: include_str!("reference/en/users/track_sync.md"),
            },
        ],
    },
    Language {
        tag: "de",
        name: "Deutsch",
        pages: &[
            Page {
                command: &["campaigns", "get"],
                title: "Kampagnenstatistik je Tag exportieren",
                text: include_str!("reference/de/campaigns/data_series.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Canvas-Statistik je Tag exportieren",
                text: include_str!("reference/de/canvas/data_series.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Ein benutzerdefiniertes Ereignis im Zeitverlauf exportieren",
                text: include_str!("reference/de/events/data_series.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Täglich aktive Nutzer exportieren",
                text: include_str!("reference/de/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Monatlich aktive Nutzer je Tag exportieren",
                text: include_str!("reference/de/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Neue Nutzer je Tag exportieren",
                text: include_str!("reference/de/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Deinstallationen je Tag exportieren",
                text: include_str!("reference/de/kpi/uninstalls.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Zahl der Käufe im Zeitverlauf exportieren",
                text: include_str!("reference/de/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Umsatz im Zeitverlauf exportieren",
                text: include_str!("reference/de/purchases/revenue_series.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Größe eines Segments je Tag exportieren",
                text: include_str!("reference/de/segments/data_series.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Statistik einer Sendung je Tag exportieren",
                text: include_str!("reference/de/sends/data_series.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "App-Sitzungen im Zeitverlauf exportieren",
                text: include_str!("reference/de/sessions/data_series.md"),
            },
        ],
    },
    Language {
        tag: "es",
        name: "Español",
        pages: &[
            Page {
                command: &["campaigns", "get"],
                title: "Exportar las estadísticas de una campaña por día",
                text: include_str!("reference/es/campaigns/data_series.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Exportar las estadísticas de un Canvas por día",
                text: include_str!("reference/es/canvas/data_series.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Exportar un evento personalizado a lo largo del tiempo",
                text: include_str!("reference/es/events/data_series.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Exportar los usuarios activos diarios",
                text: include_str!("reference/es/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Exportar los usuarios activos mensuales por día",
                text: include_str!("reference/es/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Exportar los usuarios nuevos por día",
                text: include_str!("reference/es/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Exportar las desinstalaciones por día",
                text: include_str!("reference/es/kpi/uninstalls.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Exportar el número de compras a lo largo del tiempo",
                text: include_str!("reference/es/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Exportar los ingresos a lo largo del tiempo",
                text: include_str!("reference/es/purchases/revenue_series.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Exportar el tamaño de un segmento por día",
                text: include_str!("reference/es/segments/data_series.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Exportar las estadísticas de un envío por día",
                text: include_str!("reference/es/sends/data_series.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "Exportar las sesiones de aplicaciones a lo largo del tiempo",
                text: include_str!("reference/es/sessions/data_series.md"),
            },
        ],
    },
    Language {
        tag: "fr",
        name: "Français",
        pages: &[
            Page {
                command: &["campaigns", "get"],
                title: "Exporter les statistiques d’une campagne par jour",
                text: include_str!("reference/fr/campaigns/data_series.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Exporter les statistiques d’un Canvas par jour",
                text: include_str!("reference/fr/canvas/data_series.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Exporter un événement personnalisé dans le temps",
                text: include_str!("reference/fr/events/data_series.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Exporter les utilisateurs actifs quotidiens",
                text: include_str!("reference/fr/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Exporter les utilisateurs actifs mensuels par jour",
                text: include_str!("reference/fr/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Exporter les nouveaux utilisateurs par jour",
                text: include_str!("reference/fr/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Exporter les désinstallations par jour",
                text: include_str!("reference/fr/kpi/uninstalls.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Exporter le nombre d’achats dans le temps",
                text: include_str!("reference/fr/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Exporter le chiffre d’affaires dans le temps",
                text: include_str!("reference/fr/purchases/revenue_series.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Exporter la taille d’un segment par jour",
                text: include_str!("reference/fr/segments/data_series.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Exporter les statistiques d’un envoi par jour",
                text: include_str!("reference/fr/sends/data_series.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "Exporter les sessions d’application dans le temps",
                text: include_str!("reference/fr/sessions/data_series.md"),
            },
        ],
    },
    Language {
        tag: "pt-BR",
        name: "Português (Brasil)",
        pages: &[
            Page {
                command: &["campaigns", "get"],
                title: "Exportar as estatísticas de uma campanha por dia",
                text: include_str!("reference/pt-BR/campaigns/data_series.md"),
            },
            Page {
                command: &["canvas", "get"],
                title: "Exportar as estatísticas de um Canvas por dia",
                text: include_str!("reference/pt-BR/canvas/data_series.md"),
            },
            Page {
                command: &["events", "get"],
                title: "Exportar um evento personalizado ao longo do tempo",
                text: include_str!("reference/pt-BR/events/data_series.md"),
            },
            Page {
                command: &["kpi", "dau", "get"],
                title: "Exportar usuários ativos diários",
                text: include_str!("reference/pt-BR/kpi/dau.md"),
            },
            Page {
                command: &["kpi", "mau", "get"],
                title: "Exportar usuários ativos mensais por dia",
                text: include_str!("reference/pt-BR/kpi/mau.md"),
            },
            Page {
                command: &["kpi", "new-users", "get"],
                title: "Exportar novos usuários por dia",
                text: include_str!("reference/pt-BR/kpi/new_users.md"),
            },
            Page {
                command: &["kpi", "uninstalls", "get"],
                title: "Exportar desinstalações por dia",
                text: include_str!("reference/pt-BR/kpi/uninstalls.md"),
            },
            Page {
                command: &["purchases", "quantity", "get"],
                title: "Exportar o número de compras ao longo do tempo",
                text: include_str!("reference/pt-BR/purchases/quantity_series.md"),
            },
            Page {
                command: &["purchases", "revenue", "get"],
                title: "Exportar a receita ao longo do tempo",
                text: include_str!("reference/pt-BR/purchases/revenue_series.md"),
            },
            Page {
                command: &["segments", "get"],
                title: "Exportar o tamanho de um segmento por dia",
                text: include_str!("reference/pt-BR/segments/data_series.md"),
            },
            Page {
                command: &["sends", "get"],
                title: "Exportar as estatísticas de um envio por dia",
                text: include_str!("reference/pt-BR/sends/data_series.md"),
            },
            Page {
                command: &["sessions", "get"],
                title: "Exportar sessões de apps ao longo do tempo",
                text: include_str!("reference/pt-BR/sessions/data_series.md"),
            },
        ],
    },
];
