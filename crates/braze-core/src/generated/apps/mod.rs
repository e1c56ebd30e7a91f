// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Apps: the credentials of their push messages.

mod push_credential_update;

pub use push_credential_update::{
    PushCredentialUpdateBody, PushCredentialUpdateBodyApple,
    PushCredentialUpdateBodyAppleApnsGateway, PushCredentialUpdateBodyFirebase,
    PushCredentialUpdateBodyHuawei, PushCredentialUpdateBodyKindle, PushCredentialUpdateRequest,
};
