//! [`ImportScope`]: the records that a command imports, and [`ImportedKind`]: what was chosen among them.

use braze_core::Meta;
use braze_core::import::RecordKind;
use clap::builder::PossibleValue;
use clap::{Arg, ArgMatches};

use super::words;

/// The records that a command imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ImportScope {
    /// Of users, and lists of addresses.
    Users,
    /// Items of catalogs.
    Catalogs,
}

/// The records that the lines of a file become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ImportedKind {
    /// Attributes, events and purchases, by the names of the columns.
    Track,
    /// One record of this kind for each line.
    Record(RecordKind),
    /// An item of a catalog for each line.
    CatalogItem { kind: RecordKind, catalog_name: String },
}

/// Kinds by their words, with a summary.
type Words = &'static [(&'static str, RecordKind, &'static str)];

const OF_USERS: Words = &[
    ("aliases", RecordKind::Alias, "New aliases"),
    ("alias-updates", RecordKind::AliasUpdate, "Other names for aliases"),
    ("identifications", RecordKind::Identification, "External identifiers for users without one"),
    ("deletions", RecordKind::Deletion, "Users to be deleted for good"),
    ("external-id-renames", RecordKind::ExternalIdRename, "Other external identifiers"),
    (
        "external-id-removals",
        RecordKind::ExternalIdRemoval,
        "Deprecated external identifiers to be removed",
    ),
    ("subscription-states", RecordKind::SubscriptionState, "States in subscription groups"),
    ("email-statuses", RecordKind::EmailStatus, "Subscriptions of email addresses"),
    ("bounce-removals", RecordKind::BounceRemoval, "Addresses to be taken off the bounce list"),
    ("spam-removals", RecordKind::SpamRemoval, "Addresses to be taken off the spam list"),
    ("email-blocks", RecordKind::EmailBlock, "Addresses to be blocked"),
    (
        "invalid-phone-removals",
        RecordKind::InvalidPhoneRemoval,
        "Numbers to be taken off the list of invalid ones",
    ),
];

const OF_CATALOGS: Words = &[
    ("replacements", RecordKind::CatalogItemReplacement, "Items that replace others or are new"),
    ("creations", RecordKind::CatalogItemCreation, "New items, with all of their fields"),
    ("updates", RecordKind::CatalogItemUpdate, "Fields of items that change"),
    ("deletions", RecordKind::CatalogItemDeletion, "Items to be deleted, by their `id`"),
];

pub(super) const AS: &str = "as";
pub(super) const CATALOG_NAME: &str = "catalog-name";

impl ImportScope {
    /// The words of the command.
    pub(super) fn words(self) -> [&'static str; 2] {
        match self {
            Self::Users => ["users", "import"],
            Self::Catalogs => ["catalogs", "import"],
        }
    }

    /// The command as it is typed.
    pub(crate) fn typed(self) -> String {
        format!("braze {}", self.words().join(" "))
    }

    /// Summary of the command, in a line.
    pub(super) fn about(self) -> &'static str {
        match self {
            Self::Users => "Import attributes, events and purchases of users from a file",
            Self::Catalogs => "Import items of a catalog from a file",
        }
    }

    fn kinds(self) -> Words {
        match self {
            Self::Users => OF_USERS,
            Self::Catalogs => OF_CATALOGS,
        }
    }

    /// The options that choose the records.
    pub(super) fn arguments(self) -> Vec<Arg> {
        let option = |name: &'static str| Arg::new(name).long(name).help_heading("Records");
        let kinds = self.kinds().iter();
        let kinds =
            kinds.map(|(word, kind, about)| (PossibleValue::new(*word).help(*about), *kind));
        let kind = option(AS)
            .value_name("KIND")
            .value_parser(words::parser(kinds))
            .help(match self {
                Self::Users => {
                    "Import records of another kind, one for each line, with the columns as their fields"
                }
                Self::Catalogs => "Kind of the records. Default: `replacements`",
            });
        let name =
            option(CATALOG_NAME).value_name("NAME").required(true).help("Name of the catalog");
        match self {
            Self::Users => vec![kind],
            Self::Catalogs => vec![name, kind],
        }
    }

    /// Reads the options.
    pub(super) fn read(self, matches: &ArgMatches) -> ImportedKind {
        let kind = matches.get_one(AS).copied();
        match self {
            Self::Users => kind.map_or(ImportedKind::Track, ImportedKind::Record),
            Self::Catalogs => ImportedKind::CatalogItem {
                kind: kind.unwrap_or(RecordKind::CatalogItemReplacement),
                catalog_name: matches.get_one(CATALOG_NAME).cloned().unwrap_or_default(),
            },
        }
    }
}

impl ImportedKind {
    /// The operation that takes the records.
    pub(crate) fn meta(&self) -> &'static Meta {
        match self {
            Self::Track => RecordKind::Attributes.meta(),
            Self::Record(kind) | Self::CatalogItem { kind, .. } => kind.meta(),
        }
    }
}
