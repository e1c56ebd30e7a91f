//! [`Meter`]: the progress of an export: a bar on a terminal, a line now and then elsewhere.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use braze_core::export::Progress;
use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::running::Running;
use crate::ui::notes::Notes;
use crate::ui::text::Count;
use crate::ui::traffic::{Left, Traffic};

/// The time between two lines without a bar.
const BETWEEN_LINES: Duration = Duration::from_secs(30);

/// The time between two drawings of a bar while nothing happens.
const TICK: Duration = Duration::from_millis(200);

/// Shows the progress of an export.
pub(crate) struct Meter {
    notes: Notes,
    bar: Option<ProgressBar>,
    /// Read by the bar whenever it is drawn.
    rows: Arc<AtomicU64>,
    started: Instant,
    last_line: Instant,
    /// The number of finished requests that was shown last.
    shown: Option<u64>,
}

impl Meter {
    /// A meter. `bar`: standard error is a terminal, and nothing else is written to it meanwhile.
    pub(crate) fn new(notes: &Notes, bar: bool, requests: u64, in_unicode: bool) -> Self {
        let now = Instant::now();
        let rows = Arc::default();
        let bar = bar.then(|| drawn(requests, &rows, in_unicode));
        if let Some(bar) = &bar {
            notes.write_above(bar.clone());
        }
        Self { notes: notes.clone(), bar, rows, started: now, last_line: now, shown: None }
    }

    /// The meter of one export, whose range is noted with `--verbose`.
    pub(crate) fn for_export(
        running: &dyn Running,
        notes: &Notes,
        bar: bool,
        in_unicode: bool,
    ) -> Self {
        let requests = running.progress().windows;
        notes.detail(&format!("{}: requests {requests}", running.range()));
        Self::new(notes, bar, requests, in_unicode)
    }

    /// Shows the progress if it has changed.
    pub(crate) fn show(&mut self, progress: Progress, rows: u64, traffic: &Traffic) {
        self.rows.store(rows, Ordering::Relaxed);
        if self.shown == Some(progress.done) {
            return;
        }
        self.shown = Some(progress.done);
        let left = Left(traffic.rate_limit());
        match &self.bar {
            Some(bar) => {
                bar.set_position(progress.done);
                bar.set_message(left.to_string());
            }
            None if self.last_line.elapsed() >= BETWEEN_LINES => {
                self.last_line = Instant::now();
                let to_go = to_go(progress, self.started.elapsed());
                let Progress { done, windows, .. } = progress;
                self.notes
                    .note(&format!("{done} of {windows} requests, {}{to_go}{left}", Count(rows)));
            }
            None => {}
        }
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if self.bar.is_some() {
            self.notes.clear();
        }
    }
}

fn drawn(requests: u64, rows: &Arc<AtomicU64>, in_unicode: bool) -> ProgressBar {
    let bar = ProgressBar::new(requests);
    let template = "{bar:20} {pos} of {len} requests, {rate}, {rows}, {eta} to go{wide_msg}";
    let rows = Arc::clone(rows);
    // The template is ours, so it is valid.
    let style = ProgressStyle::with_template(template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .with_key("rate", |state: &ProgressState, out: &mut dyn fmt::Write| {
            // If it cannot be written, there is nowhere to report that.
            let _ = write!(out, "{:.1}/s", state.per_sec());
        })
        .with_key("rows", move |_: &ProgressState, out: &mut dyn fmt::Write| {
            let _ = write!(out, "{}", Count(rows.load(Ordering::Relaxed)));
        })
        .progress_chars(if in_unicode { "█▉▊▋▌▍▎▏ " } else { "#> " });
    bar.set_style(style);
    bar.enable_steady_tick(TICK);
    bar
}

/// `, about 3 min to go`
fn to_go(progress: Progress, elapsed: Duration) -> String {
    let Progress { done, windows, .. } = progress;
    if done == 0 {
        return String::new();
    }
    let seconds = elapsed.as_secs_f64() * windows.saturating_sub(done) as f64 / done as f64;
    if seconds < 90.0 {
        format!(", about {seconds:.0} s to go")
    } else {
        format!(", about {:.0} min to go", seconds / 60.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_to_go_follows_from_the_time_so_far() {
        let mut progress = Progress::default();
        progress.windows = 40;
        assert_eq!(to_go(progress, Duration::from_secs(1)), "");
        progress.done = 10;
        assert_eq!(to_go(progress, Duration::from_secs(20)), ", about 60 s to go");
        assert_eq!(to_go(progress, Duration::from_secs(200)), ", about 10 min to go");
    }
}
