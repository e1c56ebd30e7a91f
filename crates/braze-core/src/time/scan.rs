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

/// The notation of a date-time: with the value, enough to write the same text again.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Spelling {
    /// `T`, `t` or a space.
    pub(super) separator: u8,
    /// Digits after the decimal point of the seconds, 0 to 9; `None` where the seconds are left out.
    pub(super) fraction: Option<u8>,
    pub(super) zone: Zone,
}

/// The notation of the zone.
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

/// The notation of an offset.
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
    let (head, rest) = text.split_first_chunk()?;
    let date = date(*head)?;
    let mut rest = Cursor(rest);
    let Some(separator) = rest.next() else {
        return Some(Scanned::Date(date));
    };
    if !matches!(separator, b'T' | b't' | b' ') {
        return None;
    }
    let (hour, minute, second, mut nanos, mut fraction) = match rest.0.split_first_chunk() {
        Some((head, tail)) if head[5] == b':' => {
            let (hour, minute, second) = time(*head)?;
            rest.0 = tail;
            (hour, minute, second, 0, Some(0))
        }
        _ => {
            let hour = rest.digits(2)?;
            rest.byte(b':')?;
            (hour, rest.digits(2)?, 0, 0, None)
        }
    };
    if fraction.is_some() && rest.byte(b'.').is_some() {
        let (value, digits) = rest.fraction()?;
        nanos = value;
        fraction = Some(digits);
    }
    let time = NaiveTime::from_hms_nano_opt(hour, minute, second, nanos)?;
    let zone = if rest.0 == b"Z" {
        rest.0 = &[];
        Zone::Zulu { upper: true }
    } else {
        rest.zone()?
    };
    rest.0
        .is_empty()
        .then_some(Scanned::DateTime(date.and_time(time), Spelling { separator, fraction, zone }))
}

/// `2024-05-01`
#[inline]
fn date(text: [u8; 10]) -> Option<NaiveDate> {
    let [a, b, c, d, e, f, g, h, i, j] = text;
    let [y1, y2, y3, y4, _, m1, m2, _] = like(*b"0000-00-", [a, b, c, d, e, f, g, h])?;
    let (d1, d2) = (digit(i)?, digit(j)?);
    let two = |tens: u8, ones: u8| u32::from(tens * 10 + ones);
    let year = two(y1, y2) * 100 + two(y3, y4);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, two(m1, m2), two(d1, d2))
}

/// `10:00:00`: hour, minute and second.
#[inline]
fn time(text: [u8; 8]) -> Option<(u32, u32, u32)> {
    let [h1, h2, _, m1, m2, _, s1, s2] = like(*b"00:00:00", text)?;
    let two = |tens: u8, ones: u8| u32::from(tens * 10 + ones);
    Some((two(h1, h2), two(m1, m2), two(s1, s2)))
}

/// The values of the digits, where the text has digits wherever the pattern has a `0`, and else the
/// pattern's own bytes. All eight are looked at in one step.
#[inline]
fn like(pattern: [u8; 8], text: [u8; 8]) -> Option<[u8; 8]> {
    let is_digit = pattern.map(|byte| byte == b'0');
    let difference = u64::from_ne_bytes(text) ^ u64::from_ne_bytes(pattern);
    // Brings the highest bit of a byte up where a digit's value is above 9, or another byte differs.
    let carry = u64::from_ne_bytes(is_digit.map(|digit| if digit { 0x76 } else { 0x7f }));
    let high = u64::from_ne_bytes([0x80; 8]);
    let wrong = (difference | (difference & !high).wrapping_add(carry)) & high;
    (wrong == 0).then_some(difference.to_ne_bytes())
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
