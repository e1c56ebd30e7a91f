//! [`Running`]: an export under way, of any series.

use braze_blocking::{Cancel, ExportRows};
use braze_core::export::{Coverage, ExportError, Progress, Range, Row};
use braze_core::{Number, Series, SeriesValue};

/// An export under way. Rows come in order.
pub(crate) trait Running {
    /// The next row.
    fn next_row(&mut self) -> Option<Result<Row<Number>, ExportError>>;

    /// What came back so far, compared with what was asked for.
    fn coverage(&self) -> Coverage;

    /// How far it is.
    fn progress(&self) -> Progress;

    /// The range, with its end known.
    fn range(&self) -> Range;

    /// A handle that calls it off from another thread.
    fn cancel(&self) -> Cancel;
}

/// An export of a series with its types.
pub(crate) struct Typed<E: Series>(pub(crate) ExportRows<E>);

impl<E: Series<Output: Send> + Clone + Send + 'static> Running for Typed<E> {
    fn next_row(&mut self) -> Option<Result<Row<Number>, ExportError>> {
        Some(self.0.next()?.map(|row| row.map(SeriesValue::number)))
    }

    fn coverage(&self) -> Coverage {
        self.0.coverage()
    }

    fn progress(&self) -> Progress {
        self.0.progress()
    }

    fn range(&self) -> Range {
        self.0.range()
    }

    fn cancel(&self) -> Cancel {
        self.0.cancel()
    }
}
