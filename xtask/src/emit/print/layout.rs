//! [`items`]: the text of generated items as rustfmt would leave it, for what nearly all of them are made of.
//!
//! rustfmt takes most of the time of a large spec. What is laid out here need not go through it; what this
//! module does not know goes there.

use proc_macro2::Delimiter;

use super::expression::{Room, assignment, expression};
use super::token::{Token, flat, usual};

/// The widest line.
pub(super) const WIDTH: usize = 100;

/// What a step of indentation is.
pub(super) const STEP: usize = 4;

/// The widest lines of attributes, by what they hold: rustfmt leaves some room behind them.
const WIDEST_ATTRIBUTE: usize = 99;
const WIDEST_DERIVE: usize = 96;

/// The text of some items; `None` where they have to go through rustfmt.
pub(super) fn items(tokens: &[Token]) -> Option<String> {
    if !usual(tokens) {
        return None;
    }
    let mut out = String::new();
    let mut rest = tokens;
    while !rest.is_empty() {
        rest = item(rest, 0, &mut out)?;
    }
    let fits = |line: &str| line.len() <= WIDTH || line.trim_start().starts_with("///");
    out.lines().all(fits).then_some(out)
}

/// Writes one item or member of one; gives the tokens behind it.
fn item<'a>(tokens: &'a [Token], indent: usize, out: &mut String) -> Option<&'a [Token]> {
    let rest = attributes(tokens, indent, out)?;
    let keyword = rest.iter().find_map(|token| match token {
        Token::Word(word) if word != "pub" => Some(word.as_str()),
        _ => None,
    })?;
    match keyword {
        "const" | "type" => {
            let (statement, rest) = until(rest, ";")?;
            line(&assignment(statement, indent, ";")?, indent, out);
            Some(rest)
        }
        "fn" | "impl" | "struct" | "enum" => {
            let at = rest.iter().position(|token| token.group(Delimiter::Brace).is_some())?;
            let (head, body) = (&rest[..at], rest[at].group(Delimiter::Brace)?);
            let head = match keyword {
                "fn" => signature(head, indent)?,
                _ => flat(head),
            };
            line(&head, indent, out);
            open(body, out);
            match keyword {
                "fn" => block(body, indent + STEP, out)?,
                "impl" => members(body, indent + STEP, out)?,
                _ => fields(body, indent + STEP, out)?,
            }
            close(body, indent, out);
            Some(&rest[at + 1..])
        }
        // A macro.
        _ if rest.get(1).is_some_and(|token| token.is("!")) => {
            let (statement, rest) = until(rest, ";")?;
            line(&(flat(statement) + ";"), indent, out);
            Some(rest)
        }
        _ => None,
    }
}

fn members(mut tokens: &[Token], indent: usize, out: &mut String) -> Option<()> {
    while !tokens.is_empty() {
        tokens = item(tokens, indent, out)?;
    }
    Some(())
}

/// The fields of a struct, the variants of an enum.
fn fields(mut tokens: &[Token], indent: usize, out: &mut String) -> Option<()> {
    while !tokens.is_empty() {
        let rest = attributes(tokens, indent, out)?;
        let end = parts(rest).next()?.len();
        line(&(flat(&rest[..end]) + ","), indent, out);
        tokens = rest.get(end + 1..).unwrap_or_default();
    }
    Some(())
}

/// Documentation and attributes; gives the tokens behind them.
fn attributes<'a>(mut tokens: &'a [Token], indent: usize, out: &mut String) -> Option<&'a [Token]> {
    while let [hash, attribute, rest @ ..] = tokens
        && hash.is("#")
    {
        let inner = attribute.group(Delimiter::Bracket)?;
        if let [name, _, Token::Literal(text)] = inner
            && name.is_word("doc")
        {
            line(&format!("///{}", unescaped(text)?), indent, out);
        } else {
            let text = format!("#[{}]", flat(inner));
            let derives = inner.first()?.is_word("derive");
            let widest = if derives { WIDEST_DERIVE } else { WIDEST_ATTRIBUTE };
            if indent + text.len() <= widest {
                line(&text, indent, out);
            } else {
                let [name, list] = inner else { return None };
                let list = list.group(Delimiter::Parenthesis).filter(|_| !derives)?;
                line(&format!("#[{}(", flat(std::slice::from_ref(name))), indent, out);
                let written: Vec<_> = parts(list).map(flat).collect();
                line(
                    &written.join(&format!(",\n{}", " ".repeat(indent + STEP))),
                    indent + STEP,
                    out,
                );
                line(")]", indent, out);
            }
        }
        tokens = rest;
    }
    Some(tokens)
}

