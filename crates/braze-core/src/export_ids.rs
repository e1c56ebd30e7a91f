//! Exports of more users by identifier than one request takes.

use crate::users::{ExportIds, ExportIdsBody, ExportIdsRequest};

impl ExportIdsRequest {
    /// Splits the request into requests that each keep the maximum of identifiers, in order.
    ///
    /// A request within the maximum stays as it is. Otherwise external identifiers come first, then aliases, and
    /// none of the requests has both, since the server may count them together. Every other identifier is in the
    /// first request. Send them one after the other and [join](ExportIds::join) the replies.
    ///
    /// ```
    /// use braze_core::users::{ExportIdsBody, ExportIdsRequest};
    ///
    /// let ids = (0..120).map(|number| format!("user-{number}"));
    /// let body = ExportIdsBody::new().external_ids(ids).fields_to_export(["email"]);
    /// let requests = ExportIdsRequest::new(body).split();
    /// let counts: Vec<_> = requests.iter().map(|it| it.body.external_ids.len()).collect();
    /// assert_eq!(counts, [50, 50, 20]);
    /// ```
    #[must_use]
    pub fn split(mut self) -> Vec<Self> {
        let max = ExportIdsBody::MAX_EXTERNAL_IDS.min(ExportIdsBody::MAX_USER_ALIASES);
        if self.body.external_ids.len() + self.body.user_aliases.len() <= max {
            return vec![self];
        }
        let external_ids = std::mem::take(&mut self.body.external_ids);
        let user_aliases = std::mem::take(&mut self.body.user_aliases);
        let mut rest = self.clone();
        rest.body.device_id = None;
        rest.body.braze_id = None;
        rest.body.email_address = None;
        rest.body.phone = None;
        let of_ids = external_ids.chunks(ExportIdsBody::MAX_EXTERNAL_IDS).map(|ids| {
            let mut request = rest.clone();
            request.body.external_ids = ids.to_vec();
            request
        });
        let of_aliases = user_aliases.chunks(ExportIdsBody::MAX_USER_ALIASES).map(|aliases| {
            let mut request = rest.clone();
            request.body.user_aliases = aliases.to_vec();
            request
        });
        let mut requests: Vec<_> = of_ids.chain(of_aliases).collect();
        if let Some(first) = requests.first_mut() {
            let ExportIdsBody { device_id, braze_id, email_address, phone, .. } = self.body;
            first.body.device_id = device_id;
            first.body.braze_id = braze_id;
            first.body.email_address = email_address;
            first.body.phone = phone;
        }
        requests
    }
}

impl ExportIds {
    /// Adds the users and the identifiers without a user of a later reply.
    ///
    /// Other fields of the later reply are added where this one lacks them.
    ///
    /// ```no_run
    /// use braze_core::users::{ExportIds, ExportIdsRequest};
    ///
    /// fn all<E>(
    ///     request: ExportIdsRequest,
    ///     send: impl Fn(&ExportIdsRequest) -> Result<ExportIds, E>,
    /// ) -> Result<ExportIds, E> {
    ///     let mut all = ExportIds::new();
    ///     for request in request.split() {
    ///         all.join(send(&request)?);
    ///     }
    ///     Ok(all)
    /// }
    /// ```
    pub fn join(&mut self, later: Self) {
        let Self { message, users, invalid_user_ids, extra } = later;
        self.users.extend(users);
        self.invalid_user_ids.extend(invalid_user_ids);
        self.message = self.message.take().or(message);
        for (name, value) in extra {
            self.extra.entry(name).or_insert(value);
        }
    }
}
