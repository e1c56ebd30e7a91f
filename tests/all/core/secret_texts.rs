//! Secrets within bodies: sent as they are, and shown nowhere.

use braze_core::apps::{
    PushCredentialUpdateBody, PushCredentialUpdateBodyFirebase, PushCredentialUpdateBodyHuawei,
    PushCredentialUpdateRequest,
};
use braze_core::operation;
use braze_core::{ApiKey, Config, Endpoint, Error, Instance};

use super::peer::{answered, reply};

const SECRET: &str = "marker-of-a-push-service";

fn request(secret: &str) -> PushCredentialUpdateRequest {
    let huawei = PushCredentialUpdateBodyHuawei::new("100", secret);
    PushCredentialUpdateRequest::new(PushCredentialUpdateBody::new("app-1").huawei(huawei))
}

#[test]
fn it_is_sent_but_not_shown() {
    let config = Config::new(Instance::Us01, ApiKey::new("a-test-key").unwrap());
    let sent = config.request(&request(SECRET)).unwrap();
    assert!(String::from_utf8_lossy(sent.body()).contains(SECRET));
    let shown = format!("{:?} {:#?}", request(SECRET), request(SECRET));
    assert!(!shown.contains("marker") && shown.contains("[redacted]"), "{shown}");
}

#[test]
fn no_problem_repeats_it() {
    let line_break = format!("{SECRET}\n");
    for secret in ["", " ", "YOUR-APP-SECRET", "{{marker-of-a-push-service}}", &line_break] {
        let error = request(secret).check().unwrap_err();
        let text = format!("{error} {error:?}");
        assert!(text.contains("huawei.app_secret") && !text.contains("marker"), "{text}");
        assert!(!text.contains("YOUR-APP"), "{text}");
    }
    let firebase = PushCredentialUpdateBodyFirebase::new(SECRET);
    let both = request(SECRET).body.firebase(firebase);
    let error = PushCredentialUpdateRequest::new(both).check().unwrap_err();
    assert!(!format!("{error} {error:?}").contains("marker"), "{error}");
}

#[test]
fn a_body_that_cannot_be_read_is_not_repeated_either() {
    for body in [
        format!(r#"{{"app_id":"a","huawei":"{SECRET}"}}"#),
        format!(r#"{{"app_id":"a","huawei":{{"app_id":"1","{SECRET}":1}}}}"#),
        format!(r#"{{"app_id":"a","huawei":{{"app_id":"1","app_secret":["{SECRET}"]}}}}"#),
        SECRET.to_owned(),
    ] {
        let read =
            operation::from_pairs::<PushCredentialUpdateRequest>(Vec::new(), body.as_bytes());
        let error = read.unwrap_err();
        assert!(!format!("{error} {error:?}").contains("marker"), "{body}: {error}");
    }
}

#[test]
fn what_the_server_repeats_is_redacted() {
    let body = format!(r#"{{"message":"bad secret {SECRET}","errors":[{{"of":"{SECRET}"}}]}}"#);
    let error = answered(&request(SECRET), reply(400, &[("x-of", SECRET)], &body)).unwrap_err();
    let Error::Api(api) = &error else { panic!("{error}") };
    let shown =
        format!("{error} {error:?} {:?} {}", api.headers(), String::from_utf8_lossy(api.body()));
    assert!(!shown.contains("marker") && shown.contains("[redacted]"), "{shown}");

    let body = format!(r#"{{"message":"success","noted":"{SECRET}"}}"#);
    let reply = answered(&request(SECRET), reply(201, &[("x-of", SECRET)], &body)).unwrap();
    assert!(!format!("{reply:?}").contains("marker"), "{reply:?}");
}
