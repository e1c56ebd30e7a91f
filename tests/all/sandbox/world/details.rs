//! Details and summaries of the listed campaigns, Canvases and segments.

use serde_json::Value;

use super::super::wire::{at_fixed_time, body, get, status};
use braze_sandbox::Sandbox;

fn listed(sandbox: &Sandbox, target: &str, items: &str) -> Vec<(String, Value)> {
    let body = body(&get(sandbox, target));
    let items = body[items].as_array().unwrap();
    items
        .iter()
        .map(|item| (item["id"].as_str().unwrap().to_owned(), item["name"].clone()))
        .collect()
}

#[test]
fn details_have_the_names_of_the_lists() {
    let sandbox = at_fixed_time().start().unwrap();
    for (list, items, details) in [
        ("/campaigns/list?include_archived=true", "campaigns", "/campaigns/details?campaign_id="),
        ("/canvas/list?include_archived=true", "canvases", "/canvas/details?canvas_id="),
        ("/segments/list", "segments", "/segments/details?segment_id="),
    ] {
        let listed = listed(&sandbox, list, items);
        assert!(listed.len() >= 12);
        for (id, name) in listed {
            assert_eq!(body(&get(&sandbox, &format!("{details}{id}")))["name"], name);
        }
    }
}

#[test]
fn unknown_identifiers_are_refused() {
    let sandbox = at_fixed_time().start().unwrap();
    let unknown = "00000000-0000-4000-8000-000000000000";
    let known = "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03";
    let targets = [
        format!("/campaigns/details?campaign_id={unknown}"),
        format!("/canvas/details?canvas_id={unknown}"),
        format!("/canvas/data_summary?canvas_id={unknown}&length=1&ending_at=2024-05-01T00:00:00Z"),
        format!("/segments/details?segment_id={unknown}"),
        format!("/campaigns/url_info/details?campaign_id={unknown}&message_variation_id={unknown}"),
        format!("/campaigns/url_info/details?campaign_id={known}&message_variation_id={unknown}"),
        format!("/canvas/url_info/details?canvas_step_id={unknown}&message_variation_id={unknown}"),
    ];
    let lines = targets.map(|target| {
        let reply = get(&sandbox, &target);
        assert_eq!(status(&reply), 400, "{target}");
        format!("{}: {}", target.split('?').next().unwrap(), body(&reply)["message"])
    });
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn a_summary_adds_up() {
    let sandbox = at_fixed_time().start().unwrap();
    let summary = |id: &str, window: &str| {
        let target = format!(
            "/canvas/data_summary?canvas_id={id}&{window}\
             &include_variant_breakdown=true&include_step_breakdown=true"
        );
        body(&get(&sandbox, &target))["data"].clone()
    };
    for (id, name) in listed(&sandbox, "/canvas/list", "canvases") {
        let whole = summary(&id, "ending_at=2024-05-11T00:00:00Z&length=10");
        assert_eq!(whole["name"], name);
        let variants = whole["variant_stats"].as_object().unwrap();
        let entries = variants.values().map(|stats| stats["entries"].as_u64().unwrap());
        assert_eq!(whole["total_stats"]["entries"], entries.sum::<u64>());

        let details = body(&get(&sandbox, &format!("/canvas/details?canvas_id={id}")));
        let steps = details["steps"].as_array().unwrap();
        let steps: Vec<&str> = steps.iter().map(|step| step["id"].as_str().unwrap()).collect();
        let summed = whole["step_stats"].as_object().unwrap();
        assert_eq!(summed.len(), steps.len());
        assert!(steps.iter().all(|step| summed.contains_key(*step)));

        let halves = [
            summary(&id, "ending_at=2024-05-06T00:00:00Z&length=5"),
            summary(&id, "ending_at=2024-05-11T00:00:00Z&starting_at=2024-05-06T00:00:00Z"),
        ];
        let halves = halves.map(|half| half["total_stats"]["entries"].as_u64().unwrap());
        assert_eq!(whole["total_stats"]["entries"], halves[0] + halves[1]);
    }
}

/// The sum of a number over the rows of a Canvas series.
fn sum(series: &Value, pointer: &str) -> u64 {
    let rows = series["data"]["stats"].as_array().unwrap();
    rows.iter().map(|row| row.pointer(pointer).unwrap().as_u64().unwrap()).sum()
}

#[test]
fn a_summary_is_the_sum_of_the_series() {
    let sandbox = at_fixed_time().start().unwrap();
    let flags = "include_variant_breakdown=true&include_step_breakdown=true";
    // The last day is incomplete.
    let window = "ending_at=2024-05-16T00:00:00Z&length=14";
    for (id, name) in listed(&sandbox, "/canvas/list", "canvases") {
        let answer = |operation: &str| {
            body(&get(&sandbox, &format!("/canvas/{operation}?canvas_id={id}&{window}&{flags}")))
        };
        let (series, summary) = (answer("data_series"), answer("data_summary"));
        assert_eq!(series["data"]["name"], name);
        let mut numbers = vec!["/total_stats/entries".to_owned()];
        for part in ["variant_stats", "step_stats"] {
            let parts = summary["data"][part].as_object().unwrap();
            numbers.extend(parts.keys().map(|id| format!("/{part}/{id}/conversions")));
        }
        for number in numbers {
            let total = summary["data"].pointer(&number).unwrap().as_u64().unwrap();
            assert_eq!(total, sum(&series, &number), "{id} {number}");
        }
    }
}

#[test]
fn a_campaign_series_has_the_variations_of_the_details() {
    let sandbox = at_fixed_time().start().unwrap();
    let mut sent = 0;
    for (id, _) in listed(&sandbox, "/campaigns/list", "campaigns") {
        let details = body(&get(&sandbox, &format!("/campaigns/details?campaign_id={id}")));
        let target = format!("/campaigns/data_series?campaign_id={id}&length=1");
        let series = body(&get(&sandbox, &target));
        let row = &series["data"][0];
        let channels = row["messages"].as_object().unwrap();
        let items = channels.values().flat_map(|items| items.as_array().unwrap());
        let mut ids: Vec<&str> =
            items.map(|item| item["variation_api_id"].as_str().unwrap()).collect();
        ids.sort_unstable();
        let messages = details["messages"].as_object().unwrap();
        assert!(messages.keys().map(String::as_str).eq(ids), "{id}");
        sent += row["unique_recipients"].as_u64().unwrap();
        if details["draft"] == true {
            assert_eq!(row["unique_recipients"], 0);
        }
    }
    assert!(sent > 0);
}

#[test]
fn a_campaign_has_the_form_of_the_documentation() {
    let sandbox = at_fixed_time().start().unwrap();
    let known = "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03";
    let target =
        format!("/campaigns/details?campaign_id={known}&include_has_translatable_content=true");
    insta::assert_json_snapshot!(body(&get(&sandbox, &target)));
}
