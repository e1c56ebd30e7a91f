//! [`Screen`]: the size and the abilities of a terminal.

/// The size and the abilities of a terminal.
///
/// ```
/// use braze_chart::terminal::Screen;
///
/// let screen = Screen::new(120).with_color(true);
/// let printer = Screen::new(72).with_unicode(false);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Screen {
    pub(crate) columns: usize,
    pub(crate) in_unicode: bool,
    pub(crate) in_color: bool,
}

impl Screen {
    /// Creates a screen with this number of columns, with Unicode and without colors.
    #[must_use]
    pub fn new(columns: usize) -> Self {
        Self { columns, in_unicode: true, in_color: false }
    }

    /// Sets whether the chart may use characters beyond ASCII.
    #[must_use]
    pub fn with_unicode(self, in_unicode: bool) -> Self {
        Self { in_unicode, ..self }
    }

    /// Sets whether the chart may use colors, as ANSI escape sequences.
    #[must_use]
    pub fn with_color(self, in_color: bool) -> Self {
        Self { in_color, ..self }
    }

    /// Returns the screen without a number of columns.
    pub(crate) fn narrowed(self, columns: usize) -> Self {
        Self { columns: self.columns.saturating_sub(columns), ..self }
    }
}
