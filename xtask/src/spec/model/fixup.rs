//! [`Fixup`]: a place where a spec is mended before it is read, and why.

use super::declare::object;
use super::read::{At, Keyed};
use crate::spec::yaml::Node;

object! {
    /// A place where a spec is mended before it is read. Exactly one of `replace`, `add` and `remove`
    /// says how; if what it expects is not there, the fixup is out of date and an error.
    Fixup = "a fixup" {
        /// The file, relative to the root document; left out, it is the root document.
        "file" => file: Option<At<String>>,
        /// The place, as a JSON pointer: `/paths/~1orders/get/summary`.
        "at" => at: At<String>,
        /// Puts one value in the place of another.
        "replace" => replace: Option<Keyed<Replacement>>,
        /// Puts a value where there was none.
        "add" => add: Option<Keyed<Node>>,
        /// Takes a value out.
        "remove" => remove: Option<Keyed<Node>>,
    }
    checked {
        /// Why the spec is wrong there, and how that is known.
        "reason": String,
    }
}

object! {
    /// What stands in the spec, and what should.
    Replacement = "`replace`" {
        /// What stands there.
        "from" => from: Node,
        /// What should stand there.
        "to" => to: Node,
    }
}
