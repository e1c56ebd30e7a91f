//! [`Meter`]: the progress of an export or an import: a bar on a terminal, a line now and then elsewhere.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressState, ProgressStyle};

use crate::running::Running;
use crate::ui::notes::Notes;
use crate::ui::text::Counted;
use crate::ui::traffic::{Left, Traffic};

/// The time between two lines without a bar.
const BETWEEN_LINES: Duration = Duration::from_secs(30);

/// The time between two drawings of a bar while nothing happens.
const TICK: Duration = Duration::from_millis(200);

/// Shows the progress of an export or an import.
pub(crate) struct Meter {
    notes: Notes,
    bar: Option<ProgressBar>,
    units: Units,
    /// The number beside the progress, read by the bar whenever it is drawn.
    beside: Arc<AtomicU64>,
    started: Instant,
    last_line: Instant,
    /// The progress that was shown last.
    shown: Option<u64>,
}

/// The units of the progress and of the number beside it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Units {
    done: &'static str,
    beside: fn(u64) -> String,
}

impl Units {
    /// Requests, beside rows.
    pub(crate) const EXPORT: Self =
        Self { done: "requests", beside: |rows| Counted(rows, "row").to_string() };

    /// Records, beside requests.
    pub(crate) const IMPORT: Self =
        Self { done: "records", beside: |requests| Counted(requests, "request").to_string() };
}

impl Meter {
    /// A meter. `bar`: standard error is a terminal, and nothing else is written to it meanwhile.
    pub(crate) fn new(
        notes: &Notes,
        bar: bool,
        units: Units,
        whole: u64,
        in_unicode: bool,
    ) -> Self {
        let now = Instant::now();
        let beside = Arc::default();
        let bar = bar.then(|| drawn(units, whole, &beside, in_unicode));
        if let Some(bar) = &bar {
            notes.write_above(bar.clone());
        }
        let notes = notes.clone();
        Self { notes, bar, units, beside, started: now, last_line: now, shown: None }
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
        Self::new(notes, bar, Units::EXPORT, requests, in_unicode)
    }

    /// Shows the progress if it has changed.
    pub(crate) fn show(&mut self, done: u64, whole: u64, beside: u64, traffic: &Traffic) {
        self.beside.store(beside, Ordering::Relaxed);
        if self.shown == Some(done) {
            return;
        }
        self.shown = Some(done);
        let left = Left(traffic.rate_limit());
        match &self.bar {
            Some(bar) => {
                bar.set_position(done);
                bar.set_message(left.to_string());
            }
            None if self.last_line.elapsed() >= BETWEEN_LINES => {
                self.last_line = Instant::now();
                let to_go = to_go(done, whole, self.started.elapsed());
                let (unit, beside) = (self.units.done, (self.units.beside)(beside));
                self.notes.note(&format!("{done} of {whole} {unit}, {beside}{to_go}{left}"));
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

fn drawn(units: Units, whole: u64, beside: &Arc<AtomicU64>, in_unicode: bool) -> ProgressBar {
    let bar = ProgressBar::new(whole);
    let unit = units.done;
    let template = format!(
        "{{bar:20}} {{pos}} of {{len}} {unit}, {{rate}}, {{beside}}, {{eta}} to go{{wide_msg}}"
    );
    let beside = Arc::clone(beside);
    // The template is ours, so it is valid.
    let style = ProgressStyle::with_template(&template)
        .unwrap_or_else(|_| ProgressStyle::default_bar())
        .with_key("rate", |state: &ProgressState, out: &mut dyn fmt::Write| {
            // If it cannot be written, there is nowhere to report that.
            let _ = write!(out, "{:.1}/s", state.per_sec());
        })
        .with_key("beside", move |_: &ProgressState, out: &mut dyn fmt::Write| {
            let _ = out.write_str(&(units.beside)(beside.load(Ordering::Relaxed)));
        })
        .progress_chars(if in_unicode { "█▉▊▋▌▍▎▏ " } else { "#> " });
    bar.set_style(style);
    bar.enable_steady_tick(TICK);
    bar
}

/// `, about 3 min to go`
fn to_go(done: u64, whole: u64, elapsed: Duration) -> String {
    if done == 0 {
        return String::new();
    }
    let seconds = elapsed.as_secs_f64() * whole.saturating_sub(done) as f64 / done as f64;
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
        assert_eq!(to_go(0, 40, Duration::from_secs(1)), "");
        assert_eq!(to_go(10, 40, Duration::from_secs(20)), ", about 60 s to go");
        assert_eq!(to_go(10, 40, Duration::from_secs(200)), ", about 10 min to go");
    }
}
