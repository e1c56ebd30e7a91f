//! A spec: read from YAML, checked, and lowered to what code is generated from.
//!
//! The texts of [`files`] are read into `yaml` trees, those into the `model` of the OpenAPI subset, and that is
//! lowered to the `ir`. Every stage notes what is wrong as a [`diagnostic`] and goes on.

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
pub mod source;
pub(crate) mod standard;
pub(crate) mod suggest;
pub(crate) mod yaml;

pub use model::json_schema;
pub use yaml::json;
