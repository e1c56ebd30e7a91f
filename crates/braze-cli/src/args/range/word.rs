//! [`Word`]: a moment as a person writes it, `2024-05-01`, `2024-Q1`, `last month` or `-30d`.

use std::fmt;
use std::str::FromStr;

use braze_core::chrono::{
    Datelike, Days, FixedOffset, Month, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta,
    Weekday,
};
use braze_core::export::Start;
use braze_core::{DateTime, SeriesTime, TimeValue, Timestamp, Unit};

use super::clock::Clock;

/// A moment as it was written. A week, a month, a quarter or a year is the moment at which it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// `2024-05-01`, and the first day of `2024-W05`, `2024-05`, `2024-Q1`, `2024`.
    Date(NaiveDate),
    /// `now`: this hour, or today.
    Now,
    /// `today`, `yesterday`, `-30d`, `-4w`.
    DaysBack(u32),
    /// `-3m`, `-2y`; where that month is shorter, its last day.
    MonthsBack(u32),
    /// `this week`, `last month`: the first day of the current one, or of the one before.
    Begin { period: Period, is_last: bool },
    /// `-12h`
    HoursBack(u32),
    /// `2024-05-01T10:00:00Z`
    Instant(DateTime<FixedOffset>),
    /// `2024-05-01T10:00:00`, by the clock of the time zone.
    Local(NaiveDateTime),
}

/// A part of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Period {
    /// From Monday.
    Week,
    Month,
    Quarter,
    Year,
}

