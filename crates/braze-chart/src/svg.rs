//! Charts as SVG, with real text elements.

use std::error::Error;
use std::fmt;

use braze_core::text::printable;
use plotters::backend::SVGBackend;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, DashedPathElement, PathElement, Polygon, Rectangle, Text};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{
    Color, FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle, WHITE,
};

use crate::figure::Figure;
use crate::marks::Mark;
use crate::plot::{Extent, Plot};
use crate::summary::summary;

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type DrawResult = Result<(), DrawingAreaErrorKind<std::io::Error>>;

const WIDTH: i32 = 1_200;
/// The height without a legend.
const HEIGHT: i32 = 600;
const MARGIN: i32 = 40;

/// The size of the heading in pixels.
const HEADING: i32 = 26;
/// The size of all other text in pixels.
const BODY: i32 = 17;

/// The distance between lines of text.
const LEADING: i32 = 26;

/// The maximum number of buckets whose points are all marked.
const MAX_MARKED: u64 = 62;

const INK: RGBColor = RGBColor(0x22, 0x26, 0x2b);
const FAINT: RGBColor = RGBColor(0x5f, 0x68, 0x72);
const GRID: RGBColor = RGBColor(0xe3, 0xe6, 0xea);

/// Colors that people with color blindness can distinguish.
const COLORS: [RGBColor; 6] = [
    RGBColor(0x00, 0x72, 0xb2),
    RGBColor(0xd5, 0x5e, 0x00),
    RGBColor(0x00, 0x9e, 0x73),
    RGBColor(0xcc, 0x79, 0xa7),
    RGBColor(0xe6, 0x9f, 0x00),
    RGBColor(0x56, 0xb4, 0xe9),
];

/// The error for a picture that cannot be drawn.
///
/// Drawing into memory is not known to fail.
#[derive(Debug)]
pub struct SvgError(String);

impl fmt::Display for SvgError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the picture cannot be drawn: {}", self.0)
    }
}

impl Error for SvgError {}

/// Draws a picture in SVG, 1200 pixels wide and, without a legend, 600 pixels high.
///
/// # Errors
///
/// An [`SvgError`], which is not known to occur: the picture is drawn into memory.
pub fn draw(figure: &Figure) -> Result<String, SvgError> {
    let mut out = String::new();
    {
        let (legend, height) = legend(figure);
        let size = (WIDTH.unsigned_abs(), height.unsigned_abs());
        let area = SVGBackend::with_string(&mut out, size).into_drawing_area();
        let drawn =
            Picture::new(figure, &area, legend, height).draw().and_then(|()| area.present());
        drawn.map_err(|error| SvgError(error.to_string()))?;
    }
    Ok(out)
}

/// The layout of the picture.
struct Picture<'a, 'out> {
    area: &'a Area<'out>,
    plot: Plot<'a>,
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
    height: i32,
    legend: Vec<Entry>,
    /// The lines of text below the chart.
    notes: Vec<String>,
}

/// An entry of the legend.
struct Entry {
    series: usize,
    name: String,
    at: (i32, i32),
}

/// The length of a line sample in the legend.
const SAMPLE: i32 = 28;

impl<'a, 'out> Picture<'a, 'out> {
    fn new(figure: &'a Figure, area: &'a Area<'out>, legend: Vec<Entry>, height: i32) -> Self {
        let right = WIDTH - MARGIN;
        let top = MARGIN + 30 + height - HEIGHT + 2 * LEADING + 12;
        // Every other pixel, so that neighbours stay distinguishable.
        let places = usize::try_from((right - MARGIN) / 2).unwrap_or(1);
        let plot = Plot::new(figure, Extent { places, ticks: 8, from_zero: false });
        let mut notes = Vec::new();
        if let [only] = figure.lines.as_slice() {
            notes.extend(wrapped(&summary(only, figure.timeline, "○"), right - MARGIN));
        }
        notes.extend(plot.note("a band"));
        let lines = i32::try_from(notes.len()).unwrap_or(0);
        let bottom = height - MARGIN / 2 - (lines + 3) * LEADING;
        let widest = plot.numbers().iter().map(|(_, text)| width(text, BODY)).max().unwrap_or(0);
        Self { area, plot, left: MARGIN + widest + 12, top, right, bottom, height, legend, notes }
    }

