// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Types that several operations share.

use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

use crate::reply::{OpenField, OpenObject};
use crate::wire::{Choice, choice};
use crate::{MeasureCollector, MeasureSource, Measures, Point, Scrub, Secret, SeriesTime, reply};

/// The statistics of a campaign or send on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CampaignRow {
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<SeriesTime>,
    /// Counts by channel, and in each by message variation.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub messages: BTreeMap<String, Option<Vec<ChannelStatistics>>>,
    /// Conversions by the primary conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions: Option<u64>,
    /// Conversions by the second conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1: Option<u64>,
    /// Conversions by the third conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3: Option<u64>,
    /// Conversions by the primary conversion event, on the day of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions_by_send_time: Option<u64>,
    /// Conversions by the second conversion event, on the day of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1_by_send_time: Option<u64>,
    /// Conversions by the third conversion event, on the day of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2_by_send_time: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3_by_send_time: Option<u64>,
    /// Users who received a message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unique_recipients: Option<u64>,
    /// Revenue in US dollars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<f64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CampaignRow {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            time: None,
            messages: BTreeMap::new(),
            conversions: None,
            conversions1: None,
            conversions2: None,
            conversions3: None,
            conversions_by_send_time: None,
            conversions1_by_send_time: None,
            conversions2_by_send_time: None,
            conversions3_by_send_time: None,
            unique_recipients: None,
            revenue: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for CampaignRow {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "time" => field.scalar(&mut self.time, &mut self.extra),
            "messages" => field.value(&mut self.messages),
            "conversions" => field.scalar(&mut self.conversions, &mut self.extra),
            "conversions1" => field.scalar(&mut self.conversions1, &mut self.extra),
            "conversions2" => field.scalar(&mut self.conversions2, &mut self.extra),
            "conversions3" => field.scalar(&mut self.conversions3, &mut self.extra),
            "conversions_by_send_time" => {
                field.scalar(&mut self.conversions_by_send_time, &mut self.extra)
            }
            "conversions1_by_send_time" => {
                field.scalar(&mut self.conversions1_by_send_time, &mut self.extra)
            }
            "conversions2_by_send_time" => {
                field.scalar(&mut self.conversions2_by_send_time, &mut self.extra)
            }
            "conversions3_by_send_time" => {
                field.scalar(&mut self.conversions3_by_send_time, &mut self.extra)
            }
            "unique_recipients" => field.scalar(&mut self.unique_recipients, &mut self.extra),
            "revenue" => field.scalar(&mut self.revenue, &mut self.extra),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CampaignRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CampaignRow {
    fn scrub(&mut self, secret: &Secret) {
        self.time.scrub(secret);
        self.messages.scrub(secret);
        self.conversions.scrub(secret);
        self.conversions1.scrub(secret);
        self.conversions2.scrub(secret);
        self.conversions3.scrub(secret);
        self.conversions_by_send_time.scrub(secret);
        self.conversions1_by_send_time.scrub(secret);
        self.conversions2_by_send_time.scrub(secret);
        self.conversions3_by_send_time.scrub(secret);
        self.unique_recipients.scrub(secret);
        self.revenue.scrub(secret);
        self.extra.scrub(secret);
    }
}

impl Point for CampaignRow {
    type Value = Measures;

    fn time(&self) -> &SeriesTime {
        self.time.as_ref().unwrap_or(SeriesTime::missing())
    }

    fn value(&self) -> Measures {
        let mut collector = MeasureCollector::new(&["channel", "variation"]);
        self.measures(&mut collector);
        collector.finish()
    }
}

impl MeasureSource for CampaignRow {
    fn measures(&self, collector: &mut MeasureCollector) {
        for (key, value) in &self.messages {
            collector.label("channel", key, |collector| {
                if let Some(value) = value {
                    collector.list(
                        "variation",
                        value,
                        |value| {
                            [value.variation_api_id.as_deref(), value.variation_name.as_deref()]
                        },
                        |value, collector| {
                            value.measures(collector);
                        },
                    );
                }
            });
        }
        collector.number("conversions", self.conversions);
        collector.number("conversions1", self.conversions1);
        collector.number("conversions2", self.conversions2);
        collector.number("conversions3", self.conversions3);
        collector.number("conversions_by_send_time", self.conversions_by_send_time);
        collector.number("conversions1_by_send_time", self.conversions1_by_send_time);
        collector.number("conversions2_by_send_time", self.conversions2_by_send_time);
        collector.number("conversions3_by_send_time", self.conversions3_by_send_time);
        collector.number("unique_recipients", self.unique_recipients);
        collector.number("revenue", self.revenue);
        collector.extra(&self.extra);
    }
}

/// Statistics of a step. Conversion events after the fourth are in the other keys.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CanvasStepStatistics {
    /// Name of the step.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Revenue in US dollars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<f64>,
    /// Conversions by the primary conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions: Option<u64>,
    /// Conversions by the primary conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions_by_entry_time: Option<u64>,
    /// Conversions by the second conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1: Option<u64>,
    /// Conversions by the second conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1_by_entry_time: Option<u64>,
    /// Conversions by the third conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2: Option<u64>,
    /// Conversions by the third conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2_by_entry_time: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3_by_entry_time: Option<u64>,
    /// Users who received a message of the step.
    ///
    /// Source: code of other clients and its tests, where the documentation says nothing or
    /// something else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unique_recipients: Option<u64>,
    /// Counts by channel, and in each by message variation.
    ///
    /// Source: Braze's public documentation, in copies dated up to September 2026.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub messages: BTreeMap<String, Option<Vec<ChannelStatistics>>>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CanvasStepStatistics {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            revenue: None,
            conversions: None,
            conversions_by_entry_time: None,
            conversions1: None,
            conversions1_by_entry_time: None,
            conversions2: None,
            conversions2_by_entry_time: None,
            conversions3: None,
            conversions3_by_entry_time: None,
            unique_recipients: None,
            messages: BTreeMap::new(),
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for CanvasStepStatistics {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "revenue" => field.scalar(&mut self.revenue, &mut self.extra),
            "conversions" => field.scalar(&mut self.conversions, &mut self.extra),
            "conversions_by_entry_time" => {
                field.scalar(&mut self.conversions_by_entry_time, &mut self.extra)
            }
            "conversions1" => field.scalar(&mut self.conversions1, &mut self.extra),
            "conversions1_by_entry_time" => {
                field.scalar(&mut self.conversions1_by_entry_time, &mut self.extra)
            }
            "conversions2" => field.scalar(&mut self.conversions2, &mut self.extra),
            "conversions2_by_entry_time" => {
                field.scalar(&mut self.conversions2_by_entry_time, &mut self.extra)
            }
            "conversions3" => field.scalar(&mut self.conversions3, &mut self.extra),
            "conversions3_by_entry_time" => {
                field.scalar(&mut self.conversions3_by_entry_time, &mut self.extra)
            }
            "unique_recipients" => field.scalar(&mut self.unique_recipients, &mut self.extra),
            "messages" => field.value(&mut self.messages),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CanvasStepStatistics {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CanvasStepStatistics {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.revenue.scrub(secret);
        self.conversions.scrub(secret);
        self.conversions_by_entry_time.scrub(secret);
        self.conversions1.scrub(secret);
        self.conversions1_by_entry_time.scrub(secret);
        self.conversions2.scrub(secret);
        self.conversions2_by_entry_time.scrub(secret);
        self.conversions3.scrub(secret);
        self.conversions3_by_entry_time.scrub(secret);
        self.unique_recipients.scrub(secret);
        self.messages.scrub(secret);
        self.extra.scrub(secret);
    }
}

impl MeasureSource for CanvasStepStatistics {
    fn measures(&self, collector: &mut MeasureCollector) {
        collector.number("revenue", self.revenue);
        collector.number("conversions", self.conversions);
        collector.number("conversions_by_entry_time", self.conversions_by_entry_time);
        collector.number("conversions1", self.conversions1);
        collector.number("conversions1_by_entry_time", self.conversions1_by_entry_time);
        collector.number("conversions2", self.conversions2);
        collector.number("conversions2_by_entry_time", self.conversions2_by_entry_time);
        collector.number("conversions3", self.conversions3);
        collector.number("conversions3_by_entry_time", self.conversions3_by_entry_time);
        collector.number("unique_recipients", self.unique_recipients);
        for (key, value) in &self.messages {
            collector.label("channel", key, |collector| {
                if let Some(value) = value {
                    collector.list(
                        "variation",
                        value,
                        |value| {
                            [value.variation_api_id.as_deref(), value.variation_name.as_deref()]
                        },
                        |value, collector| {
                            value.measures(collector);
                        },
                    );
                }
            });
        }
        collector.extra(&self.extra);
    }
}

/// Statistics of a whole Canvas. Conversion events after the fourth are in the other keys.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CanvasTotals {
    /// Revenue in US dollars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<f64>,
    /// Entries of users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entries: Option<u64>,
    /// Conversions by the primary conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions: Option<u64>,
    /// Conversions by the primary conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions_by_entry_time: Option<u64>,
    /// Conversions by the second conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1: Option<u64>,
    /// Conversions by the second conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1_by_entry_time: Option<u64>,
    /// Conversions by the third conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2: Option<u64>,
    /// Conversions by the third conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2_by_entry_time: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3_by_entry_time: Option<u64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CanvasTotals {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            revenue: None,
            entries: None,
            conversions: None,
            conversions_by_entry_time: None,
            conversions1: None,
            conversions1_by_entry_time: None,
            conversions2: None,
            conversions2_by_entry_time: None,
            conversions3: None,
            conversions3_by_entry_time: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for CanvasTotals {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "revenue" => field.scalar(&mut self.revenue, &mut self.extra),
            "entries" => field.scalar(&mut self.entries, &mut self.extra),
            "conversions" => field.scalar(&mut self.conversions, &mut self.extra),
            "conversions_by_entry_time" => {
                field.scalar(&mut self.conversions_by_entry_time, &mut self.extra)
            }
            "conversions1" => field.scalar(&mut self.conversions1, &mut self.extra),
            "conversions1_by_entry_time" => {
                field.scalar(&mut self.conversions1_by_entry_time, &mut self.extra)
            }
            "conversions2" => field.scalar(&mut self.conversions2, &mut self.extra),
            "conversions2_by_entry_time" => {
                field.scalar(&mut self.conversions2_by_entry_time, &mut self.extra)
            }
            "conversions3" => field.scalar(&mut self.conversions3, &mut self.extra),
            "conversions3_by_entry_time" => {
                field.scalar(&mut self.conversions3_by_entry_time, &mut self.extra)
            }
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CanvasTotals {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CanvasTotals {
    fn scrub(&mut self, secret: &Secret) {
        self.revenue.scrub(secret);
        self.entries.scrub(secret);
        self.conversions.scrub(secret);
        self.conversions_by_entry_time.scrub(secret);
        self.conversions1.scrub(secret);
        self.conversions1_by_entry_time.scrub(secret);
        self.conversions2.scrub(secret);
        self.conversions2_by_entry_time.scrub(secret);
        self.conversions3.scrub(secret);
        self.conversions3_by_entry_time.scrub(secret);
        self.extra.scrub(secret);
    }
}

impl MeasureSource for CanvasTotals {
    fn measures(&self, collector: &mut MeasureCollector) {
        collector.number("revenue", self.revenue);
        collector.number("entries", self.entries);
        collector.number("conversions", self.conversions);
        collector.number("conversions_by_entry_time", self.conversions_by_entry_time);
        collector.number("conversions1", self.conversions1);
        collector.number("conversions1_by_entry_time", self.conversions1_by_entry_time);
        collector.number("conversions2", self.conversions2);
        collector.number("conversions2_by_entry_time", self.conversions2_by_entry_time);
        collector.number("conversions3", self.conversions3);
        collector.number("conversions3_by_entry_time", self.conversions3_by_entry_time);
        collector.extra(&self.extra);
    }
}

/// Statistics of a variant. Conversion events after the fourth are in the other keys.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct CanvasVariantStatistics {
    /// Name of the variant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Revenue in US dollars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<f64>,
    /// Entries of users.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entries: Option<u64>,
    /// Conversions by the primary conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions: Option<u64>,
    /// Conversions by the primary conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions_by_entry_time: Option<u64>,
    /// Conversions by the second conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1: Option<u64>,
    /// Conversions by the second conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1_by_entry_time: Option<u64>,
    /// Conversions by the third conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2: Option<u64>,
    /// Conversions by the third conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2_by_entry_time: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3_by_entry_time: Option<u64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl CanvasVariantStatistics {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            name: None,
            revenue: None,
            entries: None,
            conversions: None,
            conversions_by_entry_time: None,
            conversions1: None,
            conversions1_by_entry_time: None,
            conversions2: None,
            conversions2_by_entry_time: None,
            conversions3: None,
            conversions3_by_entry_time: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for CanvasVariantStatistics {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "name" => field.scalar(&mut self.name, &mut self.extra),
            "revenue" => field.scalar(&mut self.revenue, &mut self.extra),
            "entries" => field.scalar(&mut self.entries, &mut self.extra),
            "conversions" => field.scalar(&mut self.conversions, &mut self.extra),
            "conversions_by_entry_time" => {
                field.scalar(&mut self.conversions_by_entry_time, &mut self.extra)
            }
            "conversions1" => field.scalar(&mut self.conversions1, &mut self.extra),
            "conversions1_by_entry_time" => {
                field.scalar(&mut self.conversions1_by_entry_time, &mut self.extra)
            }
            "conversions2" => field.scalar(&mut self.conversions2, &mut self.extra),
            "conversions2_by_entry_time" => {
                field.scalar(&mut self.conversions2_by_entry_time, &mut self.extra)
            }
            "conversions3" => field.scalar(&mut self.conversions3, &mut self.extra),
            "conversions3_by_entry_time" => {
                field.scalar(&mut self.conversions3_by_entry_time, &mut self.extra)
            }
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for CanvasVariantStatistics {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for CanvasVariantStatistics {
    fn scrub(&mut self, secret: &Secret) {
        self.name.scrub(secret);
        self.revenue.scrub(secret);
        self.entries.scrub(secret);
        self.conversions.scrub(secret);
        self.conversions_by_entry_time.scrub(secret);
        self.conversions1.scrub(secret);
        self.conversions1_by_entry_time.scrub(secret);
        self.conversions2.scrub(secret);
        self.conversions2_by_entry_time.scrub(secret);
        self.conversions3.scrub(secret);
        self.conversions3_by_entry_time.scrub(secret);
        self.extra.scrub(secret);
    }
}

impl MeasureSource for CanvasVariantStatistics {
    fn measures(&self, collector: &mut MeasureCollector) {
        collector.number("revenue", self.revenue);
        collector.number("entries", self.entries);
        collector.number("conversions", self.conversions);
        collector.number("conversions_by_entry_time", self.conversions_by_entry_time);
        collector.number("conversions1", self.conversions1);
        collector.number("conversions1_by_entry_time", self.conversions1_by_entry_time);
        collector.number("conversions2", self.conversions2);
        collector.number("conversions2_by_entry_time", self.conversions2_by_entry_time);
        collector.number("conversions3", self.conversions3);
        collector.number("conversions3_by_entry_time", self.conversions3_by_entry_time);
        collector.extra(&self.extra);
    }
}

/// Counts of one message variation in one channel. The channel decides which fields it has.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct ChannelStatistics {
    /// API identifier of the variation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variation_api_id: Option<String>,
    /// Name of the variation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variation_name: Option<String>,
    /// Users in the control group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrolled: Option<u64>,
    /// Messages sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent: Option<u64>,
    /// Text messages handed to the carrier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_to_carrier: Option<u64>,
    /// Messages delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered: Option<u64>,
    /// Messages that could not be delivered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undelivered: Option<u64>,
    /// Messages whose delivery failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_failed: Option<u64>,
    /// WhatsApp messages that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failed: Option<u64>,
    /// Text messages that the carrier rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rejected: Option<u64>,
    /// Messages that bounced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bounces: Option<u64>,
    /// Webhooks that failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub errors: Option<u64>,
    /// Push messages opened directly.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direct_opens: Option<u64>,
    /// Push messages opened, directly or by influence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_opens: Option<u64>,
    /// Push messages opened, directly or by influence, in summaries.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub influenced_opens: Option<u64>,
    /// Clicks on push messages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_clicks: Option<u64>,
    /// Opens of emails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<u64>,
    /// Users who opened the email.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unique_opens: Option<u64>,
    /// Opens of emails by machines.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machine_open: Option<u64>,
    /// Opens of AMP emails by machines.
    ///
    /// Source: real replies in public test fixtures, which differ from the documentation here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub machine_amp_open: Option<u64>,
    /// Clicks on links or buttons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clicks: Option<u64>,
    /// Users who clicked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unique_clicks: Option<u64>,
    /// Users who unsubscribed from emails.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unsubscribes: Option<u64>,
    /// Emails reported as spam.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reported_spam: Option<u64>,
    /// Users who opted out by text message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opt_out: Option<u64>,
    /// Requests for help by text message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<u64>,
    /// WhatsApp messages read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub read: Option<u64>,
    /// Times that a Content Card was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_impressions: Option<u64>,
    /// Users who saw a Content Card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unique_impressions: Option<u64>,
    /// Clicks on a Content Card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_clicks: Option<u64>,
    /// Times that a Content Card was dismissed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total_dismissals: Option<u64>,
    /// Users who dismissed a Content Card.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unique_dismissals: Option<u64>,
    /// Times that an in-app message was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impressions: Option<u64>,
    /// Clicks on the first button of an in-app message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_button_clicks: Option<u64>,
    /// Clicks on the second button of an in-app message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_button_clicks: Option<u64>,
    /// Users who received the message.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unique_recipients: Option<u64>,
    /// Revenue in US dollars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revenue: Option<f64>,
    /// Conversions by the primary conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions: Option<u64>,
    /// Conversions by the second conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1: Option<u64>,
    /// Conversions by the third conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3: Option<u64>,
    /// Conversions by the primary conversion event, on the day of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions_by_send_time: Option<u64>,
    /// Conversions by the second conversion event, on the day of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions1_by_send_time: Option<u64>,
    /// Conversions by the third conversion event, on the day of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions2_by_send_time: Option<u64>,
    /// Conversions by the fourth conversion event, on the day of the send.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversions3_by_send_time: Option<u64>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl ChannelStatistics {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self {
            variation_api_id: None,
            variation_name: None,
            enrolled: None,
            sent: None,
            sent_to_carrier: None,
            delivered: None,
            undelivered: None,
            delivery_failed: None,
            failed: None,
            rejected: None,
            bounces: None,
            errors: None,
            direct_opens: None,
            total_opens: None,
            influenced_opens: None,
            body_clicks: None,
            opens: None,
            unique_opens: None,
            machine_open: None,
            machine_amp_open: None,
            clicks: None,
            unique_clicks: None,
            unsubscribes: None,
            reported_spam: None,
            opt_out: None,
            help: None,
            read: None,
            total_impressions: None,
            unique_impressions: None,
            total_clicks: None,
            total_dismissals: None,
            unique_dismissals: None,
            impressions: None,
            first_button_clicks: None,
            second_button_clicks: None,
            unique_recipients: None,
            revenue: None,
            conversions: None,
            conversions1: None,
            conversions2: None,
            conversions3: None,
            conversions_by_send_time: None,
            conversions1_by_send_time: None,
            conversions2_by_send_time: None,
            conversions3_by_send_time: None,
            extra: BTreeMap::new(),
        }
    }
}

impl OpenObject for ChannelStatistics {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "variation_api_id" => field.scalar(&mut self.variation_api_id, &mut self.extra),
            "variation_name" => field.scalar(&mut self.variation_name, &mut self.extra),
            "enrolled" => field.scalar(&mut self.enrolled, &mut self.extra),
            "sent" => field.scalar(&mut self.sent, &mut self.extra),
            "sent_to_carrier" => field.scalar(&mut self.sent_to_carrier, &mut self.extra),
            "delivered" => field.scalar(&mut self.delivered, &mut self.extra),
            "undelivered" => field.scalar(&mut self.undelivered, &mut self.extra),
            "delivery_failed" => field.scalar(&mut self.delivery_failed, &mut self.extra),
            "failed" => field.scalar(&mut self.failed, &mut self.extra),
            "rejected" => field.scalar(&mut self.rejected, &mut self.extra),
            "bounces" => field.scalar(&mut self.bounces, &mut self.extra),
            "errors" => field.scalar(&mut self.errors, &mut self.extra),
            "direct_opens" => field.scalar(&mut self.direct_opens, &mut self.extra),
            "total_opens" => field.scalar(&mut self.total_opens, &mut self.extra),
            "influenced_opens" => field.scalar(&mut self.influenced_opens, &mut self.extra),
            "body_clicks" => field.scalar(&mut self.body_clicks, &mut self.extra),
            "opens" => field.scalar(&mut self.opens, &mut self.extra),
            "unique_opens" => field.scalar(&mut self.unique_opens, &mut self.extra),
            "machine_open" => field.scalar(&mut self.machine_open, &mut self.extra),
            "machine_amp_open" => field.scalar(&mut self.machine_amp_open, &mut self.extra),
            "clicks" => field.scalar(&mut self.clicks, &mut self.extra),
            "unique_clicks" => field.scalar(&mut self.unique_clicks, &mut self.extra),
            "unsubscribes" => field.scalar(&mut self.unsubscribes, &mut self.extra),
            "reported_spam" => field.scalar(&mut self.reported_spam, &mut self.extra),
            "opt_out" => field.scalar(&mut self.opt_out, &mut self.extra),
            "help" => field.scalar(&mut self.help, &mut self.extra),
            "read" => field.scalar(&mut self.read, &mut self.extra),
            "total_impressions" => field.scalar(&mut self.total_impressions, &mut self.extra),
            "unique_impressions" => field.scalar(&mut self.unique_impressions, &mut self.extra),
            "total_clicks" => field.scalar(&mut self.total_clicks, &mut self.extra),
            "total_dismissals" => field.scalar(&mut self.total_dismissals, &mut self.extra),
            "unique_dismissals" => field.scalar(&mut self.unique_dismissals, &mut self.extra),
            "impressions" => field.scalar(&mut self.impressions, &mut self.extra),
            "first_button_clicks" => field.scalar(&mut self.first_button_clicks, &mut self.extra),
            "second_button_clicks" => field.scalar(&mut self.second_button_clicks, &mut self.extra),
            "unique_recipients" => field.scalar(&mut self.unique_recipients, &mut self.extra),
            "revenue" => field.scalar(&mut self.revenue, &mut self.extra),
            "conversions" => field.scalar(&mut self.conversions, &mut self.extra),
            "conversions1" => field.scalar(&mut self.conversions1, &mut self.extra),
            "conversions2" => field.scalar(&mut self.conversions2, &mut self.extra),
            "conversions3" => field.scalar(&mut self.conversions3, &mut self.extra),
            "conversions_by_send_time" => {
                field.scalar(&mut self.conversions_by_send_time, &mut self.extra)
            }
            "conversions1_by_send_time" => {
                field.scalar(&mut self.conversions1_by_send_time, &mut self.extra)
            }
            "conversions2_by_send_time" => {
                field.scalar(&mut self.conversions2_by_send_time, &mut self.extra)
            }
            "conversions3_by_send_time" => {
                field.scalar(&mut self.conversions3_by_send_time, &mut self.extra)
            }
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for ChannelStatistics {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for ChannelStatistics {
    fn scrub(&mut self, secret: &Secret) {
        self.variation_api_id.scrub(secret);
        self.variation_name.scrub(secret);
        self.enrolled.scrub(secret);
        self.sent.scrub(secret);
        self.sent_to_carrier.scrub(secret);
        self.delivered.scrub(secret);
        self.undelivered.scrub(secret);
        self.delivery_failed.scrub(secret);
        self.failed.scrub(secret);
        self.rejected.scrub(secret);
        self.bounces.scrub(secret);
        self.errors.scrub(secret);
        self.direct_opens.scrub(secret);
        self.total_opens.scrub(secret);
        self.influenced_opens.scrub(secret);
        self.body_clicks.scrub(secret);
        self.opens.scrub(secret);
        self.unique_opens.scrub(secret);
        self.machine_open.scrub(secret);
        self.machine_amp_open.scrub(secret);
        self.clicks.scrub(secret);
        self.unique_clicks.scrub(secret);
        self.unsubscribes.scrub(secret);
        self.reported_spam.scrub(secret);
        self.opt_out.scrub(secret);
        self.help.scrub(secret);
        self.read.scrub(secret);
        self.total_impressions.scrub(secret);
        self.unique_impressions.scrub(secret);
        self.total_clicks.scrub(secret);
        self.total_dismissals.scrub(secret);
        self.unique_dismissals.scrub(secret);
        self.impressions.scrub(secret);
        self.first_button_clicks.scrub(secret);
        self.second_button_clicks.scrub(secret);
        self.unique_recipients.scrub(secret);
        self.revenue.scrub(secret);
        self.conversions.scrub(secret);
        self.conversions1.scrub(secret);
        self.conversions2.scrub(secret);
        self.conversions3.scrub(secret);
        self.conversions_by_send_time.scrub(secret);
        self.conversions1_by_send_time.scrub(secret);
        self.conversions2_by_send_time.scrub(secret);
        self.conversions3_by_send_time.scrub(secret);
        self.extra.scrub(secret);
    }
}

impl MeasureSource for ChannelStatistics {
    fn measures(&self, collector: &mut MeasureCollector) {
        collector.number("enrolled", self.enrolled);
        collector.number("sent", self.sent);
        collector.number("sent_to_carrier", self.sent_to_carrier);
        collector.number("delivered", self.delivered);
        collector.number("undelivered", self.undelivered);
        collector.number("delivery_failed", self.delivery_failed);
        collector.number("failed", self.failed);
        collector.number("rejected", self.rejected);
        collector.number("bounces", self.bounces);
        collector.number("errors", self.errors);
        collector.number("direct_opens", self.direct_opens);
        collector.number("total_opens", self.total_opens);
        collector.number("influenced_opens", self.influenced_opens);
        collector.number("body_clicks", self.body_clicks);
        collector.number("opens", self.opens);
        collector.number("unique_opens", self.unique_opens);
        collector.number("machine_open", self.machine_open);
        collector.number("machine_amp_open", self.machine_amp_open);
        collector.number("clicks", self.clicks);
        collector.number("unique_clicks", self.unique_clicks);
        collector.number("unsubscribes", self.unsubscribes);
        collector.number("reported_spam", self.reported_spam);
        collector.number("opt_out", self.opt_out);
        collector.number("help", self.help);
        collector.number("read", self.read);
        collector.number("total_impressions", self.total_impressions);
        collector.number("unique_impressions", self.unique_impressions);
        collector.number("total_clicks", self.total_clicks);
        collector.number("total_dismissals", self.total_dismissals);
        collector.number("unique_dismissals", self.unique_dismissals);
        collector.number("impressions", self.impressions);
        collector.number("first_button_clicks", self.first_button_clicks);
        collector.number("second_button_clicks", self.second_button_clicks);
        collector.number("unique_recipients", self.unique_recipients);
        collector.number("revenue", self.revenue);
        collector.number("conversions", self.conversions);
        collector.number("conversions1", self.conversions1);
        collector.number("conversions2", self.conversions2);
        collector.number("conversions3", self.conversions3);
        collector.number("conversions_by_send_time", self.conversions_by_send_time);
        collector.number("conversions1_by_send_time", self.conversions1_by_send_time);
        collector.number("conversions2_by_send_time", self.conversions2_by_send_time);
        collector.number("conversions3_by_send_time", self.conversions3_by_send_time);
        collector.extra(&self.extra);
    }
}

/// Unit of time between two rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// `day`
    Day,
    /// `hour`
    Hour,
}

impl Choice for Unit {
    const ALL: &[Self] = &[Self::Day, Self::Hour];

    fn as_str(&self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Hour => "hour",
        }
    }
}

choice!(Unit);
