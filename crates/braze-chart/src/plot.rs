//! [`Plot`]: a figure with its axes, for the room that a picture has.

use crate::axis::{Room, Scale, Tick, Wants, ticks};
use crate::figure::Figure;
use crate::marks::{Grouping, Marks};

/// A figure with its axes.
pub(crate) struct Plot<'a> {
    pub(crate) figure: &'a Figure,
    pub(crate) grouping: Grouping,
    /// What is drawn of each line.
    pub(crate) marks: Vec<Marks>,
    pub(crate) scale: Scale,
}

/// The room that a picture has.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    /// How many points of a line can be told apart.
    pub(crate) places: usize,
    /// How many numbers can stand at the axis, one above the other.
    pub(crate) ticks: usize,
    /// Whether lengths stand for numbers, so that they must begin at zero.
    pub(crate) from_zero: bool,
}

impl<'a> Plot<'a> {
    pub(crate) fn new(figure: &'a Figure, extent: Extent) -> Self {
        let grouping = Grouping::of(figure.timeline, extent.places);
        let marks: Vec<_> = figure.lines.iter().map(|line| Marks::of(line, grouping)).collect();
        let extents = || marks.iter().filter_map(Marks::extent);
        let lowest = extents().map(|(lowest, _)| lowest).reduce(f64::min).unwrap_or(0.0);
        let highest = extents().map(|(_, highest)| highest).reduce(f64::max).unwrap_or(0.0);
        // Where all numbers are far from zero, an axis from there would hide how they change.
        let zero = extent.from_zero || lowest < highest / 2.0;
        let wants = Wants { zero, whole: figure.is_whole(), ticks: extent.ticks };
        let scale = Scale::covering(lowest, highest, wants);
        Self { figure, grouping, marks, scale }
    }

    /// Whether each point stands for a span of numbers, which one line alone has room for.
    pub(crate) fn has_band(&self) -> bool {
        self.grouping.is_coarse() && self.marks.len() == 1
    }

    /// The numbers at the axis, and what stands there.
    pub(crate) fn numbers(&self) -> Vec<(f64, String)> {
        let ticks = self.scale.ticks().into_iter();
        ticks.map(|tick| (tick, self.scale.label(tick))).collect()
    }

    /// The ticks of the axis of time. `place`: where a share of the whole width is.
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

    /// What a reader must know about points that stand for several buckets. `band`: what is around them.
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
