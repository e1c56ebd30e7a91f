//! Public keys of the SDK authentication, which stay until they are removed.

use braze_core::sdk_authentication::{
    CreateBody, CreateRequest, DeleteBody, DeleteRequest, ListKeysRequest, SetPrimaryBody,
    SetPrimaryRequest,
};

use super::super::wire::at_fixed_time;
use super::{client, refusal};

const APP: &str = "an-app";
const PEM: &str = "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----";

#[test]
fn an_app_has_at_most_three_keys_and_keeps_its_primary_one() {
    let sandbox = at_fixed_time().start().unwrap();
    let client = client(&sandbox);
    let create = |app: &str, text: &str| {
        client
            .send(&CreateRequest::new(CreateBody::new(app, PEM, text)))
            .map(|it| it.value.id.unwrap())
    };
    let primary = || {
        let keys = client.send(&ListKeysRequest::new(APP)).unwrap().value.keys;
        let primary = keys.iter().find(|key| key.is_primary == Some(true)).cloned();
        (keys.len(), primary.and_then(|key| key.description))
    };
    assert_eq!(primary(), (0, None));
    let (first, second) = (create(APP, "first").unwrap(), create(APP, "second").unwrap());
    create(APP, "third").unwrap();
    assert_eq!(primary(), (3, Some("first".to_owned())));
    assert_eq!(refusal(create(APP, "fourth")).0, 400);
    create("another-app", "first").unwrap();

    let delete = |key: &str| client.send(&DeleteRequest::new(DeleteBody::new(APP, key)));
    let refused = refusal(delete(&first));
    assert_eq!(refused, (400, "The primary key cannot be deleted".to_owned()));
    let set = SetPrimaryRequest::new(SetPrimaryBody::new(APP, &second));
    assert_eq!(client.send(&set).unwrap().keys.len(), 3);
    assert_eq!(primary(), (3, Some("second".to_owned())));
    assert_eq!(delete(&first).unwrap().keys.len(), 2);
    assert_eq!(refusal(delete(&first)).0, 404);
}
