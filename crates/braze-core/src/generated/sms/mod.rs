// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Text messages: the telephone numbers that they do not reach.

mod invalid_phone_numbers;
mod invalid_phone_numbers_remove;

pub use invalid_phone_numbers::{
    InvalidPhoneNumber, InvalidPhoneNumbers, InvalidPhoneNumbersRequest, InvalidReason,
};
pub use invalid_phone_numbers_remove::{
    InvalidPhoneNumbersRemoveBody, InvalidPhoneNumbersRemoveRequest,
};
