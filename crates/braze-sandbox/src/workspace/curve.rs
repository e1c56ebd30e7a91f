//! [`Curve`]: how much happens when, with growth, seasons, weeks, days and the odd outage.

use std::f64::consts::TAU;

use chrono::{Datelike, NaiveDate};

use super::noise::Noise;

/// The course of one number over time. The hours of a day add up to the day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Curve {
    noise: Noise,
    /// The total of a middling day.
    base: f64,
    /// Steps in 1: 1 for counts, 100 for amounts of money. A division by 100 gives the `f64` that is
    /// written with two decimals, a multiplication by 0.01 does not.
    per_unit: f64,
}

impl Curve {
    /// The curve of an operation's number, for the whole workspace.
    pub(crate) fn new(seed: u64, operation: &str, per_unit: f64) -> Self {
        let noise = Noise::new(seed).text(operation);
        // Between 2,000 and 40,000 a day, evenly on a logarithmic scale.
        let base = 2_000.0 * 20_f64.powf(noise.text("base").unit());
        Self { noise, base, per_unit }
    }

    /// The part of the curve that belongs to one app, segment or event.
    pub(crate) fn part(self, parameter: &str, value: &str) -> Self {
        let noise = self.noise.text(parameter).text(value);
        Self { noise, base: self.base * (0.05 + 0.5 * noise.text("share").unit()), ..self }
    }

    /// What happens between two points of a day; 0 is its beginning and 1 its end.
    pub(crate) fn amount(&self, day: NaiveDate, from: f64, to: f64) -> f64 {
        let total = self.total(day);
        let until = |x: f64| (total * self.elapsed(day, x) * self.per_unit).round();
        // Differences of rounded sums, so that the parts of a day add up to it exactly.
        (until(to) - until(from)).max(0.0) / self.per_unit
    }

    /// The number cut down to whole steps.
    pub(crate) fn quantized(&self, number: f64) -> f64 {
        (number * self.per_unit).floor() / self.per_unit
    }

    fn total(&self, day: NaiveDate) -> f64 {
        let number = day.num_days_from_ce();
        let noise = self.noise.number(i64::from(number));
        let years = f64::from(number - MIDDLE_OF_GROWTH) / 365.25;
        // From a fifth of the base to the base and a half: bounded, so that any year looks sane.
        let growth = 0.2 + 1.3 / (1.0 + (-0.9 * years).exp());
        let season = 1.0 + 0.07 * (TAU * (years + self.noise.text("season").unit())).sin();
        let weekday = WEEK[day.weekday().num_days_from_monday() as usize];
        let outage = if noise.text("outage").happens(OUTAGES) { 0.06 } else { 1.0 };
        self.base * growth * season * weekday * (0.94 + 0.12 * noise.unit()) * outage
    }

    /// The share of a day's total that has happened at a point of the day.
    fn elapsed(&self, day: NaiveDate, x: f64) -> f64 {
        if x <= 0.0 || x >= 1.0 {
            return x.clamp(0.0, 1.0);
        }
        // The integral of 1 + 0.65 sin(2π(x - 0.42)) + 0.2 sin(4π(x - 0.3)): quiet before dawn, a
        // bump at midday, the peak in the evening.
        let wave = |size: f64, turns: f64, shift: f64| {
            let rate = TAU * turns;
            size / rate * ((rate * shift).cos() - (rate * (x - shift)).cos())
        };
        let smooth = x + wave(0.65, 1.0, 0.42) + wave(0.2, 2.0, 0.3);
        // Less than half of what the quietest hour holds, so that time never runs backwards.
        let noise = self.noise.number(i64::from(day.num_days_from_ce())).number((x * 1e6) as i64);
        smooth + 0.002 * (noise.unit() - 0.5)
    }
}

/// 2022-01-01, where growth is steepest.
const MIDDLE_OF_GROWTH: i32 = 738_156;

/// Share of days with an outage.
const OUTAGES: f64 = 1.0 / 90.0;

/// Monday to Sunday.
const WEEK: [f64; 7] = [0.96, 0.94, 0.93, 0.96, 1.05, 1.22, 1.14];
