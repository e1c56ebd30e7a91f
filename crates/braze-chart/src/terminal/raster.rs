//! [`Raster`]: dots that become characters: eight to a character of braille, or one to a mark.

use super::canvas::{Canvas, Ink};

/// The dots of a plot. Rows are counted from the bottom.
pub(crate) struct Raster {
    pen: Pen,
    width: usize,
    height: usize,
    dots: Vec<Option<Dot>>,
}

/// What a dot belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dot {
    /// The line of a series, from 0.
    Line(usize),
    /// What lies around the line of a series.
    Band(usize),
}

/// What a character is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pen {
    /// Two by four dots.
    Braille,
    /// One mark, which tells the series.
    Mark,
}

/// The marks of several series. The letter `o` is missing: it stands for what is not over.
const MARKS: [char; 8] = ['*', '+', 'x', '#', '@', '%', '=', '&'];

impl Pen {
    /// How many dots a character has, beside and above each other.
    pub(crate) fn dots(self) -> (usize, usize) {
        match self {
            Self::Braille => (2, 4),
            Self::Mark => (1, 1),
        }
    }
}

/// The mark of a series.
pub(crate) fn mark(series: usize) -> char {
    MARKS[series % MARKS.len()]
}

impl Raster {
    /// For so many columns and rows of characters.
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

    /// A line of dots. `dashed`: with gaps.
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

    /// A column of few dots, from one row to another.
    pub(crate) fn band(&mut self, column: usize, rows: (usize, usize), series: usize) {
        for row in rows.0..=rows.1 {
            if self.pen == Pen::Mark || (column % 2 == 0 && row % 2 == 0) {
                self.dot((column, row), Dot::Band(series));
            }
        }
    }

    /// The row of characters, from the top, in which a dot is.
    pub(crate) fn cell(&self, (column, row): (usize, usize)) -> (usize, usize) {
        let (beside, above) = self.pen.dots();
        (column / beside, (self.height - 1 - row.min(self.height - 1)) / above)
    }

    /// Puts the characters onto a canvas, from its column `left` on.
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
        // What lies around a line makes room for it: a character has one color.
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
