//! Every reply of the world has only fields that the spec describes.

use braze_core::operation::{self, Operation, Visitor};
use braze_core::{FlatSeries, NestedSeries};
use braze_sandbox::{Sandbox, Workspace};
use serde_json::{Value, json};

use super::super::wire::{at_fixed_time, body, get};
use super::post;

/// Checks the replies of each operation.
struct Replies<'a> {
    sandbox: &'a Sandbox,
    operations: Vec<&'static str>,
}

impl Replies<'_> {
    /// Requests that together show every kind of campaign, Canvas, segment and user.
    fn replies(&self, operation: &str) -> Vec<String> {
        let get = |target: String| get(self.sandbox, &target);
        let ids = |target: &str, items: &str| -> Vec<String> {
            let body = body(&get(target.to_owned()));
            let items = body[items].as_array().unwrap();
            items.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
        };
        let campaigns = || ids("/campaigns/list?include_archived=true", "campaigns");
        let canvases = || ids("/canvas/list?include_archived=true", "canvases");
        let segment = "2c5d3e0b-5f2f-4f0a-8b1e-7f6f2a0c9d34";
        let flags = "include_has_translatable_content=true&post_launch_draft_version=true";
        match operation {
            "campaigns.list" => vec![get("/campaigns/list".to_owned())],
            "campaigns.details" => {
                let targets = campaigns().into_iter();
                targets
                    .map(|id| get(format!("/campaigns/details?campaign_id={id}&{flags}")))
                    .collect()
            }
            "campaigns.url_info" => vec![get(
                "/campaigns/url_info/details?campaign_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03\
                 &message_variation_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0a"
                    .to_owned(),
            )],
            "canvas.list" => vec![get("/canvas/list".to_owned())],
            "canvas.details" => {
                let targets = canvases().into_iter();
                targets.map(|id| get(format!("/canvas/details?canvas_id={id}&{flags}"))).collect()
            }
            "canvas.data_summary" => {
                let flags = "include_variant_breakdown=true&include_step_breakdown=true\
                             &include_deleted_step_data=true";
                let window = "length=14&ending_at=2024-05-11T00:00:00Z";
                let target = |id| format!("/canvas/data_summary?canvas_id={id}&{window}&{flags}");
                canvases().into_iter().map(|id| get(target(id))).collect()
            }
            "canvas.url_info" => vec![get(
                "/canvas/url_info/details?canvas_step_id=7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9301\
                 &message_variation_id=7f1c2d3e-5f2f-4f0a-8b1e-7f6f2a0c9401"
                    .to_owned(),
            )],
            "catalogs.list" => vec![get("/catalogs".to_owned())],
            "catalogs.list_items" => vec![get("/catalogs/teas/items".to_owned())],
            "catalogs.get_item" => vec![get("/catalogs/teas/items/oolong".to_owned())],
            "cdi.list_integrations" => vec![get("/cdi/integrations".to_owned())],
            "cdi.get_job_sync_status" => {
                let id = "0b5b8f0e-5d0c-4d53-9a55-1f6f8a3c2d10";
                vec![get(format!("/cdi/integrations/{id}/job_sync_status"))]
            }
            "custom_attributes.list" => vec![get("/custom_attributes".to_owned())],
            "events.get" => vec![get("/events".to_owned())],
            "events.list" => vec![get("/events/list".to_owned())],
            "purchases.product_list" => vec![get("/purchases/product_list".to_owned())],
            "segments.list" => vec![get("/segments/list".to_owned())],
            "segments.details" => vec![get(format!("/segments/details?segment_id={segment}"))],
            "segments.cancel_export" => {
                vec![post(
                    self.sandbox,
                    "/export/segment/cancel",
                    &json!({ "segment_id": segment }),
                )]
            }
            "users.export_ids" => {
                let users: Vec<String> = (2..50).map(|index| format!("user-{index:07}")).collect();
                let body = json!({ "external_ids": users });
                vec![post(self.sandbox, "/users/export/ids", &body)]
            }
            "users.export_segment" => {
                let body = json!({ "segment_id": segment, "fields_to_export": ["email"] });
                vec![post(self.sandbox, "/users/export/segment", &body)]
            }
            "users.export_global_control_group" => {
                let body = json!({ "fields_to_export": ["email"] });
                vec![post(self.sandbox, "/users/export/global_control_group", &body)]
            }
            "users.track" => {
                let good = json!({ "external_id": "t-1", "tier": "gold" });
                let bad = json!({ "external_id": "t-2", "email": "nowhere" });
                let body = json!({ "attributes": [good, bad] });
                vec![post(self.sandbox, "/users/track", &body)]
            }
            "email.unsubscribes" | "email.hard_bounces" => {
                let body = json!({ "email": ["kit@example.com"] });
                post(self.sandbox, "/email/blocklist", &body);
                let list = operation.trim_start_matches("email.");
                vec![get(format!("/email/{list}?end_date=2024-05-16&email=kit@example.com"))]
            }
            "subscription.status_get" => {
                let group = "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01";
                vec![get(format!(
                    "/subscription/status/get?subscription_group_id={group}&external_id[]=cust-77"
                ))]
            }
            "subscription.user_status" => {
                let body = json!({
                    "subscription_group_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01",
                    "subscription_state": "subscribed",
                    "external_id": ["cust-77"],
                });
                post(self.sandbox, "/subscription/status/set", &body);
                vec![get("/subscription/user/status?external_id[]=cust-77".to_owned())]
            }
            "content_blocks.list" => vec![get("/content_blocks/list".to_owned())],
            "content_blocks.info" => {
                let ids = [
                    "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e901",
                    "8a6c0c5e-4a1d-4c3e-9b57-2f60d1c8e902",
                ];
                let flag = "include_inclusion_data=true";
                ids.map(|id| get(format!("/content_blocks/info?content_block_id={id}&{flag}")))
                    .into()
            }
            "templates.email_list" => vec![get("/templates/email/list".to_owned())],
            "templates.email_info" => vec![get(
                "/templates/email/info?email_template_id=232b6d29-7e41-4f06-8c1b-55a0e9d3f70a"
                    .to_owned(),
            )],
            "preference_center.list" => vec![get("/preference_center/v1/list".to_owned())],
            "preference_center.get" => {
                vec![get("/preference_center/v1/5b0c2d1e-6a0f-4222-8333-7c44d5e66601".to_owned())]
            }
            "translations.list_email" => vec![get(
                "/templates/email/translations?template_id=232b6d29-7e41-4f06-8c1b-55a0e9d3f70a"
                    .to_owned(),
            )],
            "campaigns.trigger_send" => {
                let body = json!({ "campaign_id": "may-news", "broadcast": true });
                vec![post(self.sandbox, "/campaigns/trigger/send", &body)]
            }
            // The sandbox answers what writes with the examples of the spec, which have tests of their own.
            _ => Vec::new(),
        }
    }
}

