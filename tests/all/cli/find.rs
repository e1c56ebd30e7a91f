//! `braze find`, and the help of `braze` itself: every command is found on a screen.

use braze_core::operation::{self, Operation, Visitor};
use braze_core::{FlatSeries, NestedSeries};

use super::{assert_transcript, braze};

#[test]
fn commands_are_found_by_words() {
    assert_transcript!("find_subscription", braze("find subscription").run());
    assert_transcript!("find_several", braze("find USERS delete").run());
    assert_transcript!("find_series", braze("find kpi/dau").run());
    assert_transcript!("find_plain", braze("find stand-in").run());
}

#[test]
fn nothing_found_suggests_a_word() {
    assert_transcript!("find_near", braze("find subscripton").run());
    assert_transcript!("find_nothing", braze("find xyzzy").run());
    assert_transcript!("find_not_together", braze("find sms canvas").run());
}

/// Descriptions are searched too, but do not bury the commands that are meant.
#[test]
fn mentions_in_descriptions_are_listed_on_request() {
    let some = braze("find users").run().stdout().to_owned();
    let all = braze("find --all users").run().stdout().to_owned();
    let count = |text: &str| text.lines().filter(|line| line.starts_with("braze ")).count();
    assert!(count(&all) > count(&some), "{all}");
    let more = count(&all) - count(&some);
    assert!(some.ends_with(&format!(
        "\n{more} more commands in descriptions only: braze find --all users\n"
    )));
}

struct Commands(Vec<(String, String)>);

impl Visitor for Commands {
    fn endpoint<E: Operation>(&mut self) {
        self.0.push((
            E::DESCRIPTION.command.join(" "),
            format!("{} {}", E::META.method, E::META.path),
        ));
    }

    fn series<E: Operation + FlatSeries>(&mut self) {
        self.endpoint::<E>();
    }

    fn nested_series<E: Operation + NestedSeries>(&mut self) {
        self.endpoint::<E>();
    }
}

#[test]
fn every_operation_is_found_by_its_path_on_80_columns() {
    let mut commands = Commands(Vec::new());
    operation::visit(&mut commands);
    // A word that all of them have.
    let all = braze("find /").run().stdout().to_owned();
    for (command, target) in &commands.0 {
        let entry = format!("braze {command}");
        assert!(all.lines().any(|line| line.starts_with(&entry)), "{entry}: {all}");
        assert!(all.lines().any(|line| line.trim() == target), "{target}: {all}");
    }
    for line in all.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

/// Everyday commands come first, and every noun has its place.
#[test]
fn the_help_fits_a_screen() {
    let mut commands = Commands(Vec::new());
    operation::visit(&mut commands);
    let nouns = commands.0.iter().filter_map(|(command, _)| command.split(' ').next());
    for (line, most) in [("-h", 32), ("--help", 40)] {
        let help = braze(line).run().stdout().to_owned();
        assert!(help.lines().count() <= most, "{} lines:\n{help}", help.lines().count());
        for line in help.lines() {
            assert!(line.chars().count() <= 80, "{line}");
        }
        let words: Vec<_> = help.split(|it: char| it.is_whitespace() || it == ',').collect();
        for noun in nouns.clone() {
            assert!(words.contains(&noun), "{noun}: {help}");
        }
        assert!(help.find("export") < help.find("Analytics"), "{help}");
    }
}
