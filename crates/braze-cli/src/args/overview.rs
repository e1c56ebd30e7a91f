//! [`Overview`]: the help of `braze` itself, on one screen: everyday commands first, then all nouns by subject.

use std::collections::BTreeSet;

use clap::Command;

use super::import_scope::ImportScope;
use super::{chart, export, sync, users};
use crate::ui::exit::Exit;

/// The help of `braze` itself.
pub(super) struct Overview {
    /// The commands below `braze` that belong to no operation.
    pub(super) plain: Vec<Command>,
    /// The words of all commands of operations.
    pub(super) words: Vec<Vec<&'static str>>,
}

/// The template of the help, with the rest behind it.
pub(super) const TEMPLATE: &str = "{about}\n\n{usage-heading} {usage}{after-help}";

/// The nouns by subject. One that stands nowhere here is listed at the end.
const SUBJECTS: [(&str, &[&str]); 7] = [
    ("Analytics", &["sessions", "kpi", "events", "purchases", "segments", "custom-attributes"]),
    (
        "Messages",
        &["campaigns", "canvas", "messages", "sends", "transactional", "device-messaging"],
    ),
    ("Users", &["users", "subscription", "email", "sms", "preference-center"]),
    ("Content", &["content-blocks", "templates", "translations", "media-library"]),
    ("Data", &["catalogs", "data-objects", "cdi"]),
    ("Access", &["scim", "sdk-authentication", "apps"]),
    ("Others", &[]),
];

/// The plain commands that stand on a line of their own, in this order.
const EVERYDAY: [&str; 5] = ["find", "api", "init", "doctor", "sandbox"];

/// The width of a line.
const WIDTH: usize = 80;

impl Overview {
    /// The summary, as `-h` prints it.
    pub(super) fn short(&self) -> String {
        let mut text = self.everyday();
        text.push_str(&self.subjects());
        text.push_str("\nHelp: `braze help [COMMAND]`, or `--help` behind it; `braze version`");
        text
    }

    /// The whole, as `--help` prints it.
    pub(super) fn long(&self) -> String {
        let mut text = self.short();
        text.push_str("\n\nExit codes:\n");
        for exit in Exit::ALL {
            text.push_str(&format!("  {:>3}  {}\n", exit.code(), exit.meaning()));
        }
        text
    }

    fn everyday(&self) -> String {
        let series: Vec<_> =
            [(export::WORD, export::ABOUT), (sync::WORD, sync::ABOUT), (chart::WORD, chart::ABOUT)]
                .map(|(word, about)| (format!("<series> {word}"), about.to_owned()))
                .into();
        let import = ImportScope::Users;
        let users = [(users::WORDS, users::ABOUT), (import.words(), import.about())]
            .map(|(words, about)| (words.join(" "), about.to_owned()));
        let about = |name: &str| {
            let command = self.plain.iter().find(|command| command.get_name() == name)?;
            Some((name.to_owned(), command.get_about()?.to_string()))
        };
        let plain = EVERYDAY.iter().filter_map(|name| about(name));
        let lines: Vec<_> = series.into_iter().chain(users).chain(plain).collect();
        let width = lines.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
        let mut text = "Every day:\n".to_owned();
        for (name, about) in lines {
            text.push_str(&format!("  {name:width$}  {about}\n"));
        }
        let others = self.plain.iter().map(Command::get_name);
        let others: Vec<_> = others.filter(|name| !EVERYDAY.contains(name)).collect();
        text.push_str(&listed("Also", width, others));
        text
    }

    fn subjects(&self) -> String {
        let width = SUBJECTS.iter().map(|(subject, _)| subject.len()).max().unwrap_or_default();
        let nouns: BTreeSet<&str> =
            self.words.iter().filter_map(|words| words.first().copied()).collect();
        let known = |noun: &str| SUBJECTS.iter().any(|(_, nouns)| nouns.contains(&noun));
        let mut text = "\nOperations: `braze <NOUN> --help` lists those of a noun\n".to_owned();
        for (subject, members) in SUBJECTS {
            let members: Vec<&str> = match members {
                [] => nouns.iter().copied().filter(|noun| !known(noun)).collect(),
                _ => members.iter().copied().filter(|noun| nouns.contains(noun)).collect(),
            };
            text.push_str(&listed(subject, width, members));
        }
        let series = self.words.iter().filter(|words| words.last() == Some(&export::WORD));
        let series = series.map(|words| words[..words.len() - 1].join(" "));
        let series: Vec<String> = series.filter(|noun| noun != "users").collect();
        text.push_str("\nSeries, each with export, sync, chart and get:\n");
        text.push_str(&wrapped("  ", "  ", series.iter().map(String::as_str)));
        text
    }
}

/// A heading with words behind it, or nothing without any.
fn listed(heading: &str, width: usize, words: Vec<&str>) -> String {
    if words.is_empty() {
        return String::new();
    }
    let first = format!("  {heading:width$}  ");
    wrapped(&first, &" ".repeat(first.len()), words)
}

/// Words with commas between them, on lines of at most 80 columns.
fn wrapped<'a>(first: &str, indent: &str, words: impl IntoIterator<Item = &'a str>) -> String {
    let (mut text, mut line) = (String::new(), first.to_owned());
    let mut is_empty = true;
    for word in words {
        let separator = if is_empty { "" } else { ", " };
        if line.len() + separator.len() + word.len() >= WIDTH {
            text.push_str(&format!("{},\n", line.trim_end()));
            line = format!("{indent}{word}");
        } else {
            line.push_str(&format!("{separator}{word}"));
        }
        is_empty = false;
    }
    text.push_str(&format!("{}\n", line.trim_end()));
    text
}
