//! Text and SVG of a few rows: gaps, zeros, a single point, incomplete days.

use braze_chart::terminal::{self, Screen};
use braze_chart::{Figure, svg};
use braze_core::Number;
use braze_core::export::{Bucket, Range, Start, Zone};

/// A figure of days from 2024-05-01 on; `None` is a day without a row.
fn days(numbers: &[Option<u64>]) -> Figure {
    let first = Bucket::new(Start::Date("2024-05-01".parse().unwrap()));
    let range = Range::between(first.start(), first.offset(numbers.len() as i64).start());
    let mut figure = Figure::new("sessions", range).with_selection("app ios");
    let line = figure.add_line("ios");
    for (index, number) in (0..).zip(numbers) {
        if let Some(number) = number {
            line.push(first.offset(index).start(), Number::Count(*number), true);
        }
    }
    let now = "2024-07-01T00:00:00Z".parse().unwrap();
    let missing = line.gaps(now, Some(Zone::UTC)).iter().map(Range::len).sum();
    line.set_missing(missing);
    figure
}

fn text(figure: &Figure) -> String {
    terminal::draw(figure, Screen::new(48))
}

#[test]
fn gaps_are_empty_and_counted() {
    let figure = days(&[Some(12), None, Some(18), Some(15), None, None, Some(20)]);
    let lines: Vec<_> = figure.lines()[0]
        .gaps("2024-05-07T00:00:00Z".parse().unwrap(), Some(Zone::UTC))
        .iter()
        .map(ToString::to_string)
        .collect();
    insta::assert_snapshot!("gaps_text", format!("{}\n{}", text(&figure), lines.join("\n")));
    insta::assert_snapshot!("gaps_svg", svg::draw(&figure).unwrap());
}

#[test]
fn a_single_point_is_visible() {
    let figure = days(&[None, None, Some(7), None, None]);
    insta::assert_snapshot!("single_text", text(&figure));
    insta::assert_snapshot!("single_svg", svg::draw(&figure).unwrap());
    let figure = days(&[Some(7)]);
    insta::assert_snapshot!("single_day_text", text(&figure));
}

#[test]
fn zeros_are_drawn() {
    let figure = days(&[Some(0), Some(0), Some(0), Some(0)]);
    insta::assert_snapshot!("zeros_text", text(&figure));
    insta::assert_snapshot!("zeros_svg", svg::draw(&figure).unwrap());
}

#[test]
fn an_incomplete_day_is_apart_from_the_mean() {
    let mut figure = days(&[Some(10), Some(20), None]);
    let line = &mut figure.lines_mut()[0];
    line.set_missing(0);
    line.push(Start::Date("2024-05-03".parse().unwrap()), Number::Count(3), false);
    let text = text(&figure);
    let summary = text.lines().skip_while(|line| !line.starts_with("total")).collect::<Vec<_>>();
    let summary = summary.join("\n");
    assert!(summary.contains("mean 15 ") && summary.contains("░ 3 in 1 incomplete day"), "{text}");
    assert!(svg::draw(&figure).unwrap().contains("○ 3 in 1 incomplete day"));
}

#[test]
fn nothing_is_a_chart_too() {
    insta::assert_snapshot!("empty_text", text(&days(&[])));
    insta::assert_snapshot!("no_rows_text", text(&days(&[None, None])));
}

#[test]
fn rows_outside_of_the_range_or_of_another_unit_are_ignored() {
    let mut figure = days(&[Some(10), Some(20)]);
    let before = text(&figure);
    let line = &mut figure.lines_mut()[0];
    line.push(Start::Date("2024-04-30".parse().unwrap()), Number::Count(99), true);
    line.push(Start::Date("2024-05-03".parse().unwrap()), Number::Count(99), true);
    line.push(Start::Instant("2024-05-01T10:00:00Z".parse().unwrap()), Number::Count(99), true);
    line.push(Start::Date("2024-05-01".parse().unwrap()), Number::Amount(f64::NAN), true);
    assert_eq!(text(&figure), before);
}

#[test]
fn control_characters_of_names_are_escaped() {
    let range = Range::days("2024-05-01".parse().unwrap(), "2024-05-02".parse().unwrap());
    let mut figure = Figure::new("ses\u{1b}[2Jsions", range).with_selection("a\nb");
    figure.add_line("x").push(range.from(), Number::Count(1), true);
    for chart in [text(&figure), svg::draw(&figure).unwrap()] {
        assert!(!chart.contains('\u{1b}'), "{chart}");
        assert!(chart.contains("ses\\u{1b}[2Jsions") && chart.contains("a\\nb"), "{chart}");
    }
}
