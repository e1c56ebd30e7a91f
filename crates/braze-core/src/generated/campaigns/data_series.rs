// Written from spec/paths/campaigns/data_series.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! `GET /campaigns/data_series`: Export campaign statistics by day.

use http::response::Parts;
use serde::de::MapAccess;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg(feature = "operation")]
use crate::operation::{self, Description, Exchange, Kind, Operation, Parameter, RequestReader};
use crate::reply::{OpenField, OpenObject};
use crate::{
    CampaignRow, DateTime, DecodeError, Dimension, Endpoint, Listing, Message, Meta, Pool, Replay,
    RequestWriter, Roles, Scrub, Secret, Series, Timestamp, Unit, Utc, Violations, reply,
};

/// Sends, opens, clicks, conversions and other counts of a campaign per day, by channel and message
/// variation. The numbers need not equal those of the dashboard.
///
/// `GET /campaigns/data_series`, permission `campaigns.data_series`, counted in
/// [`Pool::CAMPAIGNS_DATA_SERIES`].
///
/// Source: Braze's public documentation, in copies dated up to September 2026.
///
/// ```
/// use braze_core::{Endpoint, Timestamp, campaigns};
///
/// let request = campaigns::DataSeriesRequest::new("7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03", 2)
///     .ending_at("2024-05-03T00:00:00Z".parse::<Timestamp>()?);
/// assert_eq!(request.check(), Ok(()));
/// # Ok::<(), braze_core::ParseTimestampError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct DataSeriesRequest {
    /// API identifier of the campaign.
    pub campaign_id: String,
    /// Greatest number of days to return, counted back from `ending_at`. From 1 to 100.
    pub length: u32,
    /// End of the series. Default: the time of the request.
    pub ending_at: Option<Timestamp>,
}

impl DataSeriesRequest {
    /// A request with the required parameters.
    #[must_use]
    pub fn new(campaign_id: impl Into<String>, length: u32) -> Self {
        Self { campaign_id: campaign_id.into(), length, ending_at: None }
    }

    /// A selection for an export, which sets the window itself.
    #[must_use]
    pub fn selection(campaign_id: impl Into<String>) -> Self {
        Self::new(campaign_id, Self::MAX_LENGTH)
    }

    /// Sets `ending_at`. End of the series. Default: the time of the request.
    #[must_use]
    pub fn ending_at(mut self, ending_at: impl Into<Timestamp>) -> Self {
        self.ending_at = Some(ending_at.into());
        self
    }
}

impl Endpoint for DataSeriesRequest {
    type Output = DataSeries;

    const META: Meta = Meta::get("campaigns.data_series", "/campaigns/data_series")
        .permission("campaigns.data_series")
        .replay(Replay::Safe)
        .pool(&Pool::CAMPAIGNS_DATA_SERIES);

    fn validate(&self, v: &mut Violations) {
        v.identifier("campaign_id", &self.campaign_id);
        v.range("length", self.length, Some(1), Some(100));
        if let Some(value) = self.ending_at {
            v.timestamp("ending_at", value);
        }
    }

    fn encode(&self, w: &mut RequestWriter) {
        w.path("/campaigns/data_series");
        w.query("campaign_id", &self.campaign_id);
        w.query("length", &self.length);
        w.query_opt("ending_at", self.ending_at.as_ref());
    }

    #[inline]
    fn decode(_head: &Parts, body: &[u8]) -> Result<DataSeries, DecodeError> {
        reply::json(body)
    }

    fn message(output: &DataSeries) -> Option<&Message> {
        output.message.as_ref()
    }
}

impl Series for DataSeriesRequest {
    type Point = CampaignRow;

    const UNITS: &[Unit] = &[Unit::Day];

    const MAX_LENGTH: u32 = 100;

    const ROLES: Roles =
        Roles::new("length", "ending_at").dimensions(&[Dimension::required("campaign_id")
            .listing(
                Listing::new("campaigns.list", "campaigns")
                    .id("id")
                    .name("name", "campaign_name")
                    .edited_since("last_edit.time[gt]"),
            )]);

    const LABELS: &[&str] = &["channel", "variation"];

    fn length(&self) -> u32 {
        self.length
    }

    fn unit(&self) -> Unit {
        Unit::Day
    }

    fn ending_at(&self) -> Option<DateTime<Utc>> {
        self.ending_at.map(Timestamp::to_utc)
    }

    fn window(&mut self, _unit: Unit, length: u32, ending_at: Option<DateTime<Utc>>) {
        self.length = length;
        self.ending_at = ending_at.map(Timestamp::from);
    }

    fn points(output: DataSeries) -> Vec<CampaignRow> {
        output.data
    }
}

