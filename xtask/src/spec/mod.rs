//! A spec: read from YAML, checked, and lowered to the model of the generated code.
//!
//! The texts of [`files`] are parsed to `yaml` trees, these are read into the `model` of the OpenAPI subset, which is
//! lowered to the `ir`. Every stage reports problems as a [`diagnostic`] and continues.

pub(crate) mod bundle;
pub(crate) mod compile;
pub mod diagnostic;
pub(crate) mod explicit;
pub mod files;
pub(crate) mod fixups;
pub(crate) mod ir;
pub(crate) mod load;
pub(crate) mod lower;
pub(crate) mod model;
pub(crate) mod names;
pub(crate) mod older;
pub mod source;
pub(crate) mod standard;
pub(crate) mod suggest;
pub(crate) mod yaml;

pub use model::json_schema;
pub use yaml::json;
