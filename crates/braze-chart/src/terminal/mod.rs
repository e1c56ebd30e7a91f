//! Charts of characters: bars for few numbers, lines of braille for many.

mod bars;
mod canvas;
mod raster;
mod screen;
mod text;

use std::fmt::Write;

use braze_core::text::printable;

use crate::figure::{Figure, Line};
use crate::marks::Mark;
use crate::plot::{Extent, Plot};
use crate::summary::summary;
use bars::Field;
use canvas::{Canvas, Ink, styled};
use raster::{Dot, Pen, Raster};
pub use screen::Screen;
use text::{cut, width, wrapped};

/// The minimum width of a chart in columns.
const MIN_COLUMNS: usize = 30;

/// The minimum number of columns per bar, including the gap.
const MIN_SLOT: usize = 3;

/// Draws a chart of characters, with a heading above and a summary below.
///
/// The chart is at least 30 columns wide, even on a narrower screen, and between 8 and 20 rows high. A
/// single line of few buckets is drawn as bars; all other lines as lines.
#[must_use]
pub fn draw(figure: &Figure, screen: Screen) -> String {
    let screen = Screen { columns: screen.columns.max(MIN_COLUMNS), ..screen };
    let layout = Layout::new(figure, screen);
    let mut out = String::new();
    let heading = cut(&printable(&figure.heading()), screen);
    out.push_str(&styled(&heading, Ink::Heading, screen.in_color));
    let subject = printable(&figure.subject());
    if width(&heading) + 2 + width(&subject) <= screen.columns {
        // Writing to a string does not fail.
        let _ = writeln!(out, "  {subject}");
    } else {
        let _ = writeln!(out, "\n{}", cut(&subject, screen));
    }
    out.push('\n');
    if figure.lines.iter().any(|line| !line.points().is_empty()) {
        out.push_str(&layout.canvas().render(screen.in_color));
        out.push('\n');
    }
    out.push_str(&layout.footer());
    out
}

/// The layout of the chart.
struct Layout<'a> {
    plot: Plot<'a>,
    screen: Screen,
    pen: Pen,
    has_bars: bool,
    /// The width of the value axis in columns.
    gutter: usize,
    /// The size of the plot itself.
    columns: usize,
    rows: usize,
}

impl<'a> Layout<'a> {
    fn new(figure: &'a Figure, screen: Screen) -> Self {
        // The chart fits on a screen of usual height and is wider than high.
        let rows = (screen.columns / 5).clamp(8, 20);
        let is_single = figure.lines.len() == 1;
        let pen = match screen.in_unicode && (is_single || screen.in_color) {
            true => Pen::Braille,
            false => Pen::Mark,
        };
        // The labels of the value axis rarely take more than this.
        let columns = screen.columns - 8;
        let buckets = usize::try_from(figure.timeline.len()).unwrap_or(usize::MAX);
        let mut points = figure.lines.iter().flat_map(Line::points);
        let has_bars = is_single
            && buckets.saturating_mul(MIN_SLOT) <= columns
            && points.all(|point| point.value >= 0.0);
        let places = columns * pen.dots().0;
        let ticks = (rows / 3 + 1).max(4);
        let plot = Plot::new(figure, Extent { places, ticks, from_zero: has_bars });
        let longest = plot.numbers().iter().map(|(_, text)| text.len()).max().unwrap_or(0);
        // A space before the axis, and the axis.
        let gutter = longest + 2;
        let columns = screen.columns - gutter;
        Self { plot, screen, pen, has_bars, gutter, columns, rows }
    }

    fn canvas(&self) -> Canvas {
        let mut canvas = Canvas::new(self.screen.columns, self.rows + 2);
        self.axes(&mut canvas);
        if self.has_bars {
            let (left, columns) = (self.gutter, self.columns);
            let field = Field { left, top: 0, columns, rows: self.rows };
            bars::draw(&self.plot, field, self.screen.in_unicode, &mut canvas);
        } else {
            self.lines(&mut canvas);
        }
        canvas
    }

    /// Draws both axes with the labels of their ticks.
    fn axes(&self, canvas: &mut Canvas) {
        let character = |unicode: char, ascii: char| match self.screen.in_unicode {
            true => unicode,
            false => ascii,
        };
        let axis = self.gutter - 1;
        for row in 0..self.rows {
            canvas.put(axis, row, character('│', '|'), Ink::Faint);
        }
        for column in 0..self.columns {
            canvas.put(self.gutter + column, self.rows, character('─', '-'), Ink::Faint);
        }
        for (number, text) in self.plot.numbers() {
            let height = (self.plot.scale.share(number) * self.rows as f64).round() as usize;
            let row = self.rows - height.min(self.rows);
            canvas.write(axis - 1 - text.len(), row, &text, Ink::Text);
            canvas.put(axis, row, character('┤', '+'), Ink::Faint);
        }
        canvas.put(axis, self.rows, character('┼', '+'), Ink::Faint);
        let place = |share: f64| {
            self.gutter + ((share * self.columns as f64) as usize).min(self.columns - 1)
        };
        for tick in self.plot.times(place, width, (0, self.screen.columns), 2) {
            canvas.put(tick.at, self.rows, character('┬', '+'), Ink::Faint);
            canvas.write(tick.begin, self.rows + 1, &tick.text, Ink::Text);
        }
    }

