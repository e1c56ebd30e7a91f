//! Data objects and their relationships keep what was written, and refuse as the service does.

use std::collections::BTreeSet;

use braze_core::data_objects::{DeleteRequest, GetRequest, ListRequest, ReplaceRequest};
use braze_core::{DataObject, DataObjectBody, Endpoint, Error};
use braze_sandbox::{Sandbox, Workspace};
use futures_util::TryStreamExt;
use serde_json::{Value, json};

use super::super::wire::{at_fixed_time, body, get, raw, send, send_with_key, status};

const ACCOUNTS: &str = "/data_objects/objects/account";

fn client(sandbox: &Sandbox) -> braze_blocking::Client {
    braze_blocking::Client::new(sandbox.base_url(), sandbox.api_key()).unwrap()
}

/// Status and body of the reply to a request with a body.
fn write(sandbox: &Sandbox, method: &str, target: &str, fields: &Value) -> (u16, Value) {
    let (key, fields) = (sandbox.api_key_text(), fields.to_string());
    let request = format!(
        "{method} {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
         Authorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n\
         {fields}",
        fields.len(),
    );
    let reply = raw(sandbox, request.as_bytes()).unwrap();
    (status(&reply), body(&reply))
}

/// Status and `id` of a failure.
fn failure((status, body): (u16, Value)) -> (u16, String) {
    (status, body["errors"][0]["id"].as_str().unwrap_or_default().to_owned())
}

fn refused(status: u16, id: &str) -> (u16, String) {
    (status, id.to_owned())
}

/// The identifiers of a list's items.
fn ids(objects: Vec<DataObject>) -> Vec<String> {
    objects.into_iter().map(|object| object.external_id).collect()
}

#[test]
fn both_clients_page_through_600_objects() {
    let workspace = Workspace::new().data_objects(600);
    let sandbox = at_fixed_time().workspace(workspace).start().unwrap();
    for (request, pages) in [
        (ListRequest::new("account"), 6),
        (ListRequest::new("account").limit(250), 3),
        (ListRequest::new("account").limit(60).offset(300), 5),
    ] {
        let before = sandbox.request_count();
        let items = client(&sandbox).pages(request.clone()).items();
        let blocking = ids(items.collect::<Result<_, _>>().unwrap());
        assert_eq!(sandbox.request_count() - before, pages);
        let count = 600 - usize::try_from(request.offset.unwrap_or_default()).unwrap();
        assert_eq!(blocking.iter().collect::<BTreeSet<_>>().len(), count);

        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let items = runtime.block_on(async {
            let client = braze_async::Client::new(sandbox.base_url(), sandbox.api_key()).unwrap();
            client.pages(request).items().try_collect::<Vec<_>>().await
        });
        assert_eq!(ids(items.unwrap()), blocking);
        assert_eq!(sandbox.request_count() - before, 2 * pages);
    }
}

/// The service takes the nearest limit and offset; the clients refuse others.
#[test]
fn a_limit_out_of_range_becomes_the_nearest() {
    let workspace = Workspace::new().data_objects(300);
    let sandbox = at_fixed_time().workspace(workspace).start().unwrap();
    let page = |query: &str| {
        let page = body(&get(&sandbox, &format!("{ACCOUNTS}?{query}")));
        let count = page["items"].as_array().unwrap().len();
        (count, page["limit"].clone(), page["offset"].clone(), page["next_offset"].clone())
    };
    assert_eq!(page("limit=1000"), (250, json!(250), json!(0), json!(250)));
    assert_eq!(page("limit=0&offset=-4"), (1, json!(1), json!(0), json!(1)));
    assert_eq!(page("limit=250&offset=250"), (50, json!(250), json!(250), Value::Null));
    assert_eq!(page("offset=100000000000000000000"), (0, json!(100), json!(i64::MAX), Value::Null));
    let problems = ListRequest::new("account").limit(251).check().unwrap_err();
    assert_eq!(problems.to_string(), "`limit` is 251, but must be from 1 to 250");
}

