//! `--state`: the memory of an import, in a file.

use std::path::Path;

use braze_core::import::Record;
use braze_store::{ImportDestination, ImportState, InputCheck, InputSummary};

use crate::args::database::DatabaseArgs;
use crate::args::import::{ImportArgs, StateArgs};
use crate::args::import_scope::ImportedKind;
use crate::settings::connection::Connection;
use crate::ui::failure::Failure;
use crate::ui::notes::Notes;

/// Opens the file of `--state`.
pub(super) fn open(
    args: &ImportArgs,
    connection: &Connection,
) -> Result<Option<ImportState>, Failure> {
    let Some(StateArgs { file, repeat_rejected, send_changed }) = &args.state else {
        return Ok(None);
    };
    let operation = args.kind.meta().name;
    let destination = ImportDestination {
        workspace: DatabaseArgs::default().workspace(connection.profile()),
        server: connection.origin(),
        operation: match &args.kind {
            ImportedKind::CatalogItem { catalog_name, .. } => format!("{operation} {catalog_name}"),
            _ => operation.to_owned(),
        },
    };
    let state = ImportState::open(file, &destination).map_err(nothing_was_sent)?;
    Ok(Some(state.repeat_rejected(*repeat_rejected).send_changed(*send_changed)))
}

/// The comparison of a file with what was sent from it.
pub(super) struct Comparison<'a> {
    check: InputCheck<'a>,
    repeat_unknown: bool,
    memory: Memory,
    failure: Option<Failure>,
}

/// The records that earlier runs sent.
#[derive(Debug, Default)]
pub(super) struct Memory {
    summary: InputSummary,
    /// Those that are not sent again.
    settled: u64,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(state: &'a ImportState, repeat_unknown: bool) -> Self {
        let (check, memory) = (state.check(), Memory::default());
        Self { check, repeat_unknown, memory, failure: None }
    }

    /// Takes the next record. Tells whether it will be sent.
    pub(super) fn will_send(&mut self, record: &Record) -> bool {
        let recalled = self.check.push(record).unwrap_or_else(|error| {
            self.failure.get_or_insert(nothing_was_sent(error));
            None
        });
        let is_sent = recalled.is_none_or(|it| it.is_sent_again(record, self.repeat_unknown));
        self.memory.settled += u64::from(!is_sent);
        is_sent
    }

    /// Refuses a file whose records are not those that were sent.
    pub(super) fn finish(mut self) -> Result<Memory, Failure> {
        if let Some(failure) = self.failure {
            return Err(failure);
        }
        self.memory.summary = self.check.finish().map_err(nothing_was_sent)?;
        Ok(self.memory)
    }
}

impl Memory {
    /// Notes what earlier runs have sent.
    pub(super) fn tell(&self, path: &Path, notes: &Notes) {
        let InputSummary { records, accepted, rejected, unknown, changed, .. } = self.summary;
        let sent = accepted + rejected + unknown + changed;
        if sent == 0 {
            return;
        }
        let path = path.display();
        let mut text = format!(
            "{path}: {sent} of {records} records were sent before: {accepted} accepted, {rejected} rejected, \
             {unknown} unknown"
        );
        if changed > 0 {
            text.push_str(&format!(", {changed} changed since"));
        }
        let again = sent - self.settled;
        if again > 0 {
            text.push_str(&format!("; {again} of these will be sent again"));
        }
        notes.note(&text);
    }
}

fn nothing_was_sent(error: braze_store::StoreError) -> Failure {
    Failure::from(error).detail("nothing was sent")
}
