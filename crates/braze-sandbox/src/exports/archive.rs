//! The files of an export: one profile per line, in a ZIP archive.

use super::job::{Export, Members};
use super::profile::profile;
use super::zip::Zip;
use crate::workspace::Noise;
use crate::world::{User, World};

/// The number of users in a file.
const USERS_PER_FILE: usize = 5_000;

/// The share of users in the global control group.
const CONTROL_GROUP: f64 = 0.05;

/// Writes the archive of an export.
pub(crate) fn archive(world: &World, export: &Export) -> Vec<u8> {
    let segment = match &export.members {
        Members::Segment(id) => world.segment(id),
        Members::ControlGroup => None,
    };
    let is_member = |user: &User| match segment {
        Some(segment) => segment.has(user.index),
        None => Noise::new(world.seed)
            .text("control group")
            .number(user.index as i64)
            .happens(CONTROL_GROUP),
    };
    let mut users = world.users.all().filter(is_member).peekable();
    let mut zip = Zip::default();
    for number in 1.. {
        let mut lines = String::new();
        for user in users.by_ref().take(USERS_PER_FILE) {
            lines += &profile(world, &user, &export.fields, export.started).to_string();
            lines.push('\n');
        }
        zip.file(&format!("users-{number:04}.txt"), lines.as_bytes());
        if users.peek().is_none() {
            break;
        }
    }
    zip.finish()
}
