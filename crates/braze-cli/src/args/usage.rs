//! Usage, examples and other texts of help that follow from an endpoint.

use braze_core::Meta;
use clap::{Arg, ArgAction, Command};

use super::parameter::{self, in_usage};
use super::{all, connection, sending};
use crate::endpoint::{Endpoint, Pairs};
use crate::series::Series;

impl Endpoint {
    /// A description of the operation, its path and the permission that it needs.
    pub(crate) fn about(&self) -> String {
        let Meta { method, path, .. } = &self.meta;
        let mut text = parameter::in_flags(self.description.description, self.parameters());
        text.push_str(&format!("\n\nSends `{method} {path}`."));
        if let Some(permission) = self.meta.permission {
            text.push_str(&format!(" The key needs the permission `{permission}`."));
        }
        if let Some(effect) = self.effect_in_words() {
            text.push_str(&format!("\n{effect}"));
        }
        if let Some(page) = self.meta.documentation {
            text.push_str(&format!("\nDocumentation by Braze: {page}"));
        }
        text
    }
}

impl Endpoint {
    /// The effect of a request that needs a confirmation.
    pub(super) fn effect_in_words(&self) -> Option<String> {
        let consequence = sending::consequence(self.meta.effect)?;
        Some(format!(
            "This {consequence}. The command asks first; without a terminal, it requires `--yes`."
        ))
    }
}

impl Series {
    /// The dimensions as a part of a list, `app_id and segment_id (empty for all of them), `.
    pub(crate) fn dimensions_in_words(&self) -> String {
        let names: Vec<_> = self.dimensions().collect();
        let empty = if self.roles.dimensions.iter().all(|it| it.required) {
            ""
        } else {
            " (empty for all of them)"
        };
        match names.split_last() {
            None => String::new(),
            Some((last, [])) => format!("{last}{empty}, "),
            Some((last, others)) => format!("{} and {last}{empty}, ", others.join(", ")),
        }
    }

    /// The required parameters, in a line of usage.
    pub(crate) fn required_in_usage(&self) -> impl Iterator<Item = String> {
        let required = self.parameters().filter(|parameter| parameter.required);
        required.map(|parameter| {
            let one = in_usage(parameter);
            let listed = all::listed(self).find(|(listed, _)| listed.name == parameter.name);
            listed
                .map_or_else(|| one.clone(), |(_, list)| format!("<{one} | {}>", all::flag(&list)))
        })
    }

    /// The required parameters, as the first example has them.
    fn required_of_example(&self) -> Pairs {
        let mut pairs =
            (self.endpoint.examples)().into_iter().next().map_or_else(Pairs::new, |it| it.pairs);
        let required = |name: &str| self.parameters().any(|it| it.required && it.name == name);
        pairs.retain(|(name, _)| required(name));
        pairs
    }

    /// A command line for help, with the required parameters of the first example.
    pub(crate) fn example(&self, command: &str, connection: &str, rest: &str) -> String {
        let pairs = self.required_of_example();
        let line = parameter::command_line(&format!("{command} {connection}"), &pairs);
        if line.lines().last().is_some_and(|last| last.len() + rest.len() < 78) {
            format!("{line} {rest}\n")
        } else {
            format!("{line} \\\n      {rest}\n")
        }
    }
}

/// The usage of a command with a connection: required options, other options, the choice of a server.
pub(crate) fn usage(typed: &str, required: impl IntoIterator<Item = String>) -> String {
    let required: String = required.into_iter().map(|option| format!("{option} ")).collect();
    format!("{typed} {required}[OPTIONS] {}", connection::USAGE)
}

/// The help option of a command of its own, so that it comes last and not before the parameters.
pub(crate) fn with_help_last(command: Command) -> Command {
    command.disable_help_flag(true).arg(
        Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help_heading("Help")
            .help("Print this help; `-h` prints a summary"),
    )
}
