//! [`Raster`]: dots that become characters, eight per braille character or one per mark.

use super::canvas::{Canvas, Ink};

/// The dots of a plot. Rows are counted from the bottom.
pub(crate) struct Raster {
    pen: Pen,
    width: usize,
    height: usize,
    dots: Vec<Option<Dot>>,
}

/// The part of the chart that a dot belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dot {
    /// A line, by its index from 0.
    Line(usize),
    /// The band around a line.
    Band(usize),
}

/// The kind of characters that dots become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pen {
    /// Two by four dots.
    Braille,
    /// One mark per line.
    Mark,
}

/// The marks of several lines. The letter `o` is reserved for incomplete buckets.
const MARKS: [char; 8] = ['*', '+', 'x', '#', '@', '%', '=', '&'];

impl Pen {
    /// The number of dots in a character, horizontally and vertically.
    pub(crate) fn dots(self) -> (usize, usize) {
        match self {
            Self::Braille => (2, 4),
            Self::Mark => (1, 1),
        }
    }
}

/// Returns the mark of a line.
pub(crate) fn mark(series: usize) -> char {
    MARKS[series % MARKS.len()]
}

impl Raster {
    /// Creates a raster for a number of columns and rows of characters.
    pub(crate) fn new(pen: Pen, columns: usize, rows: usize) -> Self {
        let (beside, above) = pen.dots();
        let (width, height) = (columns * beside, rows * above);
        Self { pen, width, height, dots: vec![None; width * height] }
    }

    /// The column of dots at a share of the whole width.
    pub(crate) fn column(&self, share: f64) -> usize {
        ((share * self.width as f64) as usize).min(self.width.saturating_sub(1))
    }

    /// The row of dots at a share of the whole height.
    pub(crate) fn row(&self, share: f64) -> usize {
        ((share * self.height as f64) as usize).min(self.height.saturating_sub(1))
    }

    pub(crate) fn dot(&mut self, (column, row): (usize, usize), dot: Dot) {
        if let Some(place) = self.dots.get_mut(row * self.width + column) {
            *place = Some(dot);
        }
    }

    /// Draws a line of dots, with gaps if `dashed`.
    pub(crate) fn line(
        &mut self,
        from: (usize, usize),
        to: (usize, usize),
        dashed: bool,
        dot: Dot,
    ) {
        let distance = |a: usize, b: usize| a.abs_diff(b);
        let steps = distance(from.0, to.0).max(distance(from.1, to.1)).max(1);
        let between = |a: usize, b: usize, step: usize| {
            let share = step as f64 / steps as f64;
            (a as f64 + (b as f64 - a as f64) * share).round() as usize
        };
        for step in 0..=steps {
            if !dashed || step % 4 < 2 {
                let place = (between(from.0, to.0, step), between(from.1, to.1, step));
                self.dot(place, dot);
            }
        }
    }

    /// Draws a column of sparse dots, from one row to another.
    pub(crate) fn band(&mut self, column: usize, rows: (usize, usize), series: usize) {
        for row in rows.0..=rows.1 {
            if self.pen == Pen::Mark || (column % 2 == 0 && row % 2 == 0) {
                self.dot((column, row), Dot::Band(series));
            }
        }
    }

    /// Returns the column and row of the character that contains a dot. Rows count from the top.
    pub(crate) fn cell(&self, (column, row): (usize, usize)) -> (usize, usize) {
        let (beside, above) = self.pen.dots();
        (column / beside, (self.height - 1 - row.min(self.height - 1)) / above)
    }

    /// Puts the characters on a canvas, from `left` and `top` on.
    pub(crate) fn print(&self, canvas: &mut Canvas, left: usize, top: usize) {
        let (beside, above) = self.pen.dots();
        for row in 0..self.height / above {
            for column in 0..self.width / beside {
                if let Some((character, ink)) = self.character(column, row) {
                    canvas.put(left + column, top + row, character, ink);
                }
            }
        }
    }

    fn character(&self, column: usize, row: usize) -> Option<(char, Ink)> {
        let (beside, above) = self.pen.dots();
        // A character has one color, so a line replaces its band.
        let (mut line, mut band) = ((0, None), (0, None));
        for (down, bits_of_row) in BITS.iter().take(above).enumerate() {
            let bottom = self.height - 1 - (row * above + down);
            for (right, bit) in bits_of_row.iter().take(beside).enumerate() {
                let dot = self.dots[bottom * self.width + column * beside + right];
                match dot {
                    Some(Dot::Line(_)) => line = (line.0 | bit, dot),
                    Some(Dot::Band(_)) => band = (band.0 | bit, dot),
                    None => {}
                }
            }
        }
        let (bits, dot) = if line.0 > 0 { line } else { band };
        let dot = dot?;
        let ink = match dot {
            Dot::Line(series) => Ink::Line(series),
            Dot::Band(series) => Ink::Band(series),
        };
        let character = match (self.pen, dot) {
            (Pen::Braille, _) => char::from_u32(0x2800 + bits)?,
            (Pen::Mark, Dot::Line(series)) => mark(series),
            (Pen::Mark, Dot::Band(_)) => '.',
        };
        Some((character, ink))
    }
}

/// The dots of braille in Unicode, from the top.
const BITS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];
