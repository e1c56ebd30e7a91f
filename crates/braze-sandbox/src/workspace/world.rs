//! The settings of the world: campaigns, Canvases, segments and the other things that replies share.

use std::time::Duration;

use super::Workspace;
use super::calendar::Zone;
use super::size::WorldSize;

/// The things that lists, details and exports share.
impl Workspace {
    /// Sets the number of campaigns, archived ones included. The default is 120.
    ///
    /// ```
    /// use braze_blocking::Client;
    /// use braze_core::campaigns::ListRequest;
    /// use braze_sandbox::{Sandbox, Workspace};
    ///
    /// let workspace = Workspace::new().campaigns(1_000);
    /// let sandbox = Sandbox::builder().workspace(workspace).start()?;
    /// let client = Client::new(sandbox.base_url(), sandbox.api_key())?;
    /// let last = client.send(&ListRequest::new().include_archived(true).page(9))?;
    /// assert_eq!(last.campaigns.len(), 100);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn campaigns(mut self, campaigns: u32) -> Self {
        self.world.campaigns = campaigns;
        self
    }

    /// Sets the number of Canvases, archived ones included. The default is 16.
    #[must_use]
    pub fn canvases(mut self, canvases: u32) -> Self {
        self.world.canvases = canvases;
        self
    }

    /// Sets the number of segments. The default is 12.
    #[must_use]
    pub fn segments(mut self, segments: u32) -> Self {
        self.world.segments = segments;
        self
    }

    /// Sets the number of custom events. The default is 60.
    #[must_use]
    pub fn custom_events(mut self, events: u32) -> Self {
        self.world.custom_events = events;
        self
    }

    /// Sets the number of custom attributes. The default is 60.
    #[must_use]
    pub fn custom_attributes(mut self, attributes: u32) -> Self {
        self.world.custom_attributes = attributes;
        self
    }

    /// Sets the number of products. The default is 60.
    #[must_use]
    pub fn products(mut self, products: u32) -> Self {
        self.world.products = products;
        self
    }

    /// Sets the number of Content Blocks at the start. The default is 12.
    #[must_use]
    pub fn content_blocks(mut self, blocks: u32) -> Self {
        self.world.content_blocks = blocks;
        self
    }

    /// Sets the number of email templates at the start. The default is 8.
    #[must_use]
    pub fn email_templates(mut self, templates: u32) -> Self {
        self.world.email_templates = templates;
        self
    }

    /// Sets the number of users. The default is 500.
    #[must_use]
    pub fn users(mut self, users: u32) -> Self {
        self.world.users = users;
        self
    }

    /// Sets the number of data objects of the type `account`. The default is 101. Every tenth has a `location`.
    #[must_use]
    pub fn data_objects(mut self, objects: u32) -> Self {
        self.world.data_objects = objects;
        self
    }

    /// Sets the time, by the sandbox's clock, after which an export of users is ready.
    ///
    /// The default is five seconds. [`export_attempts`](Self::export_attempts) may make it ready sooner.
    #[must_use]
    pub fn export_time(mut self, time: Duration) -> Self {
        self.world.export_ms = u64::try_from(time.as_millis()).unwrap_or(u64::MAX);
        self
    }

    /// Sets the number of downloads that answer 403 before an export of users is ready.
    ///
    /// The default is 3. [`export_time`](Self::export_time) may make it ready sooner.
    #[must_use]
    pub fn export_attempts(mut self, attempts: u32) -> Self {
        self.world.export_attempts = attempts;
        self
    }

    pub(crate) fn world_size(&self) -> &WorldSize {
        &self.world
    }

    pub(crate) fn world_seed(&self) -> u64 {
        self.seed
    }

    pub(crate) fn time_zone(&self) -> Zone {
        self.zone
    }
}
