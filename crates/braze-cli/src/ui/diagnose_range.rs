//! A range that cannot be, in words.

use braze_core::export::Start;

use crate::args::range::{FROM, RangeError, TO, after};
use crate::ui::failure::Failure;

impl From<RangeError> for Failure {
    fn from(error: RangeError) -> Self {
        match error {
            RangeError::NoStart => Self::usage(format!("`--{FROM}` is missing")),
            RangeError::Misfit { option, misfit } => {
                Self::usage(format!("invalid value for `--{option}`"))
                    .detail(format!("it {misfit}"))
            }
            RangeError::Empty { from, to } => {
                Self::usage(format!("the range is empty: `--{TO}` is not after `--{FROM}`"))
                    .detail(format!("`--{FROM}` is {from}, `--{TO}` is {to}"))
                    .tip(format!("`--{TO}` is exclusive: {}", smallest(from)))
            }
        }
    }
}

/// The bucket that begins there, as options.
fn smallest(from: Start) -> String {
    let unit = match from {
        Start::Date(_) => "day",
        Start::Instant(_) => "hour",
    };
    format!("one {unit} is `--{FROM} {from} --{TO} {}`", after(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_range_shows_the_smallest_one() {
        let day = Start::Date("2024-01-31".parse().unwrap());
        let failure = Failure::from(RangeError::Empty { from: day, to: day });
        assert_eq!(
            failure.tips(),
            ["`--to` is exclusive: one day is `--from 2024-01-31 --to 2024-02-01`"]
        );
    }
}
