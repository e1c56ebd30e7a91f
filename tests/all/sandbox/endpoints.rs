//! Every flat series of the spec answers here, without a line for any of them.

use braze_core::FlatSeries;
use braze_core::operation::{self, Operation, Visitor};
use braze_sandbox::Sandbox;

use super::wire::{at_fixed_time, body, get, status};

/// The sandbox's answers to the examples of the spec.
struct Answers<'a> {
    sandbox: &'a Sandbox,
    lines: Vec<String>,
}

impl Answers<'_> {
    fn ask<E: Operation>(&mut self, target: &str) {
        let reply = get(self.sandbox, target);
        assert_eq!(status(&reply), 200, "{target}: {reply}");
        let text = reply.split_once("\n\n").unwrap().1;
        let (head, ()) = http::Response::new(()).into_parts();
        let decoded = E::decode(&head, text.as_bytes()).unwrap();
        assert_eq!(E::write(&decoded), text.as_bytes(), "{target}");
        self.lines.push(format!("{target}\n{text}"));
    }
}

impl Visitor for Answers<'_> {
    fn endpoint<E: Operation>(&mut self) {}

    fn series<E: Operation + FlatSeries>(&mut self) {
        let exchanges = E::DESCRIPTION.exchanges;
        let exchange = exchanges.iter().find(|known| known.status == 200).unwrap();
        let mut request = operation::read::<E>(exchange.target, b"").unwrap().request;
        let end = "2024-05-03T00:00:00Z".parse().unwrap();
        for unit in E::UNITS {
            request.window(*unit, 2, Some(end));
            self.ask::<E>(&operation::target(&request));
        }
    }
}

#[test]
fn every_flat_series_answers_in_its_own_form() {
    let sandbox = at_fixed_time().start().unwrap();
    let mut answers = Answers { sandbox: &sandbox, lines: Vec::new() };
    operation::visit(&mut answers);
    assert!(answers.lines.len() >= 9);
    insta::assert_snapshot!(answers.lines.join("\n\n"));
}

#[test]
fn amounts_have_cents_and_add_up() {
    let sandbox = at_fixed_time().start().unwrap();
    let cents = |target: &str| -> i64 {
        let body = body(&get(&sandbox, target));
        let rows = body["data"].as_array().unwrap();
        rows.iter().map(|row| (row["revenue"].as_f64().unwrap() * 100.0).round() as i64).sum()
    };
    let end = "ending_at=2024-05-03T00:00:00Z";
    let day = cents(&format!("/purchases/revenue_series?length=1&{end}"));
    let hours = cents(&format!("/purchases/revenue_series?length=24&unit=hour&{end}"));
    assert_eq!(day, hours);
    assert_ne!(day % 100, 0);
}
