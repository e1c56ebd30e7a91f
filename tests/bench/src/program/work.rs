//! [`Program`]: something that is measured, done a number of times in a process of its own.

use std::fmt;

use crate::body::Body;

/// The argument with which this binary becomes a measured program.
pub(crate) const MEASURE: &str = "measure";

/// The side whose code is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum By {
    /// The SDK's.
    Us,
    /// Code that does the same without it.
    Hand,
}

/// The form of the records of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    /// Lines of JSON, as a file has them.
    Lines,
    /// Structs of the program.
    Structs,
}

/// The measured work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Work {
    /// A body of 100 rows is read.
    Decode(Body),
    /// A request with all five parameters is made.
    Encode,
    /// A call with governor and retries, without a network.
    Call,
    /// The 877 windows of ten years of hours are planned.
    Plan,
    /// Ten years of hours are exported, without a network.
    Export,
    /// Records are packed and sent, without a network.
    Import(Source),
    /// A call on a kept connection, with ureq.
    Blocking,
    /// A call on a kept connection, with reqwest.
    Async,
    /// Calls, 64 at a time.
    SixtyFour,
    /// Years of hours, one request after another, with ureq.
    Sequential,
    /// Years of hours, 16 requests in flight, with reqwest.
    Sixteen,
    /// The same, one request after another.
    AsyncSequential,
    /// One request by a program that starts for it, written as CSV.
    Once,
}

/// One of the two sides of a piece of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Program {
    pub(crate) work: Work,
    pub(crate) by: By,
}

impl Work {
    const ALL: [(Self, &str); 17] = [
        (Self::Decode(Body::Day), "decode-day"),
        (Self::Decode(Body::Hour), "decode-hour"),
        (Self::Decode(Body::HostileDay), "decode-hostile-day"),
        (Self::Decode(Body::HostileHour), "decode-hostile-hour"),
        (Self::Encode, "encode"),
        (Self::Call, "call"),
        (Self::Plan, "plan"),
        (Self::Export, "export"),
        (Self::Import(Source::Lines), "import-lines"),
        (Self::Import(Source::Structs), "import-structs"),
        (Self::Blocking, "blocking"),
        (Self::Async, "async"),
        (Self::SixtyFour, "sixty-four"),
        (Self::Sequential, "sequential"),
        (Self::Sixteen, "sixteen"),
        (Self::AsyncSequential, "async-sequential"),
        (Self::Once, "once"),
    ];

    /// Done by us, or by hand.
    pub(crate) fn by(self, by: By) -> Program {
        Program { work: self, by }
    }
}

impl Program {
    /// The program of this name, such as `decode-day:us`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let (work, by) = name.split_once(':')?;
        let (work, _) = Work::ALL.into_iter().find(|(_, known)| *known == work)?;
        match by {
            "us" => Some(work.by(By::Us)),
            "hand" => Some(work.by(By::Hand)),
            _ => None,
        }
    }
}

impl fmt::Display for Program {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name =
            Work::ALL.iter().find(|(work, _)| *work == self.work).map_or("", |(_, name)| name);
        let by = match self.by {
            By::Us => "us",
            By::Hand => "hand",
        };
        write!(f, "{name}:{by}")
    }
}