impl Visitor for Replies<'_> {
    fn endpoint<E: Operation>(&mut self) {
        for reply in self.replies(E::META.name) {
            let text = reply.split_once("\n\n").unwrap().1;
            let (head, ()) = http::Response::new(()).into_parts();
            let decoded = E::decode(&head, text.as_bytes()).unwrap();
            let json: Value = serde_json::from_str(text).unwrap();
            let message = json.get("message");
            assert!(message.is_none_or(|message| message == "success"), "{reply}");
            // Objects keep fields that the spec does not describe in `extra`.
            let debug = format!("{decoded:?}");
            let extras = debug.split("extra: {").skip(1);
            let undescribed: Vec<&str> = extras.filter(|rest| !rest.starts_with('}')).collect();
            assert!(undescribed.is_empty(), "{}: {undescribed:?}", E::META.name);
            assert_eq!(plain(json), plain(serde_json::from_slice(&E::write(&decoded)).unwrap()));
        }
        self.operations.push(E::META.name);
    }

    fn series<E: Operation + FlatSeries>(&mut self) {}

    fn nested_series<E: Operation + NestedSeries>(&mut self) {}
}

/// Removes what a typed reply does not tell apart: nulls and empty lists and objects.
fn plain(json: Value) -> Value {
    let is_empty = |value: &Value| {
        value.is_null()
            || value.as_array().is_some_and(Vec::is_empty)
            || value.as_object().is_some_and(serde_json::Map::is_empty)
    };
    match json {
        Value::Array(items) => items.into_iter().map(plain).collect(),
        Value::Object(fields) => {
            let fields = fields.into_iter().map(|(name, value)| (name, plain(value)));
            Value::Object(fields.filter(|(_, value)| !is_empty(value)).collect())
        }
        other => other,
    }
}

#[test]
fn replies_have_only_described_fields() {
    let workspace = Workspace::new().canvases(60);
    let sandbox = at_fixed_time().workspace(workspace).start().unwrap();
    let mut replies = Replies { sandbox: &sandbox, operations: Vec::new() };
    operation::visit(&mut replies);
    assert!(replies.operations.len() >= 17, "{:?}", replies.operations);
}
