//! [`Governor`]: when the rate limit lets a request go.
//!
//! One governor serves all calls of a client and its clones. It keeps one state for each limit pool and
//! learns from every reply:
//!
//! ```text
//!   unknown ── first request ──▶ probing ── reply with headers ──▶ known ── window over ──▶ probing
//!                                   └───── reply without ──▶ untracked (everything goes)
//! ```
//!
//! While it is probing, others wait for that one reply, but not for long: a caller may hold a request and
//! never look at it again, so another one finds out then. In a known window requests go freely as long as
//! much is left, then spread over the rest of the window, and at the reserve they stop until it ends.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::endpoint::Pool;
use crate::headers::{MAX_WINDOW, RateLimit, ReplyHeaders};
use crate::machine::Now;

/// The way a client shares its rate limit with the workspace's other traffic.
///
/// ```
/// use braze_core::Pacing;
///
/// // Leave half of the pool to production sends.
/// let careful = Pacing::default().reserve(50);
/// # let _ = careful;
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pacing {
    enabled: bool,
    reserve: u8,
    spread_below: u8,
}

impl Default for Pacing {
    /// A reserve of 10 %, spreading below 25 %.
    fn default() -> Self {
        Self { enabled: true, reserve: 10, spread_below: 25 }
    }
}

impl Pacing {
    /// No pacing: requests go at once, and a 429 is the retry's business.
    #[must_use]
    pub fn off() -> Self {
        Self { enabled: false, ..Self::default() }
    }

    /// The percentage of the pool that is left to others, 0 to 100.
    #[must_use]
    pub fn reserve(mut self, percent: u8) -> Self {
        self.reserve = percent.min(100);
        self
    }

    /// The percentage of the pool below which requests are spread over the rest of the window, 0 to 100.
    #[must_use]
    pub fn spread_below(mut self, percent: u8) -> Self {
        self.spread_below = percent.min(100);
        self
    }
}

/// The shared gate. Cheap to clone; clones are the same gate.
#[derive(Debug, Clone)]
pub(crate) struct Governor {
    pacing: Pacing,
    shared: Arc<Mutex<Shared>>,
}

#[derive(Debug, Default)]
struct Shared {
    pools: Vec<(&'static str, PoolState)>,
    date: Option<Date>,
}

/// The last `Date` of the server. Several replies in a row often have the same one.
#[derive(Debug)]
struct Date {
    /// The server's clock, since the Unix epoch. In whole seconds, so it is never ahead of the server.
    time: Duration,
    /// The monotonic clock when this time first came.
    read: Duration,
}

#[derive(Debug, Default)]
struct PoolState {
    phase: Phase,
    /// The number of windows that began.
    window: u64,
    /// Requests of this window that were let go, or given a time to go, and have not come back.
    outstanding: u64,
    /// Those of the window before. What is older is forgotten: it may never come back.
    earlier: u64,
    /// The server asked to wait until then.
    paused_until: Duration,
}

#[derive(Debug, Default)]
enum Phase {
    /// Nothing was sent yet.
    #[default]
    Unknown,
    /// One request is on its way to find out, and others wait for it until then.
    Probing { until: Duration },
    /// Replies do not say enough.
    Untracked,
    /// Replies say how much is left until when.
    Known(Window),
}

#[derive(Debug)]
struct Window {
    limit: u64,
    /// The remaining requests less the outstanding ones; below 0 where others took them meanwhile.
    left: i128,
    /// The window's end by the server's clock, in epoch seconds: its name.
    reset: u64,
    /// The window's end by the monotonic clock.
    ends: Duration,
    /// The last time to go that was given to a request.
    last: Option<Duration>,
}

/// A call's share in the governor.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ticket {
    /// Nothing.
    #[default]
    None,
    /// A time to go, and the one that was given before it.
    Slot { at: Duration, before: Option<Duration>, window: u64 },
    /// A request on its way.
    Sent { window: u64 },
    /// The request that finds out, on its way.
    Probe { window: u64 },
}

impl Ticket {
    /// The window that it was given in.
    fn window(self) -> Option<u64> {
        match self {
            Self::None => None,
            Self::Slot { window, .. } | Self::Sent { window } | Self::Probe { window } => {
                Some(window)
            }
        }
    }
}

/// An instruction to a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Admission {
    /// Send.
    Go,
    /// Ask again this much later: another request is finding out how much is left.
    Probing(Duration),
    /// Ask again this much later: the limit is in the way.
    Wait(Duration),
}