#[cfg(feature = "operation")]
impl Operation for DataSeriesRequest {
    const DESCRIPTION: Description = Description::new("Export campaign statistics by day")
        .description(
            "Sends, opens, clicks, conversions and other counts of a campaign per day, by channel \
             and message variation. The numbers need not equal those of the dashboard.",
        )
        .command(&["campaigns"])
        .parameters(&[
            Parameter::query("campaign_id", Kind::Identifier)
                .required()
                .description("API identifier of the campaign."),
            Parameter::query("length", Kind::Integer { min: Some(1), max: Some(100) })
                .required()
                .description("Greatest number of days to return, counted back from `ending_at`."),
            Parameter::query("ending_at", Kind::DateTime)
                .description("End of the series. Default: the time of the request."),
        ])
        .exchanges(&[
            Exchange::new(
                "email",
                "/campaigns/data_series?campaign_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b03&length=2\
                 &ending_at=2024-05-03T00%3A00%3A00Z",
                200,
                r#"{
  "data": [
    {
      "time": "2024-05-01",
      "messages": {
        "email": [
          {
            "variation_api_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0a",
            "sent": 120,
            "opens": 64,
            "machine_open": 9,
            "unique_opens": 51,
            "machine_amp_open": 0,
            "clicks": 8,
            "unique_clicks": 7,
            "unsubscribes": 1,
            "bounces": 2,
            "delivered": 118,
            "reported_spam": 0
          }
        ],
        "sms": []
      },
      "conversions_by_send_time": 3,
      "conversions1_by_send_time": 0,
      "conversions2_by_send_time": 0,
      "conversions3_by_send_time": 0,
      "conversions": 4,
      "conversions1": 0,
      "conversions2": 0,
      "conversions3": 0,
      "unique_recipients": 118,
      "revenue": 52.5
    },
    {
      "time": "2024-05-02",
      "messages": {
        "email": [
          {
            "variation_api_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0a",
            "sent": 0,
            "opens": 6,
            "machine_open": 0,
            "unique_opens": 5,
            "machine_amp_open": 0,
            "clicks": 1,
            "unique_clicks": 1,
            "unsubscribes": 0,
            "bounces": 0,
            "delivered": 0,
            "reported_spam": 0
          }
        ],
        "sms": []
      },
      "conversions_by_send_time": 0,
      "conversions1_by_send_time": 0,
      "conversions2_by_send_time": 0,
      "conversions3_by_send_time": 0,
      "conversions": 1,
      "conversions1": 0,
      "conversions2": 0,
      "conversions3": 0,
      "unique_recipients": 0,
      "revenue": 0.0
    }
  ],
  "message": "success"
}"#,
            ),
            Exchange::new(
                "push",
                "/campaigns/data_series?campaign_id=7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01&length=1\
                 &ending_at=2024-05-03T00%3A00%3A00Z",
                200,
                r#"{
  "data": [
    {
      "time": "2024-05-02",
      "messages": {
        "ios_push": [
          {
            "variation_name": "Variant 1",
            "variation_api_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0c",
            "sent": 10,
            "direct_opens": 1,
            "total_opens": 2,
            "bounces": 0,
            "body_clicks": 1,
            "notif_button_1_Open_click": 1,
            "revenue": 0.0,
            "unique_recipients": 10,
            "conversions": 0,
            "conversions_by_send_time": 0
          },
          {
            "variation_name": "Control Group",
            "variation_api_id": "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b0f",
            "enrolled": 5,
            "revenue": 0.0,
            "unique_recipients": 0,
            "conversions": 0,
            "conversions_by_send_time": 0
          }
        ],
        "web_push": null
      },
      "conversions": 0,
      "unique_recipients": 10,
      "revenue": 0.0
    }
  ],
  "message": "success"
}"#,
            ),
        ]);

    fn read(r: &mut RequestReader<'_>) -> Option<Self> {
        let campaign_id = r.required("campaign_id");
        let length = r.required("length");
        let ending_at = r.optional("ending_at");
        Some(Self { campaign_id: campaign_id?, length: length?, ending_at })
    }

    fn write(output: &DataSeries) -> Vec<u8> {
        operation::json(output)
    }
}

/// Reply of [`DataSeriesRequest`].
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
#[non_exhaustive]
pub struct DataSeries {
    /// `success` when the call ended without problems.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<Message>,
    /// The rows, the oldest first.
    #[serde(
        default,
        deserialize_with = "reply::or_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub data: Vec<CampaignRow>,
    /// Fields that are not described here, and described ones whose value has another type.
    #[serde(flatten)]
    pub extra: BTreeMap<String, Value>,
}

impl DataSeries {
    /// An object without any fields.
    #[must_use]
    pub fn new() -> Self {
        Self { message: None, data: Vec::new(), extra: BTreeMap::new() }
    }
}

impl OpenObject for DataSeries {
    fn read<'de, A: MapAccess<'de>>(&mut self, field: OpenField<'_, A>) -> Result<(), A::Error> {
        match field.name() {
            "message" => field.scalar(&mut self.message, &mut self.extra),
            "data" => field.value(&mut self.data),
            _ => field.unknown(&mut self.extra),
        }
    }
}

impl<'de> Deserialize<'de> for DataSeries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        reply::open_object(deserializer)
    }
}

impl Scrub for DataSeries {
    fn scrub(&mut self, secret: &Secret) {
        self.message.scrub(secret);
        self.data.scrub(secret);
        self.extra.scrub(secret);
    }
}
