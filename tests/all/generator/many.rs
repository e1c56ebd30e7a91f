//! Reports of many problems: people see the first hundred and their number, programs all of them.

use xtask::spec::diagnostic::Format;

use super::shop::{SHOP, problems};

#[test]
fn programs_are_told_of_every_problem() {
    let keys: String = (0..150).map(|number| format!("other{number}: 1\n")).collect();
    let report = problems(&format!("{SHOP}\n{keys}"));
    assert!(report.len() >= 150);
    assert_eq!(report.render(Format::Json).lines().count(), report.len());
    assert!(report.render(Format::Plain).contains("the first 100 are shown"));
}
