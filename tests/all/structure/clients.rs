//! The two clients: the same public methods, but for exceptions with a reason.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use regex::Regex;

/// Methods that only one client has, and why.
const EXCEPTIONS: [(&str, &str, &str); 10] = [
    ("blocking", "Builder::with_agent", "reqwest's client cannot be configured once it is built"),
    ("blocking", "Client::send_cancellable", "the future of the async client is dropped instead"),
    ("blocking", "ExportRows::cancel", "the stream of the async client is dropped instead"),
    ("blocking", "ImportOutcomes::cancel", "the stream of the async client is dropped instead"),
    ("blocking", "Pages::cancel", "the stream of the async client is dropped instead"),
    ("async", "Contents::next", "the contents of a file of the blocking client are a reader"),
    ("async", "ExportRows::next", "the rows of the blocking client are an iterator"),
    ("async", "ImportOutcomes::next", "the records of the blocking client are an iterator"),
    ("async", "Items::next", "the items of the blocking client are an iterator"),
    ("async", "Pages::next", "the pages of the blocking client are an iterator"),
];

/// The public methods of a client's types, as `Type::method`.
fn methods(client: &str) -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let block = Regex::new(r"^impl(?:<[^>]*>)? (\w+)(?:<\w+>)?(?: \{)?$").unwrap();
    let method = Regex::new(r"^    pub (?:async )?fn (\w+)").unwrap();
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(root.join(format!("crates/braze-{client}/src"))).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut name = None;
        for line in text.lines() {
            if line.starts_with("impl") {
                name = block.captures(line).map(|it| it[1].to_owned());
            }
            if let (Some(name), Some(it)) = (&name, method.captures(line)) {
                found.insert(format!("{name}::{}", &it[1]));
            }
        }
    }
    // Cancelling is what the exceptions are about.
    found.retain(|method| !method.starts_with("Cancel::"));
    found
}

#[test]
fn both_clients_have_the_same_methods() {
    let [blocking, asynchronous] = ["blocking", "async"].map(methods);
    assert!(blocking.contains("Builder::build") && blocking.contains("ExportRows::into_rows"));
    let of_one = |client, own: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<_> {
        own.difference(other).map(|method| (client, method.clone())).collect()
    };
    let mut found = of_one("blocking", &blocking, &asynchronous);
    found.extend(of_one("async", &asynchronous, &blocking));
    let expected = EXCEPTIONS.map(|(client, method, _)| (client, method.to_owned()));
    assert_eq!(found, expected);
}
