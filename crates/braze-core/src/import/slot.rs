//! [`RecordSlot`]: the place of a record in its request.

use bytes::Bytes;
use serde_json::Value;

use super::catalog_record::CatalogRecord;
use super::fields::Fields;
use super::kind::RecordKind;
use super::problem::RecordError;
use super::scan::scan;
use super::users::UserKey;

/// The place of a record in its request, and what an import must know of its users.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RecordSlot {
    /// The position of its array among those of the operation.
    pub(super) list: u8,
    /// Every identifier that it holds. No two requests in flight share one.
    pub(super) users: Vec<UserKey>,
    /// Twice is the same as once.
    pub(super) is_harmless: bool,
    /// Another form than the record's own.
    pub(super) form: Option<Box<SlotForm>>,
}

/// The form in which a record is sent, where it is not the record itself in an array of the body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct SlotForm {
    /// The item of the array.
    pub(super) item: Option<Bytes>,
    /// The text before the array's items, if it holds values of the record.
    pub(super) open: Option<Bytes>,
    /// The record's effects, in place of its users: a request holds each of them once.
    pub(super) effects: Option<Vec<UserKey>>,
    /// The value of the placeholder in the path.
    pub(super) path_value: Option<Box<str>>,
}

/// The states of the subscription of an email address.
const EMAIL_STATES: [&str; 3] = ["opted_in", "subscribed", "unsubscribed"];

/// The states of a user in a subscription group.
const GROUP_STATES: [&str; 2] = ["subscribed", "unsubscribed"];

impl RecordSlot {
    /// Reads the slot of a record.
    pub(super) fn read(kind: RecordKind, json: &str) -> Result<Self, RecordError> {
        type Read = fn(&mut Fields) -> Result<RecordSlot, RecordError>;
        let read: Read = match kind {
            RecordKind::Attributes => return Self::track(0, json),
            RecordKind::Event => return Self::track(1, json),
            RecordKind::Purchase => return Self::track(2, json),
            RecordKind::Alias => Self::alias,
            RecordKind::AliasUpdate => Self::alias_update,
            RecordKind::Identification => Self::identification,
            RecordKind::Deletion => Self::deletion,
            RecordKind::ExternalIdRename => Self::external_id_rename,
            RecordKind::ExternalIdRemoval => |fields| Self::text(fields, "external_id", None),
            RecordKind::SubscriptionState => Self::subscription,
            RecordKind::EmailStatus => Self::email_status,
            RecordKind::BounceRemoval | RecordKind::SpamRemoval | RecordKind::EmailBlock => {
                |fields| Self::text(fields, "email", None)
            }
            RecordKind::InvalidPhoneRemoval => |fields| Self::text(fields, "phone", None),
            RecordKind::CatalogItemCreation
            | RecordKind::CatalogItemReplacement
            | RecordKind::CatalogItemUpdate
            | RecordKind::CatalogItemDeletion => {
                return CatalogRecord::parse(kind, json).map(Self::catalog_item);
            }
        };
        let mut fields = Fields::parse(json)?;
        let slot = read(&mut fields)?;
        fields.end()?;
        Ok(slot)
    }

    /// Of a record that is not sent.
    pub(super) fn none() -> Self {
        Self { list: 0, users: Vec::new(), is_harmless: true, form: None }
    }

    fn track(list: u8, json: &str) -> Result<Self, RecordError> {
        let facts = scan(json).map_err(|error| RecordError::json(&error))?;
        if facts.primary > 1 {
            return Err(RecordError::ManyUsers);
        }
        if facts.users.is_empty() && !facts.imports_tokens {
            return Err(RecordError::NoUser);
        }
        let is_harmless = list == 0 && !facts.has_operator;
        Ok(Self { list, users: facts.users, is_harmless, form: None })
    }

    fn alias_update(fields: &mut Fields) -> Result<Self, RecordError> {
        let label = fields.text("alias_label")?;
        let names = [fields.text("old_alias_name")?, fields.text("new_alias_name")?];
        Ok(Self::plain(names.map(|name| UserKey::alias(&label, &name))))
    }

    fn external_id_rename(fields: &mut Fields) -> Result<Self, RecordError> {
        let ids = [fields.text("current_external_id")?, fields.text("new_external_id")?];
        Ok(Self::plain(ids.map(|id| UserKey::new("external_id", &id))))
    }

