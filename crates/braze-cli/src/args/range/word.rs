//! [`Word`]: a moment as a person writes it, `2024-05-01`, `2024-Q1` or `-30d`.

use std::fmt;
use std::str::FromStr;

use braze_core::chrono::{Days, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use braze_core::export::Start;
use braze_core::{DateTime, SeriesTime, TimeValue, Timestamp, Unit};

use super::clock::Clock;

/// A moment as it was written. A month, a quarter or a year is the moment at which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// `2024-05-01`, and the first day of `2024-05`, `2024-Q1`, `2024`.
    Date(NaiveDate),
    /// `today`, `yesterday`, `-30d`, `-4w`.
    DaysBack(u32),
    /// `-12h`
    HoursBack(u32),
    /// `2024-05-01T10:00:00Z`
    Instant(DateTime<FixedOffset>),
    /// `2024-05-01T10:00:00`, by the clock of the time zone.
    Local(NaiveDateTime),
}

/// The forms of a [`Word`], for help and errors.
pub(crate) const FORMS: &str = "\
a date (2024-05-01), a date-time (2024-05-01T10:00:00Z), a month (2024-05), a quarter (2024-Q1), \
a year (2024), `today`, `yesterday`, or a number of days, weeks or hours back (-30d, -4w, -12h)";

impl Word {
    /// The day or hour that begins at this moment.
    pub(crate) fn start(self, unit: Unit, clock: Clock) -> Result<Start, MisfitWord> {
        match unit {
            Unit::Hour => self.instant(clock).map(Start::Instant).ok_or(MisfitWord::OutOfReach),
            _ => self.date(clock).map(Start::Date),
        }
    }

    /// A time of day is not rounded: that would move an end of the range.
    fn date(self, clock: Clock) -> Result<NaiveDate, MisfitWord> {
        let midnight = |local: NaiveDateTime| {
            let date = local.date();
            let at_midnight = local.time() == NaiveTime::MIN;
            if at_midnight { Ok(date) } else { Err(MisfitWord::TimeOfDay(date)) }
        };
        match self {
            Self::Date(date) => Ok(date),
            Self::DaysBack(days) => clock.days_back(days).ok_or(MisfitWord::OutOfReach),
            Self::HoursBack(_) => Err(MisfitWord::Hours),
            Self::Instant(instant) => midnight(instant.naive_local()),
            Self::Local(local) => midnight(local),
        }
    }

    fn instant(self, clock: Clock) -> Option<DateTime<braze_core::Utc>> {
        match self {
            Self::Date(date) => Some(clock.instant(date.and_time(NaiveTime::MIN))),
            Self::DaysBack(days) => {
                Some(clock.instant(clock.days_back(days)?.and_time(NaiveTime::MIN)))
            }
            Self::HoursBack(hours) => {
                clock.this_hour().checked_sub_signed(TimeDelta::hours(hours.into()))
            }
            Self::Instant(instant) => Some(instant.to_utc()),
            Self::Local(local) => Some(clock.instant(local)),
        }
    }
}

impl Clock {
    fn days_back(self, days: u32) -> Option<NaiveDate> {
        self.today().checked_sub_days(Days::new(days.into()))
    }
}

impl FromStr for Word {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        let read = match lower.as_str() {
            "today" => Some(Self::DaysBack(0)),
            "yesterday" => Some(Self::DaysBack(1)),
            _ => back(&lower).or_else(|| period(&lower)).or_else(|| moment(text)),
        };
        read.ok_or_else(|| UnknownWord { text: text.to_owned() })
    }
}

/// `-30d`, `-4w`, `-12h`
fn back(text: &str) -> Option<Word> {
    let text = text.strip_prefix('-')?;
    let (count, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let count: u32 = number(count)?;
    match unit {
        "d" => Some(Word::DaysBack(count)),
        "w" => count.checked_mul(7).map(Word::DaysBack),
        "h" => Some(Word::HoursBack(count)),
        _ => None,
    }
}

/// `2024-05`, `2024-Q1`, `2024`
fn period(text: &str) -> Option<Word> {
    let (year, rest) = text.split_at_checked(4)?;
    let month = match rest.strip_prefix('-') {
        None if rest.is_empty() => 1,
        None => return None,
        Some(rest) => match rest.strip_prefix('q') {
            Some(quarter) => {
                let quarter = number(quarter).filter(|quarter| (1..=4).contains(quarter))?;
                quarter * 3 - 2
            }
            None if rest.len() == 2 => number(rest)?,
            None => return None,
        },
    };
    NaiveDate::from_ymd_opt(number(year)?.try_into().ok()?, month, 1).map(Word::Date)
}

fn moment(text: &str) -> Option<Word> {
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Some(Word::Instant(instant.date_time()));
    }
    match SeriesTime::from(text).value() {
        TimeValue::Date(date) => Some(Word::Date(date)),
        TimeValue::Instant(instant) => Some(Word::Instant(instant)),
        TimeValue::Local(local) => Some(Word::Local(local)),
        _ => None,
    }
}

