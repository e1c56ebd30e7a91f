//! What all endpoints of a made-up spec share, as far as any of them does: the generator refuses pieces that nothing
//! refers to.

use std::collections::BTreeSet;

use crate::spec::yaml::{self, Kind, Node};

/// The root document without its tags and paths.
const HEAD: &str = include_str!("openapi.yaml");

/// Where shared pieces stand, as references write it.
const PLACE: &str = "#/components/";

/// The shared pieces that a text refers to, `schemas/Unit`.
pub(super) fn referred(text: &str) -> impl Iterator<Item = String> {
    text.split(PLACE).skip(1).map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '/');
        rest[..end.unwrap_or(rest.len())].to_owned()
    })
}

/// The root document without its tags and paths, with the shared pieces that are `used` and those that they use.
pub(super) fn head(mut used: BTreeSet<String>) -> String {
    let Some(mut head) = yaml::parse_quietly(HEAD) else { return HEAD.to_owned() };
    loop {
        let mut more = used.clone();
        each(&mut head, |path, node| {
            if used.contains(path) {
                more.extend(referred(&yaml::flow(node)));
            }
            true
        });
        if more == used {
            break;
        }
        used = more;
    }
    each(&mut head, |path, _| path.starts_with("securitySchemes/") || used.contains(path));
    yaml::write(&head)
}

/// Calls `keep` with the path of each shared piece and the piece, and takes out those that it does not keep.
fn each(head: &mut Node, mut keep: impl FnMut(&str, &Node) -> bool) {
    let Kind::Map(head) = &mut head.kind else { return };
    for (_, components) in head.iter_mut().filter(|(key, _)| key.text == "components") {
        let Kind::Map(sections) = &mut components.kind else { continue };
        sections.retain_mut(|(section, pieces)| {
            let Kind::Map(pieces) = &mut pieces.kind else { return true };
            pieces.retain(|(name, piece)| keep(&format!("{}/{}", section.text, name.text), piece));
            !pieces.is_empty()
        });
    }
}
