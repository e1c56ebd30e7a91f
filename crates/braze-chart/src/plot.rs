//! [`Plot`]: a figure with its axes, in the room of a picture.

use crate::axis::{Room, Scale, ScaleOptions, Tick, ticks};
use crate::figure::Figure;
use crate::marks::{Grouping, Marks};

/// A figure with its axes.
pub(crate) struct Plot<'a> {
    pub(crate) figure: &'a Figure,
    pub(crate) grouping: Grouping,
    /// The drawn points of each line.
    pub(crate) marks: Vec<Marks>,
    pub(crate) scale: Scale,
}

/// The room of a picture.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// The number of points that a line can show.
    pub(crate) places: usize,
    /// The maximum number of ticks on the value axis.
    pub(crate) ticks: usize,
    /// True if the value axis must start at zero, as it must for bars.
    pub(crate) from_zero: bool,
}

impl<'a> Plot<'a> {
    pub(crate) fn new(figure: &'a Figure, extent: Extent) -> Self {
        let grouping = Grouping::new(figure.timeline, extent.places);
        let marks: Vec<_> = figure.lines.iter().map(|line| Marks::new(line, grouping)).collect();
        let extents = || marks.iter().filter_map(Marks::extent);
        let lowest = extents().map(|(lowest, _)| lowest).reduce(f64::min).unwrap_or(0.0);
        let highest = extents().map(|(_, highest)| highest).reduce(f64::max).unwrap_or(0.0);
        // If all numbers are far from zero, an axis that starts there would hide their changes.
        let zero = extent.from_zero || lowest < highest / 2.0;
        let options = ScaleOptions { zero, whole: figure.is_whole(), ticks: extent.ticks };
        let scale = Scale::covering(lowest, highest, options);
        Self { figure, grouping, marks, scale }
    }

    /// Returns true if a band shows the lowest and highest numbers. Only a single line has room for it.
    pub(crate) fn has_band(&self) -> bool {
        self.grouping.is_coarse() && self.marks.len() == 1
    }

    /// The ticks of the value axis, each with its label.
    pub(crate) fn numbers(&self) -> Vec<(f64, String)> {
        let ticks = self.scale.ticks().into_iter();
        ticks.map(|tick| (tick, self.scale.label(tick))).collect()
    }

    /// The ticks of the time axis. `place` maps a share of the whole width to a position.
    pub(crate) fn times(
        &self,
        place: impl Fn(f64) -> usize,
        width: impl Fn(&str) -> usize,
        ends: (usize, usize),
        gap: usize,
    ) -> Vec<Tick> {
        let size = self.grouping.size();
        let place = |bucket: u64| place(self.grouping.middle(bucket / size));
        ticks(self.figure.timeline, &Room { place: &place, width: &width, ends, gap })
    }

    /// A note about points that stand for several buckets. `band` names the band around them.
    pub(crate) fn note(&self, band: &str) -> Option<String> {
        let span = self.figure.timeline.buckets_or_weeks(self.grouping.size());
        let band = match self.has_band() {
            true => format!(", {band} from the lowest to the highest"),
            false => String::new(),
        };
        let is_coarse = self.grouping.is_coarse();
        is_coarse.then(|| format!("each point is the mean of {span}{band}"))
    }
}
