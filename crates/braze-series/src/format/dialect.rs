//! [`Dialect`]: the way in which CSV separates fields and writes decimals.

use std::io;

use braze_core::Number;

/// The way in which CSV separates fields and writes decimals. Fields are quoted where they must be, lines end in a line feed.
///
/// Spreadsheets in much of Europe read semicolons and decimal commas:
///
/// ```
/// use braze_series::format::{Delimiter, Dialect};
///
/// let dialect = Dialect::new(Delimiter::Semicolon).decimal_comma(true);
/// let mut out = Vec::new();
/// dialect.write_record(["2024-01-01", &dialect.number(12.5.into())], &mut out)?;
/// assert_eq!(out, b"2024-01-01;12,5\n");
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Dialect {
    delimiter: Delimiter,
    has_decimal_comma: bool,
}

/// The character between two fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`
    Semicolon,
    /// The tab of [`Format::Tsv`](super::Format::Tsv).
    Tab,
    /// `|`
    Bar,
}

impl Dialect {
    /// A dialect with a decimal point.
    #[must_use]
    pub fn new(delimiter: Delimiter) -> Self {
        Self { delimiter, has_decimal_comma: false }
    }

    /// Writes decimals with a comma. Default: no.
    #[must_use]
    pub fn decimal_comma(mut self, has: bool) -> Self {
        self.has_decimal_comma = has;
        self
    }

    /// The same with another delimiter.
    pub(super) fn delimited_by(mut self, delimiter: Delimiter) -> Self {
        self.delimiter = delimiter;
        self
    }

    /// A number as text.
    #[must_use]
    pub fn number(self, number: Number) -> String {
        let text = number.to_string();
        if self.has_decimal_comma { text.replace('.', ",") } else { text }
    }

    /// Writes one record to the end of a buffer.
    ///
    /// # Errors
    ///
    /// None, as long as there is memory.
    pub fn write_record<'a>(
        self,
        fields: impl IntoIterator<Item = &'a str>,
        out: &mut Vec<u8>,
    ) -> io::Result<()> {
        let mut builder = csv::WriterBuilder::new();
        let mut writer = builder.delimiter(self.delimiter()).buffer_capacity(256).from_writer(out);
        writer.write_record(fields)?;
        writer.flush()
    }

    /// The character between two fields, which is of ASCII.
    #[must_use]
    pub fn delimiter(self) -> u8 {
        match self.delimiter {
            Delimiter::Comma => b',',
            Delimiter::Semicolon => b';',
            Delimiter::Tab => b'\t',
            Delimiter::Bar => b'|',
        }
    }
}
