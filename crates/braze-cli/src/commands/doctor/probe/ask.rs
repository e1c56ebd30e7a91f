//! [`Ask`]: a request for sessions; and [`Answer`]: the part of its reply that matters.

use braze_core::http::response::Parts;
use braze_core::sessions::{DataSeries, DataSeriesRequest};
use braze_core::wire::RequestWriter;
use braze_core::{
    DateTime, DecodeError, Endpoint, Error, Message, Meta, RateLimit, Reply, SeriesTime, Timestamp,
    Utc, Violations,
};

/// A request for sessions, which is not checked before it is sent.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    parameters: Vec<(&'static str, String)>,
}

impl Ask {
    /// The last days.
    pub(super) fn days(length: u32) -> Self {
        Self { parameters: vec![("length", length.to_string())] }
    }

    /// The last hours.
    pub(super) fn hours(length: u32) -> Self {
        Self::days(length).with("unit", "hour")
    }

    pub(super) fn ending_at(self, end: DateTime<Utc>) -> Self {
        self.with("ending_at", &Timestamp::from(end).to_string())
    }

    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.parameters.push((name, value.to_owned()));
        self
    }
}

impl Endpoint for Ask {
    type Output = DataSeries;

    const META: Meta = DataSeriesRequest::META;

    fn validate(&self, _: &mut Violations) {}

    fn encode(&self, w: &mut RequestWriter) {
        w.path(Self::META.path);
        for (name, value) in &self.parameters {
            w.query(name, value);
        }
    }

    fn decode(head: &Parts, body: &[u8]) -> Result<DataSeries, DecodeError> {
        DataSeriesRequest::decode(head, body)
    }

    fn message(output: &DataSeries) -> Option<&Message> {
        DataSeriesRequest::message(output)
    }
}

/// The part of a reply that matters.
#[derive(Debug, Clone)]
pub(super) enum Answer {
    Rows(Rows),
    /// No rows: a refusal, the network, an error of the server, the rate limit.
    Failed,
}

/// The rows of a reply, without their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) rows: Vec<Row>,
    pub(super) rate_limit: RateLimit,
    /// The time of the reply, by the server's clock.
    pub(super) date: Option<DateTime<Utc>>,
}

/// A row, without its number.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) time: SeriesTime,
    pub(super) is_zero: bool,
}

impl Answer {
    pub(super) fn new(result: Result<Reply<DataSeries>, &Error>) -> Self {
        match result {
            Ok(reply) => Self::Rows(Rows {
                rate_limit: reply.rate_limit,
                date: reply.date,
                rows: rows(reply.into_value()),
            }),
            Err(_) => Self::Failed,
        }
    }

    pub(super) fn rows(self) -> Option<Rows> {
        match self {
            Self::Rows(rows) => Some(rows),
            Self::Failed => None,
        }
    }
}

fn rows(series: DataSeries) -> Vec<Row> {
    let points = series.data.into_iter();
    points.map(|point| Row { time: point.time, is_zero: point.sessions == 0 }).collect()
}
