//! [`ProfileColumn`]: the type of a column for a field of profiles.

/// The type of a column for a field of profiles, as a table has it.
///
/// ```
/// use braze_records::ProfileColumn;
///
/// assert_eq!(ProfileColumn::from_field("email"), ProfileColumn::Text);
/// assert_eq!(ProfileColumn::from_field("custom_attributes"), ProfileColumn::Json);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProfileColumn {
    /// A text.
    Text,
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// A list of numbers.
    Numbers,
    /// Any other value, as JSON text.
    Json,
}

impl ProfileColumn {
    /// The fields that are not JSON text.
    pub const KNOWN: &'static [(&'static str, Self)] = &[
        ("external_id", Self::Text),
        ("braze_id", Self::Text),
        ("first_name", Self::Text),
        ("last_name", Self::Text),
        ("email", Self::Text),
        ("phone", Self::Text),
        ("home_city", Self::Text),
        ("country", Self::Text),
        ("language", Self::Text),
        ("time_zone", Self::Text),
        ("dob", Self::Text),
        ("created_at", Self::Text),
        ("created_from", Self::Text),
        ("uninstalled_at", Self::Text),
        ("attributed_campaign", Self::Text),
        ("attributed_source", Self::Text),
        ("attributed_adgroup", Self::Text),
        ("attributed_ad", Self::Text),
        ("appboy_id", Self::Text),
        ("gender", Self::Text),
        ("last_coordinates", Self::Numbers),
        ("total_revenue", Self::Number),
        ("random_bucket", Self::Integer),
        ("email_subscribe", Self::Text),
        ("push_subscribe", Self::Text),
        ("push_opted_in_at", Self::Text),
        ("push_unsubscribed_at", Self::Text),
        ("email_opted_in_at", Self::Text),
        ("email_unsubscribed_at", Self::Text),
    ];

    /// The type of a field's column.
    #[must_use]
    pub fn from_field(field: &str) -> Self {
        let known = Self::KNOWN.iter().find(|(name, _)| *name == field);
        known.map_or(Self::Json, |(_, column)| *column)
    }
}
