//! [`Curve`]: a number over time, with growth, seasons, weeks, days and rare outages.
//!
//! Only operations that IEEE 754 defines to the last bit are used, so that the numbers are the same
//! on every machine: no sines, no exponentials.

use chrono::{Datelike, NaiveDate};

use super::noise::Noise;

/// One number over time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Curve {
    noise: Noise,
    /// The total of an average day.
    base: f64,
    /// Steps in 1: 1 for counts, 100 for amounts of money. Dividing by 100 gives an `f64` with two
    /// decimals; multiplying by 0.01 does not.
    per_unit: f64,
}

/// One day of a curve. Its hours add up to its total.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CurveOfDay {
    noise: Noise,
    total: f64,
    per_unit: f64,
}

impl Curve {
    /// Creates the curve of an operation for the whole workspace.
    pub(crate) fn new(seed: u64, operation: &str, per_unit: f64) -> Self {
        let noise = Noise::new(seed).text(operation);
        let size = noise.text("base").unit();
        // Between 2,000 and 40,000 a day, more often small than large.
        Self { noise, base: 2_000.0 + 38_000.0 * size * size, per_unit }
    }

    /// Returns the part of the curve for one app, segment or event.
    pub(crate) fn part(self, parameter: &str, value: &str) -> Self {
        let noise = self.noise.text(parameter).text(value);
        Self { noise, base: self.base * (0.05 + 0.5 * noise.text("share").unit()), ..self }
    }

    /// Returns one day.
    pub(crate) fn day(&self, day: NaiveDate) -> CurveOfDay {
        let number = day.num_days_from_ce();
        let noise = self.noise.number(i64::from(number));
        let years = f64::from(number - MIDDLE_OF_GROWTH) / 365.25;
        // From a fifth of the base to one and a half: bounded, so that every year looks plausible.
        let growth = 0.85 + 0.65 * years / (4.0 + years * years).sqrt();
        let season = 1.0 + 0.07 * wave(years + self.noise.text("season").unit());
        let weekday = WEEK[day.weekday().num_days_from_monday() as usize];
        let outage = if noise.text("outage").happens(OUTAGES) { 0.06 } else { 1.0 };
        let luck = 0.94 + 0.12 * noise.unit();
        let total = self.base * growth * season * weekday * luck * outage;
        CurveOfDay { noise, total, per_unit: self.per_unit }
    }
}

impl CurveOfDay {
    /// The amount between two points of the day; 0 is its start and 1 its end.
    pub(crate) fn amount(&self, from: f64, to: f64) -> f64 {
        let until = |x: f64| (self.total * self.elapsed(x) * self.per_unit).round();
        // Differences of rounded sums make the parts of a day add up exactly.
        (until(to) - until(from)).max(0.0) / self.per_unit
    }

    /// Rounds a number down to whole steps.
    pub(crate) fn quantized(&self, number: f64) -> f64 {
        (number * self.per_unit).floor() / self.per_unit
    }

    /// The share of the total before a point of the day.
    fn elapsed(&self, x: f64) -> f64 {
        if x <= 0.0 || x >= 1.0 {
            return x.clamp(0.0, 1.0);
        }
        let hours = x * 24.0;
        // Below 24, since x is below 1.
        let hour = (hours as usize).min(23);
        let smooth = ELAPSED[hour] + DAY[hour] / ELAPSED_AT_END * (hours - hours.floor());
        // Less than half of the quietest hour, so that the sum never decreases.
        smooth + 0.003 * (self.noise.number((x * 1e6) as i64).unit() - 0.5)
    }
}

/// A wave of period 1 between -1 and 1, made of two parabolas.
fn wave(x: f64) -> f64 {
    let q = 2.0 * (x - x.floor()) - 1.0;
    4.0 * q * (1.0 - q.abs())
}

/// 2022-01-01, where growth is steepest.
const MIDDLE_OF_GROWTH: i32 = 738_156;

/// Share of days with an outage.
const OUTAGES: f64 = 1.0 / 90.0;

/// Monday to Sunday.
const WEEK: [f64; 7] = [0.96, 0.94, 0.93, 0.96, 1.05, 1.22, 1.14];

/// Weights of the hours of a day: quiet before dawn, a bump at noon, the peak in the evening.
const DAY: [f64; 24] = [
    2.4, 1.6, 1.1, 0.8, 0.7, 0.9, 1.6, 2.8, 3.8, 4.3, 4.7, 5.1, 5.7, 5.5, 5.0, 4.9, 5.2, 5.7, 6.4,
    7.2, 7.6, 7.1, 5.6, 4.3,
];

/// The sum of [`DAY`].
const ELAPSED_AT_END: f64 = 100.0;

/// The share of the total before each hour.
const ELAPSED: [f64; 24] = {
    let mut elapsed = [0.0; 24];
    let mut hour = 1;
    while hour < 24 {
        elapsed[hour] = elapsed[hour - 1] + DAY[hour - 1] / ELAPSED_AT_END;
        hour += 1;
    }
    elapsed
};
