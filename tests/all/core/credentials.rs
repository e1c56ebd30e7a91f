//! The secrets of a client: each for its own operations, and none in place of another.

use braze_core::http::header::AUTHORIZATION;
use braze_core::{
    ApiKey, ClientKey, Config, Credential, CredentialError, Credentials, Endpoint, Error, Instance,
    Machine, ScimToken, Session, Step, device_messaging, scim, sessions,
};

use super::peer::{START, reply, resume};

const KEY: &str = "a-key-of-the-rest-api";
const TOKEN: &str = "a-token-for-scim";
const CLIENT: &str = "a-key-of-the-client";

fn all() -> Credentials {
    Credentials::from(ApiKey::new(KEY).unwrap())
        .scim_token(ScimToken::new(TOKEN).unwrap())
        .client_key(ClientKey::new(CLIENT).unwrap())
}

/// The credential that a request carries.
fn carried<E: Endpoint>(config: &Config, request: &E) -> Result<String, Error> {
    let request = config.request(request)?;
    let values: Vec<_> = request.headers().get_all(AUTHORIZATION).iter().collect();
    let [value] = values.as_slice() else { panic!("{values:?}") };
    assert!(value.is_sensitive());
    Ok(value.to_str().unwrap().to_owned())
}

fn users() -> scim::ListUsersRequest {
    scim::ListUsersRequest::new("https://sso.example.com", "userName eq \"ada@example.com\"")
}

fn banners() -> device_messaging::BannersSyncRequest {
    let body = device_messaging::BannersSyncBody::new("u-17", "a-1", "2.1.0", ["home"]);
    device_messaging::BannersSyncRequest::new(body)
}

#[test]
fn an_operation_gets_the_secret_that_it_needs() {
    let config = Config::new(Instance::Us01, all());
    let series = sessions::DataSeriesRequest::new(1);
    assert_eq!(carried(&config, &series).unwrap(), format!("Bearer {KEY}"));
    assert_eq!(carried(&config, &users()).unwrap(), format!("Bearer {TOKEN}"));
    assert_eq!(carried(&config, &banners()).unwrap(), format!("Bearer {CLIENT}"));
}

#[test]
fn without_it_the_call_ends_before_the_network_and_says_what_to_set() {
    let key = ApiKey::new(KEY).unwrap();
    let only_key = Config::new(Instance::Us01, key);
    for (error, credential, setter) in [
        (carried(&only_key, &users()), Credential::ScimToken, "Config::scim_token"),
        (carried(&only_key, &banners()), Credential::ClientKey, "Config::client_key"),
    ] {
        let error = error.unwrap_err();
        let text = error.to_string();
        let expected =
            matches!(&error, Error::MissingCredential { credential: it, .. } if *it == credential);
        assert!(
            expected && text.contains(setter) && text.contains(credential.variable()),
            "{text}"
        );
        assert!(!error.is_retryable());
    }
    let only_token = Config::new(Instance::Us01, ScimToken::new(TOKEN).unwrap());
    assert!(carried(&only_token, &users()).is_ok());
    let error = carried(&only_token, &sessions::DataSeriesRequest::new(1)).unwrap_err();
    assert!(matches!(error, Error::MissingCredential { credential: Credential::ApiKey, .. }));
    let mut call = Session::new(only_token, 7).call(&banners());
    assert!(matches!(call.poll(START), Step::Yield(Err(Error::MissingCredential { .. }))));
}

#[test]
fn no_secret_of_the_client_is_accepted_as_a_value_or_repeated() {
    let config = Config::new(Instance::Us01, all());
    for (secret, name) in [(KEY, "API key"), (TOKEN, "SCIM token"), (CLIENT, "client-side key")] {
        let in_query = carried(&config, &sessions::DataSeriesRequest::new(1).app_id(secret));
        let in_header = carried(&config, &scim::ListUsersRequest::new(secret, "x"));
        for error in [in_query, in_header].map(Result::unwrap_err) {
            let text = error.to_string();
            assert!(
                text.contains(&format!("holds the {name}")) && !text.contains(secret),
                "{text}"
            );
        }
        let mut call = Session::new(config.clone(), 7).call(&sessions::DataSeriesRequest::new(1));
        assert!(matches!(call.poll(START), Step::Send(_)));
        let body = format!("{{\"message\":\"not {secret}\",\"errors\":[\"{secret}\"]}}");
        resume(&mut call, START, reply(400, &[("x-echo", secret)], body));
        let Step::Yield(Err(error)) = call.poll(START) else { panic!("no error") };
        let api = error.api().unwrap();
        let shown = format!(
            "{error} {error:?} {:?} {:?}",
            api.headers(),
            String::from_utf8_lossy(api.body())
        );
        assert!(!shown.contains(secret), "{shown}");
    }
    let shown = format!("{config:?} {:?}", all());
    assert!(![KEY, TOKEN, CLIENT].iter().any(|secret| shown.contains(secret)), "{shown}");
}

#[test]
fn a_text_that_cannot_be_one_is_refused_by_its_name() {
    let cases = [
        ("", "the SCIM token is empty"),
        ("Bearer 7d1f2a90", "the SCIM token begins with `Bearer`: give the token alone"),
        (
            "YOUR-SCIM-TOKEN-HERE",
            "the SCIM token is a placeholder from documentation: put the real token there",
        ),
        ("7d1f2a9", "the SCIM token has fewer than 8 characters: was it cut off?"),
    ];
    for (text, expected) in cases {
        let error: CredentialError = ScimToken::new(text).unwrap_err();
        assert_eq!(error.to_string(), expected);
        assert_eq!(Error::from(error).to_string(), expected);
    }
    let error = ClientKey::new("line\nbreak-in-it").unwrap_err();
    assert!(error.to_string().starts_with("the client-side key holds white space"), "{error}");
}

#[test]
fn variables_hold_any_of_them() {
    let from = |set: &'static [(&'static str, &'static str)]| {
        Config::from_variables(move |name| {
            let all = set.iter().chain(&[("BRAZE_INSTANCE", "us-01")]);
            all.clone().find(|(known, _)| *known == name).map(|(_, value)| value.into())
        })
    };
    let config = from(&[("BRAZE_SCIM_TOKEN", TOKEN), ("BRAZE_CLIENT_KEY", CLIENT)]).unwrap();
    assert!(!config.credentials().has(Credential::ApiKey));
    assert_eq!(carried(&config, &users()).unwrap(), format!("Bearer {TOKEN}"));
    assert_eq!(carried(&config, &banners()).unwrap(), format!("Bearer {CLIENT}"));
    let error = from(&[]).unwrap_err().to_string();
    assert!(error.starts_with("BRAZE_API_KEY is not set"), "{error}");
    let error = from(&[("BRAZE_API_KEY", KEY), ("BRAZE_CLIENT_KEY", "short")]).unwrap_err();
    assert!(error.to_string().starts_with("BRAZE_CLIENT_KEY cannot be used"), "{error}");
}
