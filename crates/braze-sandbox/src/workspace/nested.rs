//! The rows of a nested series: campaigns and sends by channel and variation, Canvases by variant and step.
//!
//! Those of the world have their own variations, variants and steps; any other identifier has drawn ones.

use braze_core::operation::Operation;
use braze_core::{DateTime, NestedSeries, Unit, Utc};
use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::calendar::Bucket;
use super::curve::Curve;
use super::rows::{Buckets, Days, SeriesQuery, Validity, shuffle, whole_minute};
use super::{Noise, Workspace};
use crate::world::{Campaign, Canvas, Role, Step, Variation, World, counts};

/// The reply to a request for a nested series.
pub(crate) struct NestedReport {
    pub(crate) body: Value,
    pub(crate) validity: Validity,
}

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
        world: &World,
    ) -> NestedReport {
        let Buckets { buckets, now, validity } = self.buckets(query.request, query.now);
        let value = |name: &str| {
            query.pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
        };
        let dimensions = E::ROLES.dimensions.iter().map(|dimension| dimension.name);
        let subject = dimensions
            .filter_map(|name| Some((name, value(name)?)))
            .fold(Subject::new(self.seed, E::META.name), |subject, (name, value)| {
                subject.part(name, value)
            });
        let breakdown = Breakdown::read(|name| value(name) == Some("true"));
        let campaign = value("campaign_id").and_then(|id| world.campaign(id));
        let canvas = value("canvas_id").and_then(|id| world.canvas(id));
        let day = Day { workspace: self, subject, campaign, canvas, now };
        let is_canvas = E::POINTS.contains('.');
        let mut rows = Vec::with_capacity(buckets.len());
        for bucket in buckets {
            let noise = Noise::new(self.seed).text("rows").number(bucket.start.timestamp());
            if noise.text("gap").happens(self.gaps) {
                continue;
            }
            let mut row = match is_canvas {
                true => day.canvas(bucket, breakdown),
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
            true => {
                let name = canvas.map_or("Canvas", |canvas| canvas.name.as_str());
                json!({ "name": name, "stats": rows })
            }
            false => Value::Array(rows),
        };
        NestedReport { body: json!({ "data": data, "message": "success" }), validity }
    }

    /// Returns the sums of a Canvas's rows from the day `from` to before `to`.
    pub(crate) fn canvas_summary(
        &self,
        canvas: &Canvas,
        (from, to): (NaiveDate, NaiveDate),
        breakdown: Breakdown,
        now: DateTime<Utc>,
    ) -> Value {
        let subject = Subject::new(self.seed, "canvas.data_series").part("canvas_id", &canvas.id);
        let canvas = Some(canvas);
        let day = Day { workspace: self, subject, campaign: None, canvas, now: whole_minute(now) };
        let dates = from.iter_days().take_while(|date| *date < to);
        let buckets = dates.map(|date| self.zone.bucket(Unit::Day, self.zone.midnight(date)));
        let rows = buckets.map(|bucket| Value::Object(day.canvas(bucket, breakdown)));
        rows.reduce(add).unwrap_or_else(|| json!({ "total_stats": {} }))
    }
}

/// The parts of a Canvas whose numbers are reported too.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Breakdown {
    variants: bool,
    steps: bool,
    deleted_steps: bool,
}

impl Breakdown {
    /// Reads the parameters that choose the parts.
    pub(crate) fn read(is_set: impl Fn(&str) -> bool) -> Self {
        Self {
            variants: is_set("include_variant_breakdown"),
            steps: is_set("include_step_breakdown"),
            deleted_steps: is_set("include_deleted_step_data"),
        }
    }
}

/// A campaign, a send or a Canvas, or a part of one.
#[derive(Clone, Copy)]
struct Subject {
    noise: Noise,
    curve: Curve,
}

impl Subject {
    fn new(seed: u64, operation: &str) -> Self {
        Self { noise: Noise::new(seed).text(operation), curve: Curve::new(seed, operation, 1.0) }
    }

    fn part(self, name: &str, value: &str) -> Self {
        Self { noise: self.noise.text(name).text(value), curve: self.curve.part(name, value) }
    }

    /// An identifier that follows from the subject.
    fn id(self, name: &str) -> String {
        let bits = self.noise.text(name).bits();
        format!("{:08x}-0000-4000-8000-{:012x}", bits >> 32, bits & 0xffff_ffff)
    }

    /// Draws the variations of a campaign that is not of the world.
    fn variations(self) -> Vec<Variation> {
        let push = self.noise.text("push").happens(PUSH);
        let two = self.noise.text("variations").happens(VARIATIONS);
        let (channels, names) = (["email", "ios_push"], ["Variant 1", "Variant 2"]);
        let names = &names[..if two { 2 } else { 1 }];
        let channels = &channels[..if push { 2 } else { 1 }];
        let pairs =
            channels.iter().flat_map(|channel| names.iter().map(move |name| (channel, name)));
        let variation = |(channel, name): (&&'static str, &&str)| Variation {
            id: self.id(name),
            name: (*name).to_owned(),
            channel,
            role: Role::Message,
        };
        pairs.map(variation).collect()
    }
}

/// The rows of a subject.
struct Day<'a> {
    workspace: &'a Workspace,
    subject: Subject,
    /// The campaign of the world, if it is one.
    campaign: Option<&'a Campaign>,
    /// The Canvas of the world, if it is one.
    canvas: Option<&'a Canvas>,
    now: DateTime<Utc>,
}

