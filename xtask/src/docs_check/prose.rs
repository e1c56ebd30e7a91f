//! Facts in sentences: ranges, defaults and words of a parameter, permissions, rate limits. They are
//! found by tokens that no translation changes (numbers, code, punctuation) and by few words of each
//! language.

use super::facts::{Kind, Statement, Value};
use super::inline::{self, Token};
use super::words::{Words, begins_with_any, is_among};

mod rate;

pub(super) use rate::rates;

/// Completes a parameter with facts from its description that its own source does not state.
///
/// `names` are those of all parameters: in code they mean the parameter, not a value.
pub(super) fn complete(value: &mut Value, text: &str, names: &[String], line: Option<usize>) {
    let tokens = inline::tokens(text);
    let said = |number: Option<f64>| {
        number.map_or(Statement::Missing, |number| Statement::at(number, line))
    };
    if matches!(value.kind.value(), Some(Kind::Integer | Kind::Number)) {
        let (minimum, maximum) = range(&tokens);
        value.minimum = std::mem::take(&mut value.minimum).or(|| said(minimum));
        value.maximum = std::mem::take(&mut value.maximum).or(|| said(maximum));
    }
    let choices = choices(&tokens, value.kind.value().copied(), names);
    if let (Statement::Missing, Some(default)) = (&value.default, choices.default) {
        value.default = Statement::at(default, line);
    }
    if value.words.is_missing() && !choices.words.is_empty() {
        value.words = Statement::at(choices.words, line);
    }
}

/// Returns minimum and maximum: two numbers with a joining word between them, or one
/// after a word for a bound.
fn range(tokens: &[Token]) -> (Option<f64>, Option<f64>) {
    const JOINERS: Words = &[
        "and, to, through",
        "und, bis",
        "y, a, hasta",
        "et, à",
        "e, a, até",
        "から, と",
        "에서, 부터, 과, 와",
    ];
    for three in tokens.windows(3) {
        if let [Token::Number(from), joiner, Token::Number(to)] = three
            && match joiner {
                Token::Word(word) => is_among(word, JOINERS),
                other => *other == Token::Dash,
            }
        {
            return (Some(*from), Some(*to));
        }
    }
    const GREATEST: Words = &[
        "maximum, max, at most, up to, no more than",
        "maximal, höchstens, bis zu",
        "máximo, máx, hasta, como máximo",
        "maximum, au plus, au maximum, jusqu à",
        "máximo, até, no máximo",
        "最大, 最高",
        "최대",
    ];
    const SMALLEST: Words = &[
        "minimum, min, at least",
        "mindestens",
        "mínimo, mín, al menos, como mínimo",
        "minimum, au moins, au minimum",
        "mínimo, pelo menos, no mínimo",
        "最小, 最低, 少なくとも",
        "최소, 적어도",
    ];
    // Japanese and Korean put the word after the number.
    const GREATEST_AFTER: Words = &["以下, 以内, まで", "이하, 이내, 까지"];
    const SMALLEST_AFTER: Words = &["以上", "이상"];
    let smallest = bound(tokens, SMALLEST).or_else(|| bound_before(tokens, SMALLEST_AFTER));
    let greatest = bound(tokens, GREATEST).or_else(|| bound_before(tokens, GREATEST_AFTER));
    (smallest, greatest)
}

/// Returns the number before a word with one of these stems.
fn bound_before(tokens: &[Token], stems: Words) -> Option<f64> {
    tokens.windows(2).find_map(|pair| match pair {
        [Token::Number(number), Token::Word(word)] if begins_with_any(word, stems) => Some(*number),
        _ => None,
    })
}

/// Returns the number after one of these phrases. In "a set of up to 100" it is the size of something else.
fn bound(tokens: &[Token], phrases: Words) -> Option<f64> {
    const FILLERS: Words = &["of, is", "von, ist", "de, es", "de, est", "de, é"];
    const OF: Words = &["of", "von", "de"];
    let phrases = || phrases.iter().flat_map(|line| line.split(", "));
    let is_size = |start: &usize| match start.checked_sub(1).map(|before| &tokens[before]) {
        Some(Token::Word(word)) => is_among(word, OF),
        _ => false,
    };
    (0..tokens.len()).filter(|start| !is_size(start)).find_map(|start| {
        let behind = phrases().find_map(|phrase| behind(&tokens[start..], phrase))?;
        let mut behind = behind.iter().skip_while(|token| match token {
            Token::Word(word) => is_among(word, FILLERS),
            Token::Stop | Token::Mark => true,
            _ => false,
        });
        match behind.next() {
            Some(Token::Number(number)) => Some(*number),
            _ => None,
        }
    })
}

/// Returns the tokens after a phrase, if they begin with it.
fn behind<'a>(mut tokens: &'a [Token], phrase: &str) -> Option<&'a [Token]> {
    for word in phrase.split(' ') {
        match tokens {
            [Token::Word(found), rest @ ..] if found == word => tokens = rest,
            _ => return None,
        }
    }
    Some(tokens)
}

