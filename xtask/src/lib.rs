//! The generator and the chores of the workspace.