/// `PUT` clears the attributes that are left out, `PATCH` keeps them.
#[test]
fn put_clears_and_patch_keeps() {
    let sandbox = at_fixed_time().start().unwrap();
    let target = format!("{ACCOUNTS}/tea%20%2F%20house");
    let shown = || body(&get(&sandbox, &target))["data_object"]["attributes"].clone();
    let put =
        |attributes: Value| write(&sandbox, "PUT", &target, &json!({ "attributes": attributes })).0;
    let patch =
        |attributes: Value| write(&sandbox, "PATCH", &target, &json!({ "attributes": attributes }));
    assert_eq!(failure(patch(json!({ "plan": "pro" }))), refused(404, "data-object-not-found"));
    assert_eq!(put(json!({ "name": "Tea", "plan": "basic" })), 200);
    assert_eq!(patch(json!({ "plan": "pro" })).0, 200);
    assert_eq!(shown(), json!({ "name": "Tea", "plan": "pro" }));
    assert_eq!(put(json!({ "name": "Tea" })), 200);
    assert_eq!(shown(), json!({ "name": "Tea" }));
    let (status, body) = patch(json!({ "colour": "red" }));
    assert_eq!((status, body), (400, json!({ "error": "The attribute `colour` is not declared" })));
}

/// An identifier is one segment of the path, whatever it holds.
#[test]
fn identifiers_are_encoded() {
    let sandbox = at_fixed_time().start().unwrap();
    let client = client(&sandbox);
    let id = "tea/house? 50% + #1";
    let body = DataObjectBody::new([("name".to_owned(), json!("Tea"))].into());
    client.send(&ReplaceRequest::new("account", id, body)).unwrap();
    let found = client.send(&GetRequest::new("account", id)).unwrap();
    assert_eq!(found.data_object.external_id, id);
    assert!(client.send(&DeleteRequest::new("account", id)).unwrap().deleted);
    assert!(
        client.send(&GetRequest::new("account", id)).unwrap_err().api().unwrap().is_not_found()
    );
    for id in [".", ".."] {
        let Err(Error::Invalid(problems)) = client.send(&DeleteRequest::new("account", id)) else {
            panic!("`{id}` is no segment of a path")
        };
        assert_eq!(problems.iter().next().unwrap().field(), "external_id");
    }
}

#[test]
fn objects_are_made_once_and_deleted_once() {
    let sandbox = at_fixed_time().start().unwrap();
    let new = json!({ "external_id": "tea-garden", "attributes": { "name": "Tea Garden" } });
    assert_eq!(write(&sandbox, "POST", ACCOUNTS, &new).0, 201);
    assert_eq!(
        failure(write(&sandbox, "POST", ACCOUNTS, &new)),
        refused(409, "duplicate-data-object")
    );
    let unknown = failure(write(&sandbox, "POST", "/data_objects/objects/planet", &new));
    assert_eq!(unknown, refused(404, "data-object-type-not-found"));
    let delete = || send(&sandbox, "DELETE", &format!("{ACCOUNTS}/tea-garden")).unwrap();
    let deleted = delete();
    assert_eq!((status(&deleted), body(&deleted)), (200, json!({ "deleted": true })));
    let again = delete();
    assert_eq!(failure((status(&again), body(&again))), refused(404, "data-object-not-found"));
}

