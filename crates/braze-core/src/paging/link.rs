//! [`NextPage`]: the next page that a reply's `Link` headers name (RFC 8288).

use http::HeaderMap;
use http::header::LINK;

use crate::auth::escape::percent_decoded;

/// The next page that the `Link` headers of a reply name.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NextPage {
    /// No link has the relation `next`: the page is the last.
    None,
    /// The cursor of the next page.
    Cursor(String),
    /// A next page may exist, but no cursor can be read.
    Unreadable,
}

impl NextPage {
    /// Reads the cursor from the query parameter of the first link to a next page.
    pub(super) fn read(headers: &HeaderMap, parameter: &str) -> Self {
        let mut is_intact = true;
        for value in headers.get_all(LINK) {
            let mut links = Links { rest: value.as_bytes(), is_intact: true };
            if let Some(target) = links.find_map(|link| link.is_next.then_some(link.target)) {
                return query_value(target, parameter).map_or(Self::Unreadable, Self::Cursor);
            }
            is_intact &= links.is_intact;
        }
        if is_intact { Self::None } else { Self::Unreadable }
    }
}

/// One link.
struct Link<'a> {
    target: &'a [u8],
    is_next: bool,
}

/// The links of one header. They end where the header cannot be read further.
struct Links<'a> {
    rest: &'a [u8],
    is_intact: bool,
}

impl<'a> Iterator for Links<'a> {
    type Item = Link<'a>;

    fn next(&mut self) -> Option<Link<'a>> {
        self.skip(|byte| byte == b',' || is_blank(byte));
        if self.rest.is_empty() {
            return None;
        }
        let link = self.link();
        if link.is_none() {
            self.is_intact = false;
            self.rest = &[];
        }
        link
    }
}

impl<'a> Links<'a> {
    /// Reads `<target>; name=value; …` up to the comma or the end.
    fn link(&mut self) -> Option<Link<'a>> {
        self.rest = self.rest.strip_prefix(b"<")?;
        let target = self.take_until(|byte| byte == b'>');
        self.rest = self.rest.strip_prefix(b">")?;
        let mut relation: Option<Vec<u8>> = None;
        loop {
            self.skip(is_blank);
            match self.rest.split_first() {
                None | Some((b',', _)) => break,
                Some((b';', rest)) => self.rest = rest,
                Some(_) => return None,
            }
            self.skip(is_blank);
            let name = self.take_until(|byte| is_blank(byte) || matches!(byte, b'=' | b';' | b','));
            self.skip(is_blank);
            let value = match self.rest.strip_prefix(b"=") {
                Some(rest) => {
                    self.rest = rest;
                    self.skip(is_blank);
                    self.value()?
                }
                None => Vec::new(),
            };
            // Of several the first counts.
            if name.eq_ignore_ascii_case(b"rel") {
                relation.get_or_insert(value);
            }
        }
        let relation = relation.unwrap_or_default();
        let mut words = relation.split(|byte| is_blank(*byte));
        let is_next = words.any(|word| word.eq_ignore_ascii_case(b"next"));
        Some(Link { target: target.trim_ascii(), is_next })
    }

    /// Reads the value of a parameter: a word, or a text in quotes.
    fn value(&mut self) -> Option<Vec<u8>> {
        let Some(quoted) = self.rest.strip_prefix(b"\"") else {
            return Some(self.take_until(|byte| matches!(byte, b';' | b',')).trim_ascii().to_vec());
        };
        let mut value = Vec::new();
        let mut bytes = quoted.iter();
        loop {
            match bytes.next()? {
                b'"' => break,
                b'\\' => value.push(*bytes.next()?),
                byte => value.push(*byte),
            }
        }
        self.rest = bytes.as_slice();
        Some(value)
    }

    fn skip(&mut self, is_skipped: impl Fn(u8) -> bool) {
        self.take_until(|byte| !is_skipped(byte));
    }

    /// Takes the bytes before the first that ends them; all if none does.
    fn take_until(&mut self, is_end: impl Fn(u8) -> bool) -> &'a [u8] {
        let length = self.rest.iter().position(|byte| is_end(*byte)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// The value of a query parameter of a URI, decoded. An empty one is none.
///
/// A plus stays a plus, since cursors are often base64.
fn query_value(uri: &[u8], name: &str) -> Option<String> {
    let uri = uri.split(|byte| *byte == b'#').next()?;
    let start = uri.iter().position(|byte| *byte == b'?')? + 1;
    let mut pairs = uri[start..].split(|byte| *byte == b'&').map(|pair| {
        let end = pair.iter().position(|byte| *byte == b'=').unwrap_or(pair.len());
        (percent_decoded(&pair[..end]), pair.get(end + 1..).unwrap_or_default())
    });
    let (_, value) = pairs.find(|(known, _)| known == name.as_bytes())?;
    String::from_utf8(percent_decoded(value)).ok().filter(|value| !value.is_empty())
}
