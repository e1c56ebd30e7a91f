//! Sample figures for tests.

use braze_core::export::{Bucket, Range, Start};
use braze_core::{DateTime, Number, Unit};
use proptest::prelude::*;

use crate::figure::Figure;
use crate::timeline::Timeline;

/// A figure of days from 2024-01-01 on; `None` is a missing day.
pub(crate) fn days(numbers: &[Option<u64>]) -> Figure {
    let mut figure = Figure::new("sessions", range(Unit::Day, 1_704_067_200, numbers.len() as u64));
    let line = figure.add_line("");
    for (index, number) in numbers.iter().enumerate() {
        if let Some(number) = number {
            line.push_at(index as u64, Number::Count(*number), true);
        }
    }
    line.set_missing(numbers.iter().filter(|number| number.is_none()).count() as u64);
    figure
}

/// A timeline of a number of buckets, from seconds since 1970-01-01.
pub(crate) fn timeline(unit: Unit, from: i64, buckets: u64) -> Timeline {
    Timeline::new(range(unit, from, buckets))
}

fn range(unit: Unit, from: i64, buckets: u64) -> Range {
    let moment = DateTime::from_timestamp(from, 0).unwrap();
    let first = Bucket::new(match unit {
        Unit::Hour => Start::Instant(moment),
        _ => Start::Date(moment.date_naive()),
    });
    Range::between(first.start(), first.offset(buckets as i64).start())
}

/// Any figure: long or short, with gaps, several lines and numbers of any size.
pub(crate) fn any_figure() -> impl Strategy<Value = Figure> {
    let numbers = prop_oneof![
        3 => (0..5_000u64).prop_map(Number::Count),
        1 => any::<u64>().prop_map(Number::Count),
        1 => any::<f64>().prop_map(Number::Amount),
        1 => Just(Number::Count(0)),
    ];
    let rows = prop::collection::vec((0..3_000u64, numbers, prop::bool::weighted(0.9)), 0..150);
    let line = (rows, "[a-z世 ]{0,60}").prop_map(|(mut rows, name)| {
        rows.sort_by_key(|(index, ..)| *index);
        (rows, name)
    });
    let lines = prop::collection::vec(line, 1..5);
    let length = prop_oneof![0..40u64, 0..3_000u64];
    let begin = -10_000_000_000..200_000_000_000i64;
    (lines, length, begin, any::<bool>(), "\\PC{0,30}").prop_map(
        |(lines, length, begin, hours, about)| {
            let unit = if hours { Unit::Hour } else { Unit::Day };
            let begin = begin.div_euclid(3_600) * 3_600;
            let figure = Figure::new("sessions", range(unit, begin, length));
            let mut figure = figure.with_selection(about);
            for (rows, name) in lines {
                let line = figure.add_line(name);
                for (index, number, complete) in rows.into_iter().filter(|row| row.0 < length) {
                    line.push_at(index, number, complete);
                }
            }
            figure
        },
    )
}
