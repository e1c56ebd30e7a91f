//! The rows of a nested series: campaigns and sends by channel and variation, Canvases by variant and step.

use braze_core::operation::Operation;
use braze_core::{DateTime, NestedSeries, Utc};
use serde_json::{Map, Value, json};

use super::calendar::Bucket;
use super::curve::Curve;
use super::rows::{Buckets, Days, SeriesQuery, Validity, shuffle};
use super::{Noise, Workspace};

/// The reply to a request for a nested series.
pub(crate) struct NestedReport {
    pub(crate) body: Value,
    pub(crate) validity: Validity,
}

/// The counts of a channel, each with its share of the messages that were sent.
type Shares = &'static [(&'static str, f64)];

const EMAIL: Shares = &[
    ("sent", 1.0),
    ("delivered", 0.98),
    ("opens", 0.44),
    ("machine_open", 0.09),
    ("unique_opens", 0.36),
    ("machine_amp_open", 0.0),
    ("clicks", 0.06),
    ("unique_clicks", 0.05),
    ("unsubscribes", 0.003),
    ("bounces", 0.02),
    ("reported_spam", 0.0004),
];

const IOS_PUSH: Shares = &[
    ("sent", 1.0),
    ("direct_opens", 0.05),
    ("total_opens", 0.11),
    ("bounces", 0.01),
    ("body_clicks", 0.05),
];

/// The share of campaigns that send push messages too, and that have two variations.
const PUSH: f64 = 0.5;
const VARIATIONS: f64 = 0.4;

/// The share of messages that lead to a conversion, and the revenue of one.
const CONVERSIONS: f64 = 0.02;
const REVENUE: f64 = 12.5;

impl Workspace {
    /// Returns the reply to a request for a nested series.
    pub(crate) fn report_nested<E: Operation + NestedSeries>(
        &self,
        query: &SeriesQuery<'_, E>,
    ) -> NestedReport {
        let Buckets { buckets, now, validity } = self.buckets(query.request, query.now);
        let whole = E::ROLES.dimensions.iter().fold(
            Subject {
                noise: Noise::new(self.seed).text(E::META.name),
                curve: Curve::new(self.seed, E::META.name, 1.0),
            },
            |subject, dimension| {
                let given = query.pairs.iter().find(|(name, _)| name == dimension.name);
                given.map_or(subject, |(name, value)| subject.part(name, value))
            },
        );
        let is_set =
            |name: &str| query.pairs.iter().any(|(known, value)| known == name && value == "true");
        let day = Day { workspace: self, subject: whole, now };
        let is_canvas = E::POINTS.contains('.');
        let mut rows = Vec::with_capacity(buckets.len());
        for bucket in buckets {
            let noise = Noise::new(self.seed).text("rows").number(bucket.start.timestamp());
            if noise.text("gap").happens(self.gaps) {
                continue;
            }
            let mut row = match is_canvas {
                true => day.canvas(
                    bucket,
                    is_set("include_variant_breakdown"),
                    is_set("include_step_breakdown"),
                ),
                false => day.campaign(bucket),
            };
            let time = self.zone.local(bucket.start).date_naive().to_string();
            row.insert("time".to_owned(), time.into());
            if noise.text("double").happens(self.doubles) {
                rows.push(Value::Object(row.clone()));
            }
            rows.push(Value::Object(row));
        }
        if self.shuffled {
            shuffle(&mut rows, Noise::new(self.seed).text("order"));
        }
        let data = match is_canvas {
            true => json!({ "name": "Canvas", "stats": rows }),
            false => Value::Array(rows),
        };
        NestedReport { body: json!({ "data": data, "message": "success" }), validity }
    }
}

/// A campaign, a send or a Canvas, or a part of one.
#[derive(Clone, Copy)]
struct Subject {
    noise: Noise,
    curve: Curve,
}

impl Subject {
    fn part(self, name: &str, value: &str) -> Self {
        Self { noise: self.noise.text(name).text(value), curve: self.curve.part(name, value) }
    }

