//! [`Fixup`]: a correction that is applied to a spec before it is read.

use super::declare::object;
use super::read::{At, Keyed};
use crate::spec::yaml::Node;

object! {
    /// A correction that is applied to a spec before it is read. It has exactly one of `replace`,
    /// `add` and `remove`. If the spec differs from what it expects, it is out of date: an error.
    Fixup = "a fixup" {
        /// The file, relative to the root document. Default: the root document.
        "file" => file: Option<At<String>>,
        /// The place, as a JSON pointer: `/paths/~1orders/get/summary`.
        "at" => at: At<String>,
        /// Replaces one value with another.
        "replace" => replace: Option<Keyed<Replacement>>,
        /// Adds a value where there is none.
        "add" => add: Option<Keyed<Node>>,
        /// Removes a value.
        "remove" => remove: Option<Keyed<Node>>,
    }
    checked {
        /// The reason why the spec is wrong there, and the evidence.
        "reason": String,
    }
}

object! {
    /// The value in the spec, and the correct one.
    Replacement = "`replace`" {
        /// The value in the spec.
        "from" => from: Node,
        /// The correct value.
        "to" => to: Node,
    }
}
