//! [`Subscriptions`]: the states of users in subscription groups, as requests set them.

use std::collections::BTreeMap;

/// The states of users in subscription groups, as requests set them.
#[derive(Debug, Default)]
pub(crate) struct Subscriptions {
    groups: BTreeMap<String, BTreeMap<Identifier, Subscription>>,
}

/// An identifier: its kind (`external_id`, `email` or `phone`) and its value.
pub(crate) type Identifier = (&'static str, String);

/// The state of a user in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Subscription {
    pub(crate) is_subscribed: bool,
    /// The group reaches telephones.
    pub(crate) is_sms: bool,
}

impl Subscription {
    /// The state as replies have it.
    pub(crate) fn status(self) -> &'static str {
        if self.is_subscribed { "Subscribed" } else { "Unsubscribed" }
    }

    pub(crate) fn channel(self) -> &'static str {
        if self.is_sms { "sms" } else { "email" }
    }
}

impl Subscriptions {
    /// Sets the state of a user, under all of its identifiers.
    pub(crate) fn set(
        &mut self,
        group: &str,
        identifiers: impl IntoIterator<Item = Identifier>,
        subscription: Subscription,
    ) {
        let states = self.groups.entry(group.to_owned()).or_default();
        states.extend(identifiers.into_iter().map(|identifier| (identifier, subscription)));
    }

    pub(crate) fn get(&self, group: &str, identifier: &Identifier) -> Option<Subscription> {
        self.groups.get(group)?.get(identifier).copied()
    }

    /// The groups in which a user has a state.
    pub(crate) fn groups<'a>(
        &'a self,
        identifier: &'a Identifier,
    ) -> impl Iterator<Item = (&'a str, Subscription)> {
        let state = move |(group, states): (&'a String, &'a BTreeMap<_, _>)| {
            Some((group.as_str(), *states.get(identifier)?))
        };
        self.groups.iter().filter_map(state)
    }
}
