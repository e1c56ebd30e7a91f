//! The table: two aligned columns, a sparkline, the total.

use std::fmt::Write;

use super::Rows;
use super::sparkline::sparkline;
use crate::ui::escape::printable;
use crate::ui::meter::Count;

pub(super) fn write(rows: &Rows, in_unicode: bool) -> String {
    let times: Vec<String> = rows.rows.iter().map(|row| printable(&row.time)).collect();
    let width = |texts: &mut dyn Iterator<Item = &str>| {
        texts.map(|text| text.chars().count()).max().unwrap_or_default()
    };
    let left = width(&mut times.iter().map(String::as_str).chain(["time"]));
    let right = width(&mut rows.rows.iter().map(|row| row.value.as_str()).chain([rows.value]));

    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = writeln!(out, "{:left$}  {:>right$}", "time", rows.value);
    for (time, row) in times.iter().zip(&rows.rows) {
        let _ = writeln!(out, "{time:left$}  {:>right$}", row.value);
    }
    let numbers: Vec<f64> = rows.rows.iter().map(|row| row.number).collect();
    if !numbers.is_empty() {
        let _ = writeln!(out, "\n{}", sparkline(&numbers, in_unicode));
    }
    let _ = writeln!(out, "{}", total(rows, &numbers));
    out
}

fn total(rows: &Rows, numbers: &[f64]) -> String {
    let by_number = |a: &&super::Row, b: &&super::Row| a.number.total_cmp(&b.number);
    let lowest = rows.rows.iter().min_by(by_number);
    let highest = rows.rows.iter().max_by(by_number);
    let Some((lowest, highest)) = lowest.zip(highest) else {
        return "no rows".to_owned();
    };
    // As many decimals as the rows have: sums of amounts gather digits that nobody sent.
    let decimals = |row: &super::Row| row.value.split_once('.').map_or(0, |(_, tail)| tail.len());
    let decimals = rows.rows.iter().map(decimals).max().unwrap_or_default();
    format!(
        "total {:.decimals$} in {}, lowest {}, highest {}",
        numbers.iter().sum::<f64>(),
        Count(numbers.len() as u64),
        lowest.value,
        highest.value
    )
}
