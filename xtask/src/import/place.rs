//! [`Place`]: the names and the file of an imported operation.

use crate::docs_check::openapi::Operation;
use crate::new_endpoint::PathNames;

/// The names and the file of an operation.
pub(super) struct Place {
    pub(super) method: String,
    pub(super) path: String,
    pub(super) tag: String,
    pub(super) id: String,
    pub(super) file: String,
}

impl Place {
    /// Names an operation after its path, and also after its method if `operations` has several of that
    /// path. `root` is the root document of the spec.
    pub(super) fn new(method: String, path: String, operations: &[Operation], root: &str) -> Self {
        let names = PathNames::new(&path, None).or_else(|_| PathNames::new("/root", None));
        let (tag, file, parts) = match &names {
            Ok(names) => {
                let on_path = operations.iter().filter(|it| it.facts.path.value() == Some(&path));
                let is_alone = on_path.count() == 1;
                (names.tag.clone(), names.file(), names.operation(&method, is_alone))
            }
            Err(_) => {
                ("root".to_owned(), "paths/root/root.yaml".to_owned(), vec![method.to_lowercase()])
            }
        };
        let folder = root.rsplit_once('/').map_or(String::new(), |(it, _)| format!("{it}/"));
        let id = format!("{tag}.{}", parts.join("."));
        Self { method, path, tag, id, file: format!("{folder}{file}") }
    }
}
