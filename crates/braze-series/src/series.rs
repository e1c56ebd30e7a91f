//! [`SeriesInfo`]: the facts about a series that its rows and files need.

use braze_core::{Content, Number, Point, Roles, Series, SeriesValue, Unit};

use crate::selection::Selection;

/// A series without its types.
///
/// ```
/// use braze_core::purchases::RevenueSeriesRequest;
/// use braze_series::SeriesInfo;
///
/// let series = SeriesInfo::new::<RevenueSeriesRequest>();
/// assert_eq!(series.value, "revenue");
/// assert_eq!(series.dimensions().collect::<Vec<_>>(), ["product", "app_id"]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct SeriesInfo {
    /// The name of the endpoint, `sessions.data_series`.
    pub name: &'static str,
    /// The name of the number, `sessions`.
    pub value: &'static str,
    /// Zero: a count or an amount, as the numbers of the series are.
    pub zero: Number,
    /// The greatest number of rows that one request returns.
    pub max_rows: u32,
    /// The units that the endpoint offers.
    pub units: &'static [Unit],
    /// The parameters by their roles.
    pub roles: Roles,
    /// States that a row has many numbers, each with labels and a name.
    pub is_nested: bool,
    /// The names of the labels; none of a flat series.
    pub labels: &'static [&'static str],
    /// The number of days for which the service keeps a row; `None` where it keeps all.
    pub kept_days: Option<u32>,
}

impl SeriesInfo {
    /// Describes a series by the type of its requests.
    #[must_use]
    pub fn new<E: Series>() -> Self {
        let (zero, is_nested) = match <E::Point as Point>::Value::zero().content() {
            Content::Number(zero) => (zero, false),
            _ => (Number::Amount(0.0), true),
        };
        Self {
            name: E::META.name,
            value: E::Point::VALUE,
            zero,
            max_rows: E::MAX_LENGTH,
            units: E::UNITS,
            roles: E::ROLES,
            is_nested,
            labels: E::LABELS,
            kept_days: E::KEPT_DAYS,
        }
    }

    /// The names of the dimensions, in the order of the columns.
    pub fn dimensions(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.roles.dimensions.iter().map(|dimension| dimension.name)
    }

    /// Returns `true` if there is a unit to choose.
    #[must_use]
    pub fn has_units(&self) -> bool {
        self.units.len() > 1
    }

    /// The selection that these parameters make.
    ///
    /// A parameter that is not a dimension is passed over. Several values of one dimension are joined with
    /// commas, since they go into one request.
    ///
    /// ```
    /// use braze_core::sessions::DataSeriesRequest;
    /// use braze_series::SeriesInfo;
    ///
    /// let series = SeriesInfo::new::<DataSeriesRequest>();
    /// assert_eq!(series.selection([("app_id", "ios")]).to_string(), "app ios");
    /// assert_eq!(series.selection([]).to_string(), "all apps");
    /// ```
    #[must_use]
    pub fn selection<'a>(
        &self,
        parameters: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Selection {
        let parameters: Vec<_> = parameters.into_iter().collect();
        let value = |name: &str| {
            let values = parameters.iter().filter(|(known, _)| *known == name);
            values.map(|(_, value)| *value).collect::<Vec<_>>().join(",")
        };
        Selection::new(self.dimensions().map(|name| (name, value(name))))
    }
}
