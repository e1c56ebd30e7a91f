//! [`World`]: the campaigns, Canvases, segments, events, attributes, products and users of a workspace.
//!
//! Everything follows from the seed. The first things of each kind are those of the spec's examples, so
//! that the examples in help texts find something.

mod campaign;
mod canvas;
mod channel;
mod definition;
mod id;
mod lifetime;
mod name;
mod segment;
mod user;
mod variation;

use crate::workspace::{Noise, Workspace, Zone};

pub(crate) use campaign::Campaign;
pub(crate) use canvas::{Canvas, Step};
pub(crate) use channel::counts;
pub(crate) use definition::Definition;
pub(crate) use id::{choose, known_time, uuid};
pub(crate) use lifetime::Lifetime;
pub(crate) use name::Words;
pub(crate) use segment::Segment;
pub(crate) use user::{User, Users};
pub(crate) use variation::{Role, Variation, channels};

/// The things of a workspace, with the identifiers and names that all replies share.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) seed: u64,
    pub(crate) zone: Zone,
    pub(crate) campaigns: Vec<Campaign>,
    pub(crate) canvases: Vec<Canvas>,
    pub(crate) segments: Vec<Segment>,
    /// In alphabetical order.
    pub(crate) events: Vec<Definition>,
    /// In alphabetical order.
    pub(crate) attributes: Vec<Definition>,
    pub(crate) products: Vec<String>,
    pub(crate) users: Users,
}

impl World {
    pub(crate) fn new(workspace: &Workspace) -> Self {
        let (seed, size) = (workspace.world_seed(), workspace.world_size());
        let noise = |kind: &str| Noise::new(seed).text("world").text(kind);
        Self {
            seed,
            zone: workspace.time_zone(),
            campaigns: Campaign::draw(noise("campaigns"), size.campaigns as usize),
            canvases: Canvas::draw(noise("canvases"), size.canvases as usize),
            segments: Segment::draw(noise("segments"), size.segments as usize),
            events: definition::events(noise("events"), size.custom_events as usize),
            attributes: definition::attributes(
                noise("attributes"),
                size.custom_attributes as usize,
            ),
            products: definition::products(noise("products"), size.products as usize),
            users: Users::new(noise("users"), (size.users as usize).min(MAX_USERS)),
        }
    }

    pub(crate) fn campaign(&self, id: &str) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.id == id)
    }

    pub(crate) fn canvas(&self, id: &str) -> Option<&Canvas> {
        self.canvases.iter().find(|canvas| canvas.id == id)
    }

    /// Finds a step among all Canvases.
    pub(crate) fn step(&self, id: &str) -> Option<&Step> {
        self.canvases.iter().flat_map(Canvas::live_steps).find(|step| step.id == id)
    }

    pub(crate) fn segment(&self, id: &str) -> Option<&Segment> {
        self.segments.iter().find(|segment| segment.id == id)
    }
}

/// The maximum number of users. The numbers in identifiers have seven digits.
const MAX_USERS: usize = 1_000_000;
