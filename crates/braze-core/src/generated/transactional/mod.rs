// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Transactional emails: sent at once, to one user.

mod campaigns_send;

pub use campaigns_send::{
    CampaignsSend, CampaignsSendBody, CampaignsSendRequest, TransactionalRecipient,
};
