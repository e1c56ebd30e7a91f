//! [`Tree`]: the tree of commands, and the reading of a command line.

use std::borrow::Cow;
use std::ffi::OsString;

use clap::{ArgMatches, Command};
use clap_complete::Shell;

use super::invocation::Invocation;
use super::overview::{Overview, TEMPLATE};
use super::verb::Verb;
use super::{api, clock, doctor, find, init, instances, pages, reference, sandbox, verbosity};
use crate::find::CommandEntry;
use crate::settings::clock::WallClock;
use crate::ui::verbosity::Verbosity;

/// The command with all subcommands.
pub(crate) struct Tree {
    verbs: Vec<Verb>,
    max_probe_requests: usize,
}

/// A command line that was read.
pub(crate) struct Line<'a> {
    pub(crate) verbosity: Verbosity,
    pub(crate) clock: WallClock,
    pub(crate) invocation: Invocation<'a>,
}

/// The text of the argument parser about a command line that runs nothing.
pub(crate) struct Answer {
    /// The command line cannot be read. Otherwise it asked for this text.
    pub(crate) is_error: bool,
    pub(crate) plain: String,
    pub(crate) in_color: String,
}

impl Tree {
    /// The tree. `max_probe_requests`: the greatest number of requests of `doctor --probe`.
    pub(crate) fn new(max_probe_requests: usize) -> Self {
        Self { verbs: Verb::all(), max_probe_requests }
    }

    /// Reads a command line.
    pub(crate) fn read(&self, line: &[OsString]) -> Result<Line<'_>, Answer> {
        let line = &*in_options(line);
        let is_meant =
            |verb: &Verb| verb.words().iter().all(|word| line.iter().any(|it| it == word));
        let asks = line.len() < 2 || line.iter().any(|it| it == "-h" || it == "--help");
        let command = self.command(is_meant, asks);
        let matches = command.try_get_matches_from(line).map_err(|error| {
            let text = error.render();
            Answer {
                is_error: error.use_stderr(),
                plain: text.to_string(),
                in_color: text.ansi().to_string(),
            }
        })?;
        let (words, matches) = leaf(&matches);
        Ok(Line {
            verbosity: verbosity::read(matches),
            clock: clock::read(matches),
            invocation: self.invocation(&words, matches),
        })
    }

    /// The script that completes the command in a shell.
    pub(crate) fn completions(&self, shell: Shell) -> Vec<u8> {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut self.command(|_| true, true), "braze", &mut script);
        script
    }

    /// The page of the manual about the command of these words.
    pub(crate) fn man(&self, words: &[String]) -> Result<Vec<u8>, pages::UnknownCommand> {
        pages::man(self.command(|_| true, true), words)
    }

    fn invocation(&self, words: &[&str], matches: &ArgMatches) -> Invocation<'_> {
        if let Some(verb) = self.verbs.iter().find(|known| known.words() == words) {
            return verb.read(matches);
        }
        match words {
            [api::NAME] => Invocation::Api(api::read(matches)),
            [find::NAME] => Invocation::Find(find::read(matches)),
            [init::NAME] => Invocation::Init(init::read(matches)),
            [instances::NAME] => Invocation::Instances,
            [doctor::NAME] => Invocation::Doctor(doctor::read(matches)),
            [reference::NAME] => Invocation::Reference(reference::read(matches)),
            [sandbox::NAME] => Invocation::Sandbox(sandbox::read(matches)),
            [pages::COMPLETIONS] => Invocation::Completions(pages::shell(matches)),
            _ => Invocation::Man(pages::words(matches)),
        }
    }

    /// The commands with the texts in which `braze find` looks for words. A series is one of them.
    pub(crate) fn entries(&self) -> Vec<CommandEntry> {
        let mut entries: Vec<CommandEntry> = self.verbs.iter().filter_map(Verb::entry).collect();
        entries.extend(self.plain().iter().map(|command| CommandEntry {
            typed: format!("braze {}", command.get_name()),
            about: command.get_about().map(ToString::to_string).unwrap_or_default(),
            target: None,
            description: "",
        }));
        entries
    }

    /// The tree, endpoints first. Only the commands that the line may mean need their arguments and texts: to
    /// make those of all would take longer than most commands run.
    fn command(&self, is_whole: impl Fn(&Verb) -> bool, with_overview: bool) -> Command {
        let mut root = Command::new("braze")
            .bin_name("braze")
            .version(env!("CARGO_PKG_VERSION"))
            .about("Export and import the data of a Braze workspace, with an account of all of it")
            .help_template(TEMPLATE)
            .max_term_width(100)
            .subcommand_required(true)
            .arg_required_else_help(true)
            .disable_help_subcommand(true);
        let plain = self.plain();
        if with_overview {
            let words = self.verbs.iter().map(Verb::words).collect();
            let overview = Overview { plain: plain.clone(), words };
            root = root.after_help(overview.short()).after_long_help(overview.long());
        }
        grow(root, 0, &self.verbs.iter().collect::<Vec<_>>(), &is_whole).subcommands(plain)
    }

    /// The commands that belong to no operation.
    fn plain(&self) -> Vec<Command> {
        let quiet = [
            find::command(),
            instances::command(),
            reference::command(),
            sandbox::command(),
            pages::completions_command(),
            pages::man_command(),
        ];
        let quiet = quiet.map(|command| command.args(verbosity::arguments()));
        let doctor = doctor::command(self.max_probe_requests);
        let others = [api::command(), init::command(), doctor];
        others.into_iter().chain(quiet).collect()
    }
}

/// The words that are typed in place of the options `--help` and `--version`.
const HELP: &str = "help";
const VERSION: &str = "version";

/// A command line with `--help` at its end in place of `help` at its beginning; likewise `version`.
fn in_options(line: &[OsString]) -> Cow<'_, [OsString]> {
    let option = match line.get(1).and_then(|word| word.to_str()) {
        Some(HELP) => "--help",
        Some(VERSION) if line.len() == 2 => "--version",
        _ => return line.into(),
    };
    let words = line.iter().take(1).chain(&line[2..]).cloned();
    words.chain([option.into()]).collect()
}

/// Adds the commands below these words: those that end with the next word, and nouns for the others.
fn grow(
    mut parent: Command,
    depth: usize,
    verbs: &[&Verb],
    is_whole: &impl Fn(&Verb) -> bool,
) -> Command {
    for (word, below) in by_word(depth, verbs) {
        let leaf = below.iter().find(|verb| verb.words().len() == depth + 1);
        let command = match leaf {
            Some(leaf) if is_whole(leaf) => leaf.command(),
            Some(leaf) => leaf.outline(),
            None => noun(word, depth, &below),
        };
        parent = parent.subcommand(grow(command, depth + 1, &below, is_whole));
    }
    parent
}

/// The commands by their word at this depth, in the order of the words.
fn by_word<'a>(depth: usize, verbs: &[&'a Verb]) -> Vec<(&'static str, Vec<&'a Verb>)> {
    let mut groups: Vec<(&str, Vec<&Verb>)> = Vec::new();
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
fn noun(word: &'static str, depth: usize, below: &[&Verb]) -> Command {
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
        Tree::new(60).command(|_| true, true).debug_assert();
    }
}
