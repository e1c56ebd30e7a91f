//! [`Home`]: the crate that generated code belongs to.

/// The crate of generated code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Home {
    /// Within `braze-core` itself: `crate::Endpoint`, and the types that belong to the core.
    Core,
    /// In another crate, on top of `braze-core`: `braze_core::Endpoint`.
    Elsewhere,
}
