//! Replies about users, and exports of them.

use serde_json::{Value, json};

use super::query::{Query, Refusal, WorldReply};
use super::segments;
use crate::exports::{Export, Fields, Members, profile};
use crate::tracked::TrackedUser;
use crate::workspace::Noise;
use crate::world::{User, uuid};

/// `POST /users/export/ids`.
pub(super) fn ids(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let asked = identifiers(query.body);
    if asked.iter().filter(|identifier| identifier.listed).count() > MAX_IDENTIFIERS {
        let message = "The max number of external_ids and aliases per request was exceeded";
        return Err(Refusal::bad_request(message));
    }
    let fields = Fields::new(query.list("fields_to_export"), None);
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut invalid: Vec<&str> = Vec::new();
    for identifier in asked {
        match Found::find(query, &identifier) {
            Some(user) if found.iter().any(|known| known.is(&user)) => {}
            Some(user) => found.push(user),
            None => invalid.push(identifier.value),
        }
    }
    let users = found.iter().map(|user| user.profile(query, &fields));
    let mut body = json!({ "users": users.collect::<Vec<_>>(), "message": "success" });
    if !invalid.is_empty() {
        body["invalid_user_ids"] = json!(invalid);
    }
    Ok(WorldReply::created(body))
}

/// `POST /users/export/segment`.
pub(super) fn segment(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let segment = segments::find(query, query.field("segment_id"))?;
    start(query, Members::Segment(segment.id.clone()))
}

/// `POST /users/export/global_control_group`.
pub(super) fn control_group(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    start(query, Members::ControlGroup)
}

/// `POST /export/segment/cancel`.
pub(super) fn cancel(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let segment = segments::find(query, query.field("segment_id"))?;
    query.changes.exports.cancel(&Members::Segment(segment.id.clone()), query.now);
    Ok(WorldReply::ok(json!({ "message": "success" })))
}

fn start(query: &mut Query<'_>, members: Members) -> Result<WorldReply, Refusal> {
    if query.changes.exports.is_running(&members, query.now) {
        return Err(Refusal::Busy("An export of these users is already running"));
    }
    if query.changes.exports.running(query.now) >= MAX_EXPORTS {
        return Err(Refusal::bad_request("Too many exports are running"));
    }
    let noise = Noise::new(query.world.seed).text("exports");
    let id = uuid(noise.number(query.changes.exports.started() as i64));
    let prefix = format!("{id}-{}", query.now.timestamp());
    let fields = query.list("fields_to_export");
    let fields = Fields::new(fields, query.list("custom_attributes_to_export"));
    query.changes.exports.start(Export::new(
        prefix.clone(),
        members,
        fields.in_export(),
        query.now,
    ));
    // gzip is for workspaces with cloud storage of their own, whose exports have no address.
    let url = (query.field("output_format") != Some("gzip"))
        .then(|| format!("{}/exports/{prefix}.zip", query.origin));
    Ok(WorldReply::created(json!({ "object_prefix": prefix, "url": url, "message": "success" })))
}

/// A user: drawn, written by requests, or both.
struct Found<'a> {
    drawn: Option<User>,
    tracked: Option<&'a TrackedUser>,
}

impl<'a> Found<'a> {
    fn find(query: &'a Query<'_>, identifier: &Identifier<'_>) -> Option<Self> {
        let Identifier { name, value, label, property, .. } = *identifier;
        let drawn = query.world.users.find(value, property);
        let drawn = drawn.filter(|user| label.is_none_or(|label| label == user.alias_label));
        let tracked = match label {
            Some(label) => query
                .changes
                .tracked
                .find(name, &json!({ "alias_name": value, "alias_label": label })),
            None => query.changes.tracked.find(name, &json!(value)),
        };
        let by_id =
            |user: &User| query.changes.tracked.find("external_id", &json!(user.external_id));
        let tracked = tracked.or_else(|| drawn.as_ref().and_then(by_id));
        (drawn.is_some() || tracked.is_some()).then_some(Self { drawn, tracked })
    }

    fn is(&self, other: &Self) -> bool {
        let index = |found: &Self| found.drawn.as_ref().map(|user| user.index);
        let is_drawn = index(self).is_some() && index(self) == index(other);
        let is_tracked = self.tracked.zip(other.tracked).is_some_and(|(a, b)| std::ptr::eq(a, b));
        is_drawn || is_tracked
    }

    fn profile(&self, query: &Query<'_>, fields: &Fields) -> Value {
        let drawn = self.drawn.as_ref();
        let mut all = drawn
            .map_or_else(|| json!({}), |user| profile(query.world.get(), user, fields, query.now));
        if let Some(tracked) = self.tracked {
            tracked.overlay(&mut all, |name| fields.has(name));
        }
        all
    }
}

/// The maximum number of external identifiers and aliases in one request.
const MAX_IDENTIFIERS: usize = 50;

/// The maximum number of exports that run at the same time.
const MAX_EXPORTS: usize = 100;

/// A property that identifies a user.
type Property = fn(&User) -> &str;

/// An identifier of a user.
struct Identifier<'a> {
    /// The field of tracked objects.
    name: &'static str,
    value: &'a str,
    /// The label of an alias.
    label: Option<&'a str>,
    /// The property that it identifies.
    property: Property,
    /// True if it is an external identifier or an alias.
    listed: bool,
}

fn identifiers(body: &Value) -> Vec<Identifier<'_>> {
    let items = |name: &str| body.get(name).and_then(Value::as_array).into_iter().flatten();
    let mut identifiers = Vec::new();
    for value in items("external_ids").filter_map(Value::as_str) {
        let property: Property = |user| &user.external_id;
        let name = "external_id";
        identifiers.push(Identifier { name, value, label: None, property, listed: true });
    }
    for alias in items("user_aliases") {
        let text = |name: &str| alias.get(name).and_then(Value::as_str);
        let property: Property = |user| &user.alias;
        let value = text("alias_name").unwrap_or_default();
        let (name, label) = ("user_alias", text("alias_label"));
        identifiers.push(Identifier { name, value, label, property, listed: true });
    }
    let single: [(&str, &'static str, Property); 4] = [
        ("braze_id", "braze_id", |user| &user.braze_id),
        ("device_id", "device_id", |user| &user.device_id),
        ("email_address", "email", |user| &user.email),
        ("phone", "phone", |user| &user.phone),
    ];
    for (field, name, property) in single {
        if let Some(value) = body.get(field).and_then(Value::as_str) {
            identifiers.push(Identifier { name, value, label: None, property, listed: false });
        }
    }
    identifiers
}
