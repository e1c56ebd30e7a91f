//! [`Body`]: the replies that are read, 100 rows each.

use std::fmt::Write;

use braze_core::chrono::DateTime;

/// The reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Body {
    /// Days, as the documentation shows them, on one line.
    Day,
    /// Hours, the same.
    Hour,
    /// Days with spaces, other orders, unknown fields and escapes.
    HostileDay,
    /// Hours with all of that, fractions and offsets.
    HostileHour,
}

/// The beginning of the first row, 2018-03-21 in UTC.
const FIRST: i64 = 1_521_590_400;

impl Body {
    /// The bytes, the same at each call.
    pub(crate) fn bytes(self) -> Vec<u8> {
        let rows: Vec<_> = (0..100).map(|index| self.row(index)).collect();
        match self {
            Self::Day | Self::Hour => {
                format!(r#"{{"message":"success","data":[{}]}}"#, rows.join(","))
            }
            Self::HostileDay | Self::HostileHour => format!(
                "{{\n  \"queued_at\" : null ,\n  \"data\" : [\n    {}\n  ],\n  \"message\" : \"succ\\u0065ss\"\n}}\n",
                rows.join(" ,\n    ")
            ),
        }
        .into_bytes()
    }

    fn row(self, index: u32) -> String {
        let seconds = match self {
            Self::Day | Self::HostileDay => 86_400,
            Self::Hour | Self::HostileHour => 3_600,
        };
        let time =
            DateTime::from_timestamp(FIRST + i64::from(index) * seconds, 0).unwrap_or_default();
        let sessions = 1000 + index * 37;
        let mut text = String::new();
        let written = match self {
            Self::Day => {
                write!(text, r#"{{"time":"{}","sessions":{sessions}}}"#, time.date_naive())
            }
            Self::Hour => {
                let time = time.format("%Y-%m-%dT%H:%M:%SZ");
                write!(text, r#"{{"time":"{time}","sessions":{sessions}}}"#)
            }
            Self::HostileDay => write!(
                text,
                r#"{{ "sessions" : {sessions} , "note" : "caf\u00e9 \"{index}\"" , "time" : "{}" }}"#,
                time.date_naive()
            ),
            Self::HostileHour => {
                let time = time.format("%Y-%m-%dT%H:%M:%S.000+00:00");
                write!(
                    text,
                    r#"{{ "sessions" : {sessions} , "note" : "caf\u00e9 \"{index}\"" , "time" : "{time}" }}"#
                )
            }
        };
        debug_assert!(written.is_ok());
        text
    }
}
