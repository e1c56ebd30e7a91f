//! [`summary`]: total, mean, minimum and maximum of a line, with their times.

use crate::figure::{Line, Point};
use crate::number::grouped;
use crate::timeline::Timeline;

/// Returns the summary of a line in parts that may be on separate lines.
///
/// Incomplete buckets have their own part, after their mark, since they would lower the mean.
pub(crate) fn summary(line: &Line, timeline: Timeline, incomplete_mark: &str) -> Vec<String> {
    let points = line.points();
    if points.is_empty() {
        return vec!["no rows".to_owned()];
    }
    let number = |value: f64| grouped(value, line.decimals());
    let (complete, incomplete): (Vec<_>, Vec<_>) = points.iter().partition(|point| point.complete);
    let total = |points: &[&Point]| points.iter().map(|point| point.value).sum::<f64>();
    let extreme = |word: &str, point: &Point| {
        format!("{word} {} on {}", number(point.value), timeline.short_name(point.index))
    };
    let mut parts = Vec::new();
    if !complete.is_empty() {
        parts.push(format!("total {}", number(total(&complete))));
        parts.push(format!(
            "mean {}",
            mean(total(&complete) / complete.len() as f64, line.decimals())
        ));
    }
    let lowest = complete.iter().copied().reduce(|a, b| if b.value < a.value { b } else { a });
    let highest = complete.iter().copied().reduce(|a, b| if b.value > a.value { b } else { a });
    parts.extend(lowest.map(|point| extreme("min", point)));
    parts.extend(highest.map(|point| extreme("max", point)));
    if !incomplete.is_empty() {
        let buckets = timeline.incomplete_buckets(incomplete.len() as u64);
        parts.push(format!("{incomplete_mark} {} in {buckets}", number(total(&incomplete))));
    }
    if line.missing > 0 {
        parts.push(format!("{} missing", timeline.buckets(line.missing)));
    }
    parts
}

/// Formats a mean. A small mean of whole numbers has a decimal.
fn mean(mean: f64, decimals: usize) -> String {
    let is_small = mean.abs() < 100.0 && mean.fract() != 0.0;
    grouped(mean, if is_small { decimals.max(1) } else { decimals })
}
