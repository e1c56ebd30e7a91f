//! Every example of the spec finds its things in the world.

use braze_core::operation::{self, Operation, Visitor};
use braze_core::{Credential, FlatSeries, NestedSeries};
use braze_sandbox::Sandbox;
use http::Method;
use serde_json::json;

use super::super::wire::{at_fixed_time, body, send, status};
use super::post;

struct Examples<'a>(&'a Sandbox, usize);

impl Visitor for Examples<'_> {
    fn endpoint<E: Operation>(&mut self) {
        // The sandbox begins without users of the dashboard, whom other tests make.
        if E::DESCRIPTION.has_body || E::META.credential != Credential::ApiKey {
            return;
        }
        for exchange in E::DESCRIPTION.exchanges.iter().filter(|known| known.status / 100 == 2) {
            // A request that changes the world has one of its own.
            let fresh = (E::META.method != Method::GET).then(|| at_fixed_time().start().unwrap());
            let sandbox = fresh.as_ref().unwrap_or(self.0);
            let reply = send(sandbox, E::META.method.as_str(), exchange.target).unwrap();
            assert_eq!(status(&reply), exchange.status, "{}: {reply}", exchange.target);
            self.1 += 1;
        }
    }

    fn series<E: Operation + FlatSeries>(&mut self) {}

    fn nested_series<E: Operation + NestedSeries>(&mut self) {}
}

#[test]
fn examples_of_requests_are_answered() {
    let sandbox = at_fixed_time().start().unwrap();
    let mut examples = Examples(&sandbox, 0);
    operation::visit(&mut examples);
    assert!(examples.1 >= 15, "{}", examples.1);
}

#[test]
fn the_users_of_the_examples_exist() {
    let sandbox = at_fixed_time().start().unwrap();
    let asked = json!({
        "external_ids": ["cust-77", "cust-78"],
        "user_aliases": [{ "alias_name": "ada", "alias_label": "forum" }],
        "fields_to_export": ["external_id", "braze_id", "first_name"],
    });
    let reply = post(&sandbox, "/users/export/ids", &asked);
    assert_eq!(status(&reply), 201);
    insta::assert_json_snapshot!(body(&reply));
}
