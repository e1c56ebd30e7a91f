//! Figures of all kinds, for tests.

use braze_core::export::Start;
use braze_core::{Number, Unit};
use proptest::prelude::*;

use super::figure::{Figure, Line};
use super::timeline::{Timeline, moment, width};
use crate::series::Key;

/// A figure of so many days from 2024-01-01 on; `None`: the day is missing.
pub(super) fn days(numbers: &[Option<u64>]) -> Figure {
    let at = |day: usize| Start::Instant(moment(1_704_067_200 + day as i64 * 86_400));
    let mut line = Line::new(Key::default());
    for (index, number) in numbers.iter().enumerate() {
        if let Some(number) = number {
            line.push(index as u64, Number::Count(*number), true);
        }
    }
    line.missing = numbers.iter().filter(|number| number.is_none()).count() as u64;
    figure(Timeline::new(Unit::Day, at(0), at(numbers.len())), vec![line])
}

fn figure(timeline: Timeline, lines: Vec<Line>) -> Figure {
    Figure { name: "sessions".to_owned(), value: "sessions", about: None, timeline, lines }
}

/// Any figure: long or short, with gaps, of several series, with numbers of any size.
pub(super) fn any_figure() -> impl Strategy<Value = Figure> {
    let numbers = prop_oneof![
        3 => (0..5_000u64).prop_map(Number::Count),
        1 => any::<u64>().prop_map(Number::Count),
        1 => any::<f64>().prop_map(Number::Amount),
        1 => Just(Number::Count(0)),
    ];
    let rows = prop::collection::vec((0..3_000u64, numbers, prop::bool::weighted(0.9)), 0..150);
    let line = (rows, "[a-z世 ]{0,60}").prop_map(|(mut rows, app_id)| {
        rows.sort_by_key(|(index, ..)| *index);
        (rows, Key::new([("app_id", app_id)]))
    });
    let lines = prop::collection::vec(line, 1..5);
    let length = prop_oneof![0..40u64, 0..3_000u64];
    let begin = -10_000_000_000..200_000_000_000i64;
    (lines, length, begin, any::<bool>(), "\\PC{0,30}").prop_map(
        |(lines, length, begin, hours, about)| {
            let unit = if hours { Unit::Hour } else { Unit::Day };
            let begin = begin.div_euclid(width(unit)) * width(unit);
            let end = begin + length as i64 * width(unit);
            let [from, to] = [begin, end].map(|second| Start::Instant(moment(second)));
            let timeline = Timeline::new(unit, from, to);
            let lines = lines.into_iter().map(|(rows, key)| {
                let mut line = Line::new(key);
                for (index, number, complete) in rows.into_iter().filter(|row| row.0 < length) {
                    line.push(index, number, complete);
                }
                line
            });
            Figure { about: Some(about), ..figure(timeline, lines.collect()) }
        },
    )
}
