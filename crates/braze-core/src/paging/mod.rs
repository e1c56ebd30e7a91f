//! Lists that are read page by page: [`Paged`] endpoints, and the [`PageMachine`] that follows their pages.

mod cursors;
mod link;
mod machine;
mod paged;

pub use machine::PageMachine;
pub use paged::{PagePosition, Paged, Paging};
