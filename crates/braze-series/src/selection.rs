//! [`Selection`]: the part of a workspace that one request of an export is about.

use std::fmt;

use serde::{Serialize, Serializer};

/// The values of a series' dimensions in one request, in the order of the columns.
///
/// A value is empty where none was chosen, which stands for all of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Selection(Vec<(&'static str, String)>);

/// The selection without dimensions.
static EVERYTHING: Selection = Selection(Vec::new());

impl Selection {
    /// A selection by the names and values of its dimensions.
    pub fn new(values: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        Self(values.into_iter().collect())
    }

    /// The value of a dimension: empty for all, and for a dimension that the series does not have.
    #[must_use]
    pub fn value(&self, dimension: &str) -> &str {
        let found = self.0.iter().find(|(name, _)| *name == dimension);
        found.map_or("", |(_, value)| value.as_str())
    }

    /// All dimensions with their values.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0.iter().map(|(name, value)| (*name, value.as_str()))
    }

    /// Returns `true` if it is about a part of the workspace only.
    #[must_use]
    pub fn is_narrow(&self) -> bool {
        self.0.iter().any(|(_, value)| !value.is_empty())
    }

    /// Adds a column after a dimension. A selection without the dimension stays as it is.
    fn with_column(mut self, dimension: &str, name: &'static str, value: String) -> Self {
        if let Some(place) = self.0.iter().position(|(known, _)| *known == dimension) {
            self.0.insert(place + 1, (name, value));
        }
        self
    }

    fn retain(mut self, keeps: impl Fn(&str) -> bool) -> Self {
        self.0.retain(|(name, _)| keeps(name));
        self
    }
}

impl fmt::Display for Selection {
    /// `event added_to_cart, app 6c1f…`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.is_narrow() {
            return f.write_str("all apps");
        }
        let chosen = self.0.iter().filter(|(_, value)| !value.is_empty());
        for (index, (name, value)) in chosen.enumerate() {
            let separator = if index == 0 { "" } else { ", " };
            let name = name.strip_suffix("_id").unwrap_or(name).replace('_', " ");
            write!(f, "{separator}{name} {value}")?;
        }
        Ok(())
    }
}

impl Serialize for Selection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// The selections of an export, in the order of its requests.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selections {
    whole: Vec<Selection>,
    /// The same, without the values that all of them share.
    distinct: Vec<Selection>,
    common: Selection,
}

impl Selections {
    /// The selections of an export, of one series.
    #[must_use]
    pub fn new(selections: impl IntoIterator<Item = Selection>) -> Self {
        let whole: Vec<_> = selections.into_iter().collect();
        let first = whole.first().cloned().unwrap_or_default();
        let is_common = |name: &str| whole.iter().all(|it| it.value(name) == first.value(name));
        let distinct = whole.iter().map(|it| it.clone().retain(|name| !is_common(name)));
        let (distinct, common) = (distinct.collect(), first.clone().retain(is_common));
        Self { whole, distinct, common }
    }

    /// The same with a column of texts after a dimension, such as the names of campaigns.
    ///
    /// ```
    /// use braze_core::segments::DataSeriesRequest;
    /// use braze_series::{Selections, SeriesInfo};
    ///
    /// let series = SeriesInfo::new::<DataSeriesRequest>();
    /// let selections = Selections::new([series.selection([("segment_id", "s-1")])]);
    /// let named = selections.with_column("segment_id", "segment_name", |_| "New users".to_owned());
    /// assert_eq!(named.at(0).value("segment_name"), "New users");
    /// ```
    #[must_use]
    pub fn with_column(
        self,
        dimension: &str,
        name: &'static str,
        value: impl Fn(&str) -> String,
    ) -> Self {
        Self::new(self.whole.into_iter().map(|selection| {
            let text = value(selection.value(dimension));
            selection.with_column(dimension, name, text)
        }))
    }

    /// The number of selections.
    #[must_use]
    pub fn len(&self) -> usize {
        self.whole.len()
    }

    /// Returns `true` if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Selection> {
        self.whole.iter()
    }

    /// All of them, without the values that they share.
    pub fn distinct(&self) -> std::slice::Iter<'_, Selection> {
        self.distinct.iter()
    }

    /// The values that all of them share.
    #[must_use]
    pub fn common(&self) -> &Selection {
        &self.common
    }

    /// One of them, by its number.
    #[must_use]
    pub fn at(&self, index: usize) -> &Selection {
        self.whole.get(index).unwrap_or(&EVERYTHING)
    }

    /// The values that tell one of several selections from the others; `None` if there is only one.
    #[must_use]
    pub fn distinct_at(&self, index: usize) -> Option<&Selection> {
        self.distinct.get(index).filter(|_| self.distinct.len() > 1)
    }
}

impl<'a> IntoIterator for &'a Selections {
    type Item = &'a Selection;
    type IntoIter = std::slice::Iter<'a, Selection>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
