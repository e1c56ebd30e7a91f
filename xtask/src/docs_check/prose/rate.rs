//! [`rates`]: rate limits in sentences, as a number of requests per window.

use crate::docs_check::facts::Rate;
use crate::docs_check::inline::{self, Token};
use crate::docs_check::words::{Words, begins_with_any, is_among};

const REQUESTS: Words = &[
    "request, call",
    "anfrage, anforderung, aufruf",
    "solicitud, petici, llamada",
    "requête, demande, appel",
    "solicitaç, requisiç, chamada",
    "リクエスト, 件, 回",
    "요청, 건, 호출",
];

const UNITS: [(u64, Words); 4] = [
    (3600, &["hour", "stunde", "hora", "heure", "時", "시간"]),
    (60, &["minut", "分", "분"]),
    (1, &["second", "sekunde", "segundo", "秒", "초"]),
    (86400, &["day", "tag", "día", "jour", "dia", "日", "일"]),
];

/// Returns the rate limits in a text.
pub(in crate::docs_check) fn rates(text: &str) -> Vec<Rate> {
    let tokens = inline::tokens(text);
    let mut found: Vec<Rate> = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if let Token::Number(number) = token
            && *number >= 1.0
            && let (before, behind) = (&tokens[..index], &tokens[index + 1..])
            && let Some(window) = window_behind(behind).or_else(|| window_before(before, behind))
        {
            let rate = Rate { limit: *number as u64, window };
            if !found.contains(&rate) {
                found.push(rate);
            }
        }
    }
    found
}

/// Returns the seconds of "requests per hour", which may have some words in between, or of "requests per three
/// seconds".
fn window_behind(tokens: &[Token]) -> Option<u64> {
    const PER: Words = &["per, a, an, each, every", "pro, je", "por, cada", "par, toutes", "por"];
    let mut spoke_of_requests = false;
    let mut per = false;
    let mut count = 1;
    for token in tokens.iter().take(10) {
        let word = match token {
            Token::Word(word) => word.as_str(),
            Token::Mark => "per",
            Token::Number(number) if per && *number >= 1.0 => {
                count = *number as u64;
                continue;
            }
            _ => return None,
        };
        if let Some(number) = number_word(word).filter(|_| per) {
            count = number;
            continue;
        }
        if let Some(seconds) = unit(word).filter(|_| per && spoke_of_requests) {
            return count.checked_mul(seconds);
        }
        spoke_of_requests |= begins_with_any(word, REQUESTS);
        per = is_among(word, PER);
    }
    None
}

/// Returns the seconds of a window before the number, as in Japanese and Korean, with
/// requests after it.
fn window_before(before: &[Token], behind: &[Token]) -> Option<u64> {
    const PER_ENDINGS: [&str; 6] = ["あたり", "当たり", "につき", "ごとに", "당", "마다"];
    let speaks =
        |token: &Token| matches!(token, Token::Word(word) if begins_with_any(word, REQUESTS));
    if !behind.first().is_some_and(speaks) {
        return None;
    }
    let (count, word) = match before {
        [.., Token::Number(count), Token::Word(word)] => (*count as u64, word),
        [.., Token::Word(word)] => (1, word),
        _ => return None,
    };
    let per = PER_ENDINGS.iter().any(|ending| word.ends_with(ending));
    unit(word).filter(|_| per)?.checked_mul(count.max(1))
}

/// Returns the seconds of a unit of time.
fn unit(word: &str) -> Option<u64> {
    let found = UNITS.iter().find(|(_, stems)| begins_with_any(word, stems));
    found.map(|(seconds, _)| *seconds)
}

/// Returns a small number in words.
fn number_word(word: &str) -> Option<u64> {
    const NUMBERS: [(u64, Words); 5] = [
        (2, &["two", "zwei", "dos", "deux", "dois, duas"]),
        (3, &["three", "drei", "tres", "trois", "três"]),
        (5, &["five", "fünf", "cinco", "cinq", "cinco"]),
        (10, &["ten", "zehn", "diez", "dix", "dez"]),
        (30, &["thirty", "dreißig", "treinta", "trente", "trinta"]),
    ];
    NUMBERS.iter().find(|(_, words)| is_among(word, words)).map(|(number, _)| *number)
}
