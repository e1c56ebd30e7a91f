//! [`Measures`]: the numbers of one row of a nested series, each with its labels and its name.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use super::value::{Content, Number, SeriesValue};

/// The numbers of one row of a nested series.
///
/// They are equal if they hold the same numbers, in whatever order.
#[derive(Debug, Clone, Default)]
pub struct Measures(Vec<Measure>);

/// One number of a row.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Measure {
    /// The labels, in the order of [`Series::LABELS`](super::Series::LABELS); empty where one does not apply.
    pub labels: Arc<[String]>,
    /// The name of the number, as on the wire.
    pub metric: Cow<'static, str>,
    /// The number.
    pub value: Number,
}

impl Measure {
    /// A number with its labels and its name.
    #[must_use]
    pub fn new(
        labels: impl Into<Arc<[String]>>,
        metric: impl Into<Cow<'static, str>>,
        value: impl Into<Number>,
    ) -> Self {
        Self { labels: labels.into(), metric: metric.into(), value: value.into() }
    }

    fn key(&self) -> (&[String], &str) {
        (&self.labels, &self.metric)
    }
}

impl fmt::Display for Measure {
    /// `email 7f1c… opens 64`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for label in self.labels.iter().filter(|label| !label.is_empty()) {
            write!(f, "{label} ")?;
        }
        write!(f, "{} {}", self.metric, self.value)
    }
}

impl Measures {
    /// The numbers, in the order of the reply.
    pub fn iter(&self) -> std::slice::Iter<'_, Measure> {
        self.0.iter()
    }

    /// The number of numbers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns `true` if there are no numbers.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The numbers in the order of their labels and names.
    fn sorted(&self) -> Vec<&Measure> {
        let mut measures: Vec<_> = self.0.iter().collect();
        measures.sort_by_key(|measure| measure.key());
        measures
    }
}

impl FromIterator<Measure> for Measures {
    fn from_iter<I: IntoIterator<Item = Measure>>(measures: I) -> Self {
        Self(measures.into_iter().collect())
    }
}

impl IntoIterator for Measures {
    type Item = Measure;
    type IntoIter = std::vec::IntoIter<Measure>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Measures {
    type Item = &'a Measure;
    type IntoIter = std::slice::Iter<'a, Measure>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl PartialEq for Measures {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || (self.len() == other.len() && self.sorted() == other.sorted())
    }
}

impl SeriesValue for Measures {
    fn zero() -> Self {
        Self::default()
    }

    /// The first number that differs, and how many others do.
    fn difference(first: &Self, later: &Self) -> (String, String) {
        let lacks = |measures: &Self, other: &Self| {
            let other: Vec<_> = other.sorted();
            let is_same = |measure: &&Measure| {
                let found = other.binary_search_by_key(&measure.key(), |known| known.key());
                found.is_ok_and(|index| other[index].value == measure.value)
            };
            let differing = measures.iter().filter(|measure| !is_same(measure));
            differing.cloned().collect::<Self>()
        };
        let (before, after) = (lacks(first, later), lacks(later, first));
        let text = |measures: &Self, lead: Option<&Measure>| {
            let key = lead.map(Measure::key);
            let found = measures.iter().find(|measure| Some(measure.key()) == key);
            let text = found.map_or_else(|| "nothing".to_owned(), Measure::to_string);
            match measures.len() - usize::from(found.is_some()) {
                0 => text,
                others => format!("{text} (and {others} more)"),
            }
        };
        let lead = before.iter().next().or(after.iter().next());
        (text(&before, lead), text(&after, lead))
    }

    fn content(self) -> Content {
        Content::Measures(self)
    }
}

/// Gathers the [`Measures`] of a row. Generated code calls it.
///
/// ```
/// use braze_core::MeasureCollector;
///
/// let mut collector = MeasureCollector::new(2);
/// collector.number("revenue", Some(52.5));
/// collector.label(0, "email", |email| {
///     email.list(1, &["7f1c"], |item| [Some(*item)], |_, item| item.number("opens", Some(64_u64)));
/// });
/// let measures: Vec<_> = collector.finish().iter().map(ToString::to_string).collect();
/// assert_eq!(measures, ["revenue 52.5", "email 7f1c opens 64"]);
/// ```
#[derive(Debug)]
pub struct MeasureCollector {
    labels: Vec<String>,
    /// The same, as the numbers share them.
    shared: Option<Arc<[String]>>,
    measures: Vec<Measure>,
}

impl MeasureCollector {
    /// A collector for a series with so many labels.
    #[must_use]
    pub fn new(labels: usize) -> Self {
        Self { labels: vec![String::new(); labels], shared: None, measures: Vec::new() }
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

    /// Gathers what has a label, by the number of the label.
    pub fn label(&mut self, label: usize, value: &str, gather: impl FnOnce(&mut Self)) {
        let Some(place) = self.labels.get_mut(label) else { return gather(self) };
        let before = std::mem::replace(place, value.to_owned());
        self.shared = None;
        gather(self);
        self.labels[label] = before;
        self.shared = None;
    }

    /// Gathers the items of a list, each with a label: the first of its keys that is there and that no item
    /// before it has, else its position from 1.
    pub fn list<'a, T: 'a, const N: usize>(
        &mut self,
        label: usize,
        items: impl IntoIterator<Item = &'a T>,
        keys: impl Fn(&'a T) -> [Option<&'a str>; N],
        gather: impl Fn(&'a T, &mut Self),
    ) {
        let mut taken = BTreeSet::new();
        for (position, item) in (1_u64..).zip(items) {
            let is_free = |key: &&str| !key.is_empty() && !taken.contains(*key);
            let key = keys(item).into_iter().flatten().find(is_free);
            let key = key.map_or_else(|| position.to_string(), str::to_owned);
            self.label(label, &key, |collector| gather(item, collector));
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
