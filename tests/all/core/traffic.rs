//! Many workers, one pool and a server that counts, on a virtual clock: hours pass in a moment.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::time::Duration;

use braze_core::http::header::{DATE, HeaderMap, HeaderName, HeaderValue};
use braze_core::http::response::Parts;
use braze_core::http::{Response, StatusCode};
use braze_core::{
    Call, DecodeError, Endpoint, Error, Machine, Meta, Now, Pool, RequestWriter, Session, Step,
    Violations,
};

/// The least that an endpoint can be.
pub(super) struct Ping;

impl Endpoint for Ping {
    type Output = ();

    const META: Meta = Meta::get("ping", "/ping").pool(&Pool::new("ping", 250_000, 3_600));

    fn validate(&self, _v: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/ping");
    }

    fn decode(_head: &Parts, _body: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }
}

const LIMIT: HeaderName = HeaderName::from_static("x-ratelimit-limit");
const REMAINING: HeaderName = HeaderName::from_static("x-ratelimit-remaining");
const RESET: HeaderName = HeaderName::from_static("x-ratelimit-reset");

/// A server that counts requests in windows that are aligned to its clock.
pub(super) struct Server {
    pub(super) limit: u64,
    window: Duration,
    /// The requests of others and when each is sent after the beginning, in order of time.
    others: VecDeque<(Duration, u64)>,
    /// The beginning, by the server's clock.
    began: Duration,
    /// The headers of the last reply.
    headers: Option<HeaderMap>,
    /// The second that the last reply was sent in.
    second: u64,
    /// One entry for each window that was begun.
    pub(super) windows: Vec<Window>,
}

/// The counts of one window.
#[derive(Debug, Clone, Default)]
pub(super) struct Window {
    /// Its end, in seconds since the Unix epoch.
    pub(super) reset: u64,
    pub(super) ours: u64,
    pub(super) others: u64,
    /// Our requests that were refused.
    pub(super) refused: u64,
}

impl Server {
    pub(super) fn new(limit: u64, window: Duration) -> Self {
        let headers = Some(HeaderMap::from_iter([(LIMIT, HeaderValue::from(limit))]));
        let (others, began, windows) = (VecDeque::new(), Duration::ZERO, Vec::new());
        Self { limit, window, others, began, headers, second: 0, windows }
    }

    /// Others use the pool too: how long after the beginning, and with how many requests.
    pub(super) fn shared_with(mut self, others: impl IntoIterator<Item = (Duration, u64)>) -> Self {
        let mut others: Vec<_> = others.into_iter().collect();
        others.sort_unstable();
        self.others = others.into();
        self
    }

    /// Replies say nothing about the limit.
    pub(super) fn silent(mut self) -> Self {
        self.headers = None;
        self
    }

    /// The window at a moment; what others sent until then is counted.
    fn window(&mut self, now: Duration) -> &mut Window {
        while let Some((after, count)) = self.others.front().copied()
            && self.began + after <= now
        {
            self.others.pop_front();
            let limit = self.limit;
            let window = self.open(self.began + after);
            window.others = (window.others + count).min(limit - window.ours);
        }
        self.open(now)
    }

    fn open(&mut self, at: Duration) -> &mut Window {
        let length = self.window.as_secs();
        let reset = (at.as_secs() / length + 1) * length;
        if self.windows.last().is_none_or(|last| last.reset != reset) {
            self.windows.push(Window { reset, ..Window::default() });
        }
        self.windows.last_mut().expect("one was pushed")
    }

    /// Counts a request and answers it.
    fn answer(&mut self, now: Duration) -> (StatusCode, HeaderMap) {
        let limit = self.limit;
        let window = self.window(now);
        let used = window.ours + window.others;
        let (status, remaining) = if used < limit {
            window.ours += 1;
            (StatusCode::OK, limit - used - 1)
        } else {
            window.refused += 1;
            (StatusCode::TOO_MANY_REQUESTS, 0)
        };
        let reset = window.reset;
        let Some(headers) = &mut self.headers else { return (status, HeaderMap::new()) };
        headers.insert(REMAINING, HeaderValue::from(remaining));
        if self.second != now.as_secs() {
            self.second = now.as_secs();
            let date = Now::at_unix(self.second).date_time().format("%a, %d %b %Y %H:%M:%S GMT");
            headers.insert(DATE, date.to_string().parse().unwrap());
            headers.insert(RESET, HeaderValue::from(reset));
        }
        (status, headers.clone())
    }
}

