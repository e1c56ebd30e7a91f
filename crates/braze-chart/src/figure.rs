//! [`Figure`]: lines over the same days or hours, before they are drawn.

use braze_core::export::{Range, Row, Start, Zone};
use braze_core::{DateTime, Number, NumericValue, Utc};

use crate::timeline::Timeline;

/// Lines over the same days or hours, and the texts around them.
///
/// [`svg::draw`](crate::svg::draw) and [`terminal::draw`](crate::terminal::draw) turn it into a chart.
///
/// ```
/// use braze_chart::Figure;
/// use braze_core::Number;
/// use braze_core::export::{Range, Start};
///
/// let week = Range::days("2024-01-01".parse()?, "2024-01-08".parse()?);
/// let mut figure = Figure::new("purchases", week).with_selection("product shirt");
/// let line = figure.add_line("shirt");
/// line.push(Start::Date("2024-01-01".parse()?), Number::Count(12), true);
/// line.push(Start::Date("2024-01-03".parse()?), Number::Count(15), true);
/// line.set_missing(5);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Figure {
    pub(crate) name: String,
    pub(crate) value: String,
    pub(crate) selection: Option<String>,
    pub(crate) timeline: Timeline,
    pub(crate) lines: Vec<Line>,
}

/// One line of a figure, with at most one number per day or hour.
#[derive(Debug, Clone)]
pub struct Line {
    pub(crate) name: String,
    timeline: Timeline,
    /// Ascending, each bucket at most once.
    points: Vec<Point>,
    pub(crate) missing: u64,
    /// The maximum number of decimals of a number.
    decimals: usize,
}

/// The number of a bucket.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Point {
    /// The index of the bucket in the timeline, from 0.
    pub(crate) index: u64,
    pub(crate) value: f64,
    /// True if the bucket had ended when its number was read.
    pub(crate) complete: bool,
}

/// The largest number that is drawn, so that sums and differences stay finite.
const MAX_DRAWN: f64 = 1e290;

impl Figure {
    /// Creates a figure without lines.
    ///
    /// `name` names the numbers in the plural: `sessions` becomes the heading `sessions per day`.
    #[must_use]
    pub fn new(name: impl Into<String>, range: Range) -> Self {
        let name = name.into();
        let value = name.clone();
        Self { name, value, selection: None, timeline: Timeline::new(range), lines: Vec::new() }
    }

    /// Sets the label of the value axis. The default is the name of the figure.
    #[must_use]
    pub fn with_value(self, value: impl Into<String>) -> Self {
        Self { value: value.into(), ..self }
    }

    /// Sets a text for the selection that all lines share, such as `event added_to_cart`.
    #[must_use]
    pub fn with_selection(self, selection: impl Into<String>) -> Self {
        Self { selection: Some(selection.into()), ..self }
    }

    /// Adds a line without points. If there are several lines, the legend shows its name.
    pub fn add_line(&mut self, name: impl Into<String>) -> &mut Line {
        let index = self.lines.len();
        self.lines.push(Line::new(name.into(), self.timeline));
        &mut self.lines[index]
    }

    /// Returns the lines in the order in which they were added.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Returns the lines for changes, such as adding numbers.
    pub fn lines_mut(&mut self) -> &mut [Line] {
        &mut self.lines
    }

    /// The heading: `sessions per day`.
    pub(crate) fn heading(&self) -> String {
        format!("{} per {}", self.name, self.timeline.unit_name())
    }

    /// The range, and the selection that all lines share.
    pub(crate) fn subject(&self) -> String {
        let mut parts = vec![self.timeline.title()];
        parts.extend(self.selection.iter().cloned());
        parts.join(", ")
    }

    /// Returns true if all numbers are whole.
    pub(crate) fn is_whole(&self) -> bool {
        self.lines.iter().all(|line| line.decimals == 0)
    }
}

impl Line {
    pub(crate) fn new(name: String, timeline: Timeline) -> Self {
        Self { name, timeline, points: Vec::new(), missing: 0, decimals: 0 }
    }

    /// Returns the name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Adds the number of a day or hour, in any order.
    ///
    /// The last number of a bucket counts. A bucket outside of the figure's range and a number that is NaN
    /// are ignored. `complete` is false if the bucket had not ended when it was read. An incomplete bucket
    /// is drawn in a different style and does not count in the mean.
    pub fn push(&mut self, start: Start, number: Number, complete: bool) {
        if let Some(index) = self.timeline.index(start) {
            self.push_at(index, number, complete);
        }
    }

    /// Adds the number of the bucket with this index in the timeline.
    pub(crate) fn push_at(&mut self, index: u64, number: Number, complete: bool) {
        let value = number.to_f64();
        if value.is_nan() {
            return;
        }
        if let Number::Amount(amount) = number {
            let text = amount.to_string();
            let decimals = text.split_once('.').map_or(0, |(_, tail)| tail.len());
            self.decimals = self.decimals.max(decimals);
        }
        let point = Point { index, value: value.clamp(-MAX_DRAWN, MAX_DRAWN), complete };
        match self.points.binary_search_by_key(&index, |point| point.index) {
            Ok(place) => self.points[place] = point,
            Err(place) => self.points.insert(place, point),
        }
    }

    /// Sets the number of complete days or hours without a number, which the summary reports.
    ///
    /// With an export this is [`Coverage::missing_of`](braze_core::export::Coverage::missing_of). Without
    /// one, sum up [`gaps`](Self::gaps).
    pub fn set_missing(&mut self, count: u64) {
        self.missing = count;
    }

    /// Returns the ranges without numbers among the days or hours that have ended by `now`.
    ///
    /// The zone decides when a day ends; see [`Start::is_over`].
    #[must_use]
    pub fn gaps(&self, now: DateTime<Utc>, zone: Option<Zone>) -> Vec<Range> {
        let complete = self.timeline.complete(now, zone);
        let present = self.points.iter().map(|point| point.index);
        let begins = std::iter::once(0).chain(present.clone().map(|index| index + 1));
        let ends = present.chain([self.timeline.len()]);
        let gaps = begins.zip(ends).map(|(from, to)| (from, to.min(complete)));
        let gaps = gaps.filter(|(from, to)| from < to);
        gaps.map(|(from, to)| self.timeline.range(from, to)).collect()
    }

    pub(crate) fn points(&self) -> &[Point] {
        &self.points
    }

    /// The number of decimals to show, at most 2.
    pub(crate) fn decimals(&self) -> usize {
        self.decimals.min(2)
    }
}

impl<V: NumericValue> Extend<Row<V>> for Line {
    /// Adds the rows of an export.
    fn extend<I: IntoIterator<Item = Row<V>>>(&mut self, rows: I) {
        for row in rows {
            self.push(row.start, row.value.number(), row.complete);
        }
    }
}