/// The forms of a [`Word`], for help and errors.
pub(crate) const FORMS: &str = "\
a date (2024-05-01), a date-time (2024-05-01T10:00:00Z), a week (2024-W05), a month (2024-05), a quarter \
(2024-Q1), a year (2024), `now`, `today`, `yesterday`, `this` or `last` with `week`, `month`, `quarter` or `year` \
(last-month), or a number of hours, days, weeks, months or years back (-12h, -30d, -4w, -3m, -2y)";

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
            Self::Now => Ok(clock.today()),
            Self::DaysBack(days) => clock.days_back(days).ok_or(MisfitWord::OutOfReach),
            Self::MonthsBack(months) => clock.months_back(months).ok_or(MisfitWord::OutOfReach),
            Self::Begin { period, is_last } => {
                clock.begin(period, is_last).ok_or(MisfitWord::OutOfReach)
            }
            Self::HoursBack(_) => Err(MisfitWord::Hours),
            Self::Instant(instant) => midnight(instant.naive_local()),
            Self::Local(local) => midnight(local),
        }
    }

    fn instant(self, clock: Clock) -> Option<DateTime<braze_core::Utc>> {
        match self {
            Self::Now => Some(clock.this_hour()),
            Self::Date(_) | Self::DaysBack(_) | Self::MonthsBack(_) | Self::Begin { .. } => {
                let date = self.date(clock).ok()?;
                Some(clock.instant(date.and_time(NaiveTime::MIN)))
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

    fn months_back(self, months: u32) -> Option<NaiveDate> {
        self.today().checked_sub_months(Months::new(months))
    }

    /// The first day of the current period, or of the one before.
    fn begin(self, period: Period, is_last: bool) -> Option<NaiveDate> {
        let today = self.today();
        let first = |month| NaiveDate::from_ymd_opt(today.year(), month, 1);
        let (begin, months) = match period {
            Period::Week => {
                let days = today.weekday().num_days_from_monday() + if is_last { 7 } else { 0 };
                return today.checked_sub_days(Days::new(days.into()));
            }
            Period::Month => (first(today.month())?, 1),
            Period::Quarter => (first(today.month0() / 3 * 3 + 1)?, 3),
            Period::Year => (first(1)?, 12),
        };
        if is_last { begin.checked_sub_months(Months::new(months)) } else { Some(begin) }
    }
}

impl FromStr for Word {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        let read = match lower.as_str() {
            "now" => Some(Self::Now),
            "today" => Some(Self::DaysBack(0)),
            "yesterday" => Some(Self::DaysBack(1)),
            _ => back(&lower)
                .or_else(|| begin(&lower))
                .or_else(|| period(&lower))
                .or_else(|| moment(text)),
        };
        read.ok_or_else(|| UnknownWord { text: text.to_owned() })
    }
}

/// `-30d`, `-4w`, `-3m`, `-2y`, `-12h`
fn back(text: &str) -> Option<Word> {
    let text = text.strip_prefix('-')?;
    let (count, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let count: u32 = number(count)?;
    match unit {
        "d" => Some(Word::DaysBack(count)),
        "w" => count.checked_mul(7).map(Word::DaysBack),
        "m" => Some(Word::MonthsBack(count)),
        "y" => count.checked_mul(12).map(Word::MonthsBack),
        "h" => Some(Word::HoursBack(count)),
        _ => None,
    }
}

/// `this week`, `last-month`
fn begin(text: &str) -> Option<Word> {
    let (which, period) = text.split_once([' ', '-'])?;
    let is_last = match which {
        "this" => false,
        "last" => true,
        _ => return None,
    };
    let period = match period {
        "week" => Period::Week,
        "month" => Period::Month,
        "quarter" => Period::Quarter,
        "year" => Period::Year,
        _ => return None,
    };
    Some(Word::Begin { period, is_last })
}

/// `2024-W05`, `2024-05`, `2024-Q1`, `2024`
fn period(text: &str) -> Option<Word> {
    let (year, rest) = text.split_at_checked(4)?;
    if let Some(week) = rest.strip_prefix("-w").filter(|week| week.len() == 2) {
        let year = number(year)?.try_into().ok()?;
        return NaiveDate::from_isoywd_opt(year, number(week)?, Weekday::Mon).map(Word::Date);
    }
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
        match missing_day(&self.text) {
            Some(reason) => write!(f, "there is no {}: {reason}", self.text),
            None => write!(f, "`{}` is not a moment: write {FORMS}", self.text),
        }
    }
}

/// The reason why a date is in no calendar, for a text that begins with one.
fn missing_day(text: &str) -> Option<String> {
    let (date, rest) = text.split_at_checked(10)?;
    if date.as_bytes()[4] != b'-' || date.as_bytes()[7] != b'-' {
        return None;
    }
    let is_ended = rest.chars().next().is_none_or(|c| matches!(c, 'T' | 't' | ' '));
    let mut parts = date.split('-').map(number);
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let Some(name) = u8::try_from(month).ok().and_then(|month| Month::try_from(month).ok()) else {
        return Some("a year has the months 01 to 12".to_owned()).filter(|_| is_ended);
    };
    let days = name.num_days(i32::try_from(year).ok()?)?;
    let year = if month == 2 { format!(" {year}") } else { String::new() };
    let is_missing = !(1..=u32::from(days)).contains(&day);
    let reason = format!("{}{year} has {days} days", name.name());
    Some(reason).filter(|_| is_ended && is_missing)
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
            ("-3m", Word::MonthsBack(3)),
            ("-2Y", Word::MonthsBack(24)),
            ("now", Word::Now),
            ("2024-W01", Word::Date(date(2024, 1, 1))),
            ("2020-w53", Word::Date(date(2020, 12, 28))),
            ("this week", Word::Begin { period: Period::Week, is_last: false }),
            ("last-month", Word::Begin { period: Period::Month, is_last: true }),
            ("Last Quarter", Word::Begin { period: Period::Quarter, is_last: true }),
            ("this-year", Word::Begin { period: Period::Year, is_last: false }),
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
            "3m",
            "-99999999999d",
            "-4294967295w",
            "-4294967295y",
            "tomorrow",
            "last",
            "last decade",
            "last--month",
            "2024-W00",
            "2024-W54",
            "2024-W1",
            "2024-13",
            "2024-00",
            "2024-5",
            "2024-Q0",
            "2024-Q5",
            "2024-Q",
            "2024Q1",
            "24-05-01",
            "20240501",
            "2024-02-30x",
            "2024-1-300",
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

    #[test]
    fn a_day_that_no_calendar_has_is_refused_with_the_reason() {
        for (text, reason) in [
            ("2024-11-31", "November has 30 days"),
            ("2024-02-30", "February 2024 has 29 days"),
            ("2023-02-29T10:00:00Z", "February 2023 has 28 days"),
            ("2024-05-00", "May has 31 days"),
            ("2024-13-01", "a year has the months 01 to 12"),
            ("2024-00-01", "a year has the months 01 to 12"),
        ] {
            let error = text.parse::<Word>().unwrap_err().to_string();
            assert_eq!(error, format!("there is no {text}: {reason}"));
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
            ("now", utc, "2024-03-10", "2024-03-10T03:00:00Z"),
            ("now", new_york, "2024-03-09", "2024-03-10T03:00:00Z"),
            ("-1m", utc, "2024-02-10", "2024-02-10T00:00:00Z"),
            ("-1y", new_york, "2023-03-09", "2023-03-09T05:00:00Z"),
            ("this week", utc, "2024-03-04", "2024-03-04T00:00:00Z"),
            ("last week", utc, "2024-02-26", "2024-02-26T00:00:00Z"),
            ("this month", utc, "2024-03-01", "2024-03-01T00:00:00Z"),
            ("last month", new_york, "2024-02-01", "2024-02-01T05:00:00Z"),
            ("this quarter", utc, "2024-01-01", "2024-01-01T00:00:00Z"),
            ("last quarter", utc, "2023-10-01", "2023-10-01T00:00:00Z"),
            ("last year", utc, "2023-01-01", "2023-01-01T00:00:00Z"),
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
        assert_eq!(misfit("-300000000y"), MisfitWord::OutOfReach);
        let hours = word("-4000000000d").start(Unit::Hour, utc);
        assert_eq!(hours, Err(MisfitWord::OutOfReach));
    }

    fn dates() -> impl Strategy<Value = NaiveDate> {
        (0..=9999i32, 1..=366u32)
            .prop_filter_map("no such day", |(year, day)| NaiveDate::from_yo_opt(year, day))
    }

    #[test]
    fn a_month_back_from_the_end_of_a_longer_one_is_its_last_day() {
        let clock = clock("2024-03-31T12:00:00Z", None);
        for (text, expected) in
            [("-1m", "2024-02-29"), ("-13m", "2023-02-28"), ("-4m", "2023-11-30")]
        {
            assert_eq!(word(text).start(Unit::Day, clock).unwrap().to_string(), expected);
        }
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