    fn lines(&self, canvas: &mut Canvas) {
        let mut raster = Raster::new(self.pen, self.columns, self.rows);
        if self.plot.has_band() {
            self.band(&mut raster);
        }
        let place = |raster: &Raster, mark: &Mark| {
            let column = raster.column(self.plot.grouping.middle(mark.place));
            (column, raster.row(self.plot.scale.share(mark.value)))
        };
        // Characters for points that need one of their own.
        let mut points = Vec::new();
        for (series, marks) in self.plot.marks.iter().enumerate() {
            for piece in marks.pieces() {
                for pair in piece.windows(2) {
                    let (from, to) = (place(&raster, &pair[0]), place(&raster, &pair[1]));
                    raster.line(from, to, !pair[1].complete, Dot::Line(series));
                }
                for mark in piece {
                    let cell = raster.cell(place(&raster, mark));
                    if !mark.complete {
                        points.push((cell, self.incomplete(), series));
                    } else if piece.len() == 1 {
                        points.push((cell, self.single(series), series));
                    }
                }
            }
        }
        raster.print(canvas, self.gutter, 0);
        for ((column, row), character, series) in points {
            canvas.put(self.gutter + column, row, character, Ink::Line(series));
        }
    }

    /// Draws the band from the lowest to the highest number of each place.
    fn band(&self, raster: &mut Raster) {
        for mark in self.plot.marks.iter().flat_map(|marks| marks.iter()) {
            let begin = raster.column(self.plot.grouping.begin(mark.place));
            let end = raster.column(self.plot.grouping.begin(mark.place + 1)).max(begin + 1);
            let row = |number: f64| raster.row(self.plot.scale.share(number));
            let rows = (row(mark.lowest), row(mark.highest));
            for column in begin..end {
                raster.band(column, rows, 0);
            }
        }
    }

    /// The character of an incomplete bucket.
    fn incomplete(&self) -> char {
        if self.screen.in_unicode { '○' } else { 'o' }
    }

    /// The character of a bucket without neighbours.
    fn single(&self, series: usize) -> char {
        match self.pen {
            Pen::Braille => '•',
            Pen::Mark => raster::mark(series),
        }
    }

    /// The summary of each line, and the note about the points.
    fn footer(&self) -> String {
        let figure = self.plot.figure;
        let mut out = String::new();
        let is_single = figure.lines.len() == 1;
        let incomplete = &match self.has_bars {
            true => bars::incomplete(self.screen.in_unicode),
            false => self.incomplete(),
        }
        .to_string();
        for (series, line) in figure.lines.iter().enumerate() {
            let parts = summary(line, figure.timeline, incomplete);
            if is_single {
                out.push_str(&wrapped(&parts, "", self.screen));
                continue;
            }
            let mark = match self.pen {
                Pen::Braille => "━━".to_owned(),
                Pen::Mark => raster::mark(series).to_string(),
            };
            let name = cut(&printable(&line.name), self.screen.narrowed(width(&mark) + 1));
            let mark = styled(&mark, Ink::Line(series), self.screen.in_color);
            let _ = writeln!(out, "{mark} {name}");
            out.push_str(&wrapped(&parts, "  ", self.screen));
        }
        if let Some(note) = self.plot.note("dots") {
            out.push_str(&wrapped(&[note], "", self.screen));
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::samples::{any_figure, days};

    const PLAIN: Screen = Screen { columns: 40, in_unicode: true, in_color: false };

    fn chart(numbers: &[Option<u64>]) -> String {
        draw(&days(numbers), PLAIN)
    }

    #[test]
    fn zero_has_a_block_and_a_missing_day_has_none() {
        let chart = chart(&[Some(0), None, Some(8), None, Some(0)]);
        let bottom = chart.lines().find(|line| line.contains('▁')).unwrap();
        let seen: Vec<_> = bottom.split_whitespace().collect();
        assert_eq!(seen, ["│▁▁▁▁▁▁", "██████", "▁▁▁▁▁▁"], "{chart}");
    }

    #[test]
    fn bars_are_as_long_as_their_numbers() {
        let chart = chart(&[Some(5), Some(10), Some(0)]);
        let full = |column: usize| {
            chart.lines().filter(|line| line.chars().nth(column) == Some('█')).count()
        };
        let (five, ten) = (full(10), full(22));
        assert_eq!((five, ten), (4, 8), "{chart}");
    }

    #[test]
    fn a_single_number_is_visible() {
        let mut numbers = vec![None; 90];
        numbers[45] = Some(7);
        assert!(chart(&numbers).contains('•'), "{}", chart(&numbers));
    }

    #[test]
    fn zeros_lie_on_the_axis() {
        let chart = chart(&[Some(0); 60]);
        assert!(chart.contains("1 ┤\n") && chart.contains("0 ┼"), "{chart}");
        assert!(chart.contains("⣀⣀⣀"), "{chart}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn no_line_is_wider_than_the_screen(
            figure in any_figure(),
            columns in 0..240usize,
            in_unicode: bool,
        ) {
            let plain = Screen { columns, in_unicode, in_color: false };
            let chart = draw(&figure, plain);
            let widest = chart.lines().map(width).max().unwrap_or(0);
            prop_assert!(widest <= columns.max(MIN_COLUMNS), "{chart}");
            let colored = draw(&figure, Screen { in_color: true, ..plain });
            prop_assert_eq!(colored.lines().count(), if figure.lines.len() == 1 || !in_unicode {
                chart.lines().count()
            } else {
                colored.lines().count()
            });
        }

        #[test]
        fn without_unicode_all_is_ascii(mut figure in any_figure(), columns in 30..120usize) {
            figure.selection = None;
            for line in &mut figure.lines {
                line.name = line.name.replace(|c: char| !c.is_ascii(), "");
            }
            let chart = draw(&figure, Screen { columns, in_unicode: false, in_color: false });
            prop_assert!(chart.is_ascii(), "{chart}");
        }
    }
}
