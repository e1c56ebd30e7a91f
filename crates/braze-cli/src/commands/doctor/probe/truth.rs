//! The probe against workspaces of every habit: no answer is wrong, and none is missing.

use braze_core::chrono::{NaiveTime, TimeDelta};
use braze_core::export::Zone;
use braze_core::{
    BaseUrl, Config, DateTime, Machine, Now, Pacing, RetryPolicy, Session, Step, Utc,
};
use braze_sandbox::{
    Clock, EndingBucket, HourSpelling, InProcess, IncompleteBucket, Sandbox, Workspace,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::MAX_ASKED;
use super::ask::{Answer, Ask};
use super::cut::Ending;
use super::observations::Observations;

/// From one end of the world to the other, with offsets of quarters and clocks that change.
const ZONES: [&str; 30] = [
    "Etc/GMT+12",
    "Pacific/Pago_Pago",
    "Pacific/Honolulu",
    "Pacific/Marquesas",
    "America/Anchorage",
    "America/Los_Angeles",
    "America/New_York",
    "America/Havana",
    "America/St_Johns",
    "America/Sao_Paulo",
    "Atlantic/Azores",
    "UTC",
    "Europe/London",
    "Europe/Berlin",
    "Africa/Cairo",
    "Asia/Beirut",
    "Asia/Tehran",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Yangon",
    "Asia/Shanghai",
    "Australia/Eucla",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Norfolk",
    "Pacific/Auckland",
    "Pacific/Chatham",
    "Pacific/Tongatapu",
    "Pacific/Apia",
    "Pacific/Kiritimati",
];

/// A workspace, and the time of the probe.
#[derive(Debug, Clone)]
struct Habits {
    zone: &'static str,
    ending: EndingBucket,
    open: IncompleteBucket,
    hours: HourSpelling,
    now: DateTime<Utc>,
    seed: u64,
    /// Days of data before now.
    age: Option<i64>,
    zero_rows: bool,
    gaps: f64,
    doubles: f64,
    shuffled: bool,
    late_days: u32,
}

impl Habits {
    fn any() -> impl Strategy<Value = Self> {
        let where_and_when = (select(&ZONES[..]), 1_420_000_000..1_760_000_000_i64, any::<u64>());
        let rules = (
            select(vec![EndingBucket::Included, EndingBucket::Excluded]),
            select(vec![IncompleteBucket::Partial, IncompleteBucket::Absent]),
            select(&HourSpelling::ALL[..]),
        );
        let rows = (
            select(vec![None, None, Some(40), Some(2)]),
            any::<bool>(),
            select(vec![0.0, 0.0, 0.02, 0.3, 1.0]),
            select(vec![0.0, 0.1]),
            any::<bool>(),
            select(vec![0, 3]),
        );
        (where_and_when, rules, rows).prop_map(
            |(
                (zone, now, seed),
                (ending, open, hours),
                (age, zero_rows, gaps, doubles, shuffled, late_days),
            )| Self {
                zone,
                ending,
                open,
                hours,
                now: DateTime::from_timestamp(now, 0).unwrap(),
                seed,
                age,
                zero_rows,
                gaps,
                doubles,
                shuffled,
                late_days,
            },
        )
    }

    fn sandbox(&self) -> InProcess {
        let mut workspace = Workspace::new()
            .seed(self.seed)
            .zone(self.zone.parse().unwrap())
            .ending_bucket(self.ending)
            .incomplete_bucket(self.open)
            .hours(self.hours)
            .zero_rows(self.zero_rows)
            .gaps(self.gaps)
            .doubles(self.doubles)
            .shuffled(self.shuffled)
            .late_days(self.late_days);
        if let Some(age) = self.age {
            workspace = workspace.since((self.now - TimeDelta::days(age)).date_naive());
        }
        Sandbox::builder().workspace(workspace).clock(Clock::fixed(self.now)).in_process()
    }

    fn ending(&self) -> Ending {
        match self.ending {
            EndingBucket::Included => Ending::Included,
            EndingBucket::Excluded => Ending::Excluded,
        }
    }

    fn spelling(&self) -> &'static str {
        match self.hours {
            HourSpelling::Zulu => "YYYY-MM-DDThh:mm:ssZ",
            HourSpelling::ZuluMillis => "YYYY-MM-DDThh:mm:ss.fffZ",
            HourSpelling::Offset => "YYYY-MM-DDThh:mm:ss±hh:mm",
            HourSpelling::OffsetMillis => "YYYY-MM-DDThh:mm:ss.fff±hh:mm",
            HourSpelling::Spaced => "YYYY-MM-DD hh:mm:ss ±hhmm",
            HourSpelling::SpacedUtc => "YYYY-MM-DD hh:mm:ss.fff UTC",
            HourSpelling::Local => "YYYY-MM-DDThh:mm:ss",
        }
    }
}