/// A relationship is the same from both of its ends.
#[test]
fn relationships_of_objects_have_two_ends() {
    let sandbox = at_fixed_time().start().unwrap();
    let of = |id: &str| format!("{ACCOUNTS}/{id}/object_relationships");
    let related = |id: &str, anchor: &str| {
        json!({
            "rel_kind": "subaccount", "related_type_name": "account", "related_external_id": id,
            "anchor": anchor,
        })
    };
    let listed = |id: &str, query: &str| body(&get(&sandbox, &format!("{}?{query}", of(id))));
    let tent = related("tea-tent", "source");
    let (created, shown) = write(&sandbox, "POST", &of("tea-house"), &tent);
    assert_eq!(
        (created, &shown["object_relationship"]["to_data_object"]["external_id"]),
        (201, &json!("tea-tent"))
    );
    let duplicate = refused(409, "duplicate-object-relationship");
    assert_eq!(failure(write(&sandbox, "POST", &of("tea-house"), &tent)), duplicate);
    let seen_from_tent = related("tea-house", "target");
    assert_eq!(failure(write(&sandbox, "POST", &of("tea-tent"), &seen_from_tent)), duplicate);
    assert_eq!(listed("tea-house", "rel_kind=subaccount")["total_count"], 2);
    assert_eq!(listed("tea-tent", "")["total_count"], 0);
    insta::assert_json_snapshot!(listed("tea-tent", "anchor=target"));

    // The other direction is another relationship.
    let mut reverse = related("tea-tent", "target");
    let missing = refused(404, "data-object-relationship-not-found");
    assert_eq!(failure(write(&sandbox, "PATCH", &of("tea-house"), &reverse)), missing);
    assert_eq!(write(&sandbox, "PUT", &of("tea-house"), &reverse).0, 200);
    reverse["attributes"] = json!({ "colour": "red" });
    assert_eq!(write(&sandbox, "PATCH", &of("tea-house"), &reverse).0, 400);

    let gone = write(&sandbox, "DELETE", &of("tea-tent"), &seen_from_tent);
    assert_eq!(gone, (200, json!({ "deleted": true })));
    assert_eq!(failure(write(&sandbox, "DELETE", &of("tea-house"), &tent)), missing);
    let nobody = failure(write(&sandbox, "POST", &of("tea-house"), &related("nobody", "source")));
    assert_eq!(nobody, refused(404, "data-object-not-found"));
}

#[test]
fn relationships_with_users_are_kept() {
    let sandbox = at_fixed_time().start().unwrap();
    let users = format!("{ACCOUNTS}/tea-kiosk/users");
    let listed = || body(&get(&sandbox, &format!("{ACCOUNTS}/tea-kiosk/user_relationships")));
    let mut owner = json!({
        "braze_id": "507f1f77bcf86cd799439002", "rel_kind": "account_user",
        "attributes": { "role": "owner" },
    });
    assert_eq!(write(&sandbox, "POST", &users, &owner).0, 201);
    let again = failure(write(&sandbox, "POST", &users, &owner));
    assert_eq!(again, refused(409, "duplicate-user-relationship"));
    assert_eq!(listed()["items"][0]["attributes"], json!({ "role": "owner" }));
    owner["attributes"] = json!({});
    assert_eq!(write(&sandbox, "PATCH", &users, &owner).0, 200);
    assert_eq!(listed()["items"][0]["attributes"], json!({ "role": "owner" }));
    assert_eq!(write(&sandbox, "PUT", &users, &owner).0, 200);
    assert_eq!(listed()["items"][0]["attributes"], json!({}));
    owner.as_object_mut().unwrap().remove("attributes");
    assert_eq!(write(&sandbox, "DELETE", &users, &owner), (200, json!({ "deleted": true })));
    let again = failure(write(&sandbox, "DELETE", &users, &owner));
    assert_eq!(again, refused(404, "data-object-relationship-not-found"));
    assert_eq!(listed()["total_count"], 0);
}

/// 400, 401 and 403 have one form, the others another.
#[test]
fn failures_have_two_envelopes() {
    let sandbox = at_fixed_time().start().unwrap();
    let target = "/data_objects/types";
    let unknown = send_with_key(&sandbox, "GET", target, "Authorization: Bearer x\r\n").unwrap();
    assert_eq!((status(&unknown), body(&unknown)), (401, json!({ "error": "Invalid API key: x" })));
    let (status_of_bad, bad) = write(&sandbox, "POST", ACCOUNTS, &json!({ "attributes": {} }));
    assert_eq!(status_of_bad, 400);
    assert!(bad["error"].as_str().unwrap().contains("external_id"), "{bad}");
    for _ in 0..50 {
        assert_eq!(status(&get(&sandbox, target)), 200);
    }
    let limited = get(&sandbox, target);
    assert_eq!(failure((status(&limited), body(&limited))), refused(429, "rate-limit-exceeded"));
    assert_eq!(
        body(&limited)["errors"][0]["message"],
        "You have exceeded your limit of 50 requests per minute."
    );
}
