//! The other side of an export, made up: a server that is a function, a virtual clock, and a driver that
//! carries jobs in any order.

use std::time::Duration;

use braze_core::export::{Coverage, Export, ExportError, ExportMachine, Job, Next, Row};
use braze_core::http::Response;
use braze_core::sessions::DataSeriesRequest;
use braze_core::{
    ApiKey, Backoff, Config, Instance, IoError, IoKind, Machine, Now, Pacing, RetryPolicy, Sent,
    Series, Session, Step, Unit, operation,
};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

pub(super) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn instant(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

pub(super) fn midnight(date: NaiveDate) -> DateTime<Utc> {
    date.and_time(NaiveTime::MIN).and_utc()
}

/// Both clocks at an instant.
pub(super) fn at(time: DateTime<Utc>) -> Now {
    Now::at_unix(u64::try_from(time.timestamp()).unwrap())
}

/// A session that neither waits for the rate limit nor tries twice.
pub(super) fn session() -> Session {
    session_with(RetryPolicy::none())
}

pub(super) fn session_with(retry: RetryPolicy) -> Session {
    let key = ApiKey::new("3f6b0c1e-0000-4000-8000-2d9c1a7e5b44").unwrap();
    Session::new(Config::new(Instance::Us01, key).pacing(Pacing::off()).retry(retry), 7)
}

/// Attempts without long waits.
pub(super) fn attempts(count: u32) -> RetryPolicy {
    let short = Duration::from_millis(5);
    RetryPolicy::default().attempts(count).backoff(Backoff::new(short, short))
}

/// A request as the server sees it.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// The place among all requests, from 0.
    pub(super) number: usize,
    pub(super) at: DateTime<Utc>,
    pub(super) request: DataSeriesRequest,
}

impl Asked {
    pub(super) fn unit(&self) -> Unit {
        Series::unit(&self.request)
    }
}

/// Its answers.
#[derive(Debug, Clone)]
pub(super) enum Answer {
    Rows(Vec<(String, u64)>),
    /// Rows, with a `Date` this far from the driver's clock.
    Dated(Vec<(String, u64)>, TimeDelta),
    /// Rows that a cache has kept for so many seconds.
    Cached(Vec<(String, u64)>, u32),
    /// Rows, with `errors` beside them.
    Reported(Vec<(String, u64)>, &'static [&'static str]),
    Status(u16),
    Cut,
}

/// The order in which jobs complete.
#[derive(Debug, Clone, Copy)]
pub(super) enum Order {
    Oldest,
    Newest,
    /// By numbers that look random.
    Seeded(u64),
}

impl Order {
    pub(super) const ALL: [Self; 4] =
        [Self::Oldest, Self::Newest, Self::Seeded(1), Self::Seeded(2)];
}

/// The way jobs are carried.
#[derive(Debug, Clone, Copy)]
pub(super) struct Driver {
    pub(super) now: Now,
    pub(super) order: Order,
    pub(super) round_trip: Duration,
}

/// A job on its way, with what will come back.
struct Flight {
    job: Job<DataSeriesRequest>,
    answer: Answer,
    sent: Now,
}

/// The outcome of an export.
pub(super) struct Trip {
    pub(super) rows: Vec<Row<u64>>,
    pub(super) coverage: Coverage,
    pub(super) end: Result<(), ExportError>,
    pub(super) requests: Vec<Asked>,
    /// The most buckets that were asked for and not taken as rows.
    pub(super) most_ahead: usize,
    /// The most jobs on their way.
    pub(super) most_out: usize,
    pub(super) run: ExportMachine<DataSeriesRequest>,
}

impl Trip {
    /// Start and value of each row, as rows are written.
    pub(super) fn values(&self) -> Vec<(String, u64)> {
        self.rows.iter().map(|row| (row.start.to_string(), row.value)).collect()
    }

    /// The findings, line by line.
    pub(super) fn findings(&self) -> String {
        let lines = self.coverage.findings().iter().map(ToString::to_string);
        lines.chain([self.coverage.to_string()]).collect::<Vec<_>>().join("\n")
    }
}

impl Driver {
    pub(super) fn at(time: &str) -> Self {
        Self::starting(instant(time))
    }

    pub(super) fn starting(time: DateTime<Utc>) -> Self {
        let round_trip = Duration::from_millis(100);
        Self { now: at(time), order: Order::Oldest, round_trip }
    }

    pub(super) fn order(self, order: Order) -> Self {
        Self { order, ..self }
    }

    /// Runs an export to its end.
    pub(super) fn run(
        self,
        export: Export<DataSeriesRequest>,
        server: impl FnMut(&Asked) -> Answer,
    ) -> Trip {
        self.run_with(&session(), export, usize::MAX, server)
    }

