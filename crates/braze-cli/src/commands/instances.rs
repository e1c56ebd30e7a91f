//! `braze instances`: the instances of the service and their addresses.

use braze_core::{BaseUrl, Instance};
use clap::Command;

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

pub(crate) const NAME: &str = "instances";

pub(crate) fn command() -> Command {
    Command::new(NAME).about("List the instances of Braze and their addresses").long_about(
        "List the instances of Braze and their addresses.\n\nA workspace lives on one instance, and its \
         keys are known only there. Give the name to `--instance`; an instance that is not listed is \
         reached with `--base-url`.",
    )
}

pub(crate) fn run(io: &mut Io) -> Result<Exit, Failure> {
    let line = |instance: &Instance| {
        format!("{}  {}\n", instance.name().to_ascii_lowercase(), BaseUrl::from(*instance))
    };
    let lines: String = Instance::ALL.iter().map(line).collect();
    io.print(lines.as_bytes())?;
    Ok(Exit::Complete)
}
