//! [`Rule`]: a condition on several fields together.

use super::declare::object;
use super::read::At;
use crate::spec::yaml::Node;

object! {
    /// A condition on several fields together. Each rule has one of the first seven keys.
    Rule = "a rule" with span {
        /// At least one of these fields must be there.
        "at-least-one" => at_least_one: Option<Vec<At<String>>>,
        /// At most one of these fields may be there.
        "at-most-one" => at_most_one: Option<Vec<At<String>>>,
        /// Exactly one of these fields must be there.
        "exactly-one" => exactly_one: Option<Vec<At<String>>>,
        /// All of these fields must be there, or none.
        "together" => together: Option<Vec<At<String>>>,
        /// If this field is there, all of `fields` must be too.
        "requires" => requires: Option<At<String>>,
        /// If this field, a boolean or one of several words, has the value of `is`, the rest of the rule holds.
        "when" => when: Option<At<String>>,
        /// The most items that the lists of `fields` may have together.
        "max-items" => max_items: Option<At<u32>>,
        /// The other fields of `requires`, or the lists of `max-items`.
        "fields" => fields: Option<Vec<At<String>>>,
        /// The values of `when`: `true`, `false`, or words. A default counts if the field is not there.
        "is" => is: Option<Node>,
        /// The fields that must be there. Only beside `when`.
        "required" => required: Option<Vec<At<String>>>,
        /// The fields that must not be there. Only beside `when`.
        "forbidden" => forbidden: Option<Vec<At<String>>>,
    }
}