/// The allowed words of a string, and the default of any value.
struct Choices {
    words: Vec<String>,
    default: Option<String>,
}

fn choices(tokens: &[Token], kind: Option<Kind>, names: &[String]) -> Choices {
    let value_of = |token: &Token| match (token, kind) {
        (Token::Code(code), _) if names.contains(code) => None,
        (Token::Code(code), Some(Kind::Text)) => {
            Some(code).filter(|code| inline::is_word(code)).cloned()
        }
        (Token::Code(code), Some(Kind::Integer | Kind::Number)) => {
            inline::number(code).map(|number| number.to_string())
        }
        (Token::Number(number), Some(Kind::Integer | Kind::Number)) => Some(number.to_string()),
        (Token::Code(word) | Token::Word(word), Some(Kind::Boolean)) => {
            matches!(word.as_str(), "true" | "false").then(|| word.clone())
        }
        _ => None,
    };
    let mut default = None;
    for (index, _) in tokens.iter().enumerate().filter(|(_, token)| is_default(token)) {
        if let Some((at, consumed)) = default_at(tokens, index, &value_of) {
            default = value_of(&tokens[at]).map(|value| (value, consumed.then_some(at)));
            break;
        }
    }
    let consumed = default.as_ref().and_then(|(_, at)| *at);
    let mut words: Vec<String> = Vec::new();
    if kind == Some(Kind::Text) {
        for (index, token) in tokens.iter().enumerate() {
            if let Some(word) = value_of(token).filter(|word| !words.contains(word))
                && Some(index) != consumed
            {
                words.push(word);
            }
        }
    }
    Choices { words, default: default.map(|(value, _)| value) }
}

fn is_default(token: &Token) -> bool {
    const STEMS: Words = &[
        "default",
        "standard, voreinge",
        "predetermin, defecto",
        "défaut",
        "padrão",
        "デフォルト, 既定, 初期値",
        "기본",
    ];
    matches!(token, Token::Word(word) if begins_with_any(word, STEMS))
}

/// Returns the position of a default's value, and `true` if the value has no other
/// role: in "`day` (default) or `hour`" it is also one of the words.
fn default_at(
    tokens: &[Token],
    index: usize,
    value_of: &impl Fn(&Token) -> Option<String>,
) -> Option<(usize, bool)> {
    let is_value = |at: &usize| tokens.get(*at).is_some_and(|token| value_of(token).is_some());
    let before = |distance: usize| index.checked_sub(distance);
    let in_brackets = before(1).is_some_and(|at| tokens[at] == Token::Open)
        && tokens.get(index + 1) == Some(&Token::Close);
    let by_default = before(1).is_some_and(|at| {
        matches!(&tokens[at], Token::Word(word) if matches!(word.as_str(), "by" | "par" | "por" | "als"))
    });
    if (in_brackets || by_default)
        && let Some(at) = before(2).filter(is_value)
    {
        return Some((at, false));
    }
    let sentence = tokens[index..].iter().take_while(|token| **token != Token::Stop).count();
    let after = (index..index + sentence).find(is_value).map(|at| (at, true));
    after.or_else(|| {
        let start = tokens[..index].iter().rposition(|token| *token == Token::Stop).unwrap_or(0);
        (start..index).rev().find(is_value).map(|at| (at, false))
    })
}

/// Returns the permissions in a text: code with dots, or any code in a sentence about
/// permissions.
pub(super) fn permissions(text: &str) -> Vec<String> {
    const STEMS: Words = &[
        "permission",
        "berechtigung",
        "permiso",
        "autorisation",
        "permiss, autoriza",
        "権限",
        "권한",
    ];
    let tokens = inline::tokens(text);
    let mut found: Vec<String> = Vec::new();
    for sentence in tokens.split(|token| *token == Token::Stop) {
        let speaks = sentence
            .iter()
            .any(|token| matches!(token, Token::Word(word) if begins_with_any(word, STEMS)));
        for token in sentence {
            if let Token::Code(code) = token
                && (is_dotted(code) || (speaks && is_permission(code)))
                && !found.contains(code)
            {
                found.push(code.clone());
            }
        }
    }
    found
}

/// `sessions.data_series`
fn is_dotted(code: &str) -> bool {
    const ENDINGS: &[&str] = &["com", "eu", "io", "md", "json", "yaml", "yml", "html", "csv"];
    let parts: Vec<&str> = code.split('.').collect();
    let plain = |part: &&str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    parts.len() > 1
        && parts.iter().all(plain)
        && !parts.last().is_some_and(|end| ENDINGS.contains(end))
}

fn is_permission(code: &str) -> bool {
    !code.is_empty()
        && code
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'-'))
}