/// Digits and nothing else: no sign.
fn number(digits: &str) -> Option<u32> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

/// A text that is not a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct UnknownWord {
    text: String,
}

impl fmt::Display for UnknownWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a moment: write {FORMS}", self.text)
    }
}

impl std::error::Error for UnknownWord {}

/// The reason why a moment does not begin a day or an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MisfitWord {
    /// It lies within this day.
    TimeOfDay(NaiveDate),
    /// It counts hours, and days are asked for.
    Hours,
    /// It is before all time.
    OutOfReach,
}

impl fmt::Display for MisfitWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TimeOfDay(date) => {
                write!(f, "lies within a day, but days are asked for: write {date}")
            }
            Self::Hours => f.write_str("counts hours, but days are asked for: write `-1d`, say"),
            Self::OutOfReach => f.write_str("is further back than dates reach"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn word(text: &str) -> Word {
        text.parse().unwrap()
    }

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn every_form_is_understood() {
        let table = [
            ("2024-05-01", Word::Date(date(2024, 5, 1))),
            ("2024-02-29", Word::Date(date(2024, 2, 29))),
            ("2024-05", Word::Date(date(2024, 5, 1))),
            ("2024-Q1", Word::Date(date(2024, 1, 1))),
            ("2024-q4", Word::Date(date(2024, 10, 1))),
            ("2024", Word::Date(date(2024, 1, 1))),
            ("today", Word::DaysBack(0)),
            ("Yesterday", Word::DaysBack(1)),
            (" -30d ", Word::DaysBack(30)),
            ("-4W", Word::DaysBack(28)),
            ("-12h", Word::HoursBack(12)),
            ("-0h", Word::HoursBack(0)),
            ("2024-05-01T10:00:00Z", Word::Instant("2024-05-01T10:00:00Z".parse().unwrap())),
            ("2024-05-01 10:00-5:00", Word::Instant("2024-05-01T10:00:00-05:00".parse().unwrap())),
            ("2024-05-01T10:00", Word::Local(date(2024, 5, 1).and_hms_opt(10, 0, 0).unwrap())),
        ];
        for (text, expected) in table {
            assert_eq!(word(text), expected, "{text}");
        }
    }

    #[test]
    fn anything_else_is_refused_with_the_forms_that_are_not() {
        for text in [
            "",
            "-",
            "d",
            "-d",
            "30d",
            "+30d",
            "--3d",
            "-3m",
            "-99999999999d",
            "-4294967295w",
            "tomorrow",
            "2024-13",
            "2024-00",
            "2024-5",
            "2024-Q0",
            "2024-Q5",
            "2024-Q",
            "2024Q1",
            "2024-02-30",
            "24-05-01",
            "20240501",
            "+024",
            "2024-+1",
            "é024",
            "2024-05-01T25:00Z",
            "1714521600",
        ] {
            let error = text.parse::<Word>().unwrap_err().to_string();
            assert!(
                error.starts_with(&format!("`{text}` is not a moment: write a date (")),
                "{error}"
            );
        }
    }

    fn clock(now: &str, zone: Option<&str>) -> Clock {
        Clock { now: now.parse().unwrap(), zone: zone.map(|zone| zone.parse().unwrap()) }
    }

    #[test]
    fn starts_are_dates_for_days_and_instants_for_hours() {
        // A Sunday in UTC, and still Saturday in New York.
        let utc = clock("2024-03-10T03:30:00Z", None);
        let new_york = clock("2024-03-10T03:30:00Z", Some("America/New_York"));
        let table = [
            ("2024-Q1", utc, "2024-01-01", "2024-01-01T00:00:00Z"),
            ("2024-Q1", new_york, "2024-01-01", "2024-01-01T05:00:00Z"),
            ("today", utc, "2024-03-10", "2024-03-10T00:00:00Z"),
            ("today", new_york, "2024-03-09", "2024-03-09T05:00:00Z"),
            ("-1d", new_york, "2024-03-08", "2024-03-08T05:00:00Z"),
            ("2024-03-11T00:00", new_york, "2024-03-11", "2024-03-11T04:00:00Z"),
            ("2024-05-01T00:00:00+02:00", utc, "2024-05-01", "2024-04-30T22:00:00Z"),
        ];
        for (text, clock, day, hour) in table {
            let start = |unit| word(text).start(unit, clock).unwrap().to_string();
            assert_eq!((start(Unit::Day), start(Unit::Hour)), (day.into(), hour.into()), "{text}");
        }
        let hours = word("-2h").start(Unit::Hour, new_york).unwrap();
        assert_eq!(hours.to_string(), "2024-03-10T01:00:00Z");
    }

    #[test]
    fn a_time_of_day_is_not_rounded_to_a_day() {
        let utc = clock("2024-03-10T03:30:00Z", None);
        let misfit = |text: &str| word(text).start(Unit::Day, utc).unwrap_err();
        assert_eq!(misfit("2024-05-01T10:00:00Z"), MisfitWord::TimeOfDay(date(2024, 5, 1)));
        assert_eq!(misfit("2024-05-01T00:00:01"), MisfitWord::TimeOfDay(date(2024, 5, 1)));
        assert_eq!(misfit("-24h"), MisfitWord::Hours);
        assert_eq!(misfit("-4000000000d"), MisfitWord::OutOfReach);
        let hours = word("-4000000000d").start(Unit::Hour, utc);
        assert_eq!(hours, Err(MisfitWord::OutOfReach));
    }

    fn dates() -> impl Strategy<Value = NaiveDate> {
        (0..=9999i32, 1..=366u32)
            .prop_filter_map("no such day", |(year, day)| NaiveDate::from_yo_opt(year, day))
    }

    proptest! {
        #[test]
        fn a_date_is_read_as_it_is_written(date in dates()) {
            prop_assert_eq!(word(&date.to_string()), Word::Date(date));
            let written = Start::Instant(date.and_time(NaiveTime::MIN).and_utc()).to_string();
            let clock = clock("2024-03-10T03:30:00Z", None);
            for text in [date.to_string(), written.clone()] {
                let start = word(&text).start(Unit::Hour, clock).unwrap();
                prop_assert_eq!(start.to_string(), written.clone());
            }
        }

        #[test]
        fn periods_begin_where_the_one_before_ends(year in 0..9999i32, quarter in 1..=4u32) {
            let start = |text: String| match word(&text) {
                Word::Date(date) => date,
                other => panic!("{other:?}"),
            };
            let quarter_of = |quarter| start(format!("{year:04}-Q{quarter}"));
            let month_of = |month| start(format!("{year:04}-{month:02}"));
            prop_assert_eq!(quarter_of(quarter), month_of(quarter * 3 - 2));
            prop_assert_eq!(quarter_of(1), start(format!("{year:04}")));
            for month in 1..12 {
                let days = (month_of(month + 1) - month_of(month)).num_days();
                prop_assert!((28..=31).contains(&days));
            }
            let next_year = start(format!("{:04}", year + 1));
            prop_assert!(month_of(12) < next_year);
        }

        #[test]
        fn days_back_are_counted_from_today(
            days in 0..700_000u32,
            zone in prop::sample::select(vec!["UTC", "Pacific/Kiritimati", "-12:00", "Asia/Kolkata"]),
            seconds in 0..4_102_444_800i64,
        ) {
            let now = DateTime::from_timestamp(seconds, 0).unwrap();
            let clock = Clock { now, zone: Some(zone.parse().unwrap()) };
            let back = word(&format!("-{days}d")).date(clock).unwrap();
            prop_assert_eq!((clock.today() - back).num_days(), i64::from(days));
            prop_assert!((clock.today() - now.date_naive()).num_days().abs() <= 1);
        }

        #[test]
        fn no_text_is_a_reason_to_panic(text in "\\PC{0,24}", now in 0..4_102_444_800i64) {
            let clock = Clock { now: DateTime::from_timestamp(now, 0).unwrap(), zone: None };
            if let Ok(word) = text.parse::<Word>() {
                let _ = (word.start(Unit::Day, clock), word.start(Unit::Hour, clock));
            }
        }
    }
}
