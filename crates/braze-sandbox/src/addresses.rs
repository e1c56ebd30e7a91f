//! [`Addresses`]: the lists of e-mail addresses, as requests set them.

use chrono::{DateTime, Utc};

/// The lists of e-mail addresses, as requests set them.
#[derive(Debug, Default)]
pub(crate) struct Addresses {
    pub(crate) unsubscribed: AddressList,
    pub(crate) hard_bounced: AddressList,
}

/// Addresses with the time since which they are in the list, oldest first. Each is in it once.
#[derive(Debug, Default)]
pub(crate) struct AddressList {
    addresses: Vec<(String, DateTime<Utc>)>,
}

impl AddressList {
    /// Adds an address, unless it is in the list.
    pub(crate) fn add(&mut self, address: &str, at: DateTime<Utc>) {
        if !self.addresses.iter().any(|(known, _)| is_same(known, address)) {
            self.addresses.push((address.to_owned(), at));
        }
    }

    pub(crate) fn remove(&mut self, address: &str) {
        self.addresses.retain(|(known, _)| !is_same(known, address));
    }

    /// The addresses with their times, oldest first: this one, or all between two times.
    pub(crate) fn find(
        &self,
        address: Option<&str>,
        from: Option<DateTime<Utc>>,
        to: Option<DateTime<Utc>>,
    ) -> Vec<(&str, DateTime<Utc>)> {
        let is_meant = |(known, at): &&(String, DateTime<Utc>)| match address {
            Some(address) => is_same(known, address),
            None => from.is_none_or(|from| *at >= from) && to.is_none_or(|to| *at < to),
        };
        self.addresses.iter().filter(is_meant).map(|(known, at)| (known.as_str(), *at)).collect()
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}
