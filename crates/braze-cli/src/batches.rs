//! [`Batches`]: an export of users by identifier, in as many requests as it takes.

use std::collections::VecDeque;

use braze_blocking::{Cancel, Client};
use braze_core::users::{ExportIds, ExportIdsRequest};
use braze_core::{Config, Endpoint as _, Error, Meta, Violations, operation};

use crate::endpoint::{Pairs, Written};
use crate::raw::Raw;
use crate::request::{Read, Received, Replies, Sendable, SingleRequest, received};
use crate::series::add;

const REMARK: &str = "More identifiers than one request takes are sent in as many requests as they need, and \
                      the replies are joined in their order.";

/// Returns `true` for the operation.
pub(crate) fn is_export_ids(meta: &Meta) -> bool {
    meta.name == ExportIdsRequest::META.name
}

/// The operation, whose requests may have any number of identifiers.
pub(crate) fn export_ids() -> SingleRequest {
    SingleRequest::with::<ExportIdsRequest>(read).remark(REMARK)
}

/// Requests that each keep the maximum of identifiers.
struct Batches(Vec<Raw<ExportIdsRequest>>);

fn read(pairs: Pairs, body: &[u8]) -> Result<Read, Violations> {
    let operation::Read { request, unknown, secrets } =
        operation::from_pairs_unchecked::<ExportIdsRequest>(pairs, body)?;
    let mut violations = Violations::default();
    let requests = request.split();
    for request in &requests {
        if let Err(found) = request.check() {
            add(&mut violations, &found);
        }
    }
    violations.into_result()?;
    let request = Box::new(Batches(requests.into_iter().map(Raw).collect()));
    Ok(Read { request, unknown, secrets })
}

impl Sendable for Batches {
    fn meta(&self) -> Meta {
        ExportIdsRequest::META
    }

    fn count(&self) -> usize {
        self.0.len()
    }

    fn write(&self, config: &Config) -> Result<Written, Error> {
        self.0.first().map_or(Err(Error::Finished), |request| config.request(&request.0))
    }

    fn replies(self: Box<Self>, client: &Client, _follow: bool) -> Box<dyn Replies> {
        let (client, cancel) = (client.clone(), Cancel::new());
        Box::new(Several { client, requests: self.0.into(), cancel, asked: 0, unknown: 0 })
    }
}

/// The replies of several requests, in their order.
struct Several {
    client: Client,
    requests: VecDeque<Raw<ExportIdsRequest>>,
    cancel: Cancel,
    /// The numbers of identifiers that were asked for, and of those without a user.
    asked: usize,
    unknown: usize,
}

impl Replies for Several {
    fn next_reply(&mut self) -> Option<Result<Received, Error>> {
        let request = self.requests.pop_front()?;
        let reply = self.client.send_cancellable(&request, &self.cancel);
        if reply.is_err() {
            self.requests.clear();
        }
        let body = &request.0.body;
        let others = [&body.device_id, &body.braze_id, &body.email_address, &body.phone];
        self.asked += body.external_ids.len() + body.user_aliases.len();
        self.asked += others.into_iter().flatten().count();
        Some(reply.map(|reply| {
            let reply = reply.into_value();
            let ExportIds { invalid_user_ids, .. } = &reply.value;
            self.unknown += invalid_user_ids.len();
            received::<ExportIdsRequest>(reply, |_| None)
        }))
    }

    fn cancel(&self) -> Cancel {
        self.cancel.clone()
    }

    fn remark(&self) -> Option<String> {
        let Self { asked, unknown, .. } = self;
        (*unknown > 0).then(|| {
            format!(
                "{unknown} of {asked} identifiers have no user; `--format json` lists them as `invalid_user_ids`"
            )
        })
    }
}
