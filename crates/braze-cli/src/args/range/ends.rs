//! [`Ends`]: the range that `--from` and `--to` ask for.

use braze_core::Unit;
use braze_core::export::{Range, Start};
use clap::{Arg, ArgMatches};

use super::clock::Clock;
use super::word::{self, MisfitWord, Word};

pub(crate) const FROM: &str = "from";
pub(crate) const TO: &str = "to";

/// The values of `--from` and `--to`, which a [`Clock`] resolves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ends {
    pub(crate) from: Option<Word>,
    pub(crate) to: Option<Word>,
}

/// A range whose end may be left to the export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Empty where it ends with the last complete bucket.
    pub(crate) range: Range,
    /// Moves the end to the last complete bucket.
    pub(crate) until_now: bool,
}

/// The two options, `--from` first.
pub(crate) fn arguments() -> [Arg; 2] {
    let option = |name: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name("WHEN")
            .help_heading("Range")
            .allow_hyphen_values(true)
            .value_parser(str::parse::<Word>)
    };
    [
        option(FROM).help(format!(
            "Start of the range: {}. Hours count if they begin within the range: from 10:30 on, the first \
             one is 11:00",
            word::FORMS
        )),
        option(TO).help(
            "End of the range, in the same forms. Exclusive: `--from 2024-01-01 --to 2024-02-01` is \
             January, and so is `--from 2024-01 --to 2024-02`. Default: after the last complete day or \
             hour",
        ),
    ]
}

impl Ends {
    /// Reads the options.
    pub(crate) fn read(matches: &ArgMatches) -> Self {
        let word = |name: &str| matches.get_one(name).copied();
        Self { from: word(FROM), to: word(TO) }
    }

    /// The same with a beginning, if there is none.
    pub(crate) fn or_from(self, word: Word) -> Self {
        Self { from: self.from.or(Some(word)), ..self }
    }

    /// The buckets that begin at the ends. A range with both ends must not be empty.
    pub(crate) fn starts(
        self,
        unit: Unit,
        clock: Clock,
    ) -> Result<(Option<Start>, Option<Start>), RangeError> {
        let start = |option: &'static str, word: Option<Word>| {
            let start = word.map(|word| word.start(unit, clock)).transpose();
            start.map_err(|misfit| RangeError::Misfit { option, misfit })
        };
        let (from, to) = (start(FROM, self.from)?, start(TO, self.to)?);
        if let (Some(from), Some(to)) = (from, to)
            && to <= from
        {
            return Err(RangeError::Empty { from, to });
        }
        Ok((from, to))
    }

    /// The range of an export. Without an end it goes up to the last complete bucket.
    pub(crate) fn resolve(self, unit: Unit, clock: Clock) -> Result<Wanted, RangeError> {
        match self.starts(unit, clock)? {
            (None, _) => Err(RangeError::NoStart),
            (Some(from), None) => Ok(Wanted { range: Range::between(from, from), until_now: true }),
            (Some(from), Some(to)) => {
                Ok(Wanted { range: Range::between(from, to), until_now: false })
            }
        }
    }
}

/// The reason why two ends make no range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RangeError {
    /// There is no start.
    NoStart,
    /// The word of an option does not begin a bucket.
    Misfit { option: &'static str, misfit: MisfitWord },
    /// The end is not after the start.
    Empty { from: Start, to: Start },
}

#[cfg(test)]
mod tests {
    use braze_core::chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;

    fn resolve(from: &str, to: Option<&str>, unit: Unit) -> Result<Wanted, RangeError> {
        let ends = Ends { from: Some(from.parse().unwrap()), to: to.map(|to| to.parse().unwrap()) };
        let now = "2024-03-10T03:30:00Z".parse().unwrap();
        ends.resolve(unit, Clock { now, zone: None })
    }

    #[test]
    fn the_end_is_exclusive() {
        let table = [
            ("2024-01-01", "2024-02-01", Unit::Day, 31),
            ("2024-01", "2024-02", Unit::Day, 31),
            ("2024-Q1", "2024-Q2", Unit::Day, 91),
            ("2023", "2024", Unit::Hour, 365 * 24),
            ("yesterday", "today", Unit::Day, 1),
            ("-24h", "-0h", Unit::Hour, 24),
            ("2024-01-01T10:30:00Z", "2024-01-01T12:30:00Z", Unit::Hour, 2),
        ];
        for (from, to, unit, buckets) in table {
            let wanted = resolve(from, Some(to), unit).unwrap();
            assert_eq!((wanted.range.len(), wanted.until_now), (buckets, false), "{from} {to}");
        }
    }

    #[test]
    fn without_an_end_the_export_finds_it() {
        let wanted = resolve("2024-Q1", None, Unit::Day).unwrap();
        assert_eq!(
            (wanted.range.to_string().as_str(), wanted.until_now),
            ("days from 2024-01-01 to 2024-01-01 (exclusive)", true)
        );
    }

    #[test]
    fn an_end_must_begin_a_bucket_after_the_start() {
        let empty = resolve("2024-01-31", Some("2024-01-31"), Unit::Day);
        assert!(matches!(empty, Err(RangeError::Empty { from, to }) if from == to));
        let within = resolve("2024-01-01", Some("2024-01-02T10:00:00Z"), Unit::Day);
        assert!(matches!(within, Err(RangeError::Misfit { option: TO, .. })));
    }

    proptest! {
        #[test]
        fn a_range_has_as_many_days_as_lie_between_its_ends(from in 0..40_000i32, days in -50..500i32) {
            let date = |day: i32| NaiveDate::from_num_days_from_ce_opt(719_163 + day).unwrap();
            let (from, to) = (date(from).to_string(), date(from + days).to_string());
            let buckets = |unit| resolve(&from, Some(&to), unit).ok().map(|it| it.range.len());
            let expected = u64::try_from(days).ok().filter(|days| *days > 0);
            prop_assert_eq!(buckets(Unit::Day), expected);
            prop_assert_eq!(buckets(Unit::Hour), expected.map(|days| days * 24));
        }
    }
}
