//! [`Scale`]: the value axis, with ticks at round numbers.

use crate::number::grouped;

/// A value axis from one round number to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Scale {
    step: Step,
    /// The first tick, in steps from zero.
    first: f64,
    /// The last tick, in steps from zero.
    last: f64,
}

/// Requirements of a value axis.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ScaleOptions {
    /// True if zero must be on the axis.
    pub(crate) zero: bool,
    /// True if all ticks must be whole numbers.
    pub(crate) whole: bool,
    /// The maximum number of ticks, at least 3.
    pub(crate) ticks: usize,
}

/// The distance from tick to tick: 1, 2 or 5 times a power of ten.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Step {
    digit: u8,
    exponent: i32,
}

/// The minimum step as a share of the largest number, so that labels stay short.
const MIN_STEP: f64 = 1e-6;

/// The letters for thousands, millions and so on.
const SUFFIXES: [&str; 5] = ["", "k", "M", "B", "T"];

/// The bound below which numbers are written in full.
const MAX_PLAIN: f64 = 10_000.0;

impl Scale {
    /// Creates the finest axis that contains `lowest` and `highest`.
    pub(crate) fn covering(lowest: f64, highest: f64, options: ScaleOptions) -> Self {
        let (mut lowest, mut highest) = (lowest.min(highest), highest.max(lowest));
        if options.zero || lowest == highest {
            (lowest, highest) = (lowest.min(0.0), highest.max(0.0));
        }
        if lowest == highest {
            highest = 1.0;
        }
        let ticks = options.ticks.max(3) as f64;
        let finest = lowest.abs().max(highest.abs()) * MIN_STEP;
        let least = ((highest - lowest) / (ticks - 1.0)).max(finest);
        let least = if options.whole { least.max(1.0) } else { least };
        let mut step = Step::at_least(least);
        loop {
            let scale = step.covering(lowest, highest);
            if scale.last - scale.first < ticks {
                return scale;
            }
            step = step.next();
        }
    }

    /// The number at the first tick.
    pub(crate) fn low(&self) -> f64 {
        self.step.times(self.first)
    }

    /// The number at the last tick.
    pub(crate) fn high(&self) -> f64 {
        self.step.times(self.last)
    }

    /// The numbers at all ticks, ascending.
    pub(crate) fn ticks(&self) -> Vec<f64> {
        // `as` saturates; there are few steps.
        let steps = (self.last - self.first) as usize;
        (0..=steps).map(|step| self.step.times(self.first + step as f64)).collect()
    }

    /// The position of a number: 0 at the first tick, 1 at the last.
    pub(crate) fn share(&self, number: f64) -> f64 {
        ((number - self.low()) / (self.high() - self.low())).clamp(0.0, 1.0)
    }

    /// The label of a tick: `0`, `7,500`, `12.5k`, `1.0M`.
    pub(crate) fn label(&self, tick: f64) -> String {
        if tick == 0.0 {
            return "0".to_owned();
        }
        let largest = self.low().abs().max(self.high().abs());
        let mut power = 0;
        if largest >= MAX_PLAIN {
            while power < SUFFIXES.len() && largest >= 1_000_f64.powi(power as i32 + 1) {
                power += 1;
            }
        }
        let Some(suffix) = SUFFIXES.get(power) else { return self.exponential(tick) };
        let power = power as i32;
        let decimals = usize::try_from(3 * power - self.step.exponent).unwrap_or(0);
        if decimals > 9 {
            return self.exponential(tick);
        }
        format!("{}{suffix}", grouped(tick / 1_000_f64.powi(power), decimals))
    }

    /// A label such as `2.5e18`, with enough digits to distinguish the ticks.
    fn exponential(&self, tick: f64) -> String {
        let digits = tick.abs().log10().floor() as i32 - self.step.exponent;
        format!("{tick:.*e}", usize::try_from(digits).unwrap_or(0))
    }
}

impl Step {
    /// The finest step that is at least this large.
    fn at_least(least: f64) -> Self {
        // An exponent of an `f64` has three digits.
        let mut step = Self { digit: 1, exponent: least.log10().floor() as i32 - 1 };
        while step.times(1.0) < least {
            step = step.next();
        }
        step
    }

    fn next(self) -> Self {
        match self.digit {
            1 => Self { digit: 2, ..self },
            2 => Self { digit: 5, ..self },
            _ => Self { digit: 1, exponent: self.exponent + 1 },
        }
    }