    fn draw(&self) -> DrawResult {
        self.area.fill(&WHITE)?;
        self.texts()?;
        self.axes()?;
        for series in 0..self.plot.marks.len() {
            self.line(series)?;
        }
        Ok(())
    }

    fn texts(&self) -> DrawResult {
        let figure = self.plot.figure;
        let room = self.right - MARGIN;
        let heading = cut(&printable(&figure.heading()), HEADING, room);
        let bold = font(HEADING, FontStyle::Bold, INK).pos(Pos::new(HPos::Left, VPos::Center));
        self.area.draw(&Text::new(heading, (MARGIN, MARGIN), bold))?;
        let subject = cut(&printable(&figure.subject()), BODY, room);
        self.text(subject, (MARGIN, MARGIN + 30), HPos::Left, FAINT)?;
        for Entry { series, name, at } in &self.legend {
            let style = solid(*series).stroke_width(4);
            self.area.draw(&PathElement::new([*at, (at.0 + SAMPLE, at.1)], style))?;
            self.text(name.clone(), (at.0 + SAMPLE + 8, at.1), HPos::Left, INK)?;
        }
        for (line, note) in self.notes.iter().rev().enumerate() {
            let y = self.height - MARGIN - i32::try_from(line).unwrap_or(0) * LEADING;
            self.text(cut(note, BODY, room), (MARGIN, y), HPos::Left, FAINT)?;
        }
        Ok(())
    }

    fn axes(&self) -> DrawResult {
        for (number, text) in self.plot.numbers() {
            let y = self.y(number);
            let color = if number == 0.0 { FAINT } else { GRID };
            self.area.draw(&PathElement::new([(self.left, y), (self.right, y)], color))?;
            self.text(text, (self.left - 12, y), HPos::Right, FAINT)?;
        }
        let place = |share: f64| usize::try_from(self.x(share)).unwrap_or(0);
        let width = |text: &str| usize::try_from(width(text, BODY)).unwrap_or(0);
        let ends = (0, usize::try_from(WIDTH - MARGIN / 2).unwrap_or(0));
        for tick in self.plot.times(place, width, ends, 28) {
            let x = i32::try_from(tick.at).unwrap_or(0);
            self.area.draw(&PathElement::new([(x, self.top), (x, self.bottom + 6)], GRID))?;
            let middle = i32::try_from(tick.begin + width(&tick.text) / 2).unwrap_or(x);
            self.text(tick.text, (middle, self.bottom + 20), HPos::Center, FAINT)?;
        }
        let ends = [(self.left, self.bottom), (self.right, self.bottom)];
        self.area.draw(&PathElement::new(ends, FAINT))?;
        let Figure { value, timeline, .. } = self.plot.figure;
        let (value, unit) = (printable(value), timeline.unit_name());
        self.text(value, (MARGIN, self.top - 30), HPos::Left, FAINT)?;
        let unit = if unit == "hour" { "hour (UTC)" } else { unit };
        let middle = (self.left + self.right) / 2;
        self.text(unit.to_owned(), (middle, self.bottom + 22 + LEADING), HPos::Center, FAINT)
    }