    fn email_status(fields: &mut Fields) -> Result<Self, RecordError> {
        let state = fields.word("subscription_state", &EMAIL_STATES)?;
        let open = format!(r#""subscription_state":"{state}","email":["#);
        Self::text(fields, "email", Some(open))
    }

    /// A record that is sent as it is, and is harmless.
    fn plain(users: impl Into<Vec<UserKey>>) -> Self {
        Self { list: 0, users: users.into(), is_harmless: true, form: None }
    }

    /// An identifier that is sent as a text.
    fn text(
        fields: &mut Fields,
        name: &'static str,
        open: Option<String>,
    ) -> Result<Self, RecordError> {
        let value = fields.text(name)?;
        let mut slot = Self::plain([UserKey::new(name, &value)]);
        let open = open.map(Bytes::from);
        let item = Some(written(&value));
        slot.form = Some(Box::new(SlotForm { item, open, ..SlotForm::default() }));
        Ok(slot)
    }

    /// The effects of an alias are that alias, and the label of that user: a user has one name per label.
    fn alias(fields: &mut Fields) -> Result<Self, RecordError> {
        let (label, name) = (fields.text("alias_label")?, fields.text("alias_name")?);
        let alias = UserKey::alias(&label, &name);
        let Some(id) = fields.optional_text("external_id")? else {
            return Ok(Self::plain([alias]));
        };
        let mut slot = Self::plain([UserKey::new("external_id", &id), alias]);
        let effects = vec![alias, UserKey::new("external_id", &id).with("alias_label", &label)];
        slot.form = Some(Box::new(SlotForm { effects: Some(effects), ..SlotForm::default() }));
        Ok(slot)
    }

    fn subscription(fields: &mut Fields) -> Result<Self, RecordError> {
        const LISTS: [(&str, &str); 3] =
            [("external_id", "external_ids"), ("email", "emails"), ("phone", "phones")];
        let group = fields.text("subscription_group_id")?;
        let state = fields.word("subscription_state", &GROUP_STATES)?;
        let double = fields.optional_bool("use_double_opt_in_logic")?;
        let (list, value) = fields.one_of(&LISTS.map(|(field, _)| field))?;
        let (field, array) = LISTS[list];
        let value = text(field, &value)?;
        let user = UserKey::new(field, value);
        let mut open = format!(r#"{{"subscription_group_id":{},"#, Value::from(group.as_str()));
        open += &format!(r#""subscription_state":"{state}","#);
        if let Some(double) = double {
            open += &format!(r#""use_double_opt_in_logic":{double},"#);
        }
        open += &format!(r#""{array}":["#);
        let effects = Some(vec![user.with("subscription_group_id", &group)]);
        let (item, open) = (Some(written(value)), Some(open.into()));
        let form = SlotForm { item, open, effects, path_value: None };
        Ok(Self { form: Some(Box::new(form)), list: position(list), ..Self::plain([user]) })
    }

    /// A profile that is found by its address may be another one the second time.
    fn identification(fields: &mut Fields) -> Result<Self, RecordError> {
        const FIELDS: [&str; 3] = ["user_alias", "email", "phone"];
        let id = UserKey::new("external_id", &fields.text("external_id")?);
        let (list, value) = fields.one_of(&FIELDS)?;
        let user = identifier(FIELDS[list], &value)?;
        let is_harmless = list == 0;
        if !is_harmless {
            fields.words("prioritization")?;
        }
        Ok(Self { list: position(list), is_harmless, ..Self::plain([id, user]) })
    }

    fn catalog_item(record: CatalogRecord) -> Self {
        let CatalogRecord { catalog, key, item, is_harmless } = record;
        let (item, path_value) = (Some(item.into()), Some(catalog.into()));
        let form = Some(Box::new(SlotForm { item, path_value, ..SlotForm::default() }));
        Self { form, is_harmless, ..Self::plain([key]) }
    }

    fn deletion(fields: &mut Fields) -> Result<Self, RecordError> {
        const FIELDS: [&str; 5] = ["external_id", "user_alias", "braze_id", "email", "phone"];
        let (list, value) = fields.one_of(&FIELDS)?;
        let field = FIELDS[list];
        let user = identifier(field, &value)?;
        let is_harmless = !matches!(field, "email" | "phone");
        let mut form = None;
        if is_harmless {
            let item = Some(value.to_string().into());
            form = Some(Box::new(SlotForm { item, ..SlotForm::default() }));
        } else {
            fields.words("prioritization")?;
        }
        Ok(Self { list: position(list), is_harmless, form, ..Self::plain([user]) })
    }
}

/// The key of an identifier.
fn identifier(field: &'static str, value: &Value) -> Result<UserKey, RecordError> {
    if field != "user_alias" {
        return text(field, value).map(|value| UserKey::new(field, value));
    }
    let part = |name| value.get(name).and_then(Value::as_str).filter(|part| !part.is_empty());
    let is_whole = value.as_object().is_some_and(|alias| alias.len() == 2);
    match (part("alias_label"), part("alias_name")) {
        (Some(label), Some(name)) if is_whole => Ok(UserKey::alias(label, name)),
        _ => Err(RecordError::NotAnAlias),
    }
}

fn text<'a>(field: &'static str, value: &'a Value) -> Result<&'a str, RecordError> {
    value.as_str().filter(|text| !text.is_empty()).ok_or(RecordError::NotText(field))
}

/// A text as JSON.
fn written(text: &str) -> Bytes {
    Value::from(text).to_string().into()
}

/// The position of one of a few arrays.
fn position(list: usize) -> u8 {
    u8::try_from(list).unwrap_or(u8::MAX)
}
