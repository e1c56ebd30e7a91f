//! [`ImportTarget`]: an operation that takes records, and what one request of it may hold.

use super::limits::{MAX_BYTES, MAX_RECORDS};
use crate::endpoint::Meta;

/// An operation that takes records, and what one request of it may hold.
///
/// A request is one or several groups of records. A group is an array, with what stands around it.
#[derive(Debug)]
pub(super) struct ImportTarget {
    pub(super) meta: &'static Meta,
    /// The arrays, in the order in which they are written.
    pub(super) lists: &'static [ImportList],
    /// The most records of a request.
    pub(super) max_records: usize,
    /// The most groups of a request.
    pub(super) max_groups: usize,
    /// Two arrays, by position, that a request may not both have.
    pub(super) apart: Option<[usize; 2]>,
    /// True if the server applies the arrays one after another, and the records of each in their order. Else a
    /// request holds no two records whose order matters.
    pub(super) is_ordered: bool,
    /// The text before the groups and after them, within the braces of the body.
    pub(super) around: [&'static str; 2],
    /// The text after the records of a group.
    pub(super) close: &'static str,
    /// The name under which errors speak of the only array of a request, beside its own.
    pub(super) error_list: Option<&'static str>,
    /// True if a record that was carried out already is reported as an error.
    pub(super) repeats_fail: bool,
    /// True if one wrong record refuses the whole request, and errors name it by its identifier.
    pub(super) refuses_whole: bool,
}

/// An array of a request.
#[derive(Debug)]
pub(super) struct ImportList {
    /// The name, `attributes`; that of the arrays within objects, too.
    pub(super) name: &'static str,
    /// The field of the reply that counts the records which were taken in.
    pub(super) count: Option<&'static str>,
}

impl ImportList {
    const fn new(name: &'static str) -> Self {
        Self { name, count: None }
    }

    const fn counted(name: &'static str, count: &'static str) -> Self {
        Self { name, count: Some(count) }
    }
}

impl ImportTarget {
    /// Tells whether the groups are entries of one array.
    pub(super) fn has_entries(&self) -> bool {
        self.around.iter().any(|text| !text.is_empty())
    }

    /// The most bytes of a request's body.
    pub(super) fn max_bytes(&self) -> usize {
        self.meta.max_body.unwrap_or(MAX_BYTES)
    }

    pub(super) const TRACK: &'static Self = &Self {
        max_records: MAX_RECORDS,
        max_groups: 3,
        is_ordered: true,
        meta: &Meta::USERS_TRACK,
        lists: &[
            ImportList::counted("attributes", "attributes_processed"),
            ImportList::counted("events", "events_processed"),
            ImportList::counted("purchases", "purchases_processed"),
        ],
        ..Self::PLAIN
    };