    fn line(&self, series: usize) -> DrawResult {
        let Some(marks) = self.plot.marks.get(series) else { return Ok(()) };
        let style = solid(series);
        let is_marked = self.plot.figure.timeline.len() <= MAX_MARKED;
        for piece in marks.pieces() {
            self.shade(piece, series)?;
            let complete = piece.iter().take_while(|mark| mark.complete).count();
            let places: Vec<_> = piece.iter().map(|mark| self.place(mark)).collect();
            if complete > 1 {
                self.area.draw(&PathElement::new(places[..complete].to_vec(), style))?;
            }
            let dashed = places[complete.saturating_sub(1)..].iter().copied();
            if complete < piece.len() && piece.len() > 1 {
                self.area.draw(&DashedPathElement::new(dashed, 8, 6, style))?;
            }
            for (mark, place) in piece.iter().zip(places) {
                if !mark.complete {
                    self.area.draw(&Circle::new(place, 6, WHITE.filled()))?;
                    self.area.draw(&Circle::new(place, 6, solid(series).stroke_width(2)))?;
                } else if is_marked || piece.len() == 1 {
                    self.area.draw(&Circle::new(place, 4, color(series).filled()))?;
                }
            }
        }
        Ok(())
    }

    /// Shades the area below a line that starts at zero, or between the lowest and highest numbers.
    fn shade(&self, piece: &[Mark], series: usize) -> DrawResult {
        let is_alone = self.plot.marks.len() == 1;
        let has_band = self.plot.has_band();
        if !has_band && (!is_alone || self.plot.scale.low() != 0.0) {
            return Ok(());
        }
        let from = |mark: &Mark| if has_band { mark.lowest } else { 0.0 };
        let to = |mark: &Mark| if has_band { mark.highest } else { mark.value };
        let x = |mark: &Mark| self.x(self.plot.grouping.middle(mark.place));
        let there = piece.iter().map(|mark| (x(mark), self.y(to(mark))));
        let back = piece.iter().rev().map(|mark| (x(mark), self.y(from(mark))));
        let edge: Vec<_> = there.chain(back).collect();
        let color = color(series).mix(0.15);
        match piece {
            [only] => {
                // A single point has no area.
                let (x, half) = (x(only), 2);
                let corners = [(x - half, self.y(to(only))), (x + half, self.y(from(only)))];
                self.area.draw(&Rectangle::new(corners, color.filled()))
            }
            _ => self.area.draw(&Polygon::new(edge, color)),
        }
    }

    fn text(&self, text: String, at: (i32, i32), side: HPos, color: RGBColor) -> DrawResult {
        let style = font(BODY, FontStyle::Normal, color).pos(Pos::new(side, VPos::Center));
        self.area.draw(&Text::new(text, at, style))
    }

    fn place(&self, mark: &Mark) -> (i32, i32) {
        (self.x(self.plot.grouping.middle(mark.place)), self.y(mark.value))
    }

    fn x(&self, share: f64) -> i32 {
        between(self.left, self.right, share)
    }

    fn y(&self, number: f64) -> i32 {
        between(self.bottom, self.top, self.plot.scale.share(number))
    }
}

/// Returns the legend of several lines, and the height of the picture with it.
fn legend(figure: &Figure) -> (Vec<Entry>, i32) {
    let mut entries = Vec::new();
    if figure.lines.len() < 2 {
        return (entries, HEIGHT);
    }
    let first = MARGIN + 30 + LEADING + 8;
    let (mut x, mut y) = (MARGIN, first);
    for (series, line) in figure.lines.iter().enumerate() {
        let name = cut(&printable(&line.name), BODY, WIDTH - 2 * MARGIN - SAMPLE - 8);
        let wide = SAMPLE + 8 + width(&name, BODY);
        if x > MARGIN && x + wide > WIDTH - MARGIN {
            (x, y) = (MARGIN, y + LEADING);
        }
        entries.push(Entry { series, name, at: (x, y) });
        x += wide + LEADING;
    }
    (entries, HEIGHT + y - first + LEADING + 8)
}

fn between(from: i32, to: i32, share: f64) -> i32 {
    // `as` saturates, and the share is from 0 to 1.
    from + (f64::from(to - from) * share).round() as i32
}

