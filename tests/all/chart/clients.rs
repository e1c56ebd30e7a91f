//! Rows of both clients in a figure, over sockets.

use braze_chart::terminal::{self, Screen};
use braze_chart::{Figure, svg};
use braze_core::export::{Coverage, Export, Range, Row};
use braze_core::sessions::DataSeriesRequest;

use crate::export::clients::{CLIENTS, Client, asynchronous, blocking, config, runtime, sandbox};

/// The figure of an export that has ended.
fn figure(range: Range, rows: Vec<Row<u64>>, coverage: &Coverage) -> Figure {
    let mut figure = Figure::new("sessions", range);
    let line = figure.add_line("all apps");
    line.extend(rows);
    line.set_missing(coverage.missing_of(0));
    figure
}

#[test]
fn both_clients_draw_the_same_chart() {
    let sandbox = sandbox().start().unwrap();
    let april = Range::days("2024-04-01".parse().unwrap(), "2024-05-01".parse().unwrap());
    let export = Export::new(DataSeriesRequest::selection(), april);
    let config = || config(&sandbox);
    let charts = CLIENTS.map(|client| {
        let figure = match client {
            Client::Blocking => {
                let mut export = blocking(config()).export(export.clone()).unwrap();
                let rows = export.by_ref().map(Result::unwrap).collect();
                figure(april, rows, &export.coverage())
            }
            Client::Async => runtime().block_on(async {
                let mut export = asynchronous(config()).export(export.clone()).unwrap();
                let mut rows = Vec::new();
                while let Some(row) = export.next().await {
                    rows.push(row.unwrap());
                }
                figure(april, rows, &export.coverage())
            }),
        };
        (terminal::draw(&figure, Screen::new(72)), svg::draw(&figure).unwrap())
    });
    assert_eq!(charts[0], charts[1]);
    insta::assert_snapshot!(charts[0].0);
}
