//! Replies about the media library. The sandbox keeps no assets.

use serde_json::{Value, json};

use super::query::{Query, Refusal, WorldReply};

const URL: &str =
    "https://braze-images.com/appboy/communication/assets/image_assets/images/sandbox";

/// The size of an asset that was named by its URL, which the sandbox does not fetch.
const FETCHED_SIZE: u64 = 20_480;

/// `POST /media_library/create`.
pub(super) fn create(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let asset = asset(query);
    let dashboard = "https://dashboard-01.braze.com/media";
    Ok(WorldReply::ok(json!({ "new_assets": [asset], "errors": [], "dashboard_url": dashboard })))
}

/// `PUT /media_library/replace_file`.
pub(super) fn replace(query: &mut Query<'_>) -> Result<WorldReply, Refusal> {
    let asset = asset(query);
    let info = "Asset file updated successfully.";
    Ok(WorldReply::ok(json!({ "info": info, "new_image_asset": asset })))
}

/// The asset as replies have it: the file that was sent, or the one that a URL names.
fn asset(query: &Query<'_>) -> Value {
    let file = &query.body["asset_file"];
    let file_name =
        file["file_name"].as_str().or_else(|| query.field("asset_url")?.rsplit('/').next());
    let file_name = file_name.unwrap_or_default();
    let (stem, ending) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
    let size = file["content"].as_str().map_or(FETCHED_SIZE, decoded_length);
    let name = query.field("name").unwrap_or(stem);
    json!({ "name": name, "size": size, "url": format!("{URL}/original.{ending}"), "ext": ending })
}

/// The number of bytes that a text in base64 stands for.
fn decoded_length(base64: &str) -> u64 {
    let digits = base64.trim_end_matches('=').len() as u64;
    digits * 3 / 4
}
