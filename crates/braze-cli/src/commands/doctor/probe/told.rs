//! What was learned, in words.

use super::cut::{ending, zone};
use super::learned::Learned;
use super::limits::Refill;
use super::open::Open;
use super::shape::Order;
use super::verdict::{Finding, Verdict};

impl Learned {
    /// All of it, in words.
    pub(super) fn findings(self) -> Vec<Finding> {
        let open = |open: &Open| match open {
            Open::Delivered => "it comes, as the last row".to_owned(),
            Open::Absent => "it does not come".to_owned(),
        };
        let yes = |yes: &bool| if *yes { "yes" } else { "no" }.to_owned();
        let mut findings = vec![
            Finding::of(
                "where days are cut",
                &self.cut,
                |cut| format!("{}, as seen on {}", zone(cut.offset), cut.date),
                Some(
                    "--time-zone, `time_zone` of a profile, Export::zone: give the zone's name, if its \
                     clocks change",
                ),
            ),
            Finding::of(
                "the day of `ending_at`",
                &self.cut,
                |cut| ending(cut.ending).to_owned(),
                Some(
                    "--ending-at of `get`, DataSeriesRequest::ending_at; `export` works either way",
                ),
            ),
            Finding::of(
                "the hour of `ending_at`",
                &self.hour_ending,
                |it| ending(*it).to_owned(),
                Some(
                    "--ending-at of `get`, DataSeriesRequest::ending_at; `export` works either way",
                ),
            ),
            Finding::of(
                "how hours are spelled",
                &self.hour_spelling,
                Clone::clone,
                Some("--time-zone, where no offset is written"),
            ),
            Finding::of(
                "the open day without `ending_at`",
                &self.open_day,
                open,
                Some("--include-open, Export::include_open"),
            ),
            Finding::of(
                "the open hour without `ending_at`",
                &self.open_hour,
                open,
                Some("--include-open, Export::include_open"),
            ),
            Finding::of(
                "order of rows",
                &self.order,
                |order| {
                    match order {
                        Order::Ascending => "ascending",
                        Order::Descending => "descending",
                        Order::None => "none",
                    }
                    .to_owned()
                },
                Some("`get`; `export` puts rows in order"),
            ),
            Finding::of(
                "rows that come twice",
                &self.repeats,
                yes,
                Some("the coverage of `export`"),
            ),
            Finding::of(
                "days missing between others",
                &self.holes,
                yes,
                Some("--absent, Export::absent"),
            ),
            Finding::of(
                "rows with a zero",
                &self.zeros,
                |()| "they come".to_owned(),
                Some("--absent, Export::absent"),
            ),
            Finding::of(
                "how far back data reaches",
                &self.years,
                |years| format!("{years} {} or more", if *years == 1 { "year" } else { "years" }),
                Some("--from"),
            ),
            Finding::of(
                "rate limit",
                &self.limit,
                |limit| format!("{limit} requests in a window"),
                Some("--reserve, Pacing::reserve"),
            ),
            Finding::of(
                "when its windows end",
                &self.refill,
                |refill| {
                    match refill {
                        Refill::FullHours => "at full hours",
                        Refill::FullMinutes => "at full minutes",
                        Refill::AnySecond => "at any second",
                    }
                    .to_owned()
                },
                Some("RetryPolicy::max_wait"),
            ),
            Finding::of(
                "requests are counted in what remains",
                &self.counted,
                yes,
                Some("--reserve, Pacing::reserve"),
            ),
            Finding::of(
                "the server's clock",
                &self.skew,
                |seconds| match seconds {
                    0 => "as this machine's, to the second".to_owned(),
                    ahead @ 1.. => format!("{ahead} s ahead of this machine's"),
                    behind => format!("{} s behind this machine's", behind.unsigned_abs()),
                },
                None,
            ),
        ];
        findings.extend(self.refusals);
        for (question, reason) in NEVER {
            let unknown: Verdict<()> = Err(reason.to_owned());
            findings.push(Finding::of(question, &unknown, |()| String::new(), None));
        }
        findings
    }
}

/// What no harmless request settles.
const NEVER: [(&str, &str); 2] = [
    ("what a 429 says", "it would take using up the rate limit that production shares"),
    (
        "how long rows still change",
        "it takes two readings, days apart: `sync` reads the last days again",
    ),
];
