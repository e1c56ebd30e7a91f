// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Translations: the texts of messages and templates in each locale.

mod get_campaign_source;
mod get_canvas_source;
mod get_content_block_source;
mod get_email;
mod get_email_source;
mod get_webhook_source;
mod list_campaign;
mod list_canvas;
mod list_content_block;
mod list_email;
mod list_webhook;
mod update_campaign;
mod update_canvas;
mod update_content_block;
mod update_email;
mod update_webhook;

pub use get_campaign_source::GetCampaignSourceRequest;
pub use get_canvas_source::GetCanvasSourceRequest;
pub use get_content_block_source::GetContentBlockSourceRequest;
pub use get_email::GetEmailRequest;
pub use get_email_source::GetEmailSourceRequest;
pub use get_webhook_source::GetWebhookSourceRequest;
pub use list_campaign::ListCampaignRequest;
pub use list_canvas::ListCanvasRequest;
pub use list_content_block::ListContentBlockRequest;
pub use list_email::ListEmailRequest;
pub use list_webhook::ListWebhookRequest;
pub use update_campaign::{UpdateCampaignBody, UpdateCampaignRequest};
pub use update_canvas::{UpdateCanvasBody, UpdateCanvasRequest};
pub use update_content_block::{UpdateContentBlockBody, UpdateContentBlockRequest};
pub use update_email::{UpdateEmailBody, UpdateEmailRequest};
pub use update_webhook::{UpdateWebhookBody, UpdateWebhookRequest};