    /// An identifier that follows from the subject.
    fn id(self, name: &str) -> String {
        let bits = self.noise.text(name).bits();
        format!("{:08x}-0000-4000-8000-{:012x}", bits >> 32, bits & 0xffff_ffff)
    }
}

/// The rows of a subject.
struct Day<'a> {
    workspace: &'a Workspace,
    subject: Subject,
    now: DateTime<Utc>,
}

impl Day<'_> {
    fn campaign(&self, bucket: Bucket) -> Map<String, Value> {
        let channels: &[(&str, Shares)] = match self.subject.noise.text("push").happens(PUSH) {
            true => &[("email", EMAIL), ("ios_push", IOS_PUSH)],
            false => &[("email", EMAIL)],
        };
        let names: &[Option<&str>] = match self.subject.noise.text("variations").happens(VARIATIONS)
        {
            true => &[Some("Variant 1"), Some("Variant 2")],
            false => &[None],
        };
        let (mut messages, mut total) = (Map::new(), 0.0);
        for (channel, shares) in channels {
            let items = names.iter().map(|name| {
                let variation = name.unwrap_or("Variant 1");
                let part = self.subject.part("channel", channel).part("variation", variation);
                let sent = self.amount(part, bucket);
                total += sent;
                let mut item = counts(sent, shares);
                item.insert("variation_api_id".to_owned(), self.subject.id(variation).into());
                if let Some(name) = name {
                    item.insert("variation_name".to_owned(), (*name).into());
                    item.insert("unique_recipients".to_owned(), count(sent, 1.0));
                    item.extend(conversions(sent, "send"));
                }
                Value::Object(item)
            });
            messages.insert((*channel).to_owned(), items.collect());
        }
        let mut row = conversions(total, "send");
        row.insert("messages".to_owned(), messages.into());
        row.insert("unique_recipients".to_owned(), count(total, 1.0));
        row
    }

    fn canvas(&self, bucket: Bucket, by_variant: bool, by_step: bool) -> Map<String, Value> {
        let mut row = Map::new();
        let variants = ["Variant 1", "Variant 2"].map(|name| {
            let entries = self.amount(self.subject.part("variant", name), bucket);
            let mut variant = conversions(entries, "entry");
            variant.insert("entries".to_owned(), count(entries, 1.0));
            variant.insert("name".to_owned(), name.into());
            (entries, self.subject.id(name), Value::Object(variant))
        });
        let entries = variants.iter().map(|(entries, ..)| entries).sum();
        let mut total = conversions(entries, "entry");
        total.insert("entries".to_owned(), count(entries, 1.0));
        row.insert("total_stats".to_owned(), total.into());
        if by_variant {
            let variants = variants.into_iter().map(|(_, id, variant)| (id, variant));
            row.insert("variant_stats".to_owned(), variants.collect::<Map<_, _>>().into());
        }
        if by_step {
            let mut step = conversions(entries, "entry");
            step.insert("name".to_owned(), "Hello".into());
            step.insert("messages".to_owned(), json!({ "email": [counts(entries, EMAIL)] }));
            row.insert("step_stats".to_owned(), json!({ self.subject.id("Hello"): step }));
        }
        row
    }

    /// The number of messages or entries of a day, until now.
    fn amount(&self, subject: Subject, bucket: Bucket) -> f64 {
        Days::new(self.workspace, subject.curve).value(bucket, Some(self.now))
    }
}

fn count(total: f64, share: f64) -> Value {
    // `as` saturates; the total is never negative.
    ((total * share).floor() as u64).into()
}

fn counts(sent: f64, shares: Shares) -> Map<String, Value> {
    shares.iter().map(|(name, share)| ((*name).to_owned(), count(sent, *share))).collect()
}

/// The conversions by their own day and by that of the send or the entry, and the revenue.
fn conversions(total: f64, cause: &str) -> Map<String, Value> {
    let number = (total * CONVERSIONS).floor();
    let by_cause = format!("conversions_by_{cause}_time");
    let mut fields = Map::new();
    fields.insert("conversions".to_owned(), count(number, 1.0));
    fields.insert(by_cause, count(number, 0.9));
    fields.insert("revenue".to_owned(), (number * REVENUE).into());
    fields
}
