//! [`CanvasStatistics`]: the entries, conversions and revenue of a Canvas.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::canvas::{Canvas, Step};
use super::channel::counts;
use super::variation::{Role, Variation};
use crate::workspace::{Curve, Noise};

/// Counts by their names on the wire.
pub(crate) type Counts = BTreeMap<&'static str, u64>;

/// The numbers of a Canvas over several days.
#[derive(Debug)]
pub(crate) struct CanvasStatistics<'a> {
    canvas: &'a Canvas,
    /// The entries of each variant.
    entries: Vec<u64>,
}

impl<'a> CanvasStatistics<'a> {
    /// Sums the days from `from` to before `to`.
    pub(crate) fn new(seed: u64, canvas: &'a Canvas, from: NaiveDate, to: NaiveDate) -> Self {
        let created = canvas.lifetime.created().date_naive();
        let days = || from.iter_days().take_while(|day| *day < to).filter(|day| *day >= created);
        let curve = Curve::new(seed, "canvas.entries", 1.0).part("canvas_id", &canvas.id);
        let entries = canvas.variants.iter().map(|variant| {
            let curve = curve.part("variant", &variant.id);
            // A hundredth of a series of the whole workspace.
            let total: f64 =
                days().map(|day| (curve.day(day).amount(0.0, 1.0) / 100.0).floor()).sum();
            if canvas.draft { 0 } else { total as u64 }
        });
        Self { canvas, entries: entries.collect() }
    }

    /// Returns the counts of the variant at `index`, and its revenue in cents.
    pub(crate) fn variant(&self, index: usize) -> (Counts, u64) {
        let entries = self.entries[index];
        let (mut counts, cents) = conversions(entries, &self.canvas.variants[index].id);
        counts.insert("entries", entries);
        (counts, cents)
    }

    /// Returns the sum over all variants, and the revenue in cents.
    pub(crate) fn total(&self) -> (Counts, u64) {
        let variants = (0..self.entries.len()).map(|index| self.variant(index));
        variants.fold((Counts::new(), 0), |(mut total, cents), (counts, more)| {
            for (name, count) in counts {
                *total.entry(name).or_default() += count;
            }
            (total, cents + more)
        })
    }

    /// Returns the counts of a step, and its revenue in cents.
    pub(crate) fn step(&self, step: &Step) -> (Counts, u64) {
        conversions(self.users_at(step) / 2, &step.id)
    }

    /// Returns the counts of a message of a step.
    pub(crate) fn message(&self, step: &Step, variation: &Variation) -> Counts {
        let messages = self.users_at(step) / step.variations.len().max(1) as u64;
        if variation.role == Role::Control {
            return Counts::from([("enrolled", messages)]);
        }
        let counts = counts(variation.channel).iter();
        counts.map(|(name, share)| (*name, (messages as f64 * share) as u64)).collect()
    }

    /// Returns the number of users that came to a step.
    pub(crate) fn users_at(&self, step: &Step) -> u64 {
        let position = self.canvas.steps.iter().position(|known| known.id == step.id);
        let variants = self.canvas.variants.iter().zip(&self.entries);
        let entries: u64 = variants.filter(|(variant, _)| !variant.control).map(|(_, n)| n).sum();
        // A tenth leaves before each step.
        entries * 9_u64.pow(position.unwrap_or_default() as u32)
            / 10_u64.pow(position.unwrap_or_default() as u32)
    }
}

/// Returns the conversions among a number of entries, and their revenue in cents.
fn conversions(entries: u64, id: &str) -> (Counts, u64) {
    let noise = Noise::new(0).text(id);
    let share = |name: &str, most: f64| (entries as f64 * most * noise.text(name).unit()) as u64;
    let (first, second) = (share("first", 0.2), share("second", 0.05));
    let counts = Counts::from([
        ("conversions", first),
        ("conversions_by_entry_time", first * 9 / 10),
        ("conversions1", second),
        ("conversions1_by_entry_time", second * 9 / 10),
    ]);
    (counts, first * (500 + noise.text("price").bits() % 4_000))
}
