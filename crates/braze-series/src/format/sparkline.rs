//! A sparkline: a series at a glance, on one line.

/// The greatest width of a line, so that it fits on an ordinary terminal.
const WIDTH: usize = 72;

const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const ASCII: [char; 8] = ['_', '.', ':', '-', '=', '+', '*', '#'];

/// One mark for each number, from the lowest to the highest. Where there are more numbers than fit, a
/// mark is the mean of neighbours.
pub(super) fn sparkline(numbers: &[f64], in_unicode: bool) -> String {
    let marks = if in_unicode { BARS } else { ASCII };
    let means = means(numbers);
    let lowest = means.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = means.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let span = highest - lowest;
    let level = |number: &f64| {
        let share = if span > 0.0 { (number - lowest) / span } else { 0.0 };
        // `as` saturates, and the share is from 0 to 1.
        marks[((share * 8.0) as usize).min(7)]
    };
    means.iter().map(level).collect()
}

fn means(numbers: &[f64]) -> Vec<f64> {
    let columns = numbers.len().min(WIDTH);
    let start = |column: usize| column * numbers.len() / columns;
    let mean = |column: usize| {
        let group = &numbers[start(column)..start(column + 1)];
        group.iter().sum::<f64>() / group.len() as f64
    };
    (0..columns).map(mean).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_reach_from_the_lowest_to_the_highest() {
        let numbers: Vec<f64> = (0..8).map(f64::from).collect();
        assert_eq!(sparkline(&numbers, true), "▁▂▃▄▅▆▇█");
        assert_eq!(sparkline(&numbers, false), "_.:-=+*#");
    }

    #[test]
    fn a_level_series_stays_at_the_bottom() {
        assert_eq!(sparkline(&[5.0, 5.0, 5.0], true), "▁▁▁");
    }

    #[test]
    fn more_numbers_than_columns_are_drawn_as_means() {
        let numbers: Vec<f64> = (0..100).map(f64::from).collect();
        let line = sparkline(&numbers, true);
        assert_eq!(line.chars().count(), WIDTH);
        assert!(line.starts_with('▁') && line.ends_with('█'), "{line}");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(sparkline(&[], true), "");
    }
}
