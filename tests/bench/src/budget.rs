//! [`Figure`]: what was measured, and what it may be.

use std::fmt;

/// A line of the report.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// The name of the measurement.
    pub(crate) what: String,
    /// The figure of the program by hand, where there is one.
    pub(crate) by_hand: Option<f64>,
    /// Our figure.
    pub(crate) ours: f64,
    /// Of what: instructions, allocations, µs.
    pub(crate) unit: &'static str,
    /// The most that it may be: of the quotient if there is a program by hand, else of ours alone.
    pub(crate) budget: Option<f64>,
    /// True if more is better.
    pub(crate) more_is_better: bool,
}

impl Figure {
    /// A figure that stands for itself.
    pub(crate) fn alone(what: impl Into<String>, ours: f64, unit: &'static str) -> Self {
        let what = what.into();
        Self { what, by_hand: None, ours, unit, budget: None, more_is_better: false }
    }

    /// A figure beside that of the program by hand.
    pub(crate) fn beside(
        what: impl Into<String>,
        [ours, by_hand]: [f64; 2],
        unit: &'static str,
    ) -> Self {
        Self { by_hand: Some(by_hand), ..Self::alone(what, ours, unit) }
    }

    /// It may be at most this.
    pub(crate) fn at_most(mut self, budget: f64) -> Self {
        self.budget = Some(budget);
        self
    }

    /// It must be at least this.
    pub(crate) fn at_least(mut self, budget: f64) -> Self {
        self.more_is_better = true;
        self.at_most(budget)
    }

    /// The same thing, measured several times: the median of each side. `None` if it never was.
    pub(crate) fn median(rounds: &[Self]) -> Option<Self> {
        let ours = middle(rounds.iter().map(|figure| figure.ours))?;
        let by_hand = middle(rounds.iter().filter_map(|figure| figure.by_hand));
        Some(Self { ours, by_hand, ..rounds.first()?.clone() })
    }

    /// The figure that the budget bounds.
    fn judged(&self) -> f64 {
        self.by_hand.map_or(self.ours, |by_hand| self.ours / by_hand)
    }

    /// True if the figure is within its budget. A value that is not a number never is.
    pub(crate) fn is_kept(&self) -> bool {
        match (self.budget, self.more_is_better) {
            (None, _) => true,
            (Some(budget), true) => self.judged() >= budget,
            (Some(budget), false) => self.judged() <= budget,
        }
    }
}

fn middle(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

/// A line of a Markdown table.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, by_hand, ours, unit, budget, .. } = self;
        let optional = |value: Option<f64>| value.map(short).unwrap_or_default();
        let quotient = by_hand.map(|by_hand| ours / by_hand);
        let bound = if self.more_is_better { "≥ " } else { "≤ " };
        let budget = budget.map(|budget| format!("{bound}{}", short(budget))).unwrap_or_default();
        write!(
            f,
            "| {what} | {unit} | {} | {} | {} | {budget} |",
            optional(*by_hand),
            short(*ours),
            optional(quotient)
        )
    }
}

/// About three digits.
fn short(value: f64) -> String {
    match value.abs() {
        100.0.. => format!("{value:.0}"),
        10.0.. => format!("{value:.1}"),
        _ => format!("{value:.3}").trim_end_matches('0').trim_end_matches('.').to_owned(),
    }
}