fn color(series: usize) -> RGBColor {
    COLORS[series % COLORS.len()]
}

fn solid(series: usize) -> ShapeStyle {
    ShapeStyle::from(color(series)).stroke_width(3)
}

fn font(size: i32, style: FontStyle, color: RGBColor) -> TextStyle<'static> {
    // The backend divides by this factor.
    let size = f64::from(size) * 1.24;
    let font = FontDesc::new(FontFamily::Name("Helvetica, Arial, sans-serif"), size, style);
    TextStyle { color: color.to_backend_color(), ..TextStyle::from(font) }
}

/// Returns the approximate width of a text. The reader's font is not known.
fn width(text: &str, size: i32) -> i32 {
    let characters = i32::try_from(text.chars().count()).unwrap_or(i32::MAX / size);
    characters.saturating_mul(size * 3 / 5)
}

/// Joins parts and breaks them into lines.
fn wrapped(parts: &[String], room: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts {
        let longer = lines.last().map(|line| format!("{line} · {part}"));
        match (longer.filter(|line| width(line, BODY) <= room), lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(part.clone()),
        }
    }
    lines
}

/// Shortens a text to the room.
fn cut(text: &str, size: i32, room: i32) -> String {
    let max = usize::try_from(room / (size * 3 / 5)).unwrap_or(0);
    if text.chars().count() <= max {
        return text.to_owned();
    }
    text.chars().take(max.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::samples::{any_figure, days};

    fn count(figure: &Figure, tag: &str) -> usize {
        draw(figure).unwrap().matches(&format!("<{tag} ")).count()
    }

    /// The numbers in attributes with coordinates.
    fn coordinates(svg: &str, attributes: &[&str]) -> Vec<i32> {
        let mut all = Vec::new();
        for name in attributes {
            for rest in svg.split(&format!(" {name}=\"")).skip(1) {
                let value = rest.split('"').next().unwrap_or_default();
                all.extend(value.split([' ', ',']).filter_map(|it| it.parse::<i32>().ok()));
            }
        }
        all
    }

    #[test]
    fn a_line_is_split_where_a_day_is_missing() {
        let whole = days(&[Some(10), Some(11), Some(12), Some(13), Some(12)]);
        let split = days(&[Some(10), Some(11), None, Some(13), Some(12)]);
        let lines = |figure: &Figure| {
            let svg = draw(figure).unwrap();
            svg.lines().filter(|line| line.contains("stroke-width=\"3\"")).count()
        };
        assert_eq!((lines(&whole), lines(&split)), (1, 2));
        assert_eq!((count(&whole, "circle"), count(&split, "circle")), (5, 4));
    }

    #[test]
    fn texts_are_text_elements() {
        let mut figure = days(&[Some(10), Some(11)]);
        figure.selection = Some("event <a & b>".to_owned());
        let svg = draw(&figure).unwrap();
        assert!(svg.contains("2024-01-01 to 2024-01-02, event &lt;a &amp; b&gt;"), "{svg}");
        assert!(svg.contains("font-weight=\"bold\""), "{svg}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]

        #[test]
        fn nothing_is_outside_of_the_picture(figure in any_figure()) {
            let svg = draw(&figure).unwrap();
            let height: i32 = svg.split('"').nth(3).unwrap().parse().unwrap();
            for x in coordinates(&svg, &["x", "x1", "x2", "cx"]) {
                prop_assert!((0..=WIDTH).contains(&x), "{x} in {svg}");
            }
            for y in coordinates(&svg, &["y", "y1", "y2", "cy"]) {
                prop_assert!((0..=height).contains(&y), "{y} in {svg}");
            }
            for place in coordinates(&svg, &["points"]).chunks(2) {
                prop_assert!((0..=WIDTH).contains(&place[0]), "{svg}");
                prop_assert!((0..=height).contains(&place[1]), "{svg}");
            }
        }
    }
}
