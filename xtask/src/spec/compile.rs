//! [`read`]: reads and lowers a spec in one step.

use crate::spec::diagnostic::{Diagnostics, Report};
use crate::spec::files::Files;
use crate::spec::ir::Api;
use crate::spec::load::load;
use crate::spec::lower::lower;
use crate::spec::source::Sources;

/// Reads and lowers a spec, or returns all its problems.
pub(crate) fn read(files: &dyn Files, spec: &str) -> Result<Api, Box<Report>> {
    let mut sources = Sources::default();
    let mut diagnostics = Diagnostics::default();
    let loaded = load(files, spec, &mut sources, &mut diagnostics);
    let api = loaded.map(|loaded| lower(&loaded, &sources, &mut diagnostics));
    api.filter(|_| diagnostics.is_empty())
        .ok_or_else(|| Box::new(Report::new(sources, diagnostics.into_sorted())))
}
