//! Whether the day or hour that is not over comes when `ending_at` is left out.
//!
//! A reply about the past says which row the server calls the last one for a known instant. The same
//! time of day later, without `ending_at`, the last row is as much later, or one less where the open one
//! is kept back.

use braze_core::chrono::TimeDelta;

use super::cut::Ending;
use super::verdict::{Certainty, Settled, Verdict};
use super::window::Window;

/// Whether the open day or hour comes when `ending_at` is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Delivered,
    Absent,
}

/// Decides by a window that ended `earlier` than the one without `ending_at`.
pub(super) fn decide(
    ending: Option<(Ending, Certainty)>,
    past: Option<Window>,
    open: Option<Window>,
    earlier: TimeDelta,
    unit: TimeDelta,
) -> Verdict<Open> {
    let (ending, certainty) =
        ending.ok_or("it is not settled which row `ending_at` makes the last one")?;
    let (Some(past), Some(open)) = (past, open) else {
        return Err("rows were missing in every reply".to_owned());
    };
    let of_end = match ending {
        Ending::Included => past.last,
        Ending::Excluded => past.last + unit,
    };
    let open_now = of_end + earlier;
    let (value, evidence) = match open_now - open.last {
        late if late == TimeDelta::zero() => {
            (Open::Delivered, "the last row without `ending_at` is the open one")
        }
        late if late == unit => (
            Open::Absent,
            "the last row without `ending_at` is the one before the open one, and no row is missing",
        ),
        _ => {
            return Err(
                "the last row without `ending_at` is neither the open one nor the one before"
                    .into(),
            );
        }
    };
    Ok(Settled { value, certainty, evidence: evidence.to_owned() })
}