/// The line before a function's body, or the lines.
fn signature(tokens: &[Token], indent: usize) -> Option<String> {
    let text = flat(tokens);
    if indent + text.len() + " {".len() <= WIDTH {
        return Some(text);
    }
    let arguments = |token: &Token| token.group(Delimiter::Parenthesis).is_some();
    // The first brackets may be those of `pub(crate)`.
    let name = tokens.iter().position(|token| token.is_word("fn"))?;
    let at = name + tokens[name..].iter().position(arguments)?;
    let spaces = " ".repeat(indent);
    let mut out = flat(&tokens[..at]) + "(\n";
    for argument in parts(tokens[at].group(Delimiter::Parenthesis)?) {
        out.push_str(&format!("{spaces}    {},\n", flat(argument)));
    }
    let output = flat(&tokens[at + 1..]);
    let space = if output.is_empty() { "" } else { " " };
    Some(format!("{out}{spaces}){space}{output}"))
}

/// The statements of a block.
fn block(mut tokens: &[Token], indent: usize, out: &mut String) -> Option<()> {
    while let Some(first) = tokens.first() {
        let Token::Word(word) = first else { return None };
        if matches!(word.as_str(), "if" | "for" | "match") {
            let at = tokens.iter().position(|token| token.group(Delimiter::Brace).is_some())?;
            let (head, body) = (flat(&tokens[..at]), tokens[at].group(Delimiter::Brace)?);
            if indent + head.len() + " {".len() > WIDTH {
                return None;
            }
            line(&head, indent, out);
            open(body, out);
            match word.as_str() {
                "match" => arms(body, indent + STEP, out)?,
                _ => block(body, indent + STEP, out)?,
            }
            close(body, indent, out);
            tokens = &tokens[at + 1..];
            if tokens
                .first()
                .is_some_and(|next| !matches!(next, Token::Word(word) if word != "else"))
            {
                return None;
            }
            continue;
        }
        let (text, rest) = match until(tokens, ";") {
            Some((statement, rest)) => (assignment(statement, indent, ";")?, rest),
            None => (expression(tokens, &Room::of_line(indent))?, &[][..]),
        };
        line(&text, indent, out);
        tokens = rest;
    }
    Some(())
}

/// The arms of a match.
fn arms(mut tokens: &[Token], indent: usize, out: &mut String) -> Option<()> {
    while !tokens.is_empty() {
        let (pattern, rest) = until(tokens, "=>")?;
        let (text, rest) = match rest.first()?.group(Delimiter::Brace) {
            Some([]) => ("{}".to_owned(), &rest[1..]),
            Some(_) => return None,
            None => {
                let (body, rest) = until(rest, ",")?;
                (flat(body) + ",", rest)
            }
        };
        line(&format!("{} => {text}", flat(pattern)), indent, out);
        tokens = rest;
    }
    Some(())
}

/// The tokens before a mark and those behind it.
fn until<'a>(tokens: &'a [Token], mark: &str) -> Option<(&'a [Token], &'a [Token])> {
    let at = tokens.iter().position(|token| token.is(mark))?;
    Some((&tokens[..at], &tokens[at + 1..]))
}

/// The parts of a list, between its commas: not those of a type's or a closure's arguments.
pub(super) fn parts(tokens: &[Token]) -> impl Iterator<Item = &[Token]> {
    let (mut depth, mut bars) = (0, false);
    let parts = tokens.split(move |token| {
        match token {
            Token::Mark("<") => depth += 1,
            Token::Mark(">") => depth -= 1,
            Token::Mark("|") => bars = !bars,
            Token::Mark(",") => return depth == 0 && !bars,
            _ => {}
        }
        false
    });
    // A comma may stand behind the last one.
    parts.filter(|part| !part.is_empty())
}

fn line(text: &str, indent: usize, out: &mut String) {
    out.extend(std::iter::repeat_n(' ', indent));
    out.push_str(text);
    out.push('\n');
}

/// Goes on in the last line with the bracket before a body.
fn open(body: &[Token], out: &mut String) {
    out.truncate(out.trim_end().len());
    out.push_str(if body.is_empty() { " {}\n" } else { " {\n" });
}

fn close(body: &[Token], indent: usize, out: &mut String) {
    if !body.is_empty() {
        line("}", indent, out);
    }
}

/// What a literal of a line of documentation says.
fn unescaped(literal: &str) -> Option<String> {
    let mut inner = literal.strip_prefix('"')?.strip_suffix('"')?.chars();
    let mut out = String::with_capacity(literal.len());
    while let Some(letter) = inner.next() {
        if letter != '\\' {
            out.push(letter);
            continue;
        }
        match inner.next()? {
            same @ ('"' | '\\' | '\'') => out.push(same),
            _ => return None,
        }
    }
    (out.trim_end() == out).then_some(out)
}
