//! The commands `braze users import` and `braze catalogs import`: records from a file.

use std::path::PathBuf;

use braze_core::import::Import;
use braze_records::{InputFormat, ValueType};
use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint};

use super::import_scope::{AS, CATALOG_NAME, ImportScope, ImportedKind};
use super::sending::{self, SendingArgs};
use super::{connection, series, usage, verbosity, words};
use crate::endpoint::Endpoint;
use crate::settings::choice::ConnectionArgs;

const FILE: &str = "file";
const FORMAT: &str = "input-format";
const MAP: &str = "map";
const TYPES: &str = "types";
const EMPTY_AS_NULL: &str = "empty-as-null";
const ONLY_CHANGED: &str = "only-changed";
const AGAINST: &str = "against";
const REJECTS: &str = "rejects";
const LIMIT: &str = "limit";
pub(crate) const SKIP: &str = "skip";
const REPEAT_UNKNOWN: &str = "repeat-unknown";
const STATE: &str = "state";
const REPEAT_REJECTED: &str = "repeat-rejected";
const SEND_CHANGED: &str = "send-changed";

/// An import of records.
#[derive(Debug)]
pub(crate) struct ImportArgs {
    pub(crate) scope: ImportScope,
    pub(crate) kind: ImportedKind,
    /// `-` is standard input.
    pub(crate) file: PathBuf,
    pub(crate) format: Option<InputFormat>,
    /// The path for a column; `None` leaves it out.
    pub(crate) paths: Vec<(String, Option<String>)>,
    pub(crate) types: Vec<(String, ValueType)>,
    pub(crate) empty_as_null: bool,
    /// The earlier file, to send only what has changed since.
    pub(crate) against: Option<PathBuf>,
    pub(crate) rejects: Option<PathBuf>,
    /// Records to leave out at the beginning.
    pub(crate) skip: u64,
    pub(crate) limit: Option<u64>,
    pub(crate) concurrency: usize,
    pub(crate) repeat_unknown: bool,
    pub(crate) state: Option<StateArgs>,
    pub(crate) sending: SendingArgs,
    pub(crate) connection: ConnectionArgs,
}

/// The memory of an import, in a file.
#[derive(Debug)]
pub(crate) struct StateArgs {
    pub(crate) file: PathBuf,
    pub(crate) repeat_rejected: bool,
    pub(crate) send_changed: bool,
}

const LONG_ABOUT: &str = "\
Import attributes, events and purchases of users from a file.

The file is CSV with a header line, JSON lines or Parquet. Each line names its user and gives attributes, an \
event, a purchase, or several of them, by the names of its columns. The whole file is checked before anything \
is sent. Then the records are packed into as few requests as possible, and each is accounted for: accepted, \
rejected with a reason and its line, or unknown, if the reply to its request was lost. Records of one user \
are applied in the order of the file. With `--state`, an import can be interrupted at any moment and run again: \
what was answered is not sent again.

With `--as KIND`, each line is one record of another kind, such as an alias or a deletion.

Attributes, events and purchases may trigger messages to users.";

const LONG_ABOUT_CATALOGS: &str = "\
Import items of a catalog from a file.

The file is CSV with a header line, JSON lines or Parquet. Each line is an item, and the columns are its \
fields: `id`, and those that the catalog has. The whole file is checked before anything is sent. Then the items \
are packed into as few requests as possible, and each is accounted for: accepted, rejected with a reason and \
its line, or unknown, if the reply to its request was lost. An item that is wrong has its whole request refused; it is \
rejected, and the others are sent again. With `--state`, an import can be interrupted at any moment and run \
again: what was answered is not sent again.";

const COLUMNS: &str = "\
Columns:
  external_id, braze_id, email, phone,
  user_alias.alias_name, user_alias.alias_label    the user; with another identifier, `email` and
                                                   `phone` are attributes
  first_name, country, dob, email_subscribe, …     fields of the profile
  attributes.NAME                                  the custom attribute NAME
  events.name, events.time, events.app_id,
  events.properties.NAME                           an event
  purchases.product_id, purchases.currency,
  purchases.price, purchases.quantity,
  purchases.time, purchases.app_id,
  purchases.properties.NAME                        a purchase
  _update_existing_only                            `true` creates no profiles
  braze_records, braze_reason                      as in a file of `--rejects`

