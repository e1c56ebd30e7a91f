//! [`Braze`]: the tree of commands, and the dispatch of a command line.

mod chart;
mod doctor;
mod export;
mod get;
mod instances;
mod pages;
mod reference;
mod registry;
mod sandbox;
mod sync;
pub(crate) mod verb;

use std::ffi::OsString;

use clap::{ArgMatches, Command};

use crate::args::{self, clock, verbosity};
use crate::settings::key;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use verb::Verb;

/// The command with all subcommands.
pub(crate) struct Braze {
    verbs: Vec<Box<dyn Verb>>,
}

impl Braze {
    pub(crate) fn new() -> Self {
        Self { verbs: registry::verbs() }
    }

    /// Runs a command line.
    pub(crate) fn run<A>(
        &self,
        arguments: impl IntoIterator<Item = A>,
        io: &mut Io,
    ) -> Result<Exit, Failure>
    where
        A: Into<OsString> + Clone,
    {
        let line: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
        match self.command().try_get_matches_from(&line) {
            Ok(matches) => {
                let outcome = self.dispatch(&line, &matches, io);
                if outcome.is_err() {
                    key::keep_all(&line, io);
                }
                outcome
            }
            Err(error) if error.use_stderr() => {
                key::keep_all(&line, io);
                let text = error.render();
                io.notes().usage(&text.to_string(), text.ansi().to_string());
                Ok(Exit::Usage)
            }
            Err(help) => {
                let text = help.render();
                let text =
                    if io.stdout_in_color() { text.ansi().to_string() } else { text.to_string() };
                io.print(text.as_bytes())?;
                Ok(Exit::Complete)
            }
        }
    }

    fn dispatch(
        &self,
        line: &[OsString],
        matches: &ArgMatches,
        io: &mut Io,
    ) -> Result<Exit, Failure> {
        let (words, matches) = leaf(matches);
        io.notes().set_verbosity(verbosity::read(matches));
        io.set_clock(clock::read(matches));
        if let Some(verb) = self.verbs.iter().find(|known| known.words() == words) {
            return verb.run(matches, io);
        }
        match words.as_slice() {
            [args::instances::NAME] => instances::run(io),
            [args::doctor::NAME] => doctor::run(line, &args::doctor::read(matches), io),
            [args::reference::NAME] => reference::run(&args::reference::read(matches), io),
            [args::sandbox::NAME] => sandbox::run(&args::sandbox::read(matches), io),
            [args::pages::COMPLETIONS] => {
                pages::completions(self.command(), args::pages::shell(matches), io)
            }
            _ => pages::man(self.command(), &args::pages::words(matches), io),
        }
    }

    /// The whole tree, endpoints first.
    fn command(&self) -> Command {
        let root = Command::new("braze")
            .bin_name("braze")
            .version(env!("CARGO_PKG_VERSION"))
            .about("Export analytics from the Braze REST API")
            .long_about(LONG_ABOUT)
            .after_long_help(after_help())
            .max_term_width(100)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .disable_help_subcommand(true);
        let root = grow(root, 0, &self.verbs.iter().map(AsRef::as_ref).collect::<Vec<_>>());
        let plain = [
            args::instances::command(),
            args::reference::command(),
            args::sandbox::command(),
            args::pages::completions_command(),
            args::pages::man_command(),
        ];
        let plain = plain.map(|command| command.args(verbosity::arguments()));
        root.subcommand(args::doctor::command(doctor::probe::MAX_REQUESTS)).subcommands(plain)
    }
}

const LONG_ABOUT: &str = "\
Export analytics from the Braze REST API, without writing a program.

Every endpoint that the SDK knows is a command: `braze sessions export` writes any range of app sessions \
to a file and verifies that nothing is missing, `braze sessions chart` draws it, `braze sessions get` \
makes one request. \
Results go to standard output, messages to standard error.";

fn after_help() -> String {
    let mut text = "\
Examples:
  braze sessions export --sandbox --from 2024-01-01 --to 2024-02-01
  braze sessions export --instance us-01 --from 2024-Q1 --to 2024-Q2 -o sessions.csv
  braze sessions sync --instance us-01 --db braze.db --from 2024-01-01
  braze sessions chart --sandbox --from 2024-01-01 --to 2024-02-01
  braze sessions get --sandbox --length 14
  BRAZE_API_KEY=… braze sessions get --instance us-01 --length 14
  braze sessions get --instance us-01 --api-key-file key.txt --length 14 --format csv
  braze doctor --profile production --probe

Exit codes:
"
    .to_owned();
    for exit in Exit::ALL {
        text.push_str(&format!("  {:>3}  {}\n", exit.code(), exit.meaning()));
    }
    text
}

/// Adds the commands below these words: those that end with the next word, and nouns for the others.
fn grow(mut parent: Command, depth: usize, verbs: &[&dyn Verb]) -> Command {
    for (word, below) in by_word(depth, verbs) {
        let leaf = below.iter().find(|verb| verb.words().len() == depth + 1);
        let command = leaf.map_or_else(|| noun(word, depth, &below), |leaf| leaf.command());
        parent = parent.subcommand(grow(command, depth + 1, &below));
    }
    parent
}

/// The commands by their word at this depth, in the order of the words.
fn by_word<'a>(depth: usize, verbs: &[&'a dyn Verb]) -> Vec<(&'static str, Vec<&'a dyn Verb>)> {
    let mut groups: Vec<(&str, Vec<&dyn Verb>)> = Vec::new();
    for &verb in verbs {
        let Some(word) = verb.words().get(depth).copied() else { continue };
        match groups.iter_mut().find(|(known, _)| *known == word) {
            Some((_, group)) => group.push(verb),
            None => groups.push((word, vec![verb])),
        }
    }
    groups
}

/// A command that only has subcommands: the verbs of one endpoint, or several endpoints.
fn noun(word: &'static str, depth: usize, below: &[&dyn Verb]) -> Command {
    let is_endpoint =
        below.iter().all(|verb| verb.endpoint().description.command.len() == depth + 1);
    let about = match below.first().filter(|_| is_endpoint) {
        Some(verb) => verb.endpoint().noun_about().to_owned(),
        None => {
            let next = by_word(depth + 1, below);
            let next: Vec<_> = next.iter().map(|(word, _)| *word).collect();
            format!("Commands {}", next.join(", "))
        }
    };
    Command::new(word).about(about).subcommand_required(true).arg_required_else_help(true)
}

/// The innermost command by its words, and its arguments.
fn leaf(matches: &ArgMatches) -> (Vec<&str>, &ArgMatches) {
    let (mut words, mut innermost) = (Vec::new(), matches);
    while let Some((word, below)) = innermost.subcommand() {
        words.push(word);
        innermost = below;
    }
    (words, innermost)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_of_commands_is_sound() {
        Braze::new().command().debug_assert();
    }
}