    pub(super) const ALIASES: &'static Self = &Self {
        meta: &Meta::USERS_ALIAS_NEW,
        lists: &[ImportList::counted("user_aliases", "aliases_processed")],
        ..Self::PLAIN
    };

    pub(super) const ALIAS_UPDATES: &'static Self = &Self {
        meta: &Meta::USERS_ALIAS_UPDATE,
        lists: &[ImportList::new("alias_updates")],
        ..Self::PLAIN
    };

    /// A request has one of the arrays: nothing says that the maximum counts them together or apart.
    pub(super) const IDENTIFICATIONS: &'static Self = &Self {
        meta: &Meta::USERS_IDENTIFY,
        lists: &[
            ImportList::counted("aliases_to_identify", "aliases_processed"),
            ImportList::new("emails_to_identify"),
            ImportList::new("phone_numbers_to_identify"),
        ],
        error_list: Some("user_identifiers"),
        ..Self::PLAIN
    };

    pub(super) const DELETIONS: &'static Self = &Self {
        meta: &Meta::USERS_DELETE,
        lists: &[
            ImportList::counted("external_ids", "deleted"),
            ImportList::counted("user_aliases", "deleted"),
            ImportList::counted("braze_ids", "deleted"),
            ImportList::counted("email_addresses", "deleted"),
            ImportList::counted("phone_numbers", "deleted"),
        ],
        ..Self::PLAIN
    };

    pub(super) const EXTERNAL_ID_RENAMES: &'static Self = &Self {
        meta: &Meta::USERS_EXTERNAL_IDS_RENAME,
        lists: &[ImportList::counted("external_id_renames", "external_ids")],
        repeats_fail: true,
        ..Self::PLAIN
    };

    pub(super) const EXTERNAL_ID_REMOVALS: &'static Self = &Self {
        meta: &Meta::USERS_EXTERNAL_IDS_REMOVE,
        lists: &[ImportList::counted("external_ids", "removed_ids")],
        repeats_fail: true,
        ..Self::PLAIN
    };

    /// A group is an entry: users who get the same state in the same subscription group. The most entries of a
    /// request are not documented; it is known that 25 work.
    pub(super) const SUBSCRIPTION_STATES: &'static Self = &Self {
        meta: &Meta::SUBSCRIPTION_STATUS_SET_V2,
        lists: &[
            ImportList::new("external_ids"),
            ImportList::new("emails"),
            ImportList::new("phones"),
        ],
        max_groups: 25,
        apart: Some([1, 2]),
        around: ["\"subscription_groups\":[", "]"],
        close: "]}",
        ..Self::PLAIN
    };

    /// A group is all addresses with the same state.
    pub(super) const EMAIL_STATUSES: &'static Self =
        &Self { meta: &Meta::EMAIL_STATUS, ..Self::ADDRESSES };

    pub(super) const BOUNCE_REMOVALS: &'static Self =
        &Self { meta: &Meta::EMAIL_BOUNCE_REMOVE, ..Self::ADDRESSES };

    pub(super) const SPAM_REMOVALS: &'static Self =
        &Self { meta: &Meta::EMAIL_SPAM_REMOVE, ..Self::ADDRESSES };

    pub(super) const EMAIL_BLOCKS: &'static Self =
        &Self { meta: &Meta::EMAIL_BLOCKLIST, ..Self::ADDRESSES };

    pub(super) const INVALID_PHONE_REMOVALS: &'static Self = &Self {
        meta: &Meta::SMS_INVALID_PHONE_NUMBERS_REMOVE,
        lists: &[ImportList::new("phone_numbers")],
        ..Self::PLAIN
    };

    /// Nothing says whether an item that is there already is an error.
    pub(super) const CATALOG_ITEM_CREATIONS: &'static Self =
        &Self { meta: &Meta::CATALOGS_CREATE_ITEMS, repeats_fail: true, ..Self::CATALOG_ITEMS };

    pub(super) const CATALOG_ITEM_REPLACEMENTS: &'static Self =
        &Self { meta: &Meta::CATALOGS_REPLACE_ITEMS, ..Self::CATALOG_ITEMS };

    pub(super) const CATALOG_ITEM_UPDATES: &'static Self =
        &Self { meta: &Meta::CATALOGS_UPDATE_ITEMS, ..Self::CATALOG_ITEMS };

    /// Nothing says whether an item that is gone already is an error.
    pub(super) const CATALOG_ITEM_DELETIONS: &'static Self =
        &Self { meta: &Meta::CATALOGS_DELETE_ITEMS, repeats_fail: true, ..Self::CATALOG_ITEMS };

    /// An array of 50 records in no order.
    const PLAIN: Self = Self {
        meta: &Meta::USERS_TRACK,
        lists: &[],
        max_records: 50,
        max_groups: 1,
        apart: None,
        is_ordered: false,
        around: ["", ""],
        close: "]",
        error_list: None,
        repeats_fail: false,
        refuses_whole: false,
    };

    const CATALOG_ITEMS: Self =
        Self { lists: &[ImportList::new("items")], refuses_whole: true, ..Self::PLAIN };

    const ADDRESSES: Self = Self { lists: &[ImportList::new("email")], ..Self::PLAIN };
}
