//! Every endpoint of the spec has a command, and its help is true.

use braze_core::operation::{self, Operation};
use braze_core::{Point, Series};

use super::braze;

/// The commands of all series, with the name of the column beside the time.
struct Commands(Vec<(String, &'static str)>);

impl operation::Visitor for Commands {
    fn endpoint<E: Operation>(&mut self) {}

    fn series<E: Operation + Series>(&mut self) {
        self.0.push((format!("{} get", E::DESCRIPTION.command.join(" ")), E::Point::VALUE));
    }
}

fn commands() -> Vec<(String, &'static str)> {
    let mut commands = Commands(Vec::new());
    operation::visit(&mut commands);
    assert!(!commands.0.is_empty());
    commands.0
}

#[test]
fn every_example_in_the_help_of_a_series_runs_as_it_stands() {
    for (command, column) in commands() {
        let help = braze(&format!("{command} --help")).run();
        assert_eq!(help.code(), Some(0), "{help}");
        let text = help.stdout().replace(" \\\n", "");
        let lines = text.lines().filter_map(|line| line.strip_prefix("  braze "));
        let examples: Vec<&str> = lines.filter(|line| line.contains("--sandbox")).collect();
        assert!(!examples.is_empty(), "{help}");
        for example in examples {
            let run = braze(example).arg("--format").arg("csv").run();
            assert_eq!((run.code(), run.stderr()), (Some(0), ""), "{run}");
            assert!(run.stdout().starts_with(&format!("time,{column}\n")), "{run}");
            assert!(run.stdout().lines().count() > 1, "{run}");
        }
    }
}

#[test]
fn every_series_is_found_in_manual_and_completions() {
    let script = braze("completions bash").run();
    for (command, _) in commands() {
        let page = braze(&format!("man {command}")).run();
        assert_eq!(page.code(), Some(0), "{page}");
        let page = page.stdout().replace(r"\-", "-");
        assert!(page.contains(&format!("braze {command}")), "{page}");
        assert!(command.split(' ').all(|word| script.stdout().contains(word)), "{command}");
    }
}
