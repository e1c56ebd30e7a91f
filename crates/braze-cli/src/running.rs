//! [`Running`]: a running export, of any series.

use braze_blocking::{Cancel, ExportRows};
use braze_core::export::{Coverage, ExportError, Progress, Range, Row};
use braze_core::{Content, Series, SeriesValue};

/// A running export. Rows come in order.
pub(crate) trait Running {
    /// The next row.
    fn next_row(&mut self) -> Option<Result<Row<Content>, ExportError>>;

    /// The coverage so far.
    fn coverage(&self) -> Coverage;

    /// The progress so far.
    fn progress(&self) -> Progress;

    /// The range, with its end known.
    fn range(&self) -> Range;

    /// A handle that cancels it from another thread.
    fn cancel(&self) -> Cancel;
}

/// An export of a series with its types.
pub(crate) struct Typed<E: Series>(pub(crate) ExportRows<E>);

impl<E: Series<Output: Send> + Clone + Send + 'static> Running for Typed<E> {
    fn next_row(&mut self) -> Option<Result<Row<Content>, ExportError>> {
        Some(self.0.next()?.map(|row| row.map(SeriesValue::content)))
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
