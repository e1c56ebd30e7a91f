//! [`Candidate`]: what the windows that read a bucket said about it.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::series::Point;

/// When a reply was asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RequestTime {
    /// By the clock that shows the earlier time. The same as `latest` where the clocks agree.
    pub(crate) earliest: DateTime<Utc>,
    /// By the clock that shows the later time.
    pub(crate) latest: DateTime<Utc>,
    /// By the local clock that never goes back.
    pub(crate) mono: Duration,
}

/// A bucket, until no window can read it again.
pub(crate) struct Candidate<P: Point> {
    /// The row to take; `None` where no window returned one.
    pub(crate) reading: Option<Reading<P>>,
    /// When that row was asked for.
    pub(crate) asked: RequestTime,
    /// Two values of one reply.
    pub(crate) doubled: Option<(P::Value, P::Value)>,
    /// One reply had it twice with the same value.
    pub(crate) doubled_alike: bool,
    /// Values of two windows, the earlier one first.
    pub(crate) changed: Option<(P::Value, P::Value)>,
}

/// A row of a reply.
pub(crate) struct Reading<P> {
    pub(crate) point: P,
    /// Its time has no offset.
    pub(crate) naive: bool,
}

impl<P: Point> Candidate<P> {
    pub(crate) fn row(reading: Reading<P>, asked: RequestTime) -> Self {
        Self { reading: Some(reading), ..Self::nothing(asked) }
    }

    pub(crate) fn nothing(asked: RequestTime) -> Self {
        Self { reading: None, asked, doubled: None, doubled_alike: false, changed: None }
    }

    /// Takes a further row of the same reply. The later one wins.
    pub(crate) fn double(&mut self, twin: Reading<P>) {
        if let Some(first) = &self.reading {
            let (first, later) = (first.point.value(), twin.point.value());
            if first == later {
                self.doubled_alike = true;
            } else {
                self.doubled.get_or_insert((first, later));
            }
        }
        self.reading = Some(twin);
    }

    /// Takes what another window said. `is_final`: the bucket was over at both readings, so that it should
    /// not have changed.
    pub(crate) fn read_again(&mut self, other: Self, is_final: bool) {
        if self.doubled.is_none() {
            self.doubled = other.doubled;
        }
        self.doubled_alike |= other.doubled_alike;
        let is_later = self.asked.mono <= other.asked.mono;
        match (&self.reading, &other.reading) {
            (Some(one), Some(two)) => {
                let (one, two) = (one.point.value(), two.point.value());
                if one != two && is_final {
                    self.changed = Some(if is_later { (one, two) } else { (two, one) });
                }
                if !is_later {
                    return;
                }
            }
            (Some(_), None) => return,
            (None, _) => {}
        }
        self.reading = other.reading;
        self.asked = other.asked;
    }
}
