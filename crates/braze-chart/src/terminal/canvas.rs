//! [`Canvas`]: characters in columns and rows, each with its color.

use anstyle::{AnsiColor, Style};

/// Characters in columns and rows.
#[derive(Debug, Clone)]
pub(crate) struct Canvas {
    width: usize,
    cells: Vec<Cell>,
}

#[derive(Debug, Clone, Copy)]
struct Cell {
    character: char,
    ink: Ink,
}

/// The role of a character, which decides its color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    Text,
    Heading,
    /// Axes and other parts of the background.
    Faint,
    /// A line, by its index from 0.
    Line(usize),
    /// The band around a line.
    Band(usize),
}

/// Colors that are distinguishable on dark and on light screens.
const COLORS: [AnsiColor; 6] = [
    AnsiColor::Cyan,
    AnsiColor::Yellow,
    AnsiColor::Magenta,
    AnsiColor::Green,
    AnsiColor::Blue,
    AnsiColor::Red,
];

impl Canvas {
    pub(crate) fn new(width: usize, height: usize) -> Self {
        Self { width, cells: vec![Cell { character: ' ', ink: Ink::Text }; width * height] }
    }

    /// Puts a character at a position. Positions outside of the canvas are ignored.
    pub(crate) fn put(&mut self, column: usize, row: usize, character: char, ink: Ink) {
        if column >= self.width {
            return;
        }
        if let Some(cell) = self.cells.get_mut(row * self.width + column) {
            *cell = Cell { character, ink };
        }
    }

    /// Writes a text from a position on.
    pub(crate) fn write(&mut self, column: usize, row: usize, text: &str, ink: Ink) {
        for (offset, character) in text.chars().enumerate() {
            self.put(column + offset, row, character, ink);
        }
    }

    /// Returns all rows, each with a line feed.
    pub(crate) fn render(&self, in_color: bool) -> String {
        let mut out = String::new();
        for row in self.cells.chunks(self.width.max(1)) {
            let last = row.iter().rposition(|cell| cell.character != ' ').map_or(0, |it| it + 1);
            for run in row[..last].chunk_by(|a, b| a.ink == b.ink) {
                let text: String = run.iter().map(|cell| cell.character).collect();
                out.push_str(&styled(&text, run[0].ink, in_color));
            }
            out.push('\n');
        }
        out
    }
}

/// Returns a text in the color of its ink.
pub(crate) fn styled(text: &str, ink: Ink, in_color: bool) -> String {
    let color = |series: usize| Some(COLORS[series % COLORS.len()].into());
    let style = match ink {
        Ink::Text => Style::new(),
        Ink::Heading => Style::new().bold(),
        Ink::Faint => Style::new().dimmed(),
        Ink::Line(series) => Style::new().fg_color(color(series)),
        Ink::Band(series) => Style::new().fg_color(color(series)).dimmed(),
    };
    if !in_color || style.is_plain() || text.trim().is_empty() {
        return text.to_owned();
    }
    format!("{}{text}{}", style.render(), style.render_reset())
}
