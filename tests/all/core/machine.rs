//! The driving law under random outcomes: whatever comes back, a call keeps to its law and its budget.

use std::time::Duration;

use braze_core::{Backoff, Call, Error, Machine, Now, RetryPolicy, Sent, Session, Step, sessions};
use proptest::prelude::*;

use super::peer::{IO_KINDS, Outcome, START, SUCCESS, failure, reply, resume, session};

type Rows = sessions::DataSeriesRequest;

/// The duration of a made-up exchange.
const ROUND_TRIP: Duration = Duration::from_millis(80);

proptest! {
    #[test]
    fn a_call_keeps_to_the_law_and_to_its_budget(script in script(), limits in limits(), seed in any::<u64>()) {
        let session = limits.session(seed);
        let mut run = Run::new(&session);
        let item = loop {
            prop_assert!(run.steps.len() < 1_000, "it never ends");
            match run.step(&script) {
                Taken::Sent { at } => {
                    prop_assert!(run.sends <= limits.attempts.max(1));
                    let total = limits.total_time.unwrap_or(Duration::MAX);
                    prop_assert!(at <= total, "an attempt at {at:?}");
                }
                Taken::Slept(wait) => {
                    prop_assert!(limits.max_wait.is_none_or(|longest| wait <= longest), "{wait:?}");
                    prop_assert!(limits.total_time.is_none_or(|total| run.slept <= total));
                }
                Taken::Yielded(item) => break item,
            }
        };
        match item {
            Ok(reply) => prop_assert_eq!(reply, run.sends),
            Err(Error::Exhausted { attempts, last }) => {
                prop_assert_eq!(attempts, run.sends);
                prop_assert!(matches!(*last, Error::Api(_) | Error::Io(_)), "{last:?}");
            }
            Err(Error::RetryAt { at, .. }) => prop_assert!(at >= run.now.date_time()),
            Err(_) => {}
        }
        // A finished call stays finished, even if the driving law is broken.
        for _ in 0..3 {
            prop_assert!(matches!(run.call.poll(run.now), Step::Done));
            resume(&mut run.call, run.now, reply(200, &[], SUCCESS));
        }
    }

    #[test]
    fn the_same_seed_takes_the_same_steps(script in script(), limits in limits(), seed in any::<u64>()) {
        let steps = || {
            let mut run = Run::new(&limits.session(seed));
            let item = run.finish(&script).map_err(|error| format!("{error:?}"));
            (run.steps, item)
        };
        prop_assert_eq!(steps(), steps());
    }

    #[test]
    fn a_poll_that_comes_early_changes_nothing(script in script(), limits in limits(), seed in any::<u64>()) {
        let mut punctual = Run::new(&limits.session(seed));
        let expected = punctual.finish(&script).map_err(|error| format!("{error:?}"));
        let mut early = Run::new(&limits.session(seed));
        let item = loop {
            match early.step(&script) {
                Taken::Yielded(item) => break item,
                Taken::Slept(wait) if wait > Duration::from_micros(2) => {
                    // Half of the wait is still to come.
                    let before = Now { mono: early.now.mono - wait / 2, ..early.now };
                    let Step::Sleep(rest) = early.call.poll(before) else { panic!("it goes early") };
                    prop_assert_eq!(rest, wait / 2);
                }
                Taken::Slept(_) | Taken::Sent { .. } => {}
            }
        };
        prop_assert_eq!(item.map_err(|error| format!("{error:?}")), expected);
        prop_assert_eq!(early.steps, punctual.steps);
    }

    #[test]
    fn a_call_can_be_dropped_at_any_point(
        script in script(),
        limits in limits(),
        steps in 0..12usize,
        seed in any::<u64>(),
    ) {
        let session = limits.session(seed);
        let mut leaving = Run::new(&session);
        for _ in 0..steps {
            if let Taken::Yielded(_) = leaving.step(&script) {
                break;
            }
        }
        let now = leaving.now;
        drop(leaving);
        // Whoever comes after is not held up by it, except for the limit itself.
        let patient = session.with_retry(RetryPolicy::default().max_wait(None));
        let mut next = Run::new(&patient);
        next.now = now;
        next.finish(&[reply(200, &[], SUCCESS)]).unwrap();
    }

    #[test]
    fn calls_that_share_a_gate_all_come_to_an_end(
        script in script(),
        order in proptest::collection::vec((0..6usize, 0..10u8), 0..60),
        seed in any::<u64>(),
    ) {
        let limits = Limits { attempts: 3, total_time: None, max_wait: None };
        let session = limits.session(seed);
        let mut runs: Vec<_> = (0..6).map(|_| Some(Run::new(&session))).collect();
        let mut now = START;
        for (index, action) in order {
            let Some(run) = &mut runs[index] else { continue };
            run.now = run.now.max(now);
            match (action, run.in_flight) {
                // One in ten is dropped on the way.
                (0, _) => runs[index] = None,
                (_, true) => run.answer(&script),
                (_, false) => {
                    if let Taken::Yielded(_) = run.ask() {
                        runs[index] = None;
                    }
                }
            }
            now = now.after(Duration::from_millis(u64::from(action) * 30));
        }
        for run in runs.iter_mut().flatten() {
            if run.in_flight {
                run.answer(&script);
            }
        }
        // One call after the other, so that whoever finds out for the others is among those that go on.
        let success = [reply(200, &[], SUCCESS)];
        let mut rounds = 0;
        while runs.iter().any(Option::is_some) {
            rounds += 1;
            prop_assert!(rounds < 1_000, "somebody waits for ever");
            for slot in &mut runs {
                let Some(run) = slot else { continue };
                if let Taken::Yielded(_) = run.step(&success) {
                    *slot = None;
                }
            }
        }
    }
}