    /// Runs an export until so many rows were taken.
    pub(super) fn run_with(
        mut self,
        session: &Session,
        export: Export<DataSeriesRequest>,
        most_rows: usize,
        mut server: impl FnMut(&Asked) -> Answer,
    ) -> Trip {
        let mut run = ExportMachine::new(session, export, self.now).unwrap();
        let (mut rows, mut requests, mut flights) = (Vec::new(), Vec::new(), Vec::new());
        let (mut needed, mut most_ahead, mut most_out) = (0, 0, 0);
        let end = loop {
            match run.poll(self.now) {
                Next::Job(job) => {
                    flights.push(self.send(job, &mut requests, &mut server));
                    needed += requests[requests.len() - 1].request.length as usize - 2;
                    most_ahead = most_ahead.max(needed.saturating_sub(rows.len()));
                    most_out = most_out.max(flights.len());
                }
                Next::Row(row) => {
                    rows.push(row);
                    if rows.len() == most_rows {
                        break Ok(());
                    }
                }
                Next::Wait => {
                    let chosen = self.choose(flights.len());
                    let flight = flights.remove(chosen);
                    self.finish(flight, &mut run, &mut requests, &mut server);
                }
                Next::Failed(error) => break Err(*error),
                Next::Done => break Ok(()),
            }
        };
        if most_rows == usize::MAX {
            // Replies that are still on their way change nothing any more.
            for flight in flights {
                self.finish(flight, &mut run, &mut requests, &mut server);
            }
            assert!(
                matches!(run.poll(self.now), Next::Done),
                "after the end there is nothing more"
            );
        }
        Trip { rows, coverage: run.coverage(), end, requests, most_ahead, most_out, run }
    }

    /// Sends a job's request: the server decides at once.
    fn send(
        &mut self,
        mut job: Job<DataSeriesRequest>,
        requests: &mut Vec<Asked>,
        server: &mut impl FnMut(&Asked) -> Answer,
    ) -> Flight {
        loop {
            match job.poll(self.now) {
                Step::Send(request) => {
                    let target = request.uri().path_and_query().unwrap().as_str();
                    let read = operation::read::<DataSeriesRequest>(target, b"").unwrap();
                    let number = requests.len();
                    let asked = Asked { number, at: self.now.date_time(), request: read.request };
                    let answer = server(&asked);
                    requests.push(asked);
                    return Flight { job, answer, sent: self.now };
                }
                Step::Sleep(wait) => self.now = self.now.after(wait),
                Step::Yield(_) | Step::Done => panic!("nothing was sent"),
            }
        }
    }

    /// Brings a job's outcome home, after as many attempts as it makes.
    fn finish(
        &mut self,
        mut flight: Flight,
        run: &mut ExportMachine<DataSeriesRequest>,
        requests: &mut Vec<Asked>,
        server: &mut impl FnMut(&Asked) -> Answer,
    ) {
        let number = flight.job.number();
        loop {
            self.now = self.now.max(flight.sent.after(self.round_trip));
            let Flight { job, answer, sent } = &mut flight;
            report(job, self.now, *sent, answer);
            match job.poll(self.now) {
                Step::Yield(outcome) => return run.complete(number, outcome),
                Step::Sleep(wait) => self.now = self.now.after(wait),
                Step::Send(_) | Step::Done => panic!("an attempt has no outcome"),
            }
            flight = self.send(flight.job, requests, server);
        }
    }

    fn choose(&mut self, count: usize) -> usize {
        match &mut self.order {
            Order::Oldest => 0,
            Order::Newest => count - 1,
            Order::Seeded(state) => {
                *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                usize::try_from(*state >> 33).unwrap() % count
            }
        }
    }
}

/// Gives an answer to a job as a transport would.
fn report(job: &mut Job<DataSeriesRequest>, now: Now, sent: Now, answer: &Answer) {
    let (status, skew, rows) = match answer {
        Answer::Rows(rows) => (200, None, rows.as_slice()),
        Answer::Dated(rows, skew) => (200, Some(*skew), rows.as_slice()),
        Answer::Cached(rows, age) => {
            (200, Some(TimeDelta::seconds(-i64::from(*age))), rows.as_slice())
        }
        Answer::Reported(rows, _) => (200, None, rows.as_slice()),
        Answer::Status(status) => (*status, None, [].as_slice()),
        Answer::Cut => {
            return job.resume(now, Err(IoError::new(IoKind::Closed, Sent::Maybe, "cut")));
        }
    };
    let mut response = Response::builder().status(status);
    if let Some(skew) = skew {
        let date = sent.date_time() + skew;
        let date = date.format("%a, %d %b %Y %H:%M:%S GMT").to_string();
        response = response.header("date", date);
    }
    if let Answer::Cached(_, age) = answer {
        response = response.header("age", *age);
    }
    let errors = if let Answer::Reported(_, errors) = answer { *errors } else { &[] };
    let data: Vec<_> = rows
        .iter()
        .map(|(time, value)| serde_json::json!({ "time": time, "sessions": value }))
        .collect();
    let message = if status == 200 { "success" } else { "no" };
    let body =
        serde_json::json!({ "message": message, "data": data, "errors": errors }).to_string();
    let (head, ()) = response.body(()).unwrap().into_parts();
    job.resume(now, Ok((head, body.as_bytes())));
}