/// The interval at which a call asks again while another one is probing: from this to twice as much.
const PROBE_POLL: Duration = Duration::from_millis(10);

/// The longest wait of others for one that is probing.
const MAX_PROBE: Duration = Duration::from_secs(2);

/// Calls that wait for the same moment wake within this time of it.
const SCATTER: Duration = Duration::from_millis(250);

impl Governor {
    pub(crate) fn new(pacing: Pacing) -> Self {
        Self { pacing, shared: Arc::default() }
    }

    /// Asks to send a request. `jitter` is from 0 to 1.
    pub(crate) fn admit(
        &self,
        pool: &Pool,
        ticket: &mut Ticket,
        now: Now,
        jitter: f64,
    ) -> Admission {
        if !self.pacing.enabled {
            return Admission::Go;
        }
        let mut shared = self.lock();
        let state = shared.pool(pool);
        let now = now.mono;
        let scattered = |until: Duration| {
            Admission::Wait(until.saturating_sub(now).saturating_add(SCATTER.mul_f64(jitter)))
        };
        if now < state.paused_until {
            state.give_back(ticket);
            return scattered(state.paused_until);
        }
        let is_over = match &state.phase {
            Phase::Known(window) => now >= window.ends,
            Phase::Probing { until } => now >= *until,
            Phase::Unknown | Phase::Untracked => false,
        };
        if is_over {
            state.phase = Phase::Unknown;
        }
        if !matches!(state.phase, Phase::Known(_)) {
            // A time to go is of a window, and that one is over.
            state.give_back(ticket);
        }
        let number = state.window;
        match &mut state.phase {
            Phase::Untracked => {}
            Phase::Probing { .. } => {
                return Admission::Probing(PROBE_POLL.mul_f64(1.0 + jitter));
            }
            Phase::Unknown => {
                state.phase = Phase::Probing { until: now.saturating_add(MAX_PROBE) };
                state.outstanding += 1;
                *ticket = Ticket::Probe { window: number };
                return Admission::Go;
            }
            Phase::Known(window) => {
                let reserve = percent_of(window.limit, self.pacing.reserve);
                let spread_below = percent_of(window.limit, self.pacing.spread_below);
                let ends = window.ends;
                match *ticket {
                    Ticket::Slot { at, .. } if now < at => return Admission::Wait(at - now),
                    // Others may have used up what this call was counting on.
                    Ticket::Slot { .. } if window.left < reserve => {
                        state.give_back(ticket);
                        return scattered(ends);
                    }
                    Ticket::Slot { .. } => {
                        *ticket = Ticket::Sent { window: number };
                        return Admission::Go;
                    }
                    _ if window.left <= reserve => return scattered(ends),
                    _ if window.left <= spread_below => {
                        let (at, before) = (window.place(now, reserve), window.last);
                        window.last = Some(at);
                        window.left -= 1;
                        state.outstanding += 1;
                        if at > now {
                            *ticket = Ticket::Slot { at, before, window: number };
                            return Admission::Wait(at - now);
                        }
                        *ticket = Ticket::Sent { window: number };
                        return Admission::Go;
                    }
                    _ => window.left -= 1,
                }
            }
        }
        state.outstanding += 1;
        *ticket = Ticket::Sent { window: number };
        Admission::Go
    }

    /// Learns from a reply. Gives how long the server asks to wait, if it does.
    pub(crate) fn reply(
        &self,
        pool: &Pool,
        ticket: &mut Ticket,
        now: Now,
        is_limited: bool,
        headers: &ReplyHeaders,
    ) -> Option<Duration> {
        let mut shared = self.lock();
        let server_now = shared.server_time(headers.current_date(), now);
        let advised = headers.wait(server_now);
        if self.pacing.enabled {
            let state = shared.pool(pool);
            let was_probe = matches!(ticket, Ticket::Probe { .. });
            state.give_back(ticket);
            let learned = state.learn(headers.current_rate_limit(), server_now, now.mono);
            if !learned && was_probe && matches!(state.phase, Phase::Probing { .. }) {
                state.phase = Phase::Untracked;
            }
            if is_limited {
                let pause = advised.filter(|wait| *wait <= MAX_WINDOW).unwrap_or_default();
                let until = now.after(pause).mono;
                state.paused_until = state.paused_until.max(until);
                if let (Phase::Known(window), Some(_)) = (&mut state.phase, advised) {
                    // The server says when to come back: what the window says counts no longer then.
                    window.ends = window.ends.min(until);
                }
            }
        }
        advised
    }

