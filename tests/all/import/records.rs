//! Records: what can be one, and which are harmless to send twice.

use braze_core::import::{Record, RecordError, RecordKind};

use super::model;

fn attributes(json: &'static str) -> Result<Record, RecordError> {
    Record::parse(RecordKind::Attributes, json)
}

#[test]
fn a_record_is_one_object_that_names_one_user() {
    let texts: [&'static [u8]; 11] = [
        br#"{"external_id":"a"}"#,
        b" {\"email\":\"kit@example.com\"}\r\n",
        br#"{"push_token_import":true,"push_tokens":[]}"#,
        br#"{"external_id":"","email":null,"first_name":"Ida"}"#,
        br#"{"external_id":"a","braze_id":"b"}"#,
        br#"{"external_id":"a","user_alias":{"alias_name":"b","alias_label":"c"}}"#,
        br#""kit@example.com""#,
        br#"["kit@example.com"]"#,
        br#"{"external_id":"secret","#,
        br#"{"external_id":"a"} {"external_id":"b"}"#,
        b"{\"external_id\":\"\xff\"}",
    ];
    let lines = texts.map(|text| match Record::parse(RecordKind::Attributes, text) {
        Ok(record) => format!("{:?}", String::from_utf8_lossy(record.json())),
        Err(error) => error.to_string(),
    });
    insta::assert_snapshot!(lines.join("\n"));
}

/// A record that would not be sent, or would have the whole request refused, is an error.
#[test]
fn records_of_other_kinds_have_the_fields_of_their_kind() {
    use RecordKind::{
        Alias, AliasUpdate, BounceRemoval, CatalogItemCreation, CatalogItemDeletion,
        CatalogItemReplacement, CatalogItemUpdate, Deletion, EmailStatus, ExternalIdRemoval,
        ExternalIdRename, Identification, InvalidPhoneRemoval, SubscriptionState,
    };
    let bad = [
        (Alias, r#"{"external_id":"a","alias_name":"b"}"#),
        (Alias, r#"{"external_id":"a","alias_name":"b","alias_label":""}"#),
        (Alias, r#"{"external_id":7,"alias_name":"b","alias_label":"c"}"#),
        (Alias, r#"{"alias_name":"b","alias_label":"c","tier":"gold"}"#),
        (AliasUpdate, r#"{"alias_label":"c","old_alias_name":"b"}"#),
        (Identification, r#"{"user_alias":{"alias_name":"b","alias_label":"c"}}"#),
        (Identification, r#"{"external_id":"a"}"#),
        (Identification, r#"{"external_id":"a","email":"kit@example.com"}"#),
        (Identification, r#"{"external_id":"a","email":"kit@example.com","phone":"+15550123"}"#),
        (Identification, r#"{"external_id":"a","user_alias":"b"}"#),
        (Deletion, r#"{"external_id":"a","braze_id":"b"}"#),
        (Deletion, r#"{"email":"kit@example.com","prioritization":"identified"}"#),
        (Deletion, r#"{"external_id":"a","prioritization":["identified"]}"#),
        (ExternalIdRename, r#"{"current_external_id":"a","new_external_id":null}"#),
        (ExternalIdRemoval, r#"["a"]"#),
        (SubscriptionState, r#"{"subscription_group_id":"g","email":"kit@example.com"}"#),
        (
            SubscriptionState,
            r#"{"subscription_group_id":"g","subscription_state":"opted_in","email":"kit@example.com"}"#,
        ),
        (
            SubscriptionState,
            r#"{"subscription_group_id":"g","subscription_state":"subscribed","email":"kit@example.com","phone":"+15550123"}"#,
        ),
        (
            SubscriptionState,
            r#"{"subscription_group_id":"g","subscription_state":"subscribed","phone":"+15550123","use_double_opt_in_logic":"yes"}"#,
        ),
        (EmailStatus, r#"{"email":"kit@example.com","subscription_state":"on"}"#),
        (BounceRemoval, r#"{"address":"kit@example.com"}"#),
        (InvalidPhoneRemoval, r#"{"phone":15550123}"#),
        (CatalogItemCreation, r#"{"item":{"id":"a"}}"#),
        (CatalogItemCreation, r#"{"catalog_name":"tea shop","item":{"id":"a"}}"#),
        (CatalogItemCreation, r#"{"catalog_name":"teas","item":{"Price":4}}"#),
        (CatalogItemCreation, r#"{"catalog_name":"teas","item":["a"]}"#),
        (
            CatalogItemReplacement,
            r#"{"catalog_name":"teas","item":{"id":"a","Notes":{"$add":["b"]}}}"#,
        ),
        (CatalogItemUpdate, r#"{"catalog_name":"teas","item":{"id":"a b","Notes":{"$add":[1]}}}"#),
        (CatalogItemDeletion, r#"{"catalog_name":"teas","item":{"id":"a"}}"#),
    ];
    let lines = bad.map(|(kind, json)| {
        format!("{} {json}\n  {}", kind.name(), Record::parse(kind, json).unwrap_err())
    });
    insta::assert_snapshot!(lines.join("\n"));
}

/// An address can lead to another profile the second time, an identifier cannot.
#[test]
fn other_kinds_are_harmless_but_where_an_address_is_looked_up() {
    for kind in RecordKind::ALL.into_iter().filter(|kind| kind.meta().path != "/users/track") {
        for by in 0..5 {
            let value = model::record(kind, (0, 1, by), 0);
            let record = Record::new(kind, &value).unwrap();
            let adds = value["item"]["tags"].is_object() || kind == RecordKind::CatalogItemCreation;
            let is_looked_up = value.get("prioritization").is_some();
            assert_eq!(record.is_harmless(), !adds && !is_looked_up, "{value}");
        }
    }
}

#[test]
fn attributes_without_an_operator_are_harmless() {
    let harmless = [
        r#"{"external_id":"a","tier":"gold","inc":1,"tags":["add"],"place":{"city":"Graz"}}"#,
        r#"{"external_id":"a","born":{"$time":"2020-05-28"},"gone":null}"#,
    ];
    for json in harmless {
        assert!(attributes(json).unwrap().is_harmless(), "{json}");
    }
    let others = [
        r#"{"external_id":"a","visits":{"inc":1}}"#,
        r#"{"external_id":"a","tags":{"add":["x"]}}"#,
        r#"{"external_id":"a","tags":{"remove":["x"]}}"#,
        r#"{"external_id":"a","pets":{"$add":[{"id":1}]}}"#,
        r#"{"external_id":"a","pets":{"$remove":[]}}"#,
        r#"{"external_id":"a","pets":{"\u0024update":[]}}"#,
        r#"{"external_id":"a","deep":{"er":[{"inc":1}]}}"#,
    ];
    for json in others {
        assert!(!attributes(json).unwrap().is_harmless(), "{json}");
    }
    for kind in [RecordKind::Event, RecordKind::Purchase] {
        assert!(!Record::parse(kind, r#"{"external_id":"a"}"#).unwrap().is_harmless());
    }
}

#[test]
fn debug_shows_no_personal_data() {
    let record = attributes(r#"{"email":"kit@example.com"}"#).unwrap().with_line(7);
    let text = format!("{record:?}");
    assert_eq!(text, "Record { kind: Attributes, line: Some(7), json: 27 bytes, .. }");
}
