//! [`Preview`]: the first reading of the file, which checks every record and sends nothing.

use std::iter;

use braze_core::import::{Import, ImportPlan, Record};
use braze_records::Earlier;
use braze_store::ImportState;

use super::feed::Feed;
use super::input::{Input, unreadable_line};
use super::report::{self, ImportReport};
use super::state::{Comparison, Memory};
use crate::args::import::ImportArgs;
use crate::ui::failure::Failure;
use crate::ui::notes::Notes;
use crate::ui::text::Counted;

/// The first reading of the file, which checks every record and sends nothing.
pub(super) struct Preview {
    pub(super) plan: ImportPlan,
    /// The records that will be rejected.
    pub(super) report: ImportReport,
    /// The earlier file, if only changes are sent.
    earlier: Option<Earlier>,
    memory: Memory,
}

/// The records of an import that is planned.
pub(super) type Planned<'a> = Import<Box<dyn Iterator<Item = Record> + 'a>>;

impl Preview {
    /// Reads the whole file.
    pub(super) fn take(
        args: &ImportArgs,
        input: &Input,
        state: Option<&ImportState>,
        plan: impl FnOnce(Planned<'_>) -> ImportPlan,
    ) -> Result<Self, Failure> {
        let mut feed = Feed::open(args, input)?;
        let mut report = ImportReport::default();
        let mut comparison = state.map(|state| Comparison::new(state, args.repeat_unknown));
        let mut will_send =
            |record: &Record| comparison.as_mut().is_none_or(|it| it.will_send(record));
        let records = iter::from_fn(|| {
            let record = feed.by_ref().find(&mut will_send)?;
            if let Some(problem) = record.problem() {
                report.reject(record.line().unwrap_or_default(), problem);
            }
            Some(record)
        });
        let plan = plan(Import::new(Box::new(records)));
        if let Some(error) = feed.error() {
            let failure = unreadable_line(input.name(), error);
            return Err(failure.detail("nothing was sent"));
        }
        let unmet = if args.limit.is_none() { feed.unmet() } else { Vec::new() };
        if !unmet.is_empty() {
            let failure =
                Failure::usage(format!("cannot import {}, nothing was sent", input.name()));
            let detail = |name: &String| format!("no line has the field `{name}`");
            let failure = unmet.iter().map(detail).fold(failure, Failure::detail);
            return Err(failure.tip("`--map` and `--types` name fields of the file"));
        }
        let memory = comparison.map_or(Ok(Memory::default()), Comparison::finish)?;
        Ok(Self { plan, report, earlier: feed.into_earlier(), memory })
    }

    /// Notes what earlier runs have sent.
    pub(super) fn tell_memory(&self, args: &ImportArgs, notes: &Notes) {
        if let Some(state) = &args.state {
            self.memory.tell(&state.file, notes);
        }
    }

    /// Notes the plan.
    pub(super) fn tell(&self, args: &ImportArgs, input: &Input, notes: &Notes) {
        if let (Some(earlier), Some(path)) = (&self.earlier, &args.against) {
            report::tell_changes(notes, earlier, path);
        }
        notes.note(&format!("{}: {}", input.name(), self.plan));
        let seconds = self.plan.min_duration().as_secs();
        if seconds > 0 {
            notes.note(&format!("at the documented rate limit, that takes at least {seconds} s"));
        }
        if self.plan.rejected > 0 {
            let rejected = Counted(self.plan.rejected, "record");
            notes.warning(&format!("{rejected} cannot be sent and will be rejected"));
        }
    }
}
