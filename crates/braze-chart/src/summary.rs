//! The numbers of a line in a few words: total, mean, the lowest and the highest with their times.

use crate::figure::{Line, Point};
use crate::number::grouped;
use crate::timeline::Timeline;

/// What is told about a line, in parts that may stand on lines of their own. What is not over is told
/// apart, after what stands for it: it would lower the mean.
pub(crate) fn summary(line: &Line, timeline: Timeline, open_mark: &str) -> Vec<String> {
    let points = line.points();
    if points.is_empty() {
        return vec!["no rows".to_owned()];
    }
    let number = |value: f64| grouped(value, line.decimals());
    let (over, open): (Vec<_>, Vec<_>) = points.iter().partition(|point| point.complete);
    let total = |points: &[&Point]| points.iter().map(|point| point.value).sum::<f64>();
    let extreme = |word: &str, point: &Point| {
        format!("{word} {} on {}", number(point.value), timeline.short_name(point.index))
    };
    let mut parts = Vec::new();
    if !over.is_empty() {
        parts.push(format!("total {}", number(total(&over))));
        parts.push(format!("mean {}", mean(total(&over) / over.len() as f64, line.decimals())));
    }
    let lowest = over.iter().copied().reduce(|a, b| if b.value < a.value { b } else { a });
    let highest = over.iter().copied().reduce(|a, b| if b.value > a.value { b } else { a });
    parts.extend(lowest.map(|point| extreme("min", point)));
    parts.extend(highest.map(|point| extreme("max", point)));
    if !open.is_empty() {
        let buckets = timeline.buckets(open.len() as u64);
        parts.push(format!("{open_mark} {} in {buckets} not over yet", number(total(&open))));
    }
    if line.missing > 0 {
        parts.push(format!("{} missing", timeline.buckets(line.missing)));
    }
    parts
}

/// A mean of whole numbers is rarely one; its fraction matters where it is small.
fn mean(mean: f64, decimals: usize) -> String {
    let is_small = mean.abs() < 100.0 && mean.fract() != 0.0;
    grouped(mean, if is_small { decimals.max(1) } else { decimals })
}
