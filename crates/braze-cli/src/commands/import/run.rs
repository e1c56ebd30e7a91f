//! [`Run`]: the second reading of the file, which sends its records.

use std::sync::{Arc, Mutex, PoisonError};

use braze_core::Error;
use braze_core::import::{Account, Import, ImportError, ImportPlan};
use braze_core::users::TrackRequest;

use super::input::{Input, unreadable_line};
use super::rejects::Rejects;
use super::report::{self, Report};
use super::{COMMAND, feed};
use crate::args::import::{ImportArgs, SKIP};
use crate::endpoint::Endpoint;
use crate::settings::connection::Connection;
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

impl Run<'_> {
    pub(super) fn start(self, io: &mut Io) -> Result<Exit, Failure> {
        let (notes, interrupt) = (io.notes().clone(), io.interrupt());
        let bar = io.shows_bar();
        let lines = self.input.lines()?;
        let create = |path: &std::path::PathBuf| Rejects::create(path, lines.header());
        let mut rejects = self.args.rejects.as_ref().map(create).transpose()?;
        drop(lines);
        let waiting = rejects.as_ref().map(Rejects::waiting);
        let mut feed = feed(self.args, self.input)?.put_aside(waiting);
        let import = Import::new(&mut feed)
            .concurrency(self.args.concurrency)
            .repeat_unknown(self.args.repeat_unknown);
        let mut outcomes = self.connection.client().import(import);
        let latest = Arc::new(Mutex::new(Account::default()));
        let listening = interrupt.listen(
            {
                let cancel = outcomes.cancel();
                move || cancel.cancel()
            },
            last_words(&latest, &notes, self.args.skip),
        );
        let records = self.plan.records;
        let mut meter = Meter::new(&notes, bar, Units::IMPORT, records, io.shows_unicode());
        let mut report = Report::default();
        let (mut early, mut unwritten) = (None, None);
        while let Some(outcome) = outcomes.next() {
            match outcome {
                Ok(outcome) => {
                    report.record(&outcome);
                    let written = rejects.as_mut().map_or(Ok(()), |it| it.record(&outcome));
                    if let Err(failure) = written {
                        // What is in flight is still accounted for.
                        unwritten.get_or_insert(failure);
                        outcomes.cancel().cancel();
                    }
                }
                Err(error) => early = Some(error),
            }
            let mut latest = latest.lock().unwrap_or_else(PoisonError::into_inner);
            latest.clone_from(outcomes.account());
            let back = latest.accepted + latest.rejected + latest.unknown;
            meter.show(back, records, latest.requests, self.connection.traffic());
        }
        drop(meter);
        let account = outcomes.account().clone();
        // Its threads end here, which an interrupt need not wait for.
        drop(outcomes);
        drop(listening);
        report.list(&notes);
        if let (Some(earlier), Some(path)) = (feed.earlier(), &self.args.against) {
            report::tell_changes(&notes, earlier, path, early.is_none());
        }
        let about_rejects = rejects.map_or(Ok(None), Rejects::finish);
        if let Ok(Some(sentence)) = &about_rejects {
            notes.note(sentence);
        }
        let unwritten = unwritten.or(about_rejects.err());
        let failure = match (unwritten, early) {
            (Some(failure), early) => Some((failure, early.map(|it| it.resume_at()))),
            (None, Some(error)) => Some((self.diagnose(&error), Some(error.resume_at()))),
            (None, None) => {
                let failure = |error| unreadable_line(self.input.name(), error);
                feed.error().map(|error| (failure(error), Some(account.records)))
            }
        };
        match failure {
            None => Ok(self.complete(&account, &notes)),
            Some((failure, resume_at)) => {
                let resume_at = resume_at.unwrap_or(account.records);
                Err(self.conclude(failure, &account, &report, resume_at))
            }
        }
    }

    fn complete(&self, account: &Account, notes: &Notes) -> Exit {
        if account.records != self.plan.records {
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
            None => Failure::new(Exit::Failed, error.to_string()),
            Some(call) if matches!(call.cause(), Error::Cancelled) => Failure::interrupted(),
            Some(call) => {
                let endpoint = Endpoint::new::<TrackRequest>();
                endpoint.diagnose(call, self.connection, COMMAND)
            }
        }
    }

    /// Adds the account to a failure, and how to resume.
    fn conclude(
        &self,
        failure: Failure,
        account: &Account,
        report: &Report,
        resume_at: u64,
    ) -> Failure {
        let mut failure = failure.detail(account.to_string());
        let behind = report.left_behind(resume_at);
        if !behind.is_empty() {
            let lines: Vec<_> = behind.iter().map(ToString::to_string).collect();
            failure = failure
                .detail(format!("not sent, although later lines were: {}", lines.join(", ")))
                .tip("import these lines by themselves");
        }
        failure.tip(advice(self.args.skip + resume_at))
    }
}

fn advice(position: u64) -> String {
    format!("to resume, repeat the command with `--{SKIP} {position}`")
}

/// The last words of a command that has no time to stop in order.
fn last_words(
    latest: &Arc<Mutex<Account>>,
    notes: &Notes,
    skip: u64,
) -> impl FnOnce() + Send + 'static {
    let (latest, notes) = (Arc::clone(latest), notes.clone());
    move || {
        let account = latest.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let back = account.accepted + account.rejected + account.unknown + account.not_sent;
        let failure = Failure::interrupted()
            .detail(account.to_string())
            .detail(format!("unknown: {} records that were in flight", account.records - back))
            .tip(advice(skip + account.records));
        notes.last_words(&failure);
    }
}