impl Day<'_> {
    fn campaign(&self, bucket: Bucket) -> Map<String, Value> {
        let variations = match self.campaign {
            Some(campaign) => campaign.variations.clone(),
            None => self.subject.variations(),
        };
        let is_alone = |variation: &Variation| {
            variations.iter().filter(|other| other.channel == variation.channel).count() == 1
        };
        let (mut messages, mut total) = (Map::new(), 0.0);
        for variation in &variations {
            let part = self.subject.part("channel", variation.channel);
            let sent = self.amount(part.part("variation", &variation.name), bucket);
            let mut item = message(sent, variation);
            if variation.role == Role::Message {
                total += sent;
            }
            if !is_alone(variation) {
                item.insert("variation_name".to_owned(), variation.name.clone().into());
                item.insert("unique_recipients".to_owned(), count(sent, 1.0));
                item.extend(conversions(sent, "send"));
            }
            push(&mut messages, variation.channel, item);
        }
        let mut row = conversions(total, "send");
        row.insert("messages".to_owned(), messages.into());
        row.insert("unique_recipients".to_owned(), count(total, 1.0));
        row
    }

    fn canvas(&self, bucket: Bucket, breakdown: Breakdown) -> Map<String, Value> {
        let drawn = |name: &'static str| (self.subject.id(name), name, false);
        let variants: Vec<(String, &str, bool)> = match self.canvas {
            Some(canvas) => {
                let variants = canvas.variants.iter();
                variants.map(|own| (own.id.clone(), own.name.as_str(), own.control)).collect()
            }
            None => vec![drawn("Variant 1"), drawn("Variant 2")],
        };
        let (mut total, mut in_steps) = (Map::new(), 0.0);
        let mut by_variant = Map::new();
        for (id, name, control) in variants {
            let entries = self.amount(self.subject.part("variant", name), bucket);
            in_steps += if control { 0.0 } else { entries };
            let mut variant = conversions(entries, "entry");
            variant.insert("entries".to_owned(), count(entries, 1.0));
            total = match add(total.into(), variant.clone().into()) {
                Value::Object(total) => total,
                _ => Map::new(),
            };
            variant.insert("name".to_owned(), name.into());
            by_variant.insert(id, variant.into());
        }
        let mut row = Map::from_iter([("total_stats".to_owned(), total.into())]);
        if breakdown.variants {
            row.insert("variant_stats".to_owned(), by_variant.into());
        }
        if breakdown.steps {
            let steps = self.steps(in_steps, breakdown.deleted_steps);
            row.insert("step_stats".to_owned(), steps.into());
        }
        row
    }

    /// The numbers of each step, of which a tenth of the users leave.
    fn steps(&self, entries: f64, deleted: bool) -> Map<String, Value> {
        let only = [Step {
            id: self.subject.id("Hello"),
            name: "Hello",
            deleted: false,
            variations: self.subject.variations().into_iter().take(1).collect(),
        }];
        let steps = self.canvas.map_or(&only[..], |canvas| &canvas.steps);
        let mut users = entries;
        let mut by_step = Map::new();
        for step in steps {
            let mut numbers = conversions(users, "entry");
            numbers.insert("name".to_owned(), step.name.into());
            numbers.insert("unique_recipients".to_owned(), count(users, 1.0));
            let mut messages = Map::new();
            let share = users / step.variations.len().max(1) as f64;
            for variation in &step.variations {
                push(&mut messages, variation.channel, message(share.floor(), variation));
            }
            numbers.insert("messages".to_owned(), messages.into());
            if deleted || !step.deleted {
                by_step.insert(step.id.clone(), numbers.into());
            }
            users = (users * 0.9).floor();
        }
        by_step
    }

    /// The number of messages or entries of a day, until now.
    fn amount(&self, subject: Subject, bucket: Bucket) -> f64 {
        let campaign = self.campaign.map(|campaign| (campaign.lifetime, campaign.draft));
        let known = campaign.or(self.canvas.map(|canvas| (canvas.lifetime, canvas.draft)));
        if known.is_some_and(|(lifetime, draft)| draft || bucket.end <= lifetime.created()) {
            return 0.0;
        }
        Days::new(self.workspace, subject.curve).value(bucket, Some(self.now))
    }
}

/// The counts of a message variation. The control group has only its size.
fn message(sent: f64, variation: &Variation) -> Map<String, Value> {
    let mut item = Map::new();
    if variation.role == Role::Control {
        item.insert("enrolled".to_owned(), count(sent, 1.0));
    } else {
        let counts = counts(variation.channel).iter();
        item.extend(counts.map(|(name, share)| ((*name).to_owned(), count(sent, *share))));
    }
    item.insert("variation_api_id".to_owned(), variation.id.clone().into());
    item
}

/// Adds an item to the list of a channel.
fn push(messages: &mut Map<String, Value>, channel: &str, item: Map<String, Value>) {
    let items = messages.entry(channel).or_insert_with(|| json!([]));
    if let Value::Array(items) = items {
        items.push(item.into());
    }
}

/// Adds the numbers in two values of the same form. Anything else is as in the first.
fn add(first: Value, second: Value) -> Value {
    match (first, second) {
        (Value::Object(mut sums), Value::Object(more)) => {
            for (name, value) in more {
                let sum = match sums.remove(&name) {
                    Some(sum) => add(sum, value),
                    None => value,
                };
                sums.insert(name, sum);
            }
            sums.into()
        }
        (Value::Array(sums), Value::Array(more)) => {
            sums.into_iter().zip(more).map(|(sum, value)| add(sum, value)).collect()
        }
        (Value::Number(sum), Value::Number(more)) => match (sum.as_u64(), more.as_u64()) {
            (Some(sum), Some(more)) => (sum + more).into(),
            _ => (sum.as_f64().unwrap_or_default() + more.as_f64().unwrap_or_default()).into(),
        },
        (first, _) => first,
    }
}

fn count(total: f64, share: f64) -> Value {
    // `as` saturates; the total is never negative.
    ((total * share).floor() as u64).into()
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