    /// Notes that no reply will come.
    pub(crate) fn no_reply(&self, pool: &Pool, ticket: &mut Ticket) {
        if self.pacing.enabled && *ticket != Ticket::None {
            let mut shared = self.lock();
            let state = shared.pool(pool);
            if matches!(ticket, Ticket::Probe { .. })
                && matches!(state.phase, Phase::Probing { .. })
            {
                // The others must not wait for one another's time limits.
                state.phase = Phase::Untracked;
            }
            state.give_back(ticket);
        }
    }

    /// Takes back what a call held that is dropped.
    pub(crate) fn dropped(&self, pool: &Pool, ticket: &mut Ticket) {
        if *ticket == Ticket::None {
            return;
        }
        let mut shared = self.lock();
        let state = shared.pool(pool);
        if matches!(ticket, Ticket::Probe { .. }) && matches!(state.phase, Phase::Probing { .. }) {
            // Nothing was learned: the next one finds out.
            state.phase = Phase::Unknown;
        }
        state.give_back(ticket);
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shared {
    fn pool(&mut self, pool: &Pool) -> &mut PoolState {
        let at = self.pools.iter().position(|(name, _)| *name == pool.name).unwrap_or_else(|| {
            self.pools.push((pool.name, PoolState::default()));
            self.pools.len() - 1
        });
        &mut self.pools[at].1
    }

    /// The server's clock: by a reply's `Date`, else by the last one that was read, else the local one.
    fn server_time(&mut self, date: Option<Duration>, now: Now) -> Duration {
        let known = self.date.as_ref().map(|date| date.time);
        if let Some(time) = date.filter(|time| Some(*time) != known) {
            self.date = Some(Date { time, read: now.mono });
        }
        self.date
            .as_ref()
            .map_or(now.unix, |date| date.time.saturating_add(now.mono.saturating_sub(date.read)))
    }
}

impl PoolState {
    /// Takes a ticket back, whatever it was.
    fn give_back(&mut self, ticket: &mut Ticket) {
        let given_in = ticket.window();
        if given_in == Some(self.window) {
            self.outstanding = self.outstanding.saturating_sub(1);
            if let (Ticket::Slot { before, .. }, Phase::Known(window)) = (*ticket, &mut self.phase)
            {
                window.left += 1;
                window.last = window.last.min(before);
            }
        } else if given_in.is_some_and(|given_in| given_in + 1 == self.window) {
            self.earlier = self.earlier.saturating_sub(1);
        }
        *ticket = Ticket::None;
    }

    /// Takes in the headers of a reply; `false` where they do not say enough.
    fn learn(&mut self, limits: RateLimit, server_now: Duration, now: Duration) -> bool {
        let (Some(limit), Some(remaining), Some(reset)) =
            (limits.limit, limits.remaining, limits.reset)
        else {
            return false;
        };
        let until_reset = Duration::from_secs(reset).saturating_sub(server_now);
        if limit == 0 || until_reset.is_zero() || until_reset > MAX_WINDOW {
            return false;
        }
        let ends = now.saturating_add(until_reset);
        let is_new = match &self.phase {
            // A reply of an earlier window that was overtaken.
            Phase::Known(window) if reset < window.reset => return true,
            Phase::Known(window) => reset != window.reset,
            _ => true,
        };
        if is_new {
            self.window += 1;
            self.earlier = std::mem::take(&mut self.outstanding);
        }
        // Of what is outstanding the server may have counted some already. To take it as not counted
        // errs by no more than that, and on the safe side.
        let left = i128::from(remaining) - i128::from(self.outstanding) - i128::from(self.earlier);
        match &mut self.phase {
            Phase::Known(window) if !is_new => {
                window.limit = limit;
                window.left = left;
                window.ends = window.ends.min(ends);
            }
            phase => *phase = Phase::Known(Window { limit, left, reset, ends, last: None }),
        }
        true
    }
}

impl Window {
    /// The next time to go, if the requests above the reserve are spread over the rest of the window. There
    /// is at least one.
    fn place(&self, now: Duration, reserve: i128) -> Duration {
        let Some(last) = self.last else { return now };
        let rest = u32::try_from(self.left - reserve).unwrap_or(u32::MAX).saturating_add(1);
        now.max(last + self.ends.saturating_sub(last) / rest)
    }
}

fn percent_of(limit: u64, percent: u8) -> i128 {
    i128::from(limit) * i128::from(percent) / 100
}
