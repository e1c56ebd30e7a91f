//! Emission: from [`Api`] to the texts of files, one emitter for each concern.

mod by_request;
mod choice;
mod components;
mod docs;
mod endpoint;
mod file;
mod form;
mod home;
mod markdown;
mod meta;
mod nested;
mod open;
mod operation;
mod paging;
mod print;
mod reply;
mod request;
mod root;
mod rules;
mod sample;
mod scope;
mod series;
mod text;
mod validate;

use components::Components;

use crate::spec::ir::Api;

pub(crate) use file::File;
pub use home::Home;
pub(crate) use markdown::harmless;
pub use print::PrintError;
pub(crate) use print::print;
pub(crate) use sample::Sample;
pub(crate) use text::json_text;

/// Emits a file beside those of the operations.
type Make = fn(&Api, &Home) -> File;

/// Returns all files of an API, by their paths in the folder for generated code. Each is built on demand:
/// the tokens of all together are many times as large as their texts.
pub(crate) fn emit<'a>(api: &'a Api, home: &'a Home) -> impl Iterator<Item = (String, File)> {
    let components = Components::new(api, home);
    let modules = ("mod.rs".to_owned(), root::modules(api, home, &components));
    let has_imports = *home == Home::Core && meta::operations(api).next().is_some();
    let own: [Option<(&str, Make)>; 4] = [
        has_imports.then_some(("imports.rs", meta::imports)),
        (!api.pools.is_empty()).then_some(("pools.rs", root::pools)),
        (*home == Home::Core).then_some(("instance.rs", |api, _| root::instances(api))),
        Some(("operations.rs", root::operations)),
    ];
    let own = own.into_iter().flatten().map(|(path, file)| (path.to_owned(), file(api, home)));
    let operations = api.modules.iter().flat_map(move |module| {
        let path = format!("{}/mod.rs", module.name);
        let operations = module.operations.iter().map(move |operation| {
            let path = format!("{}/{}.rs", module.name, operation.module);
            (path, endpoint::file(api, module, operation, home))
        });
        std::iter::once((path, root::module(&api.root, module, home))).chain(operations)
    });
    std::iter::once(modules).chain(own).chain(components.into_files(api, home)).chain(operations)
}