/// The workers' observations.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) succeeded: u64,
    pub(super) failed: Vec<Error>,
    pub(super) elapsed: Duration,
}

/// A number of workers, each making one call after the other.
pub(super) struct Traffic {
    pub(super) server: Server,
    pub(super) session: Session,
    pub(super) workers: usize,
    /// The shortest and the longest time from a request to its reply, so that replies overtake one another.
    pub(super) round_trip: (Duration, Duration),
    /// The server clock's lead over the local one, in milliseconds.
    pub(super) skew: i64,
    /// When it begins, by the local clock, in seconds since the Unix epoch.
    pub(super) start: u64,
}

/// The next event of a worker's call.
enum Event {
    Poll,
    Arrive(Duration),
    Reply(StatusCode, HeaderMap),
}

impl Traffic {
    /// Makes this many calls.
    pub(super) fn run(&mut self, calls: u64) -> Outcome {
        self.server.began = self.remote(Duration::ZERO);
        let mut outcome = Outcome::default();
        let mut begun = 0;
        let mut queue = Queue::default();
        let mut workers: Vec<Option<Call<Ping>>> = Vec::new();
        let mut way = Way(1);
        for worker in 0..self.workers {
            workers.push(None);
            queue.push(Duration::ZERO, worker, Event::Poll);
        }
        while let Some((at, worker, event)) = queue.pop() {
            outcome.elapsed = at;
            let now = self.local(at);
            let call = &mut workers[worker];
            match event {
                Event::Arrive(way_back) => {
                    let (status, headers) = self.server.answer(self.remote(at));
                    queue.push(at + way_back, worker, Event::Reply(status, headers));
                    continue;
                }
                Event::Reply(status, headers) => {
                    let (mut head, ()) = Response::new(()).into_parts();
                    head.status = status;
                    head.headers = headers;
                    call.as_mut().unwrap().resume(now, Ok((head, b"")));
                }
                Event::Poll => {}
            }
            loop {
                if call.is_none() {
                    if begun == calls {
                        break;
                    }
                    begun += 1;
                    *call = Some(self.session.call(&Ping));
                }
                match call.as_mut().unwrap().poll(now) {
                    Step::Send(_) => {
                        let way = way.next(self.round_trip) / 2;
                        queue.push(at + way, worker, Event::Arrive(way));
                        break;
                    }
                    Step::Sleep(wait) => {
                        queue.push(at + wait, worker, Event::Poll);
                        break;
                    }
                    Step::Yield(Ok(_)) => outcome.succeeded += 1,
                    Step::Yield(Err(error)) => outcome.failed.push(error),
                    Step::Done => *call = None,
                }
            }
        }
        outcome
    }

    fn local(&self, at: Duration) -> Now {
        Now { mono: at, unix: Duration::from_secs(self.start) + at }
    }

    fn remote(&self, at: Duration) -> Duration {
        let local = Duration::from_secs(self.start) + at;
        let skew = Duration::from_millis(self.skew.unsigned_abs());
        if self.skew < 0 { local - skew } else { local + skew }
    }
}

/// Lengths of the way there and back, evenly between two bounds and always the same.
struct Way(u32);

impl Way {
    fn next(&mut self, (shortest, longest): (Duration, Duration)) -> Duration {
        // A linear congruential generator; its upper bits are even enough.
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        shortest + (longest - shortest) * (self.0 >> 16) / 65_536
    }
}

/// Events in the order of time; of the same time, in the order of their making. Each worker has one event
/// at a time.
#[derive(Default)]
struct Queue {
    /// Nanoseconds, number and worker in one word, which is quick to compare.
    order: BinaryHeap<Reverse<u128>>,
    events: Vec<Option<Event>>,
    made: u128,
}

impl Queue {
    fn push(&mut self, at: Duration, worker: usize, event: Event) {
        if self.events.len() <= worker {
            self.events.resize_with(worker + 1, || None);
        }
        self.made += 1;
        self.order.push(Reverse(at.as_nanos() << 64 | self.made << 16 | worker as u128));
        self.events[worker] = Some(event);
    }

    fn pop(&mut self) -> Option<(Duration, usize, Event)> {
        let Reverse(word) = self.order.pop()?;
        let worker = usize::from(word as u16);
        let event = self.events[worker].take().expect("an event for each entry");
        Some((Duration::from_nanos((word >> 64) as u64), worker, event))
    }
}
