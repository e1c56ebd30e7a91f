//! [`RejectionScript`]: a rejection that a scenario file sets.

use serde::Deserialize;

use super::rejection::Rejection;

/// A rejection as a scenario file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RejectionScript {
    reason: String,
    list: Option<ListScript>,
    field: Option<String>,
    lacks: Option<String>,
    like: Option<String>,
    every: Option<u64>,
}

/// A list of `/users/track`.
#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum ListScript {
    Attributes,
    Events,
    Purchases,
}

impl RejectionScript {
    pub(super) fn rejection(self) -> Result<Rejection, String> {
        let mut rejection = Rejection::new(self.reason);
        if let Some(list) = self.list {
            rejection = rejection.list(match list {
                ListScript::Attributes => "attributes",
                ListScript::Events => "events",
                ListScript::Purchases => "purchases",
            });
        }
        rejection = match (self.field, self.lacks, self.like) {
            (None, None, None) => rejection,
            (Some(field), Some(text), None) => rejection.lacks(field, text),
            (Some(field), None, Some(pattern)) => rejection.like(field, pattern),
            _ => {
                return Err(
                    "`field` needs one of `lacks` and `like`, and they need `field`".to_owned()
                );
            }
        };
        match self.every {
            Some(0) => Err("`every` must be at least 1".to_owned()),
            Some(every) => Ok(rejection.every(every)),
            None => Ok(rejection),
        }
    }
}
