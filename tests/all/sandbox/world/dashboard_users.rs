//! Users of the dashboard, which stay until they are removed.

use braze_core::http::header::AUTHORIZATION;
use braze_core::scim::{
    CreateUserBody, CreateUserBodyDepartment, CreateUserBodyName, CreateUserRequest,
    DeleteUserRequest, GetUserRequest, ListUsersRequest, UpdateUserBody, UpdateUserBodyDepartment,
    UpdateUserBodyName, UpdateUserRequest,
};
use braze_core::{Config, ScimFailure, ScimPermissions, ScimToken};

use super::super::wire::at_fixed_time;
use super::{client, refusal};

const ORIGIN: &str = "https://sso.example.com";
const SCHEMA: &str = "urn:ietf:params:scim:schemas:core:2.0:User";

fn create(name: &str) -> CreateUserRequest {
    let department = CreateUserBodyDepartment::Engineering;
    let body = CreateUserBody::new([SCHEMA], name, CreateUserBodyName::new("Ada", "L"), department);
    CreateUserRequest::new(ORIGIN, body)
}

#[test]
fn a_user_is_made_found_changed_and_removed() {
    let sandbox = at_fixed_time().start().unwrap();
    let client = client(&sandbox);
    let find = |filter: &str| client.send(&ListUsersRequest::new(ORIGIN, filter));
    let by_name = "userName eq \"ada@example.com\"";
    assert_eq!(find(by_name).unwrap().total_results, Some(0));

    let made = client.send(&create("ada@example.com")).unwrap();
    assert_eq!((made.status.as_u16(), made.user_name.as_deref()), (201, Some("ada@example.com")));
    assert_eq!(made.created_at, None);
    let again = refusal(client.send(&create("ADA@example.com")));
    assert_eq!(again, (409, "User already exists in the database.".to_owned()));

    let id = made.value.id.unwrap();
    let found = find(by_name).unwrap();
    assert_eq!((found.total_results, found.resources[0].id.as_ref()), (Some(1), Some(&id)));
    assert!(found.resources[0].schemas.is_empty());
    let refused = refusal(find("name.givenName co \"A\""));
    assert_eq!(refused.0, 400, "{refused:?}");

    let name = UpdateUserBodyName::new("Ada", "King");
    let body = UpdateUserBody::new(
        [SCHEMA],
        name,
        UpdateUserBodyDepartment::Pm,
        ScimPermissions::new(Vec::new()),
    );
    let updated = client.send(&UpdateUserRequest::new(ORIGIN, &id, body)).unwrap();
    assert_eq!(updated.name.as_ref().unwrap().family_name.as_deref(), Some("King"));
    let seen = client.send(&GetUserRequest::new(ORIGIN, &id)).unwrap();
    assert_eq!(seen.created_at.as_deref(), Some("2024 May 15, 10:30 AM"));
    assert_eq!(seen.department.as_ref().unwrap().to_string(), "pm");

    let delete = || client.send(&DeleteUserRequest::new(ORIGIN, &id));
    assert_eq!(delete().unwrap().status, 204);
    assert_eq!(refusal(delete()), (404, "User not found".to_owned()));
    let missing = client.send(&GetUserRequest::new(ORIGIN, &id)).unwrap_err();
    let failure: ScimFailure = missing.api().unwrap().read().unwrap();
    assert_eq!((failure.detail.as_str(), failure.status), ("Resource not found", Some(404)));
}

/// Neither secret is accepted in place of the other, and nothing works without the header.
#[test]
fn the_api_key_is_refused_and_so_is_the_token_elsewhere() {
    let sandbox = at_fixed_time().start().unwrap();
    let key = sandbox.api_key_text();
    let config = Config::new(sandbox.base_url(), ScimToken::new(&key).unwrap());
    let with_key = braze_blocking::Client::with_config(config).unwrap();
    let list = ListUsersRequest::new(ORIGIN, "userName eq \"a\"");
    let error = with_key.send(&list).unwrap_err();
    assert!(error.is_unauthorized() && !error.to_string().contains(&key), "{error}");

    let token = sandbox.scim_token().authorization();
    let request = |target: &str| {
        let request = braze_core::http::Request::get(target).header(AUTHORIZATION, token.clone());
        sandbox.exchange(request.body(braze_core::Bytes::new()).unwrap()).reply.unwrap()
    };
    assert_eq!(request("/campaigns/list").status(), 401);
    let without_header = request("/scim/v2/Users?filter=userName%20eq%20%22a%22");
    assert_eq!(without_header.status(), 400);
    assert!(String::from_utf8_lossy(without_header.body()).contains("X-Request-Origin"));
    let in_query = request("/scim/v2/Users?filter=userName%20eq%20%22a%22&X-Request-Origin=a");
    assert_eq!(in_query.status(), 400);
}
