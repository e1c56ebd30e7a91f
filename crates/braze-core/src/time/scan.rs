//! One reader for every spelling of a date or date-time that [`SeriesTime`](super::SeriesTime) and
//! [`Timestamp`](super::Timestamp) understand.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// A date or date-time as it was spelled.
pub(super) enum Scanned {
    /// `2024-05-01`
    Date(NaiveDate),
    /// `2024-05-01T10:00:00.5+02:00` and relatives.
    DateTime(NaiveDateTime, Spelling),
}

/// How a date-time was written: with the value, enough to write the same text again.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Spelling {
    /// `T`, `t` or a space.
    pub(super) separator: u8,
    /// Digits after the decimal point of the seconds, 0 to 9; `None` where the seconds are left out.
    pub(super) fraction: Option<u8>,
    pub(super) zone: Zone,
}

/// How the zone was written.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Zone {
    /// Nothing: a local time.
    Absent,
    /// `Z` or `z`.
    Zulu { upper: bool },
    /// ` UTC`
    Utc { spaced: bool },
    /// `+02:00` and relatives.
    Offset { minutes: i16, negative: bool, spaced: bool, form: OffsetForm },
}

/// How an offset was written.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum OffsetForm {
    /// `+02:00`
    Colon,
    /// `+0200`
    Basic,
    /// `+02`
    Hours,
    /// `-5:00`: understood, never written.
    OneDigitHour,
}

impl Zone {
    /// The offset from UTC in seconds; `None` for a local time.
    pub(super) fn offset_seconds(self) -> Option<i32> {
        match self {
            Self::Absent => None,
            Self::Zulu { .. } | Self::Utc { .. } => Some(0),
            Self::Offset { minutes, .. } => Some(i32::from(minutes) * 60),
        }
    }
}

/// Reads a whole text; `None` where it is no date or date-time in a known spelling.
pub(super) fn scan(text: &[u8]) -> Option<Scanned> {
    let mut rest = Cursor(text);
    let year = rest.digits(4)?;
    rest.byte(b'-')?;
    let month = rest.digits(2)?;
    rest.byte(b'-')?;
    let day = rest.digits(2)?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let Some(separator) = rest.next() else {
        return Some(Scanned::Date(date));
    };
    if !matches!(separator, b'T' | b't' | b' ') {
        return None;
    }
    let hour = rest.digits(2)?;
    rest.byte(b':')?;
    let minute = rest.digits(2)?;
    let (mut second, mut nanos, mut fraction) = (0, 0, None);
    if rest.byte(b':').is_some() {
        second = rest.digits(2)?;
        fraction = Some(0);
        if rest.byte(b'.').is_some() {
            let (value, digits) = rest.fraction()?;
            nanos = value;
            fraction = Some(digits);
        }
    }
    let time = NaiveTime::from_hms_nano_opt(hour, minute, second, nanos)?;
    let zone = rest.zone()?;
    rest.0
        .is_empty()
        .then_some(Scanned::DateTime(date.and_time(time), Spelling { separator, fraction, zone }))
}

struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn next(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn byte(&mut self, wanted: u8) -> Option<()> {
        self.0 = self.0.strip_prefix(&[wanted])?;
        Some(())
    }

    fn digits(&mut self, count: usize) -> Option<u32> {
        let (head, rest) = self.0.split_at_checked(count)?;
        let mut value = 0;
        for byte in head {
            value = value * 10 + u32::from(digit(*byte)?);
        }
        self.0 = rest;
        Some(value)
    }

    /// Nanoseconds and the number of digits that were written, 1 to 9.
    fn fraction(&mut self) -> Option<(u32, u8)> {
        let (mut nanos, mut scale, mut digits) = (0, 1_000_000_000, 0);
        while let Some(value) = self.0.first().copied().and_then(digit) {
            // More than nanoseconds would be cut off, and the text could not be written again.
            (digits < 9).then_some(())?;
            scale /= 10;
            nanos += u32::from(value) * scale;
            digits += 1;
            self.0 = &self.0[1..];
        }
        (digits > 0).then_some((nanos, digits))
    }

    fn zone(&mut self) -> Option<Zone> {
        let spaced = self.0.len() > 1 && self.byte(b' ').is_some();
        if self.0.is_empty() {
            return Some(Zone::Absent);
        }
        if self.0 == b"UTC" {
            self.0 = &[];
            return Some(Zone::Utc { spaced });
        }
        match self.next()? {
            b'Z' if !spaced => Some(Zone::Zulu { upper: true }),
            b'z' if !spaced => Some(Zone::Zulu { upper: false }),
            sign @ (b'+' | b'-') => self.offset(sign == b'-', spaced),
            _ => None,
        }
    }

    fn offset(&mut self, negative: bool, spaced: bool) -> Option<Zone> {
        let (hours, minutes, form) = match *self.0 {
            [_, b':', _, _] => {
                let hours = self.digits(1)?;
                self.byte(b':')?;
                (hours, self.digits(2)?, OffsetForm::OneDigitHour)
            }
            [_, _, b':', _, _] => {
                let hours = self.digits(2)?;
                self.byte(b':')?;
                (hours, self.digits(2)?, OffsetForm::Colon)
            }
            [_, _, _, _] => (self.digits(2)?, self.digits(2)?, OffsetForm::Basic),
            [_, _] => (self.digits(2)?, 0, OffsetForm::Hours),
            _ => return None,
        };
        (hours < 24 && minutes < 60).then_some(())?;
        let minutes = i16::try_from(hours * 60 + minutes).ok()?;
        let minutes = if negative { -minutes } else { minutes };
        Some(Zone::Offset { minutes, negative, spaced, form })
    }
}

fn digit(byte: u8) -> Option<u8> {
    let value = byte.wrapping_sub(b'0');
    (value < 10).then_some(value)
}
