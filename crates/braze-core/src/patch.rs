//! [`Patch`]: a field of a request that may be left alone, removed or set.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A field of a request that may be left alone, removed or set.
///
/// On the wire, a field to keep is absent, and one to remove is `null`.
///
/// ```
/// use braze_core::Patch;
///
/// assert_eq!(Patch::from("Ada"), Patch::Set("Ada"));
/// assert_eq!(serde_json::to_string(&Patch::<&str>::Remove)?, "null");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// The value stays as it is.
    #[default]
    Keep,
    /// The value is removed: `null`.
    Remove,
    /// The value becomes this one.
    Set(T),
}

impl<T> Patch<T> {
    /// Tells whether the value stays as it is.
    #[must_use]
    pub const fn is_keep(&self) -> bool {
        matches!(self, Self::Keep)
    }

    /// Tells whether the value is set.
    #[must_use]
    pub const fn is_set(&self) -> bool {
        matches!(self, Self::Set(_))
    }

    /// The new value, if there is one.
    #[must_use]
    pub const fn as_set(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Remove => None,
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Set(value)
    }
}

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Set(value) => value.serialize(serializer),
            Self::Keep | Self::Remove => serializer.serialize_none(),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    /// A field that is absent is never read: the default is [`Patch::Keep`].
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::deserialize(deserializer)?.map_or(Self::Remove, Self::Set))
    }
}
