//! [`Changes`]: what requests make and change.

use crate::addresses::Addresses;
use crate::catalogs::Catalogs;
use crate::contents::Contents;
use crate::data_objects::DataObjects;
use crate::exports::Exports;
use crate::ingestion::Ingestion;
use crate::on_demand::OnDemand;
use crate::outbox::Outbox;
use crate::scim_users::ScimUsers;
use crate::sdk_keys::SdkKeys;
use crate::settings::Settings;
use crate::subscriptions::Subscriptions;
use crate::tracked::Tracked;
use crate::workspace::Noise;

/// Everything that requests make and change, from where the world begins.
pub(crate) struct Changes {
    /// The exports of users.
    pub(crate) exports: Exports,
    /// The users that requests wrote.
    pub(crate) tracked: Tracked,
    /// The states in subscription groups that requests set.
    pub(crate) subscriptions: Subscriptions,
    /// The lists of email addresses that requests set.
    pub(crate) addresses: Addresses,
    /// The catalogs, with what requests made of them.
    pub(crate) catalogs: OnDemand<Catalogs>,
    /// The integrations with a warehouse, and the jobs that requests started.
    pub(crate) ingestion: OnDemand<Ingestion>,
    /// The data objects.
    pub(crate) data_objects: OnDemand<DataObjects>,
    /// Content Blocks, templates and the like, with the changes of requests.
    pub(crate) contents: OnDemand<Contents>,
    /// The users of the dashboard.
    pub(crate) scim: OnDemand<ScimUsers>,
    /// The keys of the SDK authentication.
    pub(crate) sdk_keys: OnDemand<SdkKeys>,
    /// The sends.
    pub(crate) outbox: Outbox,
}

impl Changes {
    pub(crate) fn new(settings: &Settings) -> Self {
        let (seed, size) = (settings.workspace.world_seed(), settings.workspace.world_size());
        let (objects, contents) = (size.data_objects as usize, size.clone());
        Self {
            exports: Exports::new(size),
            tracked: Tracked::new(settings.scenario.rejections()),
            subscriptions: Subscriptions::default(),
            addresses: Addresses::default(),
            catalogs: OnDemand::new(Catalogs::new),
            ingestion: OnDemand::new(move || Ingestion::new(seed)),
            data_objects: OnDemand::new(move || {
                DataObjects::draw(Noise::new(seed).text("data objects"), objects)
            }),
            contents: OnDemand::new(move || Contents::new(seed, &contents)),
            scim: OnDemand::new(ScimUsers::default),
            sdk_keys: OnDemand::new(SdkKeys::default),
            outbox: Outbox::new(seed, settings.journal_bytes),
        }
    }
}
