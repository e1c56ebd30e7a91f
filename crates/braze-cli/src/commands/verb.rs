//! [`Verb`]: a command of an endpoint.

use clap::{ArgMatches, Command};

use crate::endpoint::Endpoint;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// A command of an endpoint.
pub(crate) trait Verb {
    /// The endpoint of the command.
    fn endpoint(&self) -> &Endpoint;

    /// The word after those of the endpoint; `None` for the endpoint's only command.
    fn word(&self) -> Option<&'static str>;

    /// The command below its noun.
    fn command(&self) -> Command;

    /// Runs the command.
    fn run(&self, matches: &ArgMatches, io: &mut Io) -> Result<Exit, Failure>;

    /// The words of the command: a series is a noun with verbs, anything else is one command.
    fn words(&self) -> Vec<&'static str> {
        self.endpoint().description.command.iter().copied().chain(self.word()).collect()
    }

    /// The words as they are typed.
    fn typed(&self) -> String {
        format!("braze {}", self.words().join(" "))
    }
}