Values:
  A cell of a CSV is a text unless the column has a type: that of the field, a hint in the header
  (`attributes.age:integer`) or `--types`. Values of JSON and Parquet keep the type that they have.
  The types are integer, number, boolean, string, date, time and json.

JSON lines:
  Each line is an object with the names above as keys. It may also hold whole records, one or a list
  of them under `attributes`, `events` and `purchases`; identifiers beside them belong to each:
  {\"external_id\": \"u-17\", \"attributes\": {\"plan\": \"gold\"}, \"events\": [{\"name\": \"…\", \"time\": \"…\"}]}";

const COLUMNS_OF_KINDS: &str = "\
Columns with --as KIND:
  aliases                 alias_label, alias_name, and maybe external_id
  alias-updates           alias_label, old_alias_name, new_alias_name
  identifications         external_id, with user_alias.alias_name and user_alias.alias_label, or
                          with email or phone and prioritization
  deletions               one of external_id, braze_id, user_alias.alias_name with
                          user_alias.alias_label, and email or phone with prioritization
  external-id-renames     current_external_id, new_external_id
  external-id-removals    external_id
  subscription-states     subscription_group_id, subscription_state, one of external_id, email
                          and phone, and maybe use_double_opt_in_logic
  email-statuses          email, subscription_state
  bounce-removals, spam-removals, email-blocks    email
  invalid-phone-removals  phone

  prioritization is a list in JSON, such as [\"unidentified\", \"most_recently_updated\"].";

const COLUMNS_OF_ITEMS: &str = "\
Columns:
  id                         the item's identifier; for deletions, the only column that counts
  NAME                       the field NAME
  NAME.INNER                 the field INNER of an object
  braze_records, braze_reason
                             as in a file of `--rejects`

Values:
  A cell of a CSV is a text unless the column has a type: by a hint in the header (`price:number`) or
  `--types`. Values of JSON and Parquet keep the type that they have.
  The types are integer, number, boolean, string, date, time and json.";

const EXAMPLES_OF_CATALOGS: &str = "\
Examples:
  braze catalogs import teas.csv --catalog-name teas --sandbox
  braze catalogs import teas.csv --catalog-name teas --types price=number --instance us-01 --dry-run
  braze catalogs import teas.csv --catalog-name teas --instance us-01 --yes --rejects rejects.csv
  braze catalogs import gone.csv --catalog-name teas --as deletions --instance us-01 --yes";

const EXAMPLES: &str = "\
Examples:
  braze users import users.csv --sandbox
  braze users import users.csv --instance us-01 --dry-run
  braze users import users.csv --instance us-01 --yes --rejects rejects.csv
  braze users import users.csv --instance us-01 --yes --state users.state
  braze users import crm.csv --sandbox --map id=external_id --map plan=attributes.plan --map note=
  braze users import today.csv --sandbox --only-changed --against yesterday.csv
  braze users import - --input-format jsonl --sandbox < events.jsonl
  braze users import states.csv --as subscription-states --instance us-01 --yes";

/// Adds the arguments and the long texts of help.
pub(super) fn with_arguments(command: Command, endpoint: &Endpoint, scope: ImportScope) -> Command {
    let effect = endpoint.effect_in_words().unwrap_or_default();
    let permission = endpoint.meta.permission.unwrap_or_default();
    let (about, columns, examples) = match scope {
        ImportScope::Users => (LONG_ABOUT, format!("{COLUMNS}\n\n{COLUMNS_OF_KINDS}"), EXAMPLES),
        ImportScope::Catalogs => {
            (LONG_ABOUT_CATALOGS, COLUMNS_OF_ITEMS.to_owned(), EXAMPLES_OF_CATALOGS)
        }
    };
    let required = match scope {
        ImportScope::Users => vec!["<FILE>".to_owned()],
        ImportScope::Catalogs => vec!["<FILE>".to_owned(), format!("--{CATALOG_NAME} <NAME>")],
    };
    let others = match scope {
        ImportScope::Users => of_changes().to_vec(),
        ImportScope::Catalogs => Vec::new(),
    };
    let command = command
        .long_about(format!(
            "{about}\n\nSends `{}`, or with `--{AS}` the request of that kind. The key needs the permission \
             `{permission}`, or that of the other request.\n{effect}",
            endpoint.target()
        ))
        .override_usage(usage::usage(&scope.typed(), required))
        .after_long_help(format!("{columns}\n\n{examples}\n\n{}", connection::environment()))
        .args(of_input(scope))
        .args(scope.arguments())
        .args(others)
        .args(of_records())
        .args([sending::dry_run(), sending::yes(), repeat_unknown(), rejects()])
        .args(of_state())
        .args(connection::arguments())
        .arg(series::concurrency(Import::DEFAULT_CONCURRENCY))
        .group(connection::group());
    usage::with_help_last(command.args(verbosity::arguments()))
}

fn of_input(scope: ImportScope) -> [Arg; 5] {
    let empty_as_null = option(EMPTY_AS_NULL).action(ArgAction::SetTrue);
    let empty_as_null = match scope {
        ImportScope::Users => empty_as_null.conflicts_with(AS).help(
            "Read an empty cell of an attribute as `null`, which removes it. Without it, the attribute is \
             left as it is",
        ),
        ImportScope::Catalogs => empty_as_null
            .help("Read an empty cell as `null`. Without it, the field is left out of the item"),
    };
    let formats = [
        (
            InputFormat::Csv,
            "A header line with the names of the columns, and one line for each row",
        ),
        (InputFormat::JsonLines, "One JSON object on each line"),
        (InputFormat::Parquet, PARQUET),
    ];
    let formats =
        formats.map(|(format, help)| (PossibleValue::new(name(format)).help(help), format));
    [
        Arg::new(FILE)
            .value_name("FILE")
            .required(true)
            .value_hint(ValueHint::FilePath)
            .value_parser(clap::value_parser!(PathBuf))
            .help("File with the records: CSV, JSON lines or Parquet; `-` reads standard input"),
        option(FORMAT)
            .value_name("FORMAT")
            .value_parser(words::parser(formats))
            .help("Format of the file. Default: by its extension"),
        option(MAP)
            .value_name("COLUMN=PATH")
            .action(ArgAction::Append)
            .value_parser(path)
            .help("Read a column as if it had another name; without PATH, leave it out"),
        option(TYPES)
            .value_name("COLUMN=TYPE")
            .action(ArgAction::Append)
            .value_delimiter(',')
            .value_parser(value_type)
            .help("Type of the values of a column, such as `attributes.age=integer`"),
        empty_as_null,
    ]
}

const PARQUET: &str = if cfg!(feature = "parquet") {
    "A column of its own type for each field"
} else {
    "Not in this build; available with its feature `parquet`"
};

/// The options about an earlier file of attributes, events and purchases.
fn of_changes() -> [Arg; 2] {
    [
        option(ONLY_CHANGED).conflicts_with(AS).action(ArgAction::SetTrue).requires(AGAINST).help(
            "Send only what has changed since the file of `--against`: of attributes those with another value, of \
             events and purchases the new ones. Attributes that are gone stay as they are, unless \
             `--empty-as-null` removes them",
        ),
        option(AGAINST)
            .value_name("FILE")
            .value_hint(ValueHint::FilePath)
            .value_parser(clap::value_parser!(PathBuf))
            .requires(ONLY_CHANGED)
            .help("Earlier file with the same columns, in the same format"),
    ]
}

fn of_records() -> [Arg; 2] {
    [
        option(SKIP)
            .value_name("N")
            .value_parser(clap::value_parser!(u64))
            .default_value("0")
            .help("Leave out the first N records; an import that ends early reports the number"),
        option(LIMIT)
            .value_name("N")
            .value_parser(clap::value_parser!(u64).range(1..))
            .help("End after this many records"),
    ]
}

fn repeat_unknown() -> Arg {
    Arg::new(REPEAT_UNKNOWN)
        .long(REPEAT_UNKNOWN)
        .action(ArgAction::SetTrue)
        .help_heading("Sending")
        .help(
            "Send a request again whose reply was lost, even where that may count twice, as events and purchases \
             do. Without it, that is done only where the second time changes nothing",
        )
}

fn of_state() -> [Arg; 3] {
    let option = |name: &'static str| Arg::new(name).long(name).help_heading("State");
    [
        option(STATE)
            .value_name("FILE")
            .value_hint(ValueHint::FilePath)
            .value_parser(clap::value_parser!(PathBuf))
            .conflicts_with_all([SKIP, sending::DRY_RUN])
            .help(
                "Remember in FILE what was sent and what became of it, and resume there. What may have been sent \
                 when a run ended is sent again only where that cannot count twice. The file is made if it does \
                 not exist, and holds no personal data",
            ),
        option(REPEAT_REJECTED)
            .action(ArgAction::SetTrue)
            .requires(STATE)
            .help("Send records again that were rejected"),
        option(SEND_CHANGED)
            .action(ArgAction::SetTrue)
            .requires(STATE)
            .help("Send records that have changed since they were sent. Without it, they are an error"),
    ]
}

fn rejects() -> Arg {
    Arg::new(REJECTS)
        .long(REJECTS)
        .value_name("FILE")
        .value_hint(ValueHint::FilePath)
        .value_parser(clap::value_parser!(PathBuf))
        .help_heading("Output")
        .help(
            "New file for rejected lines, each with its reason: to be mended and imported again as it stands. \
             CSV for CSV, else JSON lines",
        )
}

fn option(name: &'static str) -> Arg {
    Arg::new(name).long(name).help_heading("Input")
}

/// Reads `COLUMN=PATH` or `COLUMN=`.
fn path(text: &str) -> Result<(String, Option<String>), String> {
    let (column, path) = pair(text, "PATH")?;
    Ok((column, Some(path).filter(|path| !path.is_empty())))
}

/// Reads `COLUMN=TYPE`.
fn value_type(text: &str) -> Result<(String, ValueType), String> {
    let (column, word) = pair(text, "TYPE")?;
    Ok((column, word.parse::<ValueType>().map_err(|error| error.to_string())?))
}

fn pair(text: &str, value: &str) -> Result<(String, String), String> {
    let parts = text.rsplit_once('=').filter(|(column, _)| !column.is_empty());
    let (column, rest) = parts.ok_or_else(|| format!("must be written as COLUMN={value}"))?;
    Ok((column.to_owned(), rest.to_owned()))
}

/// The word for a format.
pub(crate) fn name(format: InputFormat) -> &'static str {
    match format {
        InputFormat::JsonLines => "jsonl",
        InputFormat::Parquet => "parquet",
        _ => "csv",
    }
}

pub(super) fn read(matches: &ArgMatches, scope: ImportScope) -> ImportArgs {
    let path = |name: &str| matches.try_get_one::<PathBuf>(name).ok().flatten().cloned();
    ImportArgs {
        scope,
        kind: scope.read(matches),
        file: path(FILE).unwrap_or_default(),
        format: matches.get_one(FORMAT).copied(),
        paths: matches.get_many(MAP).into_iter().flatten().cloned().collect(),
        types: matches.get_many(TYPES).into_iter().flatten().cloned().collect(),
        empty_as_null: matches.get_flag(EMPTY_AS_NULL),
        against: path(AGAINST),
        rejects: path(REJECTS),
        skip: matches.get_one(SKIP).copied().unwrap_or_default(),
        limit: matches.get_one(LIMIT).copied(),
        concurrency: series::read_concurrency(matches).unwrap_or(Import::DEFAULT_CONCURRENCY),
        repeat_unknown: matches.get_flag(REPEAT_UNKNOWN),
        state: path(STATE).map(|file| StateArgs {
            file,
            repeat_rejected: matches.get_flag(REPEAT_REJECTED),
            send_changed: matches.get_flag(SEND_CHANGED),
        }),
        sending: sending::read(matches),
        connection: connection::read(matches),
    }
}