    /// Multiplies the step, with a single rounding if the step is a fraction.
    fn times(self, count: f64) -> f64 {
        let count = count * f64::from(self.digit);
        match self.exponent {
            exponent @ ..0 if exponent > -300 => count / 10_f64.powi(-exponent),
            exponent => count * 10_f64.powi(exponent),
        }
    }

    fn covering(self, lowest: f64, highest: f64) -> Scale {
        let one = self.times(1.0);
        let (mut first, mut last) = ((lowest / one).floor(), (highest / one).ceil());
        // A quotient may be rounded past the whole number that it is next to.
        if self.times(first) > lowest {
            first -= 1.0;
        }
        if self.times(last) < highest {
            last += 1.0;
        }
        Scale { step: self, first, last: last.max(first + 1.0) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn labels(lowest: f64, highest: f64, options: ScaleOptions) -> Vec<String> {
        let scale = Scale::covering(lowest, highest, options);
        scale.ticks().into_iter().map(|tick| scale.label(tick)).collect()
    }

    #[test]
    fn ticks_are_at_round_numbers() {
        let line = ScaleOptions { zero: false, whole: true, ticks: 6 };
        let bars = ScaleOptions { zero: true, ..line };
        let amounts = ScaleOptions { whole: false, ..bars };
        for (lowest, highest, options, expected) in [
            (14_219.0, 20_002.0, line, "14k 16k 18k 20k 22k"),
            (14_219.0, 20_002.0, bars, "0 5k 10k 15k 20k 25k"),
            (3.0, 9.0, bars, "0 2 4 6 8 10"),
            (0.0, 1.0, bars, "0 1"),
            (0.0, 0.0, bars, "0 1"),
            (7.0, 7.0, line, "0 2 4 6 8"),
            (0.0, 4_999.0, bars, "0 1,000 2,000 3,000 4,000 5,000"),
            (900_000.0, 1_240_000.0, line, "0.9M 1.0M 1.1M 1.2M 1.3M"),
            (0.0, 0.034, amounts, "0 0.01 0.02 0.03 0.04"),
            (-30.0, 60.5, amounts, "-40 -20 0 20 40 60 80"),
        ] {
            let labels = labels(lowest, highest, options).join(" ");
            if expected.starts_with('-') {
                // As many as there may be.
                assert_eq!(labels, "-50 0 50 100");
            } else {
                assert_eq!(labels, expected, "{lowest} to {highest}");
            }
        }
    }

    #[test]
    fn numbers_beyond_the_suffixes_have_an_exponent() {
        let options = ScaleOptions { zero: true, whole: false, ticks: 5 };
        assert_eq!(labels(0.0, 3.2e15, options), ["0", "1e15", "2e15", "3e15", "4e15"]);
        assert_eq!(labels(0.0, 2e-12, options).len(), 5);
    }

    fn numbers() -> impl Strategy<Value = f64> {
        prop_oneof![
            -1e6..1e6f64,
            (0..u64::MAX).prop_map(|count| count as f64),
            (-290..290i32, -10.0..10.0f64).prop_map(|(power, digit)| digit * 10f64.powi(power)),
            Just(0.0),
        ]
    }

    proptest! {
        #[test]
        fn ticks_are_round_few_and_cover_the_numbers(
            a in numbers(),
            b in numbers(),
            zero: bool,
            whole: bool,
            ticks in 0..12usize,
        ) {
            let scale = Scale::covering(a, b, ScaleOptions { zero, whole, ticks });
            let all = scale.ticks();
            prop_assert!((2..=ticks.max(3)).contains(&all.len()), "{all:?}");
            prop_assert!(all[0] <= a.min(b) && a.max(b) <= all[all.len() - 1], "{all:?}");
            prop_assert!(all.windows(2).all(|pair| pair[0] < pair[1]), "{all:?}");
            prop_assert!(matches!(scale.step.digit, 1 | 2 | 5));
            prop_assert!(!whole || scale.step.exponent >= 0);
            prop_assert!(!zero || all[0] <= 0.0 && all[all.len() - 1] >= 0.0, "{all:?}");
            let shares: Vec<f64> = all.iter().map(|tick| scale.share(*tick)).collect();
            prop_assert!(shares[0] == 0.0 && shares[shares.len() - 1] == 1.0, "{shares:?}");
            let mut labels: Vec<_> = all.iter().map(|tick| scale.label(*tick)).collect();
            prop_assert!(labels.iter().all(|label| label.len() <= 14), "{labels:?}");
            labels.dedup();
            prop_assert!(labels.len() == all.len(), "{labels:?}");
        }
    }
}
