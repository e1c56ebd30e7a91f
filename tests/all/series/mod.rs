//! Rows of both clients in the formats of `braze-series`, without the command.

use std::io;

use braze_core::export::{Range, Row};
use braze_core::sessions::DataSeriesRequest;
use braze_core::{NumericValue, Unit};
use braze_series::format::{Format, Outcome, RowWriter, Sheet};
use braze_series::{Plan, Selections, SeriesInfo};

use crate::export::clients::{CLIENTS, Client, asynchronous, blocking, config, runtime, sandbox};

/// The writer of a format for one app.
fn writer(format: &str) -> Box<dyn RowWriter> {
    let series = SeriesInfo::new::<DataSeriesRequest>();
    let selections = Selections::new([series.selection([("app_id", "ios")])]);
    let format = Format::from_extension(format).unwrap();
    format.writer(Sheet::new(series, Unit::Day, selections)).unwrap()
}

fn write(writer: &mut dyn RowWriter, row: Row<u64>, out: &mut Vec<u8>) -> io::Result<()> {
    writer.row(&row.map(NumericValue::number), out)
}

#[test]
fn both_clients_write_the_same_files() {
    let sandbox = sandbox().start().unwrap();
    let week = Range::days("2024-05-01".parse().unwrap(), "2024-05-08".parse().unwrap());
    let plan = Plan::new(week);
    let request = DataSeriesRequest::selection().app_id("ios");
    let mut all = String::new();
    for format in ["csv", "tsv", "json", "jsonl", "md"] {
        let files = CLIENTS.map(|client| {
            let (mut writer, mut out) = (writer(format), Vec::new());
            let export = plan.export(vec![request.clone()]);
            writer.begin(&mut out).unwrap();
            let (range, coverage) = match client {
                Client::Blocking => {
                    let mut rows = blocking(config(&sandbox)).export(export).unwrap();
                    for row in &mut rows {
                        write(&mut *writer, row.unwrap(), &mut out).unwrap();
                    }
                    (rows.range(), rows.coverage())
                }
                Client::Async => runtime().block_on(async {
                    let mut rows = asynchronous(config(&sandbox)).export(export).unwrap();
                    while let Some(row) = rows.next().await {
                        write(&mut *writer, row.unwrap(), &mut out).unwrap();
                    }
                    (rows.range(), rows.coverage())
                }),
            };
            writer.end(&Outcome { range, coverage: &coverage }, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        });
        assert_eq!(files[0], files[1], "{format}");
        all.push_str(&format!("--- {format}\n{}\n", files[0]));
    }
    insta::assert_snapshot!(all);
}
