//! [`Text`]: an instant as RFC 3339, written digit by digit. chrono's patterns can do it too, in fifty times
//! the instructions.

use chrono::{DateTime, Datelike, FixedOffset, Timelike};

/// `2024-05-03T10:00:00+02:00`, with as much of a fraction of the second as there is.
pub(super) struct Text {
    bytes: [u8; MAX_LENGTH],
    length: usize,
}

const MAX_LENGTH: usize = "2024-05-03T10:00:00.123456789+02:00".len();

impl Text {
    /// `None` where the instant cannot be written so: see
    /// [`Timestamp::obstacle`](super::Timestamp::obstacle).
    pub(super) fn from_instant(instant: &DateTime<FixedOffset>) -> Option<Self> {
        let local = instant.naive_local();
        let offset = instant.offset().local_minus_utc();
        let year = u32::try_from(local.year()).ok().filter(|year| *year <= 9999)?;
        if offset % 60 != 0 || local.nanosecond() >= 1_000_000_000 {
            return None;
        }
        let mut text = Self { bytes: [0; MAX_LENGTH], length: 0 };
        text.number::<4>(year);
        let parts = [
            (b'-', local.month()),
            (b'-', local.day()),
            (b'T', local.hour()),
            (b':', local.minute()),
            (b':', local.second()),
        ];
        for (separator, number) in parts {
            text.byte(separator);
            text.number::<2>(number);
        }
        match local.nanosecond() {
            0 => {}
            nanos => {
                text.byte(b'.');
                match (nanos % 1_000_000, nanos % 1_000) {
                    (0, _) => text.number::<3>(nanos / 1_000_000),
                    (_, 0) => text.number::<6>(nanos / 1_000),
                    _ => text.number::<9>(nanos),
                }
            }
        }
        if offset == 0 {
            text.byte(b'Z');
        } else {
            let minutes = offset.unsigned_abs() / 60;
            text.byte(if offset < 0 { b'-' } else { b'+' });
            text.number::<2>(minutes / 60);
            text.byte(b':');
            text.number::<2>(minutes % 60);
        }
        Some(text)
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }

    fn byte(&mut self, byte: u8) {
        self.bytes[self.length] = byte;
        self.length += 1;
    }

    /// A number with this many digits.
    fn number<const DIGITS: usize>(&mut self, mut number: u32) {
        let digits = &mut self.bytes[self.length..self.length + DIGITS];
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (number % 10) as u8;
            number /= 10;
        }
        self.length += DIGITS;
    }
}

#[cfg(test)]
mod tests {
    use chrono::{SecondsFormat, TimeZone};
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_writes_what_chrono_writes(
            seconds in -62_167_219_200_i64..253_402_300_800,
            nanos in prop_oneof![Just(0), (0..1_000_u32).prop_map(|n| n * 1_000_000), 0..1_000_000_000_u32],
            minutes in -1439..1440_i32,
        ) {
            let offset = FixedOffset::east_opt(minutes * 60).unwrap();
            let instant = offset.timestamp_opt(seconds, nanos).unwrap();
            let expected = instant.to_rfc3339_opts(SecondsFormat::AutoSi, true);
            match Text::from_instant(&instant) {
                Some(text) => prop_assert_eq!(text.as_str(), expected),
                None => prop_assert!(!(0..=9999).contains(&instant.year())),
            }
        }
    }
}
