//! The requests on the pages do what the pages say.

use std::collections::BTreeMap;

use braze_core::operation::{self, Operation};

use super::command::run;
use super::{blocks, pages};

/// The targets of all examples, by the path of their endpoint.
struct Targets(BTreeMap<&'static str, Vec<&'static str>>);

impl operation::Visitor for Targets {
    fn endpoint<E: Operation>(&mut self) {
        let targets = E::DESCRIPTION.exchanges.iter().map(|exchange| exchange.target);
        self.0.entry(E::META.path).or_default().extend(targets);
    }

    fn series<E: Operation + braze_core::FlatSeries>(&mut self) {
        self.endpoint::<E>();
    }
}

#[test]
fn curl_sends_the_fullest_example_byte_for_byte() {
    let mut targets = Targets(BTreeMap::new());
    operation::visit(&mut targets);
    for (page, text) in pages("en") {
        let [curl, _] = blocks(&text, "sh")[..] else { panic!("{page}") };
        if curl.contains("--data") {
            // The words of a body are those of the example, which the pages show below.
            continue;
        }
        let (url, header) = curl.split_once(" \\\n  ").unwrap();
        // Any method but `GET` stands before the header.
        let header = match header.strip_prefix("--request ") {
            Some(method) => method.split_once(" \\\n  ").unwrap().1,
            None => header,
        };
        let variable = if page.starts_with("scim/") { "SCIM_TOKEN" } else { "API_KEY" };
        let first = header.lines().next().unwrap().trim_end_matches(" \\");
        assert_eq!(
            first,
            format!("--header \"Authorization: Bearer $BRAZE_{variable}\""),
            "{page}"
        );
        let url = url.strip_prefix("curl ").unwrap().trim_matches('\'');
        let target = url.strip_prefix("https://rest.iad-01.braze.com").unwrap();
        let path = target.split('?').next().unwrap();
        let count = |target: &str| target.matches('&').count();
        let known = targets.0.iter().find(|(template, _)| operation::fits(template, path));
        let (_, known) = known.unwrap_or_else(|| panic!("{page}: {path}"));
        let fullest = known.iter().map(|target| count(target)).max();
        assert!(known.contains(&target), "{page}");
        assert_eq!(Some(count(target)), fullest, "{page}");
    }
}

#[test]
fn every_command_line_runs() {
    for (page, text) in pages("en") {
        let [_, line] = blocks(&text, "sh")[..] else { panic!("{page}") };
        let line = line.strip_prefix("braze ").unwrap();
        assert!(line.contains("--instance us-01"), "{page}: {line}");
        let (code, stdout, stderr) = run(&line.replace("--instance us-01", "--sandbox"));
        // A 204 has no body to print.
        let is_empty = page == "scim/delete_user.md";
        assert_eq!((code, stdout.is_empty()), (Some(0), is_empty), "{page}: {line}\n{stderr}");
    }
}
