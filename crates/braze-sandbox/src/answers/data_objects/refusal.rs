//! Refusals in the two forms that these operations have.

use http::StatusCode;
use serde_json::json;

use crate::answers::query::Refusal;

/// A 400 with the text of the problem.
pub(super) fn bad_request(problem: &str) -> Refusal {
    Refusal::Reply(StatusCode::BAD_REQUEST, json!({ "error": problem }))
}

pub(super) fn no_type(name: &str) -> Refusal {
    let message = format!("There is no type `{name}`");
    known(StatusCode::NOT_FOUND, "data-object-type-not-found", &message)
}

pub(super) fn no_object(external_id: &str) -> Refusal {
    let message = format!("There is no object `{external_id}`");
    known(StatusCode::NOT_FOUND, "data-object-not-found", &message)
}

pub(super) fn no_relationship() -> Refusal {
    let message = "There is no such relationship";
    known(StatusCode::NOT_FOUND, "data-object-relationship-not-found", message)
}

/// A 409: what shall be made is there already. `id` is the word for it.
pub(super) fn duplicate(id: &str) -> Refusal {
    known(StatusCode::CONFLICT, id, "It exists already")
}

fn known(status: StatusCode, id: &str, message: &str) -> Refusal {
    Refusal::Reply(status, json!({ "errors": [{ "id": id, "message": message }] }))
}
