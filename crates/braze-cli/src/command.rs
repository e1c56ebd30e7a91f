//! [`Braze`]: the tree of commands, and the way from a command line to the one that was meant.

use std::ffi::OsString;

use clap::{ArgMatches, Command};

use crate::endpoint::EndpointCommand;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::io::Io;
use crate::{instances, pages, sandbox};

/// The command with everything below it.
pub(crate) struct Braze {
    endpoints: Vec<EndpointCommand>,
}

impl Braze {
    pub(crate) fn new() -> Self {
        Self { endpoints: EndpointCommand::all() }
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
        match self.command().try_get_matches_from(arguments) {
            Ok(matches) => self.dispatch(&matches, io),
            Err(error) if error.use_stderr() => {
                io.notes().usage(&error);
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

    fn dispatch(&self, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure> {
        let (words, matches) = leaf(matches);
        if let Some(endpoint) = self.endpoints.iter().find(|known| known.words() == words) {
            return endpoint.run(matches, io);
        }
        match words.as_slice() {
            [instances::NAME] => instances::run(io),
            [sandbox::NAME] => sandbox::run(matches, io),
            [pages::COMPLETIONS] => pages::completions(self.command(), matches, io),
            _ => pages::man(self.command(), matches, io),
        }
    }

    /// The whole tree. Endpoints first: they are what the command is for.
    fn command(&self) -> Command {
        let root = Command::new("braze")
            .bin_name("braze")
            .version(env!("CARGO_PKG_VERSION"))
            .about("Numbers out of the Braze REST API")
            .long_about(LONG_ABOUT)
            .after_long_help(after_help())
            .max_term_width(100)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .disable_help_subcommand(true);
        let root = grow(root, 0, &self.endpoints.iter().collect::<Vec<_>>());
        root.subcommands([
            instances::command(),
            sandbox::command(),
            pages::completions_command(),
            pages::man_command(),
        ])
    }
}

const LONG_ABOUT: &str = "\
Numbers out of the Braze REST API, for people who do not write programs.

Every endpoint of the API that the SDK knows is a command, for example `braze sessions get`. Output \
goes to standard output when it is complete; everything said to a person goes to standard error.";

fn after_help() -> String {
    let mut text = "\
Examples:
  braze sessions get --sandbox --length 14
  BRAZE_API_KEY=… braze sessions get --instance us-01 --length 14
  braze sessions get --instance us-01 --api-key-file key.txt --length 14
  braze sessions get --instance us-01 --length 14 --format csv > sessions.csv

Exit codes:
"
    .to_owned();
    for exit in Exit::ALL {
        text.push_str(&format!("  {:>3}  {}\n", exit.code(), exit.meaning()));
    }
    text
}

/// Adds the commands of endpoints whose first words lead here: those that end with the next word, and
/// nouns for the others.
fn grow(mut parent: Command, depth: usize, endpoints: &[&EndpointCommand]) -> Command {
    for (word, below) in by_word(depth, endpoints) {
        let leaf = below.iter().find(|endpoint| endpoint.words().len() == depth + 1);
        let command = match (leaf, below.as_slice()) {
            (Some(leaf), _) => leaf.command(),
            (None, [only]) => noun(word, only.noun_about().to_owned()),
            (None, _) => {
                let next = by_word(depth + 1, &below);
                let next: Vec<_> = next.iter().map(|(word, _)| *word).collect();
                noun(word, format!("Commands {}", next.join(", ")))
            }
        };
        parent = parent.subcommand(grow(command, depth + 1, &below));
    }
    parent
}

/// The endpoints by their word at this depth, in the order in which the words come.
fn by_word<'a>(
    depth: usize,
    endpoints: &[&'a EndpointCommand],
) -> Vec<(&'static str, Vec<&'a EndpointCommand>)> {
    let mut groups: Vec<(&str, Vec<&EndpointCommand>)> = Vec::new();
    for &endpoint in endpoints {
        let Some(word) = endpoint.words().get(depth).copied() else { continue };
        match groups.iter_mut().find(|(known, _)| *known == word) {
            Some((_, group)) => group.push(endpoint),
            None => groups.push((word, vec![endpoint])),
        }
    }
    groups
}

/// A command that only leads to others.
fn noun(word: &'static str, about: String) -> Command {
    Command::new(word).about(about).subcommand_required(true).arg_required_else_help(true)
}

/// The innermost command that was given, by its words, and its arguments.
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
