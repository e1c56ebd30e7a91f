//! [`Metric`]: a number of a nested series, chosen on the command line.

use std::fmt;

use braze_core::{Measures, Number};
use clap::builder::NonEmptyStringValueParser;
use clap::{Arg, ArgAction, ArgMatches};

use crate::series::Series;

const METRIC: &str = "metric";

/// The label that a metric can be narrowed by.
const CHANNEL: &str = "channel";

/// A number of a nested series: of one channel, or of the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Metric {
    pub(crate) channel: Option<String>,
    pub(crate) name: String,
}

impl Metric {
    /// Parses `email.opens`, or `revenue` for a number of the whole.
    fn parse(text: &str) -> Self {
        match text.split_once('.') {
            Some((channel, name)) => {
                Self { channel: Some(channel.to_owned()), name: name.to_owned() }
            }
            None => Self { channel: None, name: text.to_owned() },
        }
    }

    /// The labels that its numbers have, with their values.
    pub(crate) fn labels<'a>(&'a self, labels: &[&'a str]) -> Vec<(&'a str, &'a str)> {
        match &self.channel {
            Some(channel) => vec![(CHANNEL, channel)],
            None => labels.iter().map(|label| (*label, "")).collect(),
        }
    }

    /// The sum of the metric in a row; `None` if the row does not have it.
    pub(crate) fn sum(&self, labels: &[&str], measures: &Measures) -> Option<Number> {
        let channel = labels.iter().position(|label| *label == CHANNEL);
        let fits = |given: &[String]| match &self.channel {
            Some(wanted) => channel.is_some_and(|place| given.get(place) == Some(wanted)),
            None => given.iter().all(String::is_empty),
        };
        let found = measures.iter().filter(|it| it.metric == *self.name && fits(&it.labels));
        found.map(|measure| measure.value).reduce(|sum, next| match (sum, next) {
            (Number::Count(sum), Number::Count(next)) => Number::Count(sum.saturating_add(next)),
            (sum, next) => Number::Amount(sum.to_f64() + next.to_f64()),
        })
    }
}

impl fmt::Display for Metric {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(channel) = &self.channel {
            write!(f, "{channel}.")?;
        }
        f.write_str(&self.name)
    }
}

/// The option for the metrics of a nested series.
pub(super) fn argument(series: &Series) -> Option<Arg> {
    series.is_nested.then(|| {
        Arg::new(METRIC)
            .long(METRIC)
            .value_name("METRIC")
            .required(true)
            .action(ArgAction::Append)
            .value_delimiter(',')
            .value_parser(NonEmptyStringValueParser::new())
            .help(
                "Numbers to draw, each a line of its own: `email.opens` is the sum over the variations of a \
                 channel, `revenue` the number of the whole. For several, put commas between them or repeat \
                 the option",
            )
    })
}

/// The metrics that were chosen; none for a flat series.
pub(super) fn read(series: &Series, matches: &ArgMatches) -> Vec<Metric> {
    let chosen = series.is_nested.then(|| matches.get_many::<String>(METRIC)).flatten();
    let mut metrics: Vec<_> =
        chosen.into_iter().flatten().map(|text| Metric::parse(text)).collect();
    metrics.dedup();
    metrics
}
