//! Parameters of an endpoint as arguments of a command line, and back.

use braze_core::operation::{Kind, Parameter};
use clap::builder::{PossibleValue, StringValueParser, TypedValueParser};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

use crate::endpoint::Pairs;
use crate::ui::escape::shell_word;

/// The option for a parameter: `ending_at` is `--ending-at`, `time[gt]` is `--time-gt`, `userID` is `--user-id`.
pub(crate) fn flag(name: &str) -> String {
    format!("--{}", long(name))
}

/// The long name of the option for a parameter.
pub(super) fn long(name: &str) -> String {
    let mut long = String::with_capacity(name.len());
    let mut is_lower_before = false;
    for letter in name.chars() {
        let is_word = letter.is_ascii_uppercase() && is_lower_before;
        is_lower_before = letter.is_ascii_lowercase();
        match letter {
            '_' | '.' | '[' => long.push('-'),
            ']' => {}
            _ if is_word => long.extend(['-', letter.to_ascii_lowercase()]),
            _ => long.push(letter.to_ascii_lowercase()),
        }
    }
    long.truncate(long.trim_end_matches('-').len());
    long
}

/// A parameter as an argument. The core checks its value later, together with all others.
pub(crate) fn argument(parameter: &Parameter, all: &[Parameter]) -> Arg {
    let argument = Arg::new(parameter.name)
        .long(long(parameter.name))
        .value_name(value_name(parameter))
        .help(help(parameter, all))
        .help_heading("Parameters")
        .required(parameter.required)
        .allow_negative_numbers(true)
        .hide_possible_values(true)
        .value_parser(CheckedLater { words: words(&parameter.kind) });
    match parameter.kind {
        Kind::File => argument.value_hint(ValueHint::FilePath),
        Kind::List(_) => argument.action(ArgAction::Append).value_delimiter(','),
        Kind::Boolean => argument.num_args(0..=1).default_missing_value("true"),
        _ => argument,
    }
}

/// The placeholder of the value in help and usage.
pub(super) fn value_name(parameter: &Parameter) -> String {
    let kind = match parameter.kind {
        Kind::List(item) => item,
        ref kind => kind,
    };
    match kind {
        Kind::Integer { .. } => "N".to_owned(),
        Kind::Number => "NUMBER".to_owned(),
        Kind::Identifier => "ID".to_owned(),
        Kind::DateTime | Kind::LocalDateTime => "TIME".to_owned(),
        Kind::Date => "DATE".to_owned(),
        Kind::File => "FILE".to_owned(),
        _ => long(parameter.name).replace('-', "_").to_ascii_uppercase(),
    }
}

/// A required option in a line of usage.
pub(super) fn in_usage(parameter: &Parameter) -> String {
    format!("{} <{}>", flag(parameter.name), value_name(parameter))
}

/// The parameters on the command line.
pub(crate) fn pairs<'a>(
    parameters: impl IntoIterator<Item = &'a Parameter>,
    matches: &ArgMatches,
) -> Pairs {
    let values = |parameter: &Parameter| {
        let values = matches.get_many::<String>(parameter.name).into_iter().flatten();
        let name = parameter.name.to_owned();
        values.map(|value| (name.clone(), value.clone())).collect::<Pairs>()
    };
    parameters.into_iter().flat_map(values).collect()
}

/// A command line as a person writes it into a shell, broken where it would be too long for a screen.
pub(crate) fn command_line(command: &str, pairs: &[(String, String)]) -> String {
    const WIDTH: usize = 76;
    let mut text = String::new();
    let mut line = format!("  {command}");
    for (name, value) in pairs {
        let option = format!(" {} {}", flag(name), shell_word(value));
        if line.chars().count() + option.chars().count() > WIDTH {
            text.push_str(&format!("{line} \\\n"));
            line = "     ".to_owned();
        }
        line.push_str(&option);
    }
    text.push_str(&line);
    text
}

/// A text that calls parameters by their names on the wire, with the options instead.
pub(crate) fn in_flags(text: &str, all: &[Parameter]) -> String {
    all.iter().fold(text.to_owned(), |text, parameter| {
        text.replace(&format!("`{}`", parameter.name), &format!("`{}`", flag(parameter.name)))
    })
}

