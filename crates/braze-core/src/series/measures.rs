//! [`Measures`]: the numbers of one row of a nested series, each with its labels and its name.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::number::Number;

/// The numbers of one row of a nested series.
///
/// They are equal if they hold the same numbers, in whatever order.
#[derive(Debug, Clone, Default)]
pub struct Measures(pub(super) Vec<Measure>);

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

    /// Shows the first number that differs, and how many others do.
    pub(super) fn difference_to(&self, later: &Self) -> (String, String) {
        let lacks = |measures: &Self, other: &Self| {
            let other: Vec<_> = other.sorted();
            let is_same = |measure: &&Measure| {
                let found = other.binary_search_by_key(&measure.key(), |known| known.key());
                found.is_ok_and(|index| other[index].value == measure.value)
            };
            let differing = measures.iter().filter(|measure| !is_same(measure));
            differing.cloned().collect::<Self>()
        };
        let (before, after) = (lacks(self, later), lacks(later, self));
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
