//! The command `braze instances`.

use clap::Command;

pub(crate) const NAME: &str = "instances";

pub(crate) fn command() -> Command {
    Command::new(NAME).about("List the instances of Braze and their addresses").long_about(
        "List the instances of Braze and their addresses.\n\nA workspace lives on one instance, and its \
         keys are known only there. Give the name to `--instance`; an instance that is not listed is \
         reached with `--base-url`.",
    )
}