/// Answers without a socket.
fn asking(sandbox: &InProcess) -> impl FnMut(&Ask) -> Answer {
    let base_url: BaseUrl = "http://localhost".parse().unwrap();
    let config =
        Config::new(base_url, sandbox.api_key()).retry(RetryPolicy::none()).pacing(Pacing::off());
    let session = Session::new(config, 7);
    let now = Now::at_unix(sandbox.clock().now().timestamp().cast_unsigned());
    move |question| {
        let mut call = session.call(question);
        loop {
            match call.poll(now) {
                Step::Send(request) => match sandbox.exchange(request).reply {
                    Ok(response) => {
                        let (head, body) = response.into_parts();
                        call.resume(now, Ok((head, &body)));
                    }
                    Err(failure) => call.resume(now, Err(failure)),
                },
                Step::Yield(result) => return Answer::new(result.as_ref().map(Clone::clone)),
                Step::Sleep(_) | Step::Done => return Answer::Failed,
            }
        }
    }
}

fn observe(habits: &Habits) -> (Observations, u64) {
    let sandbox = habits.sandbox();
    let observed = Observations::new(&mut asking(&sandbox), habits.now);
    (observed, sandbox.request_count())
}

/// Minutes east of UTC when a date begins.
fn offset(zone: &str, date: braze_core::chrono::NaiveDate) -> i64 {
    let zone: Zone = zone.parse().unwrap();
    let midnight = date.and_time(NaiveTime::MIN);
    (midnight.and_utc() - zone.instant(midnight)).num_minutes()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_is_wrong(habits in Habits::any()) {
        let (observed, requests) = observe(&habits);
        prop_assert!(requests <= MAX_ASKED as u64, "{requests}");
        if let Ok(cut) = &observed.cut {
            prop_assert_eq!(i64::from(cut.value.offset), offset(habits.zone, cut.value.date));
            prop_assert_eq!(cut.value.ending, habits.ending());
        }
        if let Ok(ending) = &observed.hour_ending {
            prop_assert_eq!(ending.value, habits.ending());
        }
        if let Ok(spelling) = &observed.hour_spelling {
            prop_assert_eq!(spelling.value.as_str(), habits.spelling());
        }
        prop_assert!(!observed.years.is_ok_and(|it| habits.age.is_some_and(|age| it.value * 366 > age)));
    }

    #[test]
    fn where_no_row_is_missing_everything_is_settled(habits in Habits::any()) {
        let habits = Habits { gaps: 0.0, zero_rows: true, ..habits };
        let (observed, _) = observe(&habits);
        prop_assert!(observed.cut.is_ok(), "{:?}", observed.cut);
        prop_assert!(observed.hour_ending.is_ok(), "{:?}", observed.hour_ending);
        prop_assert!(observed.hour_spelling.is_ok(), "{:?}", observed.hour_spelling);
        prop_assert!(observed.limit.is_ok_and(|it| it.value == 250_000));
    }
}

#[test]
fn near_the_date_line_both_readings_remain_if_nothing_decides() {
    let zone = |zone| Workspace::new().zone(zone);
    let clock = || Clock::fixed("2024-05-15T10:37:00Z".parse().unwrap());
    for (workspace, settled) in [
        (zone("Etc/GMT-13".parse().unwrap()), None),
        (zone("Etc/GMT+11".parse().unwrap()).ending_bucket(EndingBucket::Included), None),
        (zone("Etc/GMT+11".parse().unwrap()), Some(-660)),
        (zone("Etc/GMT-13".parse().unwrap()).ending_bucket(EndingBucket::Included), Some(780)),
    ] {
        let sandbox = Sandbox::builder().workspace(workspace).clock(clock()).in_process();
        let mut answer = asking(&sandbox);
        let mut without_hours = |question: &Ask| {
            if format!("{question:?}").contains("hour") { Answer::Failed } else { answer(question) }
        };
        let observed = Observations::new(&mut without_hours, DateTime::UNIX_EPOCH);
        match (observed.cut, settled) {
            (Ok(cut), Some(offset)) => assert_eq!(cut.value.offset, offset),
            (Err(reason), None) => assert_eq!(
                reason,
                "it is one of these: UTC-11:00, and of the day of `ending_at`, it is the last row; or \
                 UTC+13:00, and of the day of `ending_at`, the last row is the one before"
            ),
            (cut, _) => panic!("{cut:?}"),
        }
    }
}

#[test]
fn a_failure_of_the_first_request_ends_the_questions() {
    let mut asked = 0;
    let observed = Observations::new(
        &mut |_| {
            asked += 1;
            Answer::Failed
        },
        DateTime::UNIX_EPOCH,
    );
    assert!(observed.cut.is_err() && observed.limit.is_err());
    assert_eq!(asked, 1);
}
