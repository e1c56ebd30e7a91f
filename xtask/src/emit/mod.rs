//! From [`Api`] to the texts of files, one emitter for each concern.

mod choice;
mod docs;
mod endpoint;
mod file;
mod operation;
mod reply;
mod request;
mod root;
mod sample;
mod scope;
mod series;
mod text;
mod validate;

use std::collections::BTreeMap;

use crate::ir::Api;

pub(crate) use file::File;
pub(crate) use sample::Sample;
pub(crate) use text::json_text;

/// Where generated code lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// Within `braze-core` itself: `crate::Endpoint`, and the types that belong to the core.
    Core,
    /// In another crate, on top of `braze-core`: `braze_core::Endpoint`.
    Elsewhere,
}

/// All files of an API, by their paths within the folder for generated code.
pub(crate) fn emit(api: &Api, home: &Home) -> BTreeMap<String, File> {
    let mut files = BTreeMap::new();
    files.insert("mod.rs".to_owned(), root::modules(api, home));
    if root::shared(api, home).next().is_some() {
        files.insert("components.rs".to_owned(), root::components(api, home));
    }
    if !api.pools.is_empty() {
        files.insert("pools.rs".to_owned(), root::pools(api, home));
    }
    if *home == Home::Core {
        files.insert("instance.rs".to_owned(), root::instances(api));
    }
    files.insert("operations.rs".to_owned(), root::operations(api, home));
    for module in &api.modules {
        files.insert(format!("{}/mod.rs", module.name), root::module(&api.root, module));
        for operation in &module.operations {
            let path = format!("{}/{}.rs", module.name, operation.module);
            files.insert(path, endpoint::file(api, module, operation, home));
        }
    }
    files
}
