//! The options that choose a dialect of CSV.

use braze_series::format::{Delimiter, Dialect};
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches};

use super::words;

pub(crate) const DELIMITER: &str = "delimiter";
pub(crate) const DECIMAL_COMMA: &str = "decimal-comma";

/// The delimiters by their words.
const DELIMITERS: [(&str, Delimiter); 3] =
    [("comma", Delimiter::Comma), ("semicolon", Delimiter::Semicolon), ("bar", Delimiter::Bar)];

/// The options that choose it.
pub(super) fn arguments() -> [Arg; 2] {
    let option = |name: &'static str| Arg::new(name).long(name).help_heading("Output");
    let delimiters = DELIMITERS.map(|(word, delimiter)| (PossibleValue::new(word), delimiter));
    [
        option(DELIMITER)
            .value_name("NAME")
            .value_parser(words::parser(delimiters))
            .help("Character between the fields of `csv`. Default: comma; `--format tsv` has tabs"),
        option(DECIMAL_COMMA)
            .action(ArgAction::SetTrue)
            .help("Write decimals with a comma, in `tsv` or in `csv` with another delimiter"),
    ]
}

/// The choice of a dialect.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ChosenDialect {
    pub(crate) delimiter: Option<Delimiter>,
    pub(crate) has_decimal_comma: bool,
}

impl ChosenDialect {
    pub(crate) fn dialect(self) -> Dialect {
        let delimiter = self.delimiter.unwrap_or_default();
        Dialect::new(delimiter).decimal_comma(self.has_decimal_comma)
    }
}

/// Reads the options.
pub(super) fn read(matches: &ArgMatches) -> ChosenDialect {
    ChosenDialect {
        delimiter: matches.get_one(DELIMITER).copied(),
        has_decimal_comma: matches.get_flag(DECIMAL_COMMA),
    }
}
