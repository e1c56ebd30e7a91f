//! The position at which an export resumes.

use braze_series::Position;

use crate::args::range::Wanted;
use crate::args::resume::{RESUME, Resume};
use crate::args::series::Options;
use crate::settings::clock::WallClock;
use crate::ui::failure::Failure;

/// The position that was chosen, which must be in the range.
pub(super) fn resolve(
    chosen: Resume,
    wanted: Wanted,
    options: &Options,
    clock: WallClock,
) -> Result<Position, Failure> {
    let range = wanted.range;
    let next = chosen
        .word
        .start(options.unit, options.clock(clock))
        .map_err(|misfit| invalid().detail(format!("it {misfit}")))?;
    if next < range.from() || (!wanted.until_now && next > range.to()) {
        return Err(invalid().detail(format!("{next} is not in the {range}")));
    }
    Ok(Position { selection: chosen.selection - 1, next })
}

/// Checks that there is such a selection.
pub(super) fn check(position: Option<Position>, selections: usize) -> Result<(), Failure> {
    match position {
        Some(position) if position.selection >= selections => Err(invalid().detail(format!(
            "there is no selection {}: this export has {selections}",
            position.selection + 1
        ))),
        _ => Ok(()),
    }
}

fn invalid() -> Failure {
    Failure::usage(format!("invalid value for `--{RESUME}`"))
        .tip("an export that ends early reports the value; repeat its other options as they were")
}