fn help(parameter: &Parameter, all: &[Parameter]) -> String {
    let mut help = in_flags(parameter.description, all);
    let words = words(&parameter.kind);
    if let Kind::Integer { min: Some(min), max: Some(max) } = parameter.kind {
        help.push_str(&format!(" [{min} to {max}]"));
    } else if !words.is_empty() {
        help.push_str(&format!(" [{}]", words.join(", ")));
    }
    if matches!(parameter.kind, Kind::List(_)) {
        help.push_str(" For several, put commas between them or repeat the option.");
    }
    if let Some(default) = parameter.default {
        help.push_str(&format!(" [default: {default}]"));
    }
    help
}

fn words(kind: &Kind) -> &'static [&'static str] {
    match *kind {
        Kind::OneOf(words) => words,
        Kind::Boolean => &["true", "false"],
        Kind::List(item) => words(item),
        _ => &[],
    }
}

/// Takes any text. The allowed words are shown in help and completions; the core then reports all problems of
/// a command line at once.
#[derive(Debug, Clone)]
struct CheckedLater {
    words: &'static [&'static str],
}

impl TypedValueParser for CheckedLater {
    type Value = String;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<String, clap::Error> {
        StringValueParser::new().parse_ref(command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        if self.words.is_empty() {
            return None;
        }
        Some(Box::new(self.words.iter().map(PossibleValue::new)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARAMETERS: &[Parameter] = &[
        Parameter::path("canvas_id", Kind::Identifier),
        Parameter::query("include_variants", Kind::Boolean),
        Parameter::query("app_ids", Kind::List(&Kind::OneOf(&["one", "two"]))),
        Parameter::query("minimum", Kind::Number)
            .default("0")
            .description("Not with `include_variants`."),
    ];

    fn read(line: &str) -> Pairs {
        let command = Command::new("test")
            .no_binary_name(true)
            .args(PARAMETERS.iter().map(|parameter| argument(parameter, PARAMETERS)));
        pairs(PARAMETERS, &command.get_matches_from(line.split(' ')))
    }

    fn pair(name: &str, value: &str) -> (String, String) {
        (name.to_owned(), value.to_owned())
    }

    #[test]
    fn a_list_is_given_item_by_item_and_a_switch_without_a_value() {
        let given = read("--app-ids one --include-variants --canvas-id c --app-ids two");
        let expected = [
            pair("canvas_id", "c"),
            pair("include_variants", "true"),
            pair("app_ids", "one"),
            pair("app_ids", "two"),
        ];
        assert_eq!(given, expected);
    }

    #[test]
    fn a_list_may_be_given_with_commas_too_and_its_help_says_so() {
        let given = read("--app-ids one,two --canvas-id c --app-ids three");
        let items = ["one", "two", "three"].map(|item| pair("app_ids", item));
        assert_eq!(given[1..], items);
        let several = "For several, put commas between them or repeat the option.";
        assert_eq!(help(&PARAMETERS[2], PARAMETERS), format!(" [one, two] {several}"));
    }

    #[test]
    fn values_are_left_to_the_core_even_where_they_look_like_options() {
        let given = read("--canvas-id c --minimum -1.5 --app-ids three");
        assert_eq!(given[1..], [pair("app_ids", "three"), pair("minimum", "-1.5")]);
    }

    #[test]
    fn dots_brackets_and_humps_of_a_name_become_hyphens() {
        assert_eq!(flag("last_edit.time[gt]"), "--last-edit-time-gt");
        assert_eq!(flag("external_id[]"), "--external-id");
        assert_eq!(flag("preferenceCenterExternalID"), "--preference-center-external-id");
        assert_eq!(flag("X-Request-Origin"), "--x-request-origin");
        assert_eq!(flag("userName"), "--user-name");
        let edited = Parameter::query("last_edit.state[in]", Kind::Text);
        assert_eq!(in_usage(&edited), "--last-edit-state-in <LAST_EDIT_STATE_IN>");
    }

    #[test]
    fn help_calls_parameters_by_their_options() {
        assert_eq!(help(&PARAMETERS[3], PARAMETERS), "Not with `--include-variants`. [default: 0]");
    }

    #[test]
    fn examples_are_quoted_for_a_shell_and_broken_before_they_are_too_long() {
        let given = [pair("app_id", "it's {{x}}"), pair("ending_at", "2024-05-01T00:00:00Z")];
        assert_eq!(
            command_line("braze sessions get --sandbox", &given),
            "  braze sessions get --sandbox --app-id 'it'\\''s {{x}}' \\\n      --ending-at \
             2024-05-01T00:00:00Z"
        );
    }
}
