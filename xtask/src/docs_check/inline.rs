//! [`tokens`]: the words, numbers and code of a sentence in Markdown, independent of its markup.

/// A piece of a sentence.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A word in lower case. Parts joined by hyphens and apostrophes are separate words.
    Word(String),
    /// A separate number, with its groups of thousands joined.
    Number(f64),
    /// A code span, or a single word in quotes.
    Code(String),
    /// The end of a sentence.
    Stop,
    Open,
    Close,
    /// A dash, or dots used as one.
    Dash,
    /// Any other punctuation.
    Mark,
}

/// Splits a text. Targets of links, tags and template expressions are omitted, and so are
/// brackets: translation tools put them in all kinds of places.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut scanner = Scanner { text, at: 0, tokens: Vec::new() };
    while scanner.step() {}
    scanner.tokens
}

/// Returns the words of a text, including those in code.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for token in tokens(text) {
        match token {
            Token::Word(word) => words.push(word),
            Token::Number(number) => words.push(number.to_string()),
            Token::Code(code) => {
                let inner = code.split(|letter: char| !letter.is_alphanumeric());
                words.extend(inner.filter(|word| !word.is_empty()).map(str::to_lowercase));
            }
            Token::Stop | Token::Open | Token::Close | Token::Dash | Token::Mark => {}
        }
    }
    words
}

/// Returns `true` for a text that could be a value of a parameter.
pub(super) fn is_word(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
    tokens: Vec<Token>,
}

impl Scanner<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Consumes and returns a text between two marks, or `None` if the second is missing.
    fn between(&mut self, open: &str, close: &str) -> Option<String> {
        let inner = self.rest().strip_prefix(open)?;
        let end = inner.find(close)?;
        let found = inner[..end].to_owned();
        self.at += open.len() + end + close.len();
        Some(found)
    }

    /// Reads one token. Returns `false` at the end.
    fn step(&mut self) -> bool {
        let Some(first) = self.rest().chars().next() else { return false };
        let known = match first {
            '`' => self.code(),
            '<' => self.tag(),
            '{' => self.between("{{", "}}").or_else(|| self.between("{%", "%}")).is_some(),
            ']' => self.between("](", ")").is_some(),
            '&' => self.entity(),
            '\'' | '"' | '‘' | '“' | '„' | '«' => self.quoted(first),
            _ if first.is_alphanumeric() => self.run(),
            _ => false,
        };
        if !known {
            self.at += first.len_utf8();
            self.punctuation(first);
        }
        true
    }

    fn code(&mut self) -> bool {
        let rest = self.rest();
        let ticks = "`".repeat(rest.len() - rest.trim_start_matches('`').len());
        let code = self.between(&ticks, &ticks);
        self.tokens.extend(code.as_ref().map(|code| Token::Code(code.trim().to_owned())));
        code.is_some()
    }

    fn tag(&mut self) -> bool {
        if let Some(code) = self.between("<code>", "</code>") {
            self.tokens.push(Token::Code(code.trim().to_owned()));
            return true;
        }
        let tag =
            self.rest()[1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/');
        tag && self.between("<", ">").is_some()
    }

    fn entity(&mut self) -> bool {
        let name = self.rest()[1..].split(';').next().unwrap_or_default();
        let entity = name.len() <= 8 && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        entity && self.between("&", ";").is_some()
    }

    /// Reads a single word in quotes, which is meant as code.
    fn quoted(&mut self, open: char) -> bool {
        let before = self.text.get(..self.at).and_then(|before| before.chars().next_back());
        if before.is_some_and(char::is_alphanumeric) {
            return false;
        }
        let inner = &self.rest()[open.len_utf8()..];
        let Some(end) = inner.find(['\'', '"', '’', '”', '“', '»']) else { return false };
        let word = inner[..end].trim();
        let mut behind = inner[end..].chars();
        let close = behind.next().map_or(0, char::len_utf8);
        if !is_word(word) || behind.next().is_some_and(char::is_alphanumeric) {
            return false;
        }
        self.tokens.push(Token::Code(word.to_owned()));
        self.at += open.len_utf8() + end + close;
        true
    }

    /// Reads letters and digits, with the marks that join them.
    fn run(&mut self) -> bool {
        let length = run_length(self.rest());
        let run = self.rest()[..length].to_owned();
        self.at += length;
        if run.contains("://") {
            // An address is ignored; it extends to the next blank.
            let rest = self.rest();
            self.at += rest.find(|c: char| c.is_whitespace() || c == ')').unwrap_or(rest.len());
            return true;
        }
        if let Some(number) = number(&run) {
            self.tokens.push(Token::Number(number));
            return true;
        }
        let mut sides = run.split(['-', '–']);
        if let (Some(from), Some(to), None) = (sides.next(), sides.next(), sides.next())
            && let (Some(from), Some(to)) = (number(from), number(to))
        {
            self.tokens.extend([Token::Number(from), Token::Dash, Token::Number(to)]);
            return true;
        }
        let words = run.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        let words = words.filter(|word| !word.is_empty());
        self.tokens.extend(words.map(|word| Token::Word(word.to_lowercase())));
        true
    }

    fn punctuation(&mut self, mark: char) {
        let next = self.rest().chars().next();
        let token = match mark {
            '.' if next == Some('.') => {
                let dots = self.rest().len() - self.rest().trim_start_matches('.').len();
                self.at += dots;
                Token::Dash
            }
            '-' | '–' | '—' | '…' | '～' | '〜' | '~' => Token::Dash,
            '.' | '!' | '?' | '。' => Token::Stop,
            '(' | '（' => Token::Open,
            ')' | '）' => Token::Close,
            ',' | ';' | ':' | '/' | '|' | '=' | '+' | '、' | '，' | '：' | '／' => Token::Mark,
            _ => return,
        };
        self.tokens.push(token);
    }
}

