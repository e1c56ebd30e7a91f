//! Replies from the world, by operation.

mod campaigns;
mod canvas;
mod definitions;
mod email;
mod messages;
mod page;
mod query;
mod segments;
mod sends;
mod subscriptions;
mod track;
mod users;

pub(crate) use query::{Query, Refusal, WorldReply};

/// The function that answers an operation.
pub(crate) type Handler = fn(&mut Query<'_>) -> Result<WorldReply, Refusal>;

/// Returns the handler of an operation. Operations without one answer with an example.
pub(crate) fn handler(operation: &str) -> Option<Handler> {
    Some(match operation {
        "campaigns.details" => campaigns::details,
        "campaigns.list" => campaigns::list,
        "campaigns.trigger_send" | "canvas.trigger_send" | "messages.send" => sends::send,
        "campaigns.url_info" => campaigns::url_info,
        "canvas.data_summary" => canvas::data_summary,
        "canvas.details" => canvas::details,
        "canvas.list" => canvas::list,
        "canvas.url_info" => canvas::url_info,
        "custom_attributes.list" => definitions::attributes,
        "email.blacklist" | "email.blocklist" => email::block,
        "email.bounce_remove" => email::remove_bounces,
        "email.hard_bounces" => email::hard_bounces,
        "email.spam_remove" => email::remove_spam,
        "email.status" => email::set_status,
        "email.unsubscribes" => email::unsubscribes,
        "events.get" => definitions::events,
        "events.list" => definitions::event_names,
        "purchases.product_list" => definitions::products,
        "segments.cancel_export" => users::cancel,
        "segments.details" => segments::details,
        "segments.list" => segments::list,
        "subscription.status_get" => subscriptions::status,
        "subscription.status_set" => subscriptions::set,
        "subscription.status_set_v2" => subscriptions::set_groups,
        "subscription.user_status" => subscriptions::users,
        "transactional.campaigns_send" => sends::transactional,
        "users.export_global_control_group" => users::control_group,
        "users.export_ids" => users::ids,
        "users.export_segment" => users::segment,
        "users.track" => track::track,
        _ => return None,
    })
}
