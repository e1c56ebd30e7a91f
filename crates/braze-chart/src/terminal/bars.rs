//! Bars of block characters, for few buckets.

use super::canvas::{Canvas, Ink};
use crate::plot::Plot;

/// The area of the bars on a canvas.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Field {
    pub(crate) left: usize,
    pub(crate) top: usize,
    pub(crate) columns: usize,
    pub(crate) rows: usize,
}

/// Blocks from an eighth of a character to a whole one.
const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const ASCII: [char; 8] = ['_', '_', '.', '.', ':', ':', '#', '#'];

/// The maximum width of a bar.
const MAX_WIDTH: usize = 12;

/// The character of bars for incomplete buckets.
pub(crate) fn incomplete(in_unicode: bool) -> char {
    if in_unicode { '░' } else { ':' }
}

/// Draws the bars of the only line. Zero has the lowest block; a missing bucket has none.
pub(crate) fn draw(plot: &Plot<'_>, field: Field, in_unicode: bool, canvas: &mut Canvas) {
    let Some(marks) = plot.marks.first() else { return };
    let column = |share: f64| (share * field.columns as f64).round() as usize;
    for mark in marks.iter() {
        let (begin, end) =
            (column(plot.grouping.begin(mark.place)), column(plot.grouping.begin(mark.place + 1)));
        let slot = end - begin;
        let width = slot.saturating_sub((slot / 4).max(1)).clamp(1, MAX_WIDTH);
        let begin = begin + (slot - width) / 2;
        let eighths = (plot.scale.share(mark.value) * (field.rows * 8) as f64).round() as usize;
        for row in 0..field.rows {
            let height = match eighths.max(1).saturating_sub(row * 8) {
                0 => break,
                height => height.min(8),
            };
            let blocks = if in_unicode { BLOCKS } else { ASCII };
            // Light blocks have no eighths.
            let is_solid = mark.complete || height < 4;
            let character = if is_solid { blocks[height - 1] } else { incomplete(in_unicode) };
            for column in begin..begin + width {
                let row = field.top + field.rows - 1 - row;
                canvas.put(field.left + column, row, character, Ink::Line(0));
            }
        }
    }
}
