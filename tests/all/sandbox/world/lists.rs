//! Pages of lists, by number and by cursor.

use braze_blocking::Client;
use braze_core::campaigns::{self, ListRequest};
use braze_core::{SortDirection, Timestamp};
use braze_sandbox::{Sandbox, Scenario, Workspace};
use serde_json::Value;

use super::super::wire::{at_fixed_time, body, get, header, status};

fn with(workspace: Workspace) -> (Sandbox, Client) {
    let sandbox = at_fixed_time().workspace(workspace).start().unwrap();
    let client = Client::new(sandbox.base_url(), sandbox.api_key()).unwrap();
    (sandbox, client)
}

fn ids(client: &Client, request: &ListRequest) -> Vec<String> {
    let campaigns = (0..).map(|page| client.send(&request.clone().page(page)).unwrap());
    let pages = campaigns.take_while(|page| !page.campaigns.is_empty());
    pages.flat_map(|page| page.value.campaigns).map(|campaign| campaign.id.unwrap()).collect()
}

#[test]
fn a_thousand_campaigns_come_in_ten_pages() {
    let (sandbox, client) = with(Workspace::new().campaigns(1_000));
    let all = ids(&client, &ListRequest::new().include_archived(true));
    assert_eq!(all.len(), 1_000);
    assert_eq!(sandbox.request_count(), 11);
    let mut distinct = all.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 1_000);

    let newest_first =
        ListRequest::new().include_archived(true).sort_direction(SortDirection::Desc);
    let reversed = ids(&client, &newest_first);
    assert!(reversed.iter().rev().eq(&all));

    let live = ids(&client, &ListRequest::new());
    assert!((800..1_000).contains(&live.len()), "{}", live.len());
    for id in live.iter().step_by(97) {
        let details = client.send(&campaigns::DetailsRequest::new(id)).unwrap();
        assert_eq!(details.archived, Some(false));
    }
}

#[test]
fn a_script_sets_the_size_of_the_world() {
    let scenario = Scenario::from_yaml("workspace: { world: { campaigns: 3, users: 0 } }").unwrap();
    let sandbox = at_fixed_time().scenario(scenario).start().unwrap();
    let listed = body(&get(&sandbox, "/campaigns/list"));
    assert_eq!(listed["campaigns"].as_array().unwrap().len(), 3);
}

#[test]
fn names_are_distinct_and_follow_from_the_seed() {
    let names = |seed| {
        let (_sandbox, client) = with(Workspace::new().seed(seed).campaigns(400));
        let pages = (0..4).map(|page| {
            client.send(&ListRequest::new().include_archived(true).page(page)).unwrap()
        });
        let campaigns = pages.flat_map(|page| page.value.campaigns);
        campaigns.map(|campaign| campaign.name.unwrap()).collect::<Vec<_>>()
    };
    let first = names(7);
    assert_eq!(first, names(7));
    assert_ne!(first, names(8));
    let mut distinct = first.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 400);
}

#[test]
fn only_recent_edits_are_listed_on_request() {
    let (_sandbox, client) = with(Workspace::new());
    let after: Timestamp = "2024-05-01T00:00:00Z".parse().unwrap();
    let request = ListRequest::new().include_archived(true).last_edit_time_gt(after);
    let edited = client.send(&request).unwrap();
    assert!((1..60).contains(&edited.campaigns.len()), "{}", edited.campaigns.len());
    for campaign in &edited.campaigns {
        let time: Timestamp = campaign.last_edited.as_ref().unwrap().parse().unwrap();
        assert!(time.to_utc() > after.to_utc(), "{campaign:?}");
    }
}

/// Follows a list with cursors to its end. Returns the names, the number of pages and the headers.
fn follow(sandbox: &Sandbox, path: &str, items: &str) -> (Vec<String>, Vec<String>) {
    let (mut names, mut links) = (Vec::new(), Vec::new());
    let mut target = path.to_owned();
    loop {
        let reply = get(sandbox, &target);
        assert_eq!(status(&reply), 200, "{reply}");
        let body = body(&reply);
        let page = body[items].as_array().unwrap();
        names.extend(page.iter().map(|item| item["name"].as_str().unwrap().to_owned()));
        let link = header(&reply, "link").unwrap_or_default().to_owned();
        links.push(link.clone());
        let next = link.split(',').find_map(|link| link.strip_suffix(r#">; rel="next""#));
        let Some(next) = next else { return (names, links) };
        target = next.trim_start_matches('<').to_owned();
    }
}

#[test]
fn cursors_lead_to_the_end() {
    let workspace = Workspace::new().custom_events(120).custom_attributes(100);
    let (sandbox, _client) = with(workspace);
    let (events, links) = follow(&sandbox, "/events", "events");
    assert_eq!(events.len(), 120);
    assert!(events.is_sorted());
    insta::assert_snapshot!(links.join("\n"), @r#"
    </events?cursor=c2tpcDo1MA%3D%3D>; rel="next"
    </events?cursor=c2tpcDow>; rel="prev",</events?cursor=c2tpcDoxMDA%3D>; rel="next"
    </events?cursor=c2tpcDo1MA%3D%3D>; rel="prev"
    "#);
    let names = body(&get(&sandbox, "/events/list"));
    assert_eq!(names["events"], Value::from(events));

    let (attributes, links) = follow(&sandbox, "/custom_attributes", "attributes");
    assert_eq!((attributes.len(), links.len()), (100, 2));
}

#[test]
fn a_list_of_one_page_has_no_link() {
    let (sandbox, _client) = with(Workspace::new().custom_events(50));
    let reply = get(&sandbox, "/events");
    assert_eq!(header(&reply, "link"), None);
    let reply = get(&sandbox, "/events?cursor=c2tpcDo3");
    assert_eq!(status(&reply), 400);
}

#[test]
fn numbered_lists_have_their_own_sizes() {
    let workspace = Workspace::new().custom_events(300).products(60).segments(101).canvases(150);
    let (sandbox, _client) = with(workspace);
    let size =
        |target: &str, items: &str| body(&get(&sandbox, target))[items].as_array().unwrap().len();
    assert_eq!([size("/events/list", "events"), size("/events/list?page=1", "events")], [250, 50]);
    assert_eq!(size("/segments/list?page=1", "segments"), 1);
    assert_eq!(size("/segments/list?page=2", "segments"), 0);
    assert_eq!(size("/canvas/list?include_archived=true&page=1", "canvases"), 50);
    assert_eq!(size("/purchases/product_list?page=1", "products"), 10);
}

#[test]
fn a_page_beyond_every_number_is_empty() {
    let sandbox = at_fixed_time().start().unwrap();
    for page in ["9223372036854775807", "18446744073709551616", "100000000000000000000000000"] {
        let reply = get(&sandbox, &format!("/segments/list?page={page}"));
        assert_eq!(status(&reply), 200, "{reply}");
        assert_eq!(body(&reply)["segments"], serde_json::json!([]), "{page}");
    }
    for page in ["-1", "1e3", "1.5", ""] {
        assert_eq!(status(&get(&sandbox, &format!("/segments/list?page={page}"))), 400, "{page}");
    }
}
