//! [`Bounds`]: the bounds of a value beyond its type.

/// The bounds of a value beyond its type.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Bounds {
    pub(crate) min: Option<Bound>,
    pub(crate) max: Option<Bound>,
    /// Characters of a string, or items of a list.
    pub(crate) shortest: Option<u32>,
    pub(crate) longest: Option<u32>,
    /// Bytes of a string in UTF-8, or of anything else as JSON.
    pub(crate) max_bytes: Option<u32>,
    /// The characters that a string may consist of.
    pub(crate) characters: Option<Characters>,
    /// The field that no two items of a list have in common, by its name on the wire.
    pub(crate) unique: Option<String>,
    /// The values that fields of a list's first item must have.
    pub(crate) first: Vec<(String, String)>,
    /// True if a string may have several lines.
    pub(crate) lines: bool,
}

/// The characters that a string may consist of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Characters {
    /// Inclusive ranges, each often of one character.
    pub(crate) ranges: Vec<(char, char)>,
    /// The ranges as they are written in a pattern.
    pub(crate) written: String,
}

/// A bound of a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Bound {
    Integer(i64),
    Decimal(f64),
}
