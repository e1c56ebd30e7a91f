//! [`Export`]: `braze <series> export`, any range of a series into a file.

mod account;
mod delivery;
mod output;
mod refused;
mod resume;
mod tail;

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use braze_core::export::ExportError;
use braze_series::Plan;
use braze_series::format::Sheet;

use crate::args::export::{self, ExportArgs};
use crate::commands::all;
use crate::series::{Prepared, Series};
use crate::settings::connection::{self, Connection};
use crate::ui::coverage::Report;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::meter::Meter;
use crate::ui::sink::{Destination, Rules, Sink};

use account::{Account, Resumption};
use delivery::Delivery;
use output::Output;
use tail::Tail;

/// The command that exports a range of a series.
pub(crate) struct Export<'a>(pub(crate) &'a Series);

impl Export<'_> {
    pub(crate) fn run(&self, args: ExportArgs, io: &mut Io) -> Result<Exit, Failure> {
        let ExportArgs {
            ends,
            series,
            selections,
            strict,
            resume,
            format,
            output,
            layout,
            dialect,
            ..
        } = args;
        let server = &args.connection;
        let profile = connection::profile(server, io)?;
        let options = series.options(&profile);
        let wanted = ends.resolve(options.unit, options.clock(io.clock()))?;
        let resume = resume.map(|chosen| resume::resolve(chosen, wanted, &options, io.clock()));
        let mut plan = options.plan(wanted);
        plan.strict = strict;
        plan.resume = resume.transpose()?;
        let typed = export::typed(self.0);
        if let Some(count) = all::check(self.0, &selections, &typed)? {
            resume::check(plan.resume, count)?;
        }
        let output = Output::new(format, output, layout, dialect)?;
        output.check(io, plan.resume.is_some())?;
        let connection = Connection::open(server, profile, options.pacing, io)?;
        let clock = options.clock(io.clock());
        let expanded = all::expand(selections, &connection, clock, &typed, io)?;
        let prepared = expanded.prepare(self.0, &typed)?;
        resume::check(plan.resume, prepared.selections.len())?;
        self.export(&plan, prepared, &output, &connection, io)
    }

    /// Runs the export.
    fn export(
        &self,
        plan: &Plan,
        prepared: Prepared,
        output: &Output,
        connection: &Connection,
        io: &mut Io,
    ) -> Result<Exit, Failure> {
        let mut sheet = Sheet::new(self.0.info(), plan.range.unit(), prepared.selections.clone());
        sheet.continues = plan.resume.is_some();
        sheet.in_unicode = io.shows_unicode();
        sheet.layout = output.layout().clone();
        sheet.dialect = output.dialect();
        let mut writer = output.writer(sheet.clone())?;
        let (notes, interrupt) = (io.notes().clone(), io.interrupt());
        let (format, destination) = (output.format(), output.destination());
        let is_whole = plan.strict || output.is_whole();
        let (has_screen, is_on_terminal) = (io.shows_bar(), output.is_on_terminal(io));
        let rules = Rules { is_whole, keeps_part: output.is_appendable() && !plan.strict };
        let stdout = io.stdout_for_foreign();
        let mut sink = match plan.resume {
            None => Sink::open(destination, rules, stdout)?,
            Some(position) => {
                let tail = Tail { format, sheet: &sheet, unit: plan.range.unit(), position };
                let check = |file: &File, path: &Path| tail.check(file, path);
                Sink::resume(destination, rules, stdout, check)?
            }
        };
        // Rows on the same screen would run into a bar. A stream with a name may be that screen.
        let is_on_screen = is_on_terminal || *destination != Destination::Stdout;
        let bar = has_screen && !(sink.is_stream() && is_on_screen);
        let resumption = Resumption {
            is_possible: output.is_appendable(),
            from: plan.resume,
            output: destination.option(),
        };
        let account = Arc::new(Account::new(&sink, &sheet.selections, resumption));
        let report = Report { notes: &notes, selections: &sheet.selections };
        let diagnose = |error: &ExportError| {
            self.0.diagnose(error, &sheet.selections, connection, &export::typed(self.0))
        };
        let mut running =
            prepared.open(connection.client(), plan).map_err(|error| diagnose(&error))?;
        let meter = Meter::for_export(&*running, &notes, bar, sheet.in_unicode);
        let listening = interrupt.listen(
            {
                let cancel = running.cancel();
                move || cancel.cancel()
            },
            account.last_words(&notes),
        );
        let ended = Delivery {
            running: &mut *running,
            writer: &mut *writer,
            sink: &mut sink,
            account: &account,
            meter,
            traffic: connection.traffic(),
        }
        .run();
        let coverage = running.coverage();
        let ended = match ended {
            Ok(None) => sink.finish().map(|()| None),
            other => other,
        };
        // Its threads end here, which an interrupt need not wait for.
        drop(running);
        drop(listening);

        match ended {
            Ok(None) => Ok(report.complete(&coverage)),
            Ok(Some(ExportError::Findings(coverage))) => {
                let leftover = sink.leftover();
                leftover.discard();
                Ok(report.refused(&coverage, &leftover))
            }
            Ok(Some(error)) => {
                if account.has_rows() {
                    // The run that resumes compares the rest only.
                    report.findings(&coverage);
                }
                Err(account.conclude(diagnose(&error)))
            }
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(Exit::Complete),
            Err(error) => Err(account.conclude(destination.unwritable(Exit::Failed, &error))),
        }
    }
}
