//! [`Token`]: what a piece of generated code is made of, and how it stands on one line.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// A token, or tokens between brackets.
#[derive(Debug)]
pub(super) enum Token {
    /// A name, a keyword, a lifetime.
    Word(String),
    Literal(String),
    /// Punctuation, as far as generated code has any.
    Mark(&'static str),
    Group(Delimiter, Vec<Token>),
    /// Punctuation that it does not have.
    Other(String),
}

/// The marks of generated code; those of two characters first.
const MARKS: [&str; 18] =
    ["::", "->", "=>", ",", ";", ":", ".", "?", "!", "#", "=", "&", "|", "<", ">", "*", "-", "'"];

/// What would be read as two marks.
const OPERATORS: [&str; 6] = ["&&", "||", "==", "!=", "<=", ">="];

impl Token {
    pub(super) fn is(&self, mark: &str) -> bool {
        matches!(self, Self::Mark(known) if *known == mark)
    }

    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(self, Self::Word(known) if known == word)
    }

    /// The tokens between brackets of this kind.
    pub(super) fn group(&self, wanted: Delimiter) -> Option<&[Self]> {
        match self {
            Self::Group(delimiter, inner) if *delimiter == wanted => Some(inner),
            _ => None,
        }
    }
}

/// The tokens of a stream.
pub(super) fn read(stream: TokenStream) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    // The first character of a mark that may have a second.
    let mut open = None;
    for tree in stream {
        let token = match tree {
            TokenTree::Punct(punct) => {
                let now = punct.as_char();
                let pair = open.take().and_then(|before| mark([before, now]));
                if pair.is_some() {
                    tokens.pop();
                } else if punct.spacing() == Spacing::Joint {
                    open = Some(now);
                }
                pair.or_else(|| mark([now])).unwrap_or_else(|| Token::Other(now.to_string()))
            }
            TokenTree::Ident(ident) if tokens.last().is_some_and(|last| last.is("'")) => {
                tokens.pop();
                Token::Word(format!("'{ident}"))
            }
            TokenTree::Ident(ident) => Token::Word(ident.to_string()),
            TokenTree::Literal(literal) => Token::Literal(literal.to_string()),
            TokenTree::Group(group) => Token::Group(group.delimiter(), read(group.stream())),
        };
        tokens.push(token);
    }
    tokens
}

fn mark<const LETTERS: usize>(letters: [char; LETTERS]) -> Option<Token> {
    let find = |marks: &[&'static str]| {
        marks.iter().copied().find(|mark| mark.chars().eq(letters.iter().copied()))
    };
    let other = || find(&OPERATORS).map(|mark| Token::Other(mark.to_owned()));
    find(&MARKS).map(Token::Mark).or_else(other)
}

/// Whether all tokens are of the kinds that generated code has nearly everywhere.
pub(super) fn usual(tokens: &[Token]) -> bool {
    tokens.iter().all(|token| match token {
        Token::Other(_) => false,
        // rustfmt counts brackets in texts too when it sets a last comma.
        Token::Literal(text) => {
            let count = |bracket| text.matches(bracket).count();
            count('(') == count(')') && count('[') == count(']') && count('{') == count('}')
        }
        Token::Group(delimiter, inner) => *delimiter != Delimiter::None && usual(inner),
        _ => true,
    })
}

/// The tokens on one line, as rustfmt sets them. Literals may have lines of their own.
pub(super) fn flat(tokens: &[Token]) -> String {
    let mut out = String::new();
    write(tokens, &mut out);
    out
}

fn write(tokens: &[Token], out: &mut String) {
    // Within the bars of a closure's arguments.
    let mut bars = false;
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let opens = token.is("|") && !bars && before.is_none_or(|it| it.is(",") || it.is("="));
        let closes = token.is("|") && bars;
        if let Some(before) = before.filter(|_| !closes) {
            // A bar that opened arguments has them close behind it.
            let opened = before.is("|") && bars;
            if !opened && spaced(before, token) {
                out.push(' ');
            }
        }
        bars = opens || (bars && !closes);
        match token {
            Token::Word(text) | Token::Literal(text) | Token::Other(text) => out.push_str(text),
            Token::Mark(",") if at + 1 == tokens.len() => {}
            Token::Mark(mark) => out.push_str(mark),
            Token::Group(delimiter, inner) => {
                let (open, close) = brackets(*delimiter);
                let listed = before.is_some_and(|it| it.is("::"));
                let padding = *delimiter == Delimiter::Brace && !inner.is_empty() && !listed;
                out.push_str(open);
                out.push_str(if padding { " " } else { "" });
                write(inner, out);
                out.push_str(if padding { " " } else { "" });
                out.push_str(close);
            }
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::None => ("", ""),
    }
}

/// Whether a space stands between two tokens.
fn spaced(before: &Token, token: &Token) -> bool {
    match (before, token) {
        (Token::Word(word), Token::Mark("!")) => word == "if",
        (Token::Mark("::" | "." | "&" | "!" | "<" | "#" | "*" | "-"), _)
        | (_, Token::Mark("," | ";" | ":" | "::" | "." | "?" | "<" | ">"))
        | (Token::Word(_) | Token::Mark(">" | "?"), Token::Group(Delimiter::Parenthesis, _))
        | (Token::Group(..), Token::Group(Delimiter::Parenthesis, _)) => false,
        _ => true,
    }
}
