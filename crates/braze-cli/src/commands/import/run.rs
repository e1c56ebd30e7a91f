//! [`Run`]: the second reading of the file, which sends its records.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use braze_core::Error;
use braze_core::import::{Account, Import, ImportError, ImportPlan};
use braze_store::{ImportState, StoreError};

use super::feed::Feed;
use super::input::{Input, unreadable_line};
use super::rejects::Rejects;
use super::report::{self, ImportReport};
use crate::args::import::{ImportArgs, SKIP};
use crate::settings::connection::Connection;
use crate::ui::diagnose_call::diagnose;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::meter::{Meter, Units};
use crate::ui::notes::Notes;

/// The second reading of the file, which sends its records.
pub(super) struct Run<'a> {
    pub(super) args: &'a ImportArgs,
    pub(super) input: &'a Input,
    pub(super) connection: &'a Connection,
    pub(super) plan: &'a ImportPlan,
}

/// The end of a run.
struct Ending {
    account: Account,
    report: ImportReport,
    /// The reason why it ended early.
    early: Option<ImportError>,
    /// A reject that could not be written.
    unwritten: Option<Failure>,
}

impl Run<'_> {
    /// Sends the records, and remembers that in the state, if there is one.
    pub(super) fn start(self, state: Option<ImportState>, io: &mut Io) -> Result<Exit, Failure> {
        let notes = io.notes().clone();
        let feed = Feed::open(self.args, self.input)?;
        let create = |path: &PathBuf| Rejects::create(path, feed.header());
        let mut rejects = self.args.rejects.as_ref().map(create).transpose()?;
        let mut feed = feed.put_aside(rejects.as_ref().map(Rejects::waiting));
        let Ending { account, mut report, early, unwritten } =
            self.deliver(&mut feed, state, rejects.as_mut(), io);
        report.list(&account, &notes);
        let resume_at = early.as_ref().map_or(account.records, ImportError::resume_at);
        // Lines that were not sent are sent by the next run, if there is a state.
        let left_behind = if self.args.state.is_some() { 0 } else { resume_at };
        let about_rejects = rejects.map_or(Ok(None), |it| it.finish(left_behind));
        if let Ok(Some(sentence)) = &about_rejects {
            notes.note(sentence);
        }
        let failure = unwritten
            .or(about_rejects.err())
            .or_else(|| early.as_ref().map(|error| self.diagnose(error)))
            .or_else(|| feed.error().map(|error| unreadable_line(self.input.name(), error)));
        match failure {
            None => Ok(self.complete(&account, &notes)),
            Some(failure) => Err(self.conclude(failure, &account, &report, resume_at)),
        }
    }

    /// Sends the records, and takes in what becomes of each.
    fn deliver(
        &self,
        feed: &mut Feed,
        state: Option<ImportState>,
        mut rejects: Option<&mut Rejects>,
        io: &Io,
    ) -> Ending {
        let (notes, records) = (io.notes(), self.plan.records);
        let import = Import::new(feed)
            .concurrency(self.args.concurrency)
            .repeat_unknown(self.args.repeat_unknown);
        let import = match state {
            Some(state) => import.recorder(state),
            None => import,
        };
        let mut outcomes = self.connection.client().import(import);
        let cancel = outcomes.cancel();
        let latest = Arc::new(Mutex::new(Account::default()));
        let stop = {
            let cancel = cancel.clone();
            move || cancel.cancel()
        };
        let listening = io.interrupt().listen(stop, last_words(&latest, notes, self.args));
        let mut meter =
            Meter::new(notes, io.shows_bar(), Units::IMPORT, records, io.shows_unicode());
        let mut report = ImportReport::default();
        let (mut early, mut unwritten) = (None, None);
        while let Some(outcome) = outcomes.next() {
            match outcome {
                Ok(outcome) => {
                    report.record(&outcome);
                    let written = rejects.as_mut().map_or(Ok(()), |it| it.record(&outcome));
                    if let Err(failure) = written {
                        // The records in flight are still accounted for.
                        unwritten.get_or_insert(failure);
                        cancel.cancel();
                    }
                }
                Err(error) => early = Some(error),
            }
            let account = outcomes.account();
            latest.lock().unwrap_or_else(PoisonError::into_inner).clone_from(account);
            let back = account.accepted + account.rejected + account.unknown - account.recalled;
            meter.show(back, records, account.requests, self.connection.traffic());
        }
        let account = outcomes.account().clone();
        // Its threads end here, which an interrupt need not wait for.
        drop(outcomes);
        drop(listening);
        Ending { account, report, early, unwritten }
    }

    fn complete(&self, account: &Account, notes: &Notes) -> Exit {
        if account.records - account.recalled != self.plan.records {
            notes.warning(&format!(
                "{} has changed since it was checked: {} records were planned",
                self.input.name(),
                self.plan.records
            ));
        }
        report::conclude(notes, account)
    }

    fn diagnose(&self, error: &ImportError) -> Failure {
        match error.call() {
            None => {
                let recorder =
                    error.recorder().and_then(|error| error.downcast_ref::<StoreError>());
                recorder
                    .map_or_else(|| Failure::new(Exit::Failed, error.to_string()), Failure::from)
            }
            Some(call) if matches!(call.cause(), Error::Cancelled) => Failure::interrupted(),
            Some(call) => {
                let meta = self.args.kind.meta();
                diagnose(meta, meta.path, call, self.connection)
            }
        }
    }

    /// Adds the account to a failure, and how to resume.
    fn conclude(
        &self,
        failure: Failure,
        account: &Account,
        report: &ImportReport,
        resume_at: u64,
    ) -> Failure {
        let mut failure = failure.detail(account.to_string());
        let has_state = self.args.state.is_some();
        if let Some(lines) = report.left_behind(resume_at).filter(|_| !has_state) {
            failure = failure.detail(format!("not sent, although later lines were: {lines}")).tip(
                match &self.args.rejects {
                    Some(path) => format!("these lines are in {}, too", path.display()),
                    None => "import these lines by themselves".to_owned(),
                },
            );
        }
        match resume_at {
            0 => failure,
            _ => failure.tip(advice(has_state, self.args.skip + resume_at)),
        }
    }
}

fn advice(has_state: bool, position: u64) -> String {
    match has_state {
        true => "to resume, repeat the command".to_owned(),
        false => format!("to resume, repeat the command with `--{SKIP} {position}`"),
    }
}

/// The last words of a command that has no time to stop in order.
fn last_words(
    latest: &Arc<Mutex<Account>>,
    notes: &Notes,
    args: &ImportArgs,
) -> impl FnOnce() + Send + use<> {
    let (latest, notes) = (Arc::clone(latest), notes.clone());
    let (skip, has_state) = (args.skip, args.state.is_some());
    move || {
        let account = latest.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let back = account.accepted + account.rejected + account.unknown + account.not_sent;
        let failure = Failure::interrupted()
            .detail(account.to_string())
            .detail(format!("unknown: {} records that were in flight", account.records - back))
            .tip(advice(has_state, skip + account.records));
        notes.last_words(&failure);
    }
}