/// The maximum length of a run in characters; a longer one is cut.
const MAX_RUN: usize = 256;

/// Returns the length of a run in bytes: joined by hyphens and apostrophes, digits also by points, commas, colons, and
/// by blanks before exactly three digits, as some languages group thousands.
fn run_length(text: &str) -> usize {
    let letters: Vec<(usize, char)> = text.char_indices().take(MAX_RUN).collect();
    let letter = |index: usize| letters.get(index).map(|(_, letter)| *letter);
    let is_digit = |index: usize| letter(index).is_some_and(|it| it.is_ascii_digit());
    let mut index = 0;
    while let Some(current) = letter(index) {
        let before = index.checked_sub(1);
        let between_digits = before.is_some_and(is_digit) && is_digit(index + 1);
        let joins = match current {
            _ if before.and_then(letter).is_some_and(|it| is_script_change(it, current)) => false,
            _ if current.is_alphanumeric() || current == '_' => true,
            '-' | '–' | '\'' | '’' => letter(index + 1).is_some_and(char::is_alphanumeric),
            '.' | ',' | ':' => between_digits || (current == ':' && letter(index + 1) == Some('/')),
            '/' => before.and_then(letter).is_some_and(|it| it == ':' || it == '/'),
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {
                let group = (1..=3).all(|ahead| is_digit(index + ahead));
                let ends = !letter(index + 4).is_some_and(char::is_alphanumeric);
                let digits =
                    letters[..index].iter().rev().take_while(|(_, it)| it.is_ascii_digit());
                between_digits && group && ends && digits.count() <= 3
            }
            _ => false,
        };
        if !joins {
            break;
        }
        index += 1;
    }
    letters.get(index - 1).map_or(0, |(at, last)| at + last.len_utf8())
}

/// Returns `true` between an East Asian letter and another one, where no blank separates words.
fn is_script_change(before: char, after: char) -> bool {
    let both = before.is_alphanumeric() && after.is_alphanumeric();
    both && is_east_asian(before) != is_east_asian(after)
}

/// Returns `true` for Hiragana, Katakana, Han and Hangul.
fn is_east_asian(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

/// Parses a number in digits, with groups of three, or with decimals.
pub(super) fn number(text: &str) -> Option<f64> {
    let mut parts = text.split([',', '.', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’']);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let first = parts.next().filter(|first| digits(first))?;
    let groups: Vec<&str> = parts.collect();
    if groups.is_empty() {
        return first.parse().ok();
    }
    if first.len() <= 3 && groups.iter().all(|group| group.len() == 3 && digits(group)) {
        return format!("{first}{}", groups.concat()).parse().ok();
    }
    let [decimals] = groups.as_slice() else { return None };
    let pointed = text.contains(['.', ',']) && digits(decimals);
    pointed.then(|| format!("{first}.{decimals}").parse().ok()).flatten()
}
