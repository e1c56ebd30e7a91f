//! The same spec in another order gives the same code.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;
use xtask::Home;
use xtask::codegen::SPEC;

use super::shop::{generate_from, spec};

/// The entries of a block map, each with the lines below it, by its indentation.
fn entries<'a>(lines: &[&'a str], indent: usize) -> Vec<Vec<&'a str>> {
    let mut entries: Vec<Vec<&str>> = Vec::new();
    for line in lines {
        let depth = line.len() - line.trim_start().len();
        if (depth == indent && !line.trim().is_empty()) || entries.is_empty() {
            entries.push(Vec::new());
        }
        entries.last_mut().unwrap().push(line);
    }
    entries
}

/// The document with the entries of some maps turned around: `paths`, and everything under
/// `components`.
fn shuffled(text: &str, seed: &mut impl FnMut(usize) -> usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut out = Vec::new();
    for section in entries(&lines, 0) {
        let nested: &[usize] = match section[0] {
            "paths:" | "x-braze-pools:" | "x-braze-sources:" => &[2],
            "components:" => &[2, 4],
            _ => &[],
        };
        out.extend(reordered(&section, nested, seed));
    }
    out.join("\n") + "\n"
}

fn reordered<'a>(
    section: &[&'a str],
    nested: &[usize],
    seed: &mut impl FnMut(usize) -> usize,
) -> Vec<&'a str> {
    let Some((indent, deeper)) = nested.split_first() else { return section.to_vec() };
    let mut parts = entries(&section[1..], *indent);
    for end in (1..parts.len()).rev() {
        parts.swap(end, seed(end + 1));
    }
    let parts = parts.iter().flat_map(|part| reordered(part, deeper, seed));
    std::iter::once(section[0]).chain(parts).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3))]

    #[test]
    fn the_order_of_paths_and_components_does_not_matter(seed in any::<u64>()) {
        static ORIGINAL: LazyLock<(Files, Files)> = LazyLock::new(|| {
            let original = spec();
            let tree = tree(&original);
            (original, tree)
        });
        let (original, one) = &*ORIGINAL;
        let mut state = seed | 1;
        let mut next = |below: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(state >> 33).unwrap() % below
        };
        let root = shuffled(&original[SPEC], &mut next);
        prop_assert_ne!(&root, &original[SPEC]);
        let mut other = original.clone();
        other.insert(SPEC.to_owned(), root);

        prop_assert_eq!(one, &tree(&other));
    }
}

/// Files with their texts.
type Files = BTreeMap<String, String>;

fn tree(files: &Files) -> Files {
    generate_from(files, SPEC, &Home::Core).unwrap().files
}
