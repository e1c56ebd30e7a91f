//! The help of an export, and its examples.

use braze_core::operation::{self, Operation};
use braze_core::{Dimension, Point, Series};

use super::{assert_transcript, braze};

#[test]
fn help_of_an_export() {
    assert_transcript!("help_sessions_export", braze("sessions export --help").run());
    assert_transcript!("help_sessions_export_short", braze("sessions export -h").run());
}

/// The words of all series, with the names of their numbers, and their dimensions.
struct AllSeries(Vec<(String, &'static str, &'static [Dimension])>);

impl operation::Visitor for AllSeries {
    fn endpoint<E: Operation>(&mut self) {}

    fn series<E: Operation + Series>(&mut self) {
        self.0.push((E::DESCRIPTION.command.join(" "), E::Point::VALUE, E::ROLES.dimensions));
    }
}

pub(in crate::cli) fn all_series() -> Vec<(String, &'static str)> {
    let all = all_series_with_dimensions().into_iter();
    all.map(|(words, value, _)| (words, value)).collect()
}

fn all_series_with_dimensions() -> Vec<(String, &'static str, &'static [Dimension])> {
    let mut all = AllSeries(Vec::new());
    operation::visit(&mut all);
    assert!(!all.0.is_empty());
    all.0
}

#[test]
fn every_series_has_an_export_whose_example_runs_as_it_stands() {
    for (words, value, dimensions) in all_series_with_dimensions() {
        let help = braze(&format!("{words} export --help")).run();
        let text = help.stdout().replace(" \\\n", "");
        let mut examples = text.lines().filter(|line| line.contains(" export --sandbox"));
        let example = examples.next().and_then(|line| line.strip_prefix("  braze ")).unwrap();
        let run = braze(example).run();
        assert_eq!(run.code(), Some(0), "{run}");
        let dimensions: String = dimensions.iter().map(|it| format!("{},", it.name)).collect();
        let header = format!("time,unit,{dimensions}{value},complete\n");
        assert!(run.stdout().starts_with(&header), "{run}");
        assert_eq!(run.stdout().lines().count(), 32, "{run}");
        assert!(run.stderr().starts_with("complete: 31 of 31 days\n"), "{run}");
    }
}

#[test]
fn what_the_range_decides_is_no_option() {
    for (words, _) in all_series() {
        let help = braze(&format!("{words} export --help")).run();
        for option in ["--length", "--ending-at"] {
            assert!(!help.stdout().contains(&format!("{option} <")), "{help}");
        }
        let units = braze(&format!("{words} get --help")).run().stdout().contains("--unit");
        assert_eq!(help.stdout().contains("--unit"), units, "{help}");
    }
}

#[test]
fn manual_and_completions_know_it() {
    let page = braze("man sessions export").run();
    assert!(page.stdout().contains(".TH braze-sessions-export 1"), "{page}");
    let script = braze("completions bash").run();
    for option in ["--include-open", "--resume", "--time-zone"] {
        assert!(script.stdout().contains(option), "{option}");
    }
}