/// The limits of a call's budget.
#[derive(Debug, Clone, Copy)]
struct Limits {
    attempts: u32,
    total_time: Option<Duration>,
    max_wait: Option<Duration>,
}

impl Limits {
    fn session(self, seed: u64) -> Session {
        let policy = RetryPolicy::default()
            .attempts(self.attempts)
            .total_time(self.total_time)
            .max_wait(self.max_wait)
            .backoff(Backoff::new(Duration::from_millis(300), Duration::from_secs(20)));
        Session::new(session(|config| config.retry(policy)).config().clone(), seed)
    }
}

fn limits() -> impl Strategy<Value = Limits> {
    let time = |most: u64| proptest::option::of((0..most).prop_map(Duration::from_millis));
    (0..7u32, time(100_000), time(70_000)).prop_map(|(attempts, total_time, max_wait)| Limits {
        attempts,
        total_time,
        max_wait,
    })
}

/// The replies, attempt by attempt; the last one is repeated.
fn script() -> impl Strategy<Value = Vec<Outcome>> {
    proptest::collection::vec(outcome(), 1..8)
}

fn outcome() -> impl Strategy<Value = Outcome> {
    let header = |name: &'static str, values: &'static [&'static str]| {
        proptest::option::of(proptest::sample::select(values).prop_map(move |value| (name, value)))
    };
    let headers = (
        header("date", &["Tue, 14 Nov 2023 22:13:21 GMT", "Tue, 14 Nov 2023 20:00:00 GMT", "?"]),
        header("retry-after", &["0", "1", "50", "18446744073709551615", "soon", ""]),
        header("x-ratelimit-retry-after", &["2", "100", ""]),
        header("x-ratelimit-limit", &["10", "250000", "0", ""]),
        header("x-ratelimit-remaining", &["0", "1", "5", "249999", ""]),
        header("x-ratelimit-reset", &["1700000030", "1700002800", "1600000000", ""]),
    );
    let headers = headers.prop_map(|(a, b, c, d, e, f)| {
        [a, b, c, d, e, f].into_iter().flatten().collect::<Vec<_>>()
    });
    let status = proptest::sample::select(&[200, 200, 400, 401, 408, 429, 429, 500, 502, 503][..]);
    let body = proptest::sample::select(&[SUCCESS, r#"{"message":"no"}"#, "<html>", ""][..]);
    prop_oneof![
        3 => (status, headers, body).prop_map(|(status, headers, body)| reply(status, &headers, body)),
        1 => (proptest::sample::select(&IO_KINDS[..]), any::<bool>())
            .prop_map(|(kind, sent)| failure(kind, if sent { Sent::Maybe } else { Sent::No })),
    ]
}

/// A call and where it stands.
struct Run {
    call: Call<Rows>,
    now: Now,
    began: Duration,
    steps: Vec<String>,
    sends: u32,
    slept: Duration,
    in_flight: bool,
}

/// The kind of a step.
enum Taken {
    Sent { at: Duration },
    Slept(Duration),
    Yielded(Result<u32, Error>),
}

impl Run {
    fn new(session: &Session) -> Self {
        Self {
            call: session.call(&Rows::new(1)),
            now: START,
            began: START.mono,
            steps: Vec::new(),
            sends: 0,
            slept: Duration::ZERO,
            in_flight: false,
        }
    }

    /// One step: a wait with its sleep, a request with its outcome, or the item.
    fn step(&mut self, script: &[Outcome]) -> Taken {
        let taken = self.ask();
        if self.in_flight {
            self.answer(script);
        }
        taken
    }

    /// Polls, as the law allows it.
    fn ask(&mut self) -> Taken {
        assert!(!self.in_flight, "the driver breaks the law");
        let at = self.now.mono - self.began;
        match self.call.poll(self.now) {
            Step::Send(request) => {
                self.sends += 1;
                self.in_flight = true;
                self.steps.push(format!("{at:?} {} {}", request.method(), request.uri()));
                Taken::Sent { at }
            }
            Step::Sleep(wait) => {
                self.steps.push(format!("{at:?} sleep {wait:?}"));
                self.slept = self.slept.saturating_add(wait);
                self.now = self.now.after(wait);
                Taken::Slept(wait)
            }
            Step::Yield(item) => Taken::Yielded(item.map(|reply| reply.attempts)),
            Step::Done => panic!("done without an item"),
        }
    }

    fn answer(&mut self, script: &[Outcome]) {
        let outcome = script.get(self.sends as usize - 1).or(script.last()).unwrap();
        self.now = self.now.after(ROUND_TRIP);
        resume(&mut self.call, self.now, outcome.clone());
        self.in_flight = false;
    }

    fn finish(&mut self, script: &[Outcome]) -> Result<u32, Error> {
        loop {
            if let Taken::Yielded(item) = self.step(script) {
                break item;
            }
        }
    }
}
