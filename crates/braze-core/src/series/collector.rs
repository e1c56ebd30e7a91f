//! [`MeasureCollector`]: gathers the numbers of a row, with their labels.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::measures::{Measure, Measures};
use super::number::Number;

/// A part of a row that holds numbers. Generated for every object of a nested series.
pub trait MeasureSource {
    /// Adds the numbers.
    fn measures(&self, collector: &mut MeasureCollector);
}

/// Gathers the [`Measures`] of a row. Generated code calls it.
///
/// ```
/// use braze_core::MeasureCollector;
///
/// let mut collector = MeasureCollector::new(&["channel", "variation"]);
/// collector.number("revenue", Some(52.5));
/// collector.label("channel", "email", |email| {
///     email.list("variation", &["7f1c"], |item| [Some(*item)], |_, item| item.number("opens", Some(64_u64)));
/// });
/// let measures: Vec<_> = collector.finish().iter().map(ToString::to_string).collect();
/// assert_eq!(measures, ["revenue 52.5", "email 7f1c opens 64"]);
/// ```
#[derive(Debug)]
pub struct MeasureCollector {
    names: &'static [&'static str],
    labels: Vec<String>,
    /// The same, as the numbers share them.
    shared: Option<Arc<[String]>>,
    measures: Vec<Measure>,
}

impl MeasureCollector {
    /// A collector for a series with these labels.
    #[must_use]
    pub fn new(names: &'static [&'static str]) -> Self {
        Self { names, labels: vec![String::new(); names.len()], shared: None, measures: Vec::new() }
    }

    /// Adds a number, if it is there.
    pub fn number(&mut self, metric: &'static str, value: Option<impl Into<Number>>) {
        if let Some(value) = value {
            self.push(Cow::Borrowed(metric), value.into());
        }
    }

    /// Adds the numbers among fields that the spec does not know.
    pub fn extra(&mut self, extra: &BTreeMap<String, Value>) {
        for (metric, value) in extra {
            let count = value.as_u64().map(Number::Count);
            if let Some(number) = count.or_else(|| value.as_f64().map(Number::Amount)) {
                self.push(Cow::Owned(metric.clone()), number);
            }
        }
    }

    /// Gathers the numbers below a label. A label that the series does not have is passed over.
    pub fn label(&mut self, name: &str, value: &str, gather: impl FnOnce(&mut Self)) {
        let Some(place) = self.names.iter().position(|known| *known == name) else {
            return gather(self);
        };
        let before = std::mem::replace(&mut self.labels[place], value.to_owned());
        self.shared = None;
        gather(self);
        self.labels[place] = before;
        self.shared = None;
    }

    /// Gathers the items of a list, each with a label: the first of its keys that is there and that no item
    /// before it has, else its position from 1.
    pub fn list<'a, T: 'a, const N: usize>(
        &mut self,
        name: &str,
        items: impl IntoIterator<Item = &'a T>,
        keys: impl Fn(&'a T) -> [Option<&'a str>; N],
        gather: impl Fn(&'a T, &mut Self),
    ) {
        let mut taken = BTreeSet::new();
        for (position, item) in (1_u64..).zip(items) {
            let is_free = |key: &&str| !key.is_empty() && !taken.contains(*key);
            let key = keys(item).into_iter().flatten().find(is_free);
            let key = key.map_or_else(|| position.to_string(), str::to_owned);
            self.label(name, &key, |collector| gather(item, collector));
            taken.insert(key);
        }
    }

    /// The numbers.
    #[must_use]
    pub fn finish(self) -> Measures {
        Measures(self.measures)
    }

    fn push(&mut self, metric: Cow<'static, str>, value: Number) {
        let labels = self.shared.get_or_insert_with(|| self.labels.as_slice().into());
        self.measures.push(Measure { labels: Arc::clone(labels), metric, value });
    }
}
