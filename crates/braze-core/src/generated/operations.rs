// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! All operations.

use crate::operation::Visitor;

/// Shows every endpoint of the spec to the visitor, in the order of their names.
pub fn visit(visitor: &mut impl Visitor) {
    #[cfg(feature = "apps")]
    visitor.endpoint::<crate::apps::PushCredentialUpdateRequest>();

    #[cfg(feature = "series")]
    visitor.nested_series::<crate::campaigns::DataSeriesRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::campaigns::DetailsRequest>();
    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::campaigns::DuplicateRequest>();

    #[cfg(feature = "export")]
    visitor.paged::<crate::campaigns::ListRequest>();
    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::campaigns::TriggerScheduleCreateRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::campaigns::TriggerScheduleDeleteRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::campaigns::TriggerScheduleUpdateRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::campaigns::TriggerSendRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::campaigns::UrlInfoRequest>();
    #[cfg(feature = "series")]
    visitor.nested_series::<crate::canvas::DataSeriesRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::canvas::DataSummaryRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::canvas::DetailsRequest>();
    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::canvas::DuplicateRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::canvas::ListRequest>();
    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::canvas::TriggerScheduleCreateRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::canvas::TriggerScheduleDeleteRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::canvas::TriggerScheduleUpdateRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::canvas::TriggerSendRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::canvas::UrlInfoRequest>();
    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::CreateRequest>();
    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::CreateFieldsRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::CreateItemRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::CreateItemsRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::CreateSelectionRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::DeleteRequest>();
    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::DeleteFieldRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::DeleteItemRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::DeleteItemsRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::DeleteSelectionRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::GetItemRequest>();
    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::ListRequest>();
    #[cfg(feature = "catalogs")]
    visitor.paged::<crate::catalogs::ListItemsRequest>();
    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::ReplaceItemRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::ReplaceItemsRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::UpdateItemRequest>();

    #[cfg(feature = "catalogs")]
    visitor.endpoint::<crate::catalogs::UpdateItemsRequest>();

    #[cfg(feature = "cdi")]
    visitor.paged::<crate::cdi::GetJobSyncStatusRequest>();
    #[cfg(feature = "cdi")]
    visitor.endpoint::<crate::cdi::IntegrationsSyncRequest>();
    #[cfg(feature = "cdi")]
    visitor.paged::<crate::cdi::ListIntegrationsRequest>();
    #[cfg(feature = "templates")]
    visitor.endpoint::<crate::content_blocks::CreateRequest>();

    #[cfg(feature = "templates")]
    visitor.endpoint::<crate::content_blocks::InfoRequest>();

    #[cfg(feature = "templates")]
    visitor.paged::<crate::content_blocks::ListRequest>();
    #[cfg(feature = "templates")]
    visitor.endpoint::<crate::content_blocks::UpdateRequest>();

    #[cfg(feature = "export")]
    visitor.paged::<crate::custom_attributes::ListRequest>();
    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::CreateRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::CreateObjectRelationshipRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::CreateUserRelationshipRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::DeleteRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::DeleteObjectRelationshipRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::DeleteUserRelationshipRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::GetRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::GetTypeRequest>();

    #[cfg(feature = "data-objects")]
    visitor.paged::<crate::data_objects::ListRequest>();
    #[cfg(feature = "data-objects")]
    visitor.paged::<crate::data_objects::ListObjectRelationshipTypesRequest>();

    #[cfg(feature = "data-objects")]
    visitor.paged::<crate::data_objects::ListObjectRelationshipsRequest>();

    #[cfg(feature = "data-objects")]
    visitor.paged::<crate::data_objects::ListTypesRequest>();

    #[cfg(feature = "data-objects")]
    visitor.paged::<crate::data_objects::ListUserRelationshipTypesRequest>();

    #[cfg(feature = "data-objects")]
    visitor.paged::<crate::data_objects::ListUserRelationshipsRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::ReplaceRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::ReplaceObjectRelationshipRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::ReplaceUserRelationshipRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::UpdateRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::UpdateObjectRelationshipRequest>();

    #[cfg(feature = "data-objects")]
    visitor.endpoint::<crate::data_objects::UpdateUserRelationshipRequest>();

    #[cfg(feature = "device-messaging")]
    visitor.endpoint::<crate::device_messaging::BannersSyncRequest>();

    #[cfg(feature = "device-messaging")]
    visitor.endpoint::<crate::device_messaging::BannersTrackRequest>();

    #[cfg(feature = "email")]
    visitor.endpoint::<crate::email::BlacklistRequest>();
    #[cfg(feature = "email")]
    visitor.endpoint::<crate::email::BlocklistRequest>();
    #[cfg(feature = "email")]
    visitor.endpoint::<crate::email::BounceRemoveRequest>();
    #[cfg(feature = "email")]
    visitor.paged::<crate::email::HardBouncesRequest>();
    #[cfg(feature = "email")]
    visitor.endpoint::<crate::email::SpamRemoveRequest>();
    #[cfg(feature = "email")]
    visitor.endpoint::<crate::email::StatusRequest>();
    #[cfg(feature = "email")]
    visitor.paged::<crate::email::UnsubscribesRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::events::DataSeriesRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::events::DefinitionsRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::events::ListRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::DauRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::MauRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::NewUsersRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::kpi::UninstallsRequest>();
    #[cfg(feature = "media-library")]
    visitor.endpoint::<crate::media_library::CreateRequest>();

    #[cfg(feature = "media-library")]
    visitor.endpoint::<crate::media_library::ReplaceFileRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::messages::LiveActivityStartRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::messages::LiveActivityUpdateRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::messages::ScheduleCreateRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::messages::ScheduleDeleteRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::messages::ScheduleUpdateRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::messages::ScheduledBroadcastsRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::messages::SendRequest>();
    #[cfg(feature = "preference-center")]
    visitor.endpoint::<crate::preference_center::CreateRequest>();

    #[cfg(feature = "preference-center")]
    visitor.endpoint::<crate::preference_center::GetRequest>();

    #[cfg(feature = "preference-center")]
    visitor.endpoint::<crate::preference_center::GetUrlRequest>();

    #[cfg(feature = "preference-center")]
    visitor.endpoint::<crate::preference_center::ListRequest>();

    #[cfg(feature = "preference-center")]
    visitor.endpoint::<crate::preference_center::UpdateRequest>();

    #[cfg(feature = "export")]
    visitor.paged::<crate::purchases::ProductListRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::purchases::QuantitySeriesRequest>();

    #[cfg(feature = "series")]
    visitor.series::<crate::purchases::RevenueSeriesRequest>();

    #[cfg(feature = "scim")]
    visitor.endpoint::<crate::scim::CreateUserRequest>();
    #[cfg(feature = "scim")]
    visitor.endpoint::<crate::scim::DeleteUserRequest>();
    #[cfg(feature = "scim")]
    visitor.endpoint::<crate::scim::GetUserRequest>();
    #[cfg(feature = "scim")]
    visitor.endpoint::<crate::scim::ListUsersRequest>();
    #[cfg(feature = "scim")]
    visitor.endpoint::<crate::scim::UpdateUserRequest>();
    #[cfg(feature = "sdk-authentication")]
    visitor.endpoint::<crate::sdk_authentication::CreateRequest>();

    #[cfg(feature = "sdk-authentication")]
    visitor.endpoint::<crate::sdk_authentication::DeleteRequest>();

    #[cfg(feature = "sdk-authentication")]
    visitor.endpoint::<crate::sdk_authentication::ListKeysRequest>();

    #[cfg(feature = "sdk-authentication")]
    visitor.endpoint::<crate::sdk_authentication::SetPrimaryRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::segments::CancelExportRequest>();

    #[cfg(feature = "series")]
    visitor.series::<crate::segments::DataSeriesRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::segments::DetailsRequest>();
    #[cfg(feature = "export")]
    visitor.paged::<crate::segments::ListRequest>();
    #[cfg(feature = "series")]
    visitor.nested_series::<crate::sends::DataSeriesRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::sends::IdCreateRequest>();
    #[cfg(feature = "series")]
    visitor.series::<crate::sessions::DataSeriesRequest>();
    #[cfg(feature = "sms")]
    visitor.paged::<crate::sms::InvalidPhoneNumbersRequest>();
    #[cfg(feature = "sms")]
    visitor.endpoint::<crate::sms::InvalidPhoneNumbersRemoveRequest>();

    #[cfg(feature = "subscriptions")]
    visitor.endpoint::<crate::subscription::StatusGetRequest>();

    #[cfg(feature = "subscriptions")]
    visitor.endpoint::<crate::subscription::StatusSetRequest>();

    #[cfg(feature = "subscriptions")]
    visitor.endpoint::<crate::subscription::StatusSetV2Request>();

    #[cfg(feature = "subscriptions")]
    visitor.paged::<crate::subscription::UserStatusRequest>();

    #[cfg(feature = "templates")]
    visitor.endpoint::<crate::templates::EmailCreateRequest>();

    #[cfg(feature = "templates")]
    visitor.endpoint::<crate::templates::EmailInfoRequest>();

    #[cfg(feature = "templates")]
    visitor.paged::<crate::templates::EmailListRequest>();
    #[cfg(feature = "templates")]
    visitor.endpoint::<crate::templates::EmailUpdateRequest>();

    #[cfg(feature = "messaging")]
    visitor.endpoint::<crate::transactional::CampaignsSendRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::GetCampaignSourceRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::GetCanvasSourceRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::GetContentBlockSourceRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::GetEmailRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::GetEmailSourceRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::GetWebhookSourceRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::ListCampaignRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::ListCanvasRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::ListContentBlockRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::ListEmailRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::ListWebhookRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::UpdateCampaignRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::UpdateCanvasRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::UpdateContentBlockRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::UpdateEmailRequest>();

    #[cfg(feature = "translations")]
    visitor.endpoint::<crate::translations::UpdateWebhookRequest>();

    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::AliasNewRequest>();
    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::AliasUpdateRequest>();
    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::DeleteRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::users::ExportGlobalControlGroupRequest>();

    #[cfg(feature = "export")]
    visitor.endpoint::<crate::users::ExportIdsRequest>();
    #[cfg(feature = "export")]
    visitor.endpoint::<crate::users::ExportSegmentRequest>();
    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::ExternalIdsRemoveRequest>();

    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::ExternalIdsRenameRequest>();

    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::IdentifyRequest>();
    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::MergeRequest>();
    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::TrackRequest>();
    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::TrackBulkRequest>();
    #[cfg(feature = "users")]
    visitor.endpoint::<crate::users::TrackSyncRequest>();
}
