//! [`TrailerCheck`]: finds trailers of a chunked reply that are not header fields.

use braze_core::http::{HeaderName, HeaderValue};

/// Reads the bytes of a reply along with ureq, which takes any line for a trailer.
///
/// If the two disagree about the framing, this one finds nothing: ureq reports malformed chunks itself.
#[derive(Debug, Default)]
pub(crate) enum TrailerCheck {
    /// The heads of the reply and of interim ones, with what follows. Only a chunked body needs them.
    Head(Vec<u8>),
    /// A chunked body.
    Chunks(Chunks),
    /// A reply without trailers.
    #[default]
    Idle,
}

impl TrailerCheck {
    /// Takes bytes as they arrive.
    pub(crate) fn read(&mut self, bytes: &[u8]) {
        match self {
            Self::Head(heads) => heads.extend_from_slice(bytes),
            Self::Chunks(chunks) => chunks.read(bytes),
            Self::Idle => {}
        }
    }

    /// Goes on to the body behind the head that ureq has read.
    pub(crate) fn begin_body(&mut self, is_chunked: bool) {
        let Self::Head(heads) = std::mem::take(self) else { return };
        if let Some(body) = Some(heads).filter(|_| is_chunked).as_deref().and_then(behind_heads) {
            let mut chunks = Chunks::default();
            chunks.read(body);
            *self = Self::Chunks(chunks);
        }
    }

    /// Tells whether the reply ended with trailers that are not header fields.
    pub(crate) fn is_malformed(&self) -> bool {
        matches!(self, Self::Chunks(Chunks { part: Part::End, is_malformed: true, .. }))
    }
}

/// Skips interim heads, whose status is 1XX, and the head of the reply.
fn behind_heads(mut bytes: &[u8]) -> Option<&[u8]> {
    const END: &[u8] = b"\r\n\r\n";
    const STATUS: usize = "HTTP/1.1 ".len();
    loop {
        let is_interim = bytes.get(STATUS) == Some(&b'1');
        let end = bytes.windows(END.len()).position(|window| window == END)?;
        bytes = &bytes[end + END.len()..];
        if !is_interim {
            return Some(bytes);
        }
    }
}

/// A chunked body, up to the end of its trailers.
#[derive(Debug, Default)]
pub(crate) struct Chunks {
    part: Part,
    /// The beginning of a line whose end has not arrived.
    line: Vec<u8>,
    is_malformed: bool,
}

#[derive(Debug, Default)]
enum Part {
    #[default]
    Size,
    /// The bytes of a chunk that are left.
    Data(usize),
    DataEnd,
    Trailer,
    End,
}

impl Chunks {
    fn read(&mut self, mut bytes: &[u8]) {
        while !bytes.is_empty() {
            if let Part::Data(left) = &mut self.part {
                let count = bytes.len().min(*left);
                *left -= count;
                bytes = &bytes[count..];
                if *left == 0 {
                    self.part = Part::DataEnd;
                }
                continue;
            }
            if matches!(self.part, Part::End) {
                return;
            }
            let Some(end) = bytes.iter().position(|byte| *byte == b'\n') else {
                self.line.extend_from_slice(bytes);
                return;
            };
            self.line.extend_from_slice(&bytes[..end]);
            bytes = &bytes[end + 1..];
            let line = std::mem::take(&mut self.line);
            self.end_line(line.strip_suffix(b"\r").unwrap_or(&line));
        }
    }

    fn end_line(&mut self, line: &[u8]) {
        self.part = match self.part {
            Part::Size => match size(line) {
                Some(0) => Part::Trailer,
                Some(size) => Part::Data(size),
                None => Part::End,
            },
            Part::Trailer if !line.is_empty() => {
                self.is_malformed |= !is_field(line);
                Part::Trailer
            }
            Part::Trailer | Part::End => Part::End,
            Part::Data(_) | Part::DataEnd => Part::Size,
        };
    }
}

/// Reads the size of a chunk, before its extensions.
fn size(line: &[u8]) -> Option<usize> {
    let digits = line.split(|byte| *byte == b';').next()?;
    usize::from_str_radix(std::str::from_utf8(digits).ok()?.trim(), 16).ok()
}

fn is_field(line: &[u8]) -> bool {
    let Some(colon) = line.iter().position(|byte| *byte == b':') else { return false };
    let (name, value) = (&line[..colon], line[colon + 1..].trim_ascii());
    HeaderName::from_bytes(name).is_ok() && HeaderValue::from_bytes(value).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADS: &str =
        "HTTP/1.1 103 Early Hints\r\nlink: </>\r\n\r\nHTTP/1.1 200 OK\r\na: b\r\n\r\n";

    /// Reads a reply in two pieces, cut at each place in turn, and gives the one verdict.
    fn is_malformed(body: &str) -> bool {
        let verdicts: Vec<bool> = (0..=body.len())
            .map(|cut| {
                let mut check = TrailerCheck::Head(Vec::new());
                check.read(HEADS.as_bytes());
                check.read(&body.as_bytes()[..cut]);
                check.begin_body(true);
                check.read(&body.as_bytes()[cut..]);
                check.is_malformed()
            })
            .collect();
        assert!(verdicts.iter().all(|verdict| *verdict == verdicts[0]), "{body}");
        verdicts[0]
    }

    #[test]
    fn trailers_must_be_header_fields() {
        let data = "4;x=y\r\n0\r\n?\r\nA\r\n0123456789\r\n0\r\n";
        for trailers in ["\r\n", "a: b\r\n\r\n", "a:\r\nb-c: d: e\r\n\r\n"] {
            assert!(!is_malformed(&format!("{data}{trailers}")), "{trailers}");
        }
        for trailers in ["?!\r\n\r\n", "a: b\r\n\0: c\r\n\r\n", " a: b\r\n\r\n", ": b\r\n\r\n"] {
            assert!(is_malformed(&format!("{data}{trailers}")), "{trailers}");
        }
    }

    #[test]
    fn a_body_without_an_end_or_without_chunks_has_no_trailers() {
        assert!(!is_malformed("1\r\na\r\n0\r\n?!\r\n"));
        assert!(!is_malformed("seven\r\n?!\r\n\r\n"));
        let mut check = TrailerCheck::Head(HEADS.into());
        check.begin_body(false);
        check.read(b"0\r\n?!\r\n\r\n");
        assert!(!check.is_malformed());
    }
}
