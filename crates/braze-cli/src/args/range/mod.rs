//! [`Ends`]: the range that `--from` and `--to` ask for.

mod span;
mod word;

use braze_core::chrono::{DurationRound, NaiveDate, NaiveDateTime, TimeDelta};
use braze_core::export::{Range, Start, Zone};
use braze_core::{DateTime, Unit, Utc};
use clap::{Arg, ArgMatches};

use crate::ui::failure::Failure;

pub(crate) use span::{Span, start};
pub(crate) use word::{UnknownWord, Word};

pub(crate) const FROM: &str = "from";
const TO: &str = "to";

/// What `--from` and `--to` say. Pure: what they mean now is asked of a [`Clock`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ends {
    pub(crate) from: Option<Word>,
    pub(crate) to: Option<Word>,
}

/// A range whose end may be left to the export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Empty where it ends with the last bucket that is over.
    pub(crate) range: Range,
    /// Whether it ends with the last bucket that is over.
    pub(crate) until_now: bool,
}

/// The moment that words are relative to, and the zone that days are days of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    pub(crate) now: DateTime<Utc>,
    /// `None`: words are read in UTC.
    pub(crate) zone: Option<Zone>,
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
            "Where the range begins: {}. Of hours, those count that begin within the range: from 10:30 on \
             that is 11:00",
            word::FORMS
        )),
        option(TO).help(
            "Where the range ends, in the same forms. Exclusive: `--from 2024-01-01 --to 2024-02-01` is \
             January, and so is `--from 2024-01 --to 2024-02`. Default: after the last day or hour that \
             is over",
        ),
    ]
}

impl Ends {
    /// What was given.
    pub(crate) fn given(matches: &ArgMatches) -> Self {
        let word = |name: &str| matches.get_one(name).copied();
        Self { from: word(FROM), to: word(TO) }
    }

    /// The same with a beginning, if there is none.
    pub(crate) fn or_from(self, word: Word) -> Self {
        Self { from: self.from.or(Some(word)), ..self }
    }

    /// The buckets that begin at the ends that were given. A range that is given whole is not empty.
    pub(crate) fn starts(
        self,
        unit: Unit,
        clock: Clock,
    ) -> Result<(Option<Start>, Option<Start>), Failure> {
        let start = |option: &str, word: Option<Word>| {
            let start = word.map(|word| word.start(unit, clock)).transpose();
            start.map_err(|misfit| {
                Failure::usage(format!("invalid value for `--{option}`"))
                    .detail(format!("it {misfit}"))
            })
        };
        let (from, to) = (start(FROM, self.from)?, start(TO, self.to)?);
        if let (Some(from), Some(to)) = (from, to)
            && to <= from
        {
            return Err(Failure::usage("the range is empty: `--to` is not after `--from`")
                .detail(format!("`--from` is {from}, `--to` is {to}"))
                .tip(format!("`--to` is exclusive: {}", smallest(from))));
        }
        Ok((from, to))
    }

    /// The range that an export means. Without an end it goes up to the last bucket that is over.
    pub(crate) fn resolve(self, unit: Unit, clock: Clock) -> Result<Wanted, Failure> {
        match self.starts(unit, clock)? {
            (None, _) => Err(Failure::usage("`--from` is missing")),
            (Some(from), None) => Ok(Wanted { range: range(from, from), until_now: true }),
            (Some(from), Some(to)) => Ok(Wanted { range: range(from, to), until_now: false }),
        }
    }
}

/// Both ends are of the same kind, since one unit resolved them.
fn range(from: Start, to: Start) -> Range {
    match (from, to) {
        (Start::Instant(from), Start::Instant(to)) => Range::hours(from, to),
        (from, to) => Range::days(date(from), date(to)),
    }
}

fn date(start: Start) -> NaiveDate {
    match start {
        Start::Date(date) => date,
        Start::Instant(instant) => instant.date_naive(),
    }
}

/// The bucket that begins there, as options.
fn smallest(from: Start) -> String {
    let unit = match from {
        Start::Date(_) => "day",
        Start::Instant(_) => "hour",
    };
    format!("one {unit} is `--from {from} --to {}`", after(from))
}

/// The beginning of the next bucket.
pub(crate) fn after(start: Start) -> Start {
    match start {
        Start::Date(date) => Start::Date(date.succ_opt().unwrap_or(date)),
        Start::Instant(at) => {
            Start::Instant(at.checked_add_signed(TimeDelta::hours(1)).unwrap_or(at))
        }
    }
}

impl Clock {
    fn today(self) -> NaiveDate {
        self.zone.map_or(self.now.date_naive(), |zone| zone.date(self.now))
    }

    /// The beginning of the hour that is not over.
    fn this_hour(self) -> DateTime<Utc> {
        self.now.duration_trunc(TimeDelta::hours(1)).unwrap_or(self.now)
    }

    fn instant(self, local: NaiveDateTime) -> DateTime<Utc> {
        self.zone.unwrap_or(Zone::UTC).instant(local)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn resolve(from: &str, to: Option<&str>, unit: Unit) -> Result<Wanted, Failure> {
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
    fn an_empty_range_says_how_the_smallest_one_is_written() {
        let failure = resolve("2024-01-31", Some("2024-01-31"), Unit::Day).unwrap_err();
        assert_eq!(
            failure.tips(),
            ["`--to` is exclusive: one day is `--from 2024-01-31 --to 2024-02-01`"]
        );
        let failure = resolve("today", Some("yesterday"), Unit::Hour).unwrap_err();
        assert_eq!(
            failure.details(),
            ["`--from` is 2024-03-10T00:00:00Z, `--to` is 2024-03-09T00:00:00Z"]
        );
    }

    #[test]
    fn an_end_within_a_day_is_named_with_its_option() {
        let failure = resolve("2024-01-01", Some("2024-01-02T10:00:00Z"), Unit::Day).unwrap_err();
        assert_eq!(failure.what(), "invalid value for `--to`");
        assert_eq!(
            failure.details(),
            ["it lies within a day, but days are asked for: write 2024-01-02"]
        );
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
