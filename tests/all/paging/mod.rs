//! Lists that are read page by page: the machine under made-up servers and any `Link` header.

pub(crate) mod lists;

mod cursors;
mod link;
mod machine;
mod peer;
