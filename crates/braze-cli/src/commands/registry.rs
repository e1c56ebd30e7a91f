//! The commands of every endpoint of the spec.

use std::rc::Rc;

use braze_core::operation::{self, Operation};

use super::chart::Chart;
use super::export::Export;
use super::get::Get;
use super::sync::Synchronize;
use super::verb::Verb;
use crate::series::Series;

/// Builds the commands of every endpoint of the spec.
pub(super) fn verbs() -> Vec<Box<dyn Verb>> {
    let mut collector = Collector(Vec::new());
    operation::visit(&mut collector);
    collector.0
}

struct Collector(Vec<Box<dyn Verb>>);

impl operation::Visitor for Collector {
    fn endpoint<E: Operation>(&mut self) {
        self.0.push(Box::new(Get::new::<E>()));
    }

    fn series<E: Operation + braze_core::Series>(&mut self) {
        let series = Rc::new(Series::new::<E>());
        self.0.push(Box::new(Get::with_rows::<E>()));
        self.0.push(Box::new(Export::new(Rc::clone(&series))));
        self.0.push(Box::new(Synchronize::new(Rc::clone(&series))));
        self.0.push(Box::new(Chart::new(series)));
    }
}
