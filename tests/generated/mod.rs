// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! The programs on the reference pages, compiled.

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/apps/push_credential_update.md"
)]
pub struct AppsPushCredentialUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/data_series.md"
)]
pub struct CampaignsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/details.md"
)]
pub struct CampaignsDetails;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/duplicate.md"
)]
pub struct CampaignsDuplicate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/list.md"
)]
pub struct CampaignsList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/trigger_schedule_create.md"
)]
pub struct CampaignsTriggerScheduleCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/trigger_schedule_delete.md"
)]
pub struct CampaignsTriggerScheduleDelete;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/trigger_schedule_update.md"
)]
pub struct CampaignsTriggerScheduleUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/trigger_send.md"
)]
pub struct CampaignsTriggerSend;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/campaigns/url_info.md"
)]
pub struct CampaignsUrlInfo;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/data_series.md"
)]
pub struct CanvasDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/data_summary.md"
)]
pub struct CanvasDataSummary;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/details.md"
)]
pub struct CanvasDetails;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/duplicate.md"
)]
pub struct CanvasDuplicate;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/canvas/list.md")]
pub struct CanvasList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/trigger_schedule_create.md"
)]
pub struct CanvasTriggerScheduleCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/trigger_schedule_delete.md"
)]
pub struct CanvasTriggerScheduleDelete;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/trigger_schedule_update.md"
)]
pub struct CanvasTriggerScheduleUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/trigger_send.md"
)]
pub struct CanvasTriggerSend;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/canvas/url_info.md"
)]
pub struct CanvasUrlInfo;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/create.md"
)]
pub struct CatalogsCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/create_fields.md"
)]
pub struct CatalogsCreateFields;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/create_item.md"
)]
pub struct CatalogsCreateItem;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/create_items.md"
)]
pub struct CatalogsCreateItems;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/create_selection.md"
)]
pub struct CatalogsCreateSelection;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/delete.md"
)]
pub struct CatalogsDelete;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/delete_field.md"
)]
pub struct CatalogsDeleteField;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/delete_item.md"
)]
pub struct CatalogsDeleteItem;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/delete_items.md"
)]
pub struct CatalogsDeleteItems;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/delete_selection.md"
)]
pub struct CatalogsDeleteSelection;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/get_item.md"
)]
pub struct CatalogsGetItem;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/list.md"
)]
pub struct CatalogsList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/list_items.md"
)]
pub struct CatalogsListItems;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/replace_item.md"
)]
pub struct CatalogsReplaceItem;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/replace_items.md"
)]
pub struct CatalogsReplaceItems;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/update_item.md"
)]
pub struct CatalogsUpdateItem;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/catalogs/update_items.md"
)]
pub struct CatalogsUpdateItems;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/cdi/get_job_sync_status.md"
)]
pub struct CdiGetJobSyncStatus;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/cdi/integrations_sync.md"
)]
pub struct CdiIntegrationsSync;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/cdi/list_integrations.md"
)]
pub struct CdiListIntegrations;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/content_blocks/create.md"
)]
pub struct ContentBlocksCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/content_blocks/info.md"
)]
pub struct ContentBlocksInfo;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/content_blocks/list.md"
)]
pub struct ContentBlocksList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/content_blocks/update.md"
)]
pub struct ContentBlocksUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/custom_attributes/list.md"
)]
pub struct CustomAttributesList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/create.md"
)]
pub struct DataObjectsCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/create_object_relationship.md"
)]
pub struct DataObjectsCreateObjectRelationship;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/create_user_relationship.md"
)]
pub struct DataObjectsCreateUserRelationship;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/delete.md"
)]
pub struct DataObjectsDelete;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/delete_object_relationship.md"
)]
pub struct DataObjectsDeleteObjectRelationship;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/delete_user_relationship.md"
)]
pub struct DataObjectsDeleteUserRelationship;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/get.md"
)]
pub struct DataObjectsGet;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/get_type.md"
)]
pub struct DataObjectsGetType;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/list.md"
)]
pub struct DataObjectsList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/list_object_relationship_types.md"
)]
pub struct DataObjectsListObjectRelationshipTypes;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/list_object_relationships.md"
)]
pub struct DataObjectsListObjectRelationships;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/list_types.md"
)]
pub struct DataObjectsListTypes;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/list_user_relationship_types.md"
)]
pub struct DataObjectsListUserRelationshipTypes;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/list_user_relationships.md"
)]
pub struct DataObjectsListUserRelationships;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/replace.md"
)]
pub struct DataObjectsReplace;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/replace_object_relationship.md"
)]
pub struct DataObjectsReplaceObjectRelationship;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/replace_user_relationship.md"
)]
pub struct DataObjectsReplaceUserRelationship;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/update.md"
)]
pub struct DataObjectsUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/update_object_relationship.md"
)]
pub struct DataObjectsUpdateObjectRelationship;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/data_objects/update_user_relationship.md"
)]
pub struct DataObjectsUpdateUserRelationship;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/device_messaging/banners_sync.md"
)]
pub struct DeviceMessagingBannersSync;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/device_messaging/banners_track.md"
)]
pub struct DeviceMessagingBannersTrack;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/email/blacklist.md"
)]
pub struct EmailBlacklist;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/email/blocklist.md"
)]
pub struct EmailBlocklist;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/email/bounce_remove.md"
)]
pub struct EmailBounceRemove;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/email/hard_bounces.md"
)]
pub struct EmailHardBounces;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/email/spam_remove.md"
)]
pub struct EmailSpamRemove;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/email/status.md"
)]
pub struct EmailStatus;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/email/unsubscribes.md"
)]
pub struct EmailUnsubscribes;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/events/data_series.md"
)]
pub struct EventsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/events/definitions.md"
)]
pub struct EventsGet;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/events/list.md")]
pub struct EventsList;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/kpi/dau.md")]
pub struct KpiDauDataSeries;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/kpi/mau.md")]
pub struct KpiMauDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/kpi/new_users.md"
)]
pub struct KpiNewUsersDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/kpi/uninstalls.md"
)]
pub struct KpiUninstallsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/media_library/create.md"
)]
pub struct MediaLibraryCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/media_library/replace_file.md"
)]
pub struct MediaLibraryReplaceFile;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/messages/live_activity_start.md"
)]
pub struct MessagesLiveActivityStart;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/messages/live_activity_update.md"
)]
pub struct MessagesLiveActivityUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/messages/schedule_create.md"
)]
pub struct MessagesScheduleCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/messages/schedule_delete.md"
)]
pub struct MessagesScheduleDelete;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/messages/schedule_update.md"
)]
pub struct MessagesScheduleUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/messages/scheduled_broadcasts.md"
)]
pub struct MessagesScheduledBroadcasts;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/messages/send.md"
)]
pub struct MessagesSend;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/preference_center/create.md"
)]
pub struct PreferenceCenterCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/preference_center/get.md"
)]
pub struct PreferenceCenterGet;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/preference_center/get_url.md"
)]
pub struct PreferenceCenterGetUrl;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/preference_center/list.md"
)]
pub struct PreferenceCenterList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/preference_center/update.md"
)]
pub struct PreferenceCenterUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/purchases/product_list.md"
)]
pub struct PurchasesProductList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/purchases/quantity_series.md"
)]
pub struct PurchasesQuantitySeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/purchases/revenue_series.md"
)]
pub struct PurchasesRevenueSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/scim/create_user.md"
)]
pub struct ScimCreateUser;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/scim/delete_user.md"
)]
pub struct ScimDeleteUser;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/scim/get_user.md"
)]
pub struct ScimGetUser;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/scim/list_users.md"
)]
pub struct ScimListUsers;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/scim/update_user.md"
)]
pub struct ScimUpdateUser;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sdk_authentication/create.md"
)]
pub struct SdkAuthenticationCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sdk_authentication/delete.md"
)]
pub struct SdkAuthenticationDelete;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sdk_authentication/list_keys.md"
)]
pub struct SdkAuthenticationListKeys;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sdk_authentication/set_primary.md"
)]
pub struct SdkAuthenticationSetPrimary;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/segments/cancel_export.md"
)]
pub struct SegmentsCancelExport;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/segments/data_series.md"
)]
pub struct SegmentsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/segments/details.md"
)]
pub struct SegmentsDetails;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/segments/list.md"
)]
pub struct SegmentsList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sends/data_series.md"
)]
pub struct SendsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sends/id_create.md"
)]
pub struct SendsIdCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sessions/data_series.md"
)]
pub struct SessionsDataSeries;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sms/invalid_phone_numbers.md"
)]
pub struct SmsInvalidPhoneNumbers;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/sms/invalid_phone_numbers_remove.md"
)]
pub struct SmsInvalidPhoneNumbersRemove;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/subscription/status_get.md"
)]
pub struct SubscriptionStatusGet;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/subscription/status_set.md"
)]
pub struct SubscriptionStatusSet;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/subscription/status_set_v2.md"
)]
pub struct SubscriptionStatusSetV2;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/subscription/user_status.md"
)]
pub struct SubscriptionUserStatus;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/templates/email_create.md"
)]
pub struct TemplatesEmailCreate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/templates/email_info.md"
)]
pub struct TemplatesEmailInfo;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/templates/email_list.md"
)]
pub struct TemplatesEmailList;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/templates/email_update.md"
)]
pub struct TemplatesEmailUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/transactional/campaigns_send.md"
)]
pub struct TransactionalCampaignsSend;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/get_campaign_source.md"
)]
pub struct TranslationsGetCampaignSource;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/get_canvas_source.md"
)]
pub struct TranslationsGetCanvasSource;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/get_content_block_source.md"
)]
pub struct TranslationsGetContentBlockSource;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/get_email.md"
)]
pub struct TranslationsGetEmail;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/get_email_source.md"
)]
pub struct TranslationsGetEmailSource;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/get_webhook_source.md"
)]
pub struct TranslationsGetWebhookSource;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/list_campaign.md"
)]
pub struct TranslationsListCampaign;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/list_canvas.md"
)]
pub struct TranslationsListCanvas;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/list_content_block.md"
)]
pub struct TranslationsListContentBlock;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/list_email.md"
)]
pub struct TranslationsListEmail;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/list_webhook.md"
)]
pub struct TranslationsListWebhook;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/update_campaign.md"
)]
pub struct TranslationsUpdateCampaign;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/update_canvas.md"
)]
pub struct TranslationsUpdateCanvas;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/update_content_block.md"
)]
pub struct TranslationsUpdateContentBlock;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/update_email.md"
)]
pub struct TranslationsUpdateEmail;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/translations/update_webhook.md"
)]
pub struct TranslationsUpdateWebhook;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/alias_new.md"
)]
pub struct UsersAliasNew;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/alias_update.md"
)]
pub struct UsersAliasUpdate;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/delete.md"
)]
pub struct UsersDelete;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/export_global_control_group.md"
)]
pub struct UsersExportGlobalControlGroup;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/export_ids.md"
)]
pub struct UsersExportIds;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/export_segment.md"
)]
pub struct UsersExportSegment;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/external_ids_remove.md"
)]
pub struct UsersExternalIdsRemove;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/external_ids_rename.md"
)]
pub struct UsersExternalIdsRename;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/identify.md"
)]
pub struct UsersIdentify;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/users/merge.md")]
pub struct UsersMerge;

#[doc = include_str!("../../crates/braze-cli/src/generated/reference/en/users/track.md")]
pub struct UsersTrack;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/track_bulk.md"
)]
pub struct UsersTrackBulk;

#[doc = include_str!(
    "../../crates/braze-cli/src/generated/reference/en/users/track_sync.md"
)]
pub struct UsersTrackSync;
