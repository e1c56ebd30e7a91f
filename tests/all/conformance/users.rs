//! Exports of more users by identifier than one request takes.

use braze_core::UserAlias;
use braze_core::users::{ExportIds, ExportIdsBody, ExportIdsRequest};

use super::{Client, Reply, Trial, report, scenarios};

scenarios![users_in_several_requests, an_export_of_users_that_ends_early];

fn request() -> ExportIdsRequest {
    let ids = (0..101).map(|number| format!("u-{number}"));
    let body = ExportIdsBody::new()
        .external_ids(ids)
        .user_aliases(vec![UserAlias::new("ada", "forum")])
        .email_address("a@b.example")
        .fields_to_export(["external_id"]);
    ExportIdsRequest::new(body)
}

fn reply(user: &str, unknown: &str) -> Reply {
    let users = serde_json::json!([{ "external_id": user }]);
    let body = serde_json::json!({
        "message": "success", "users": users, "invalid_user_ids": [unknown], unknown: true,
    });
    Reply::json(201, &body.to_string())
}

/// Sends all requests and notes the joined reply, or the error.
fn export<C: Client>(trial: &mut Trial<C>) {
    let mut all = ExportIds::new();
    for request in request().split() {
        match trial.client().send(&request) {
            Ok(reply) => all.join(reply.into_value()),
            Err(error) => {
                trial.note(&report::brief(&error));
                break;
            }
        }
    }
    trial.events();
    trial.note(&serde_json::to_string(&all).unwrap());
    for request in trial.server().seen().requests {
        let text = String::from_utf8_lossy(&request.bytes).into_owned();
        let body: serde_json::Value =
            serde_json::from_str(text.rsplit("\r\n").next().unwrap()).unwrap();
        let count = |name: &str| body[name].as_array().map_or(0, Vec::len);
        let (ids, aliases) = (count("external_ids"), count("user_aliases"));
        trial.note(&format!("{ids} ids, {aliases} aliases, email {}", body["email_address"]));
    }
    trial.forget_server();
}

fn users_in_several_requests(trial: &mut Trial<impl Client>) {
    let unknown = [("u-0", "u-1"), ("u-50", "u-51"), ("u-100", "u-9"), ("u-ada", "x")];
    trial.serve(unknown.map(|(user, unknown)| reply(user, unknown)));
    export(trial);
}

fn an_export_of_users_that_ends_early(trial: &mut Trial<impl Client>) {
    trial.serve([reply("u-0", "u-1"), Reply::json(403, r#"{"message":"no"}"#)]);
    export(trial);
}
