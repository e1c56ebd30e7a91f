//! [`harmless`]: foreign Markdown without anything that rustdoc would run, link or read as HTML.
//!
//! Blocks of code become text. Anything else that could begin one is escaped: indentation, fences
//! within quotes and lists, HTML, links to names instead of addresses.

/// A line of a text: its markers, and the rest.
struct Line<'a> {
    /// Quotes, bullets and numbers, each with one space.
    markers: String,
    rest: &'a str,
}

/// Returns the text with everything escaped that is more than text.
pub(crate) fn harmless(text: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut paragraph = String::new();
    let mut lines = text.trim().lines();
    while let Some(line) = lines.next() {
        let Line { markers, rest } = begin(line);
        if let Some(fence) = fence(rest).filter(|_| markers.is_empty()) {
            flush(&mut paragraph, &mut out);
            block(fence, &mut lines, &mut out);
        } else if markers.is_empty() && !rest.is_empty() && !rest.starts_with(['#', '|']) {
            if !paragraph.is_empty() {
                paragraph.push('\n');
            }
            let indent = (line.len() - line.trim_start().len()).min(3);
            paragraph.push_str(&" ".repeat(if paragraph.is_empty() { 0 } else { indent }));
            paragraph.push_str(rest);
        } else {
            flush(&mut paragraph, &mut out);
            // Four columns would begin a block of code; fewer preserve a nested list.
            let indent = (line.len() - line.trim_start().len()).min(3);
            let indent = if markers.starts_with('>') { 0 } else { indent };
            let line = format!("{}{markers}{}", " ".repeat(indent), inline(rest));
            out.push(line.trim_end().to_owned());
        }
    }
    flush(&mut paragraph, &mut out);
    out.join("\n")
}

/// Removes the markers from a line.
fn begin(line: &str) -> Line<'_> {
    let mut markers = String::new();
    let mut rest = line.trim();
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let length = match rest.as_bytes() {
            [b'>', ..] => 1,
            [b'-' | b'*' | b'+', b' ' | b'\t', ..] => 1,
            bytes if (1..=9).contains(&digits) => match &bytes[digits..] {
                [b'.' | b')', b' ' | b'\t', ..] => digits + 1,
                _ => break,
            },
            _ => break,
        };
        markers.push_str(&rest[..length]);
        markers.push(' ');
        rest = rest[length..].trim_start();
    }
    Line { markers, rest }
}

/// Returns the fence that opens a block of code: its character and its length.
fn fence(line: &str) -> Option<(char, usize)> {
    let mark = line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?;
    let count = line.chars().take_while(|it| *it == mark).count();
    let is_fence = count >= 3 && (mark == '~' || !line[count..].contains('`'));
    is_fence.then_some((mark, count))
}

/// Writes a block of code, up to its end, as text that is not compiled.
fn block<'a>(
    (mark, count): (char, usize),
    lines: &mut impl Iterator<Item = &'a str>,
    out: &mut Vec<String>,
) {
    let is_end = |line: &str| {
        let line = line.trim();
        line.len() >= count && line.chars().all(|it| it == mark)
    };
    let inner: Vec<_> = lines.take_while(|line| !is_end(line)).collect();
    let longest = inner.iter().filter_map(|line| fence(line.trim())).map(|(_, count)| count).max();
    let fence = "`".repeat(longest.map_or(3, |longest| longest + 1));
    out.push(format!("{fence}text"));
    out.extend(inner.iter().map(|line| line.trim_end().to_owned()));
    out.push(fence);
}

fn flush(paragraph: &mut String, out: &mut Vec<String>) {
    if !paragraph.is_empty() {
        out.extend(inline(paragraph).lines().map(|line| line.trim_end().to_owned()));
        paragraph.clear();
    }
}

/// Escapes text within a block. Code and links to addresses stay as they are.
fn inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let run = |mark: char| rest.chars().take_while(|it| *it == mark).count();
        let taken = match first {
            '\\' => escape(rest, &mut out),
            '`' => span(rest, run('`'), &mut out),
            '~' if run('~') >= 3 => {
                out.push_str(&"\\~".repeat(run('~')));
                run('~')
            }
            '[' => link(rest, &mut out),
            ']' => push("\\]", 1, &mut out),
            '<' => address(rest, &mut out),
            'h' if !out.ends_with(|it: char| it.is_alphanumeric()) => bare(rest, &mut out),
            other => {
                out.push(other);
                other.len_utf8()
            }
        };
        rest = &rest[taken..];
    }
    out
}

fn push(text: &str, taken: usize, out: &mut String) -> usize {
    out.push_str(text);
    taken
}

/// Copies a character that is already escaped.
fn escape(rest: &str, out: &mut String) -> usize {
    let length = match rest[1..].chars().next() {
        Some(next) if next.is_ascii_punctuation() => 2,
        _ => 1,
    };
    push(&rest[..length], length, out)
}

/// Copies a span of code, or escapes backticks that do not open one.
fn span(rest: &str, run: usize, out: &mut String) -> usize {
    let mut at = run;
    while let Some(found) = rest[at..].find('`') {
        let start = at + found;
        let count = rest[start..].bytes().take_while(|it| *it == b'`').count();
        at = start + count;
        if count == run {
            if run < 3 {
                return push(&rest[..at], at, out);
            }
            // Three backticks at the beginning of a line would open a block.
            let code = rest[run..start].replace('`', "'");
            out.push_str(&format!("`{}`", code.trim()));
            return at;
        }
    }
    push(&"\\`".repeat(run), run, out)
}

/// Copies a link to an address, or escapes brackets that are not a link.
fn link(rest: &str, out: &mut String) -> usize {
    let link = || {
        let (label, after) = rest[1..].split_once("](")?;
        let (target, _) = after.split_once(')')?;
        let plain = !label.contains(['[', ']', '`', '<']) && !target.contains(char::is_whitespace);
        let leads = ["https://", "http://", "mailto:"].iter().any(|it| target.starts_with(it));
        (plain && leads).then_some(label.len() + target.len() + 4)
    };
    match link() {
        Some(length) => push(&rest[..length], length, out),
        None => push("\\[", 1, out),
    }
}

/// Copies an address in angle brackets, or escapes a bracket that would open HTML.
fn address(rest: &str, out: &mut String) -> usize {
    let inner = rest[1..].split_once('>').map(|(inner, _)| inner);
    let leads = |it: &&str| it.starts_with("https://") || it.starts_with("http://");
    match inner.filter(leads).filter(|it| !it.contains(|it: char| it.is_whitespace() || it == '<'))
    {
        Some(inner) => push(&rest[..inner.len() + 2], inner.len() + 2, out),
        None => push("\\<", 1, out),
    }
}

/// Puts a bare address in angle brackets, or copies a letter.
fn bare(rest: &str, out: &mut String) -> usize {
    let end = rest.find(|it: char| it.is_whitespace() || "<>[]()`\"'|*".contains(it));
    let word = rest[..end.unwrap_or(rest.len())].trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let host = word.strip_prefix("https://").or_else(|| word.strip_prefix("http://"));
    match host.filter(|host| !host.is_empty()) {
        Some(_) => {
            out.push_str(&format!("<{word}>"));
            word.len()
        }
        None => push("h", 1, out),
    }
}
