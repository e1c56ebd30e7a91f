//! [`WorldView`]: the world, as requests see it.

use std::ops::Deref;
use std::sync::OnceLock;

use crate::workspace::Workspace;
use crate::world::World;

/// The world, which is drawn when it is first looked at: series are answered without it.
#[derive(Clone, Copy)]
pub(crate) struct WorldView<'a> {
    pub(crate) drawn: &'a OnceLock<World>,
    pub(crate) workspace: &'a Workspace,
}

impl<'a> WorldView<'a> {
    /// The world, for as long as its sandbox lives.
    pub(crate) fn get(self) -> &'a World {
        self.drawn.get_or_init(|| World::new(self.workspace))
    }
}

impl Deref for WorldView<'_> {
    type Target = World;

    fn deref(&self) -> &World {
        self.get()
    }
}
