//! How rows come: their order, repeats, holes, zeros.

use std::collections::{BTreeSet, HashSet};

use braze_core::chrono::NaiveDate;

use super::ask::Rows;
use super::verdict::{Settled, Verdict};

/// Fewer rows than this may be in order by chance.
const ENOUGH: usize = 8;

/// The order of the rows of a reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    Ascending,
    Descending,
    None,
}

pub(super) fn order(reply: &Rows) -> Verdict<Order> {
    let dates = dates(reply)?;
    let order = if dates.is_sorted() {
        Order::Ascending
    } else if dates.is_sorted_by(|a, b| a >= b) {
        Order::Descending
    } else {
        Order::None
    };
    Settled::sure(order, format!("in a reply with {} rows", dates.len()))
}

/// Whether the same day comes twice in a reply.
pub(super) fn repeats(reply: &Rows) -> Verdict<bool> {
    let dates = dates(reply)?;
    let mut seen = HashSet::new();
    match dates.iter().find(|date| !seen.insert(**date)) {
        Some(_) => Settled::sure(true, "a day came twice in one reply"),
        None => Settled::sure(false, format!("no day came twice in {} rows", dates.len())),
    }
}

/// Whether days are missing between others.
pub(super) fn holes(reply: &Rows) -> Verdict<bool> {
    let dates: BTreeSet<NaiveDate> = dates(reply)?.into_iter().collect();
    let from_first_to_last = dates.first().zip(dates.last()).map(|(a, b)| (*b - *a).num_days() + 1);
    if from_first_to_last.and_then(|days| usize::try_from(days).ok()) == Some(dates.len()) {
        let evidence = format!("{} days came without one missing between them", dates.len());
        Settled::sure(false, evidence)
    } else {
        Settled::sure(true, "between two days of a reply, another is missing")
    }
}

/// Whether rows with a zero come. That they are left out cannot be seen: a row that is missing may be
/// lost as well.
pub(super) fn zeros(reply: &Rows, others: &[Rows]) -> Verdict<()> {
    let mut rows = others.iter().chain([reply]).flat_map(|reply| &reply.rows);
    if rows.any(|row| row.is_zero) {
        return Settled::sure((), "a row with a zero came");
    }
    Err(match holes(reply) {
        Ok(Settled { value: true, .. }) => {
            "no row with a zero came, and days are missing: it may be that nothing happened then, or \
             that they are lost"
        }
        _ => "no row with a zero came, and none is missing",
    }
    .to_owned())
}

/// The dates of a reply's rows, if there are enough to tell anything.
fn dates(reply: &Rows) -> Result<Vec<NaiveDate>, String> {
    let dates: Option<Vec<NaiveDate>> = reply.rows.iter().map(|row| row.time.as_date()).collect();
    dates
        .filter(|dates| dates.len() >= ENOUGH)
        .ok_or_else(|| format!("fewer than {ENOUGH} rows with dates came"))
}
