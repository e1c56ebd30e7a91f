//! Expressions over several lines, as rustfmt sets them: calls, chains of methods, lists, structs.
//!
//! The rules are those of rustfmt with `use_small_heuristics = "Max"`: what fits on a line stands on one.

use proc_macro2::Delimiter;

use super::layout::{STEP, WIDTH, parts};
use super::token::{Token, flat};

/// Where an expression may stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// The indentation of the lines that the expression begins in.
    indent: usize,
    /// Where it begins.
    column: usize,
    /// What has to have room behind it.
    behind: usize,
    /// Whether a chain of methods has to stand on one line, its last call apart.
    tight: bool,
}

impl Room {
    /// A line of its own.
    pub(super) fn of_line(indent: usize) -> Self {
        Self { indent, column: indent, behind: 0, tight: false }
    }

    /// How many columns there are.
    fn width(&self) -> usize {
        WIDTH.saturating_sub(self.column + self.behind)
    }

    /// The lines within brackets, with a comma behind each.
    fn inner(&self) -> Self {
        Self { behind: 1, tight: self.tight, ..Self::of_line(self.indent + STEP) }
    }

    fn after(&self, columns: usize) -> Self {
        Self { column: self.column + columns, ..*self }
    }
}

/// A text within a room's width; what it has beyond the first line is as wide as lines may be.
fn fitting(text: String, room: &Room) -> Option<String> {
    let first = text.lines().next().unwrap_or_default();
    let single = !text.contains('\n');
    let rest = text.lines().skip(1).all(|line| line.len() <= WIDTH);
    let last = text.lines().next_back().unwrap_or_default();
    let ends = single || last.len() + room.behind <= WIDTH;
    (text.is_ascii() && first.len() <= room.width() && rest && ends).then_some(text)
}

/// `name = value`, with the value in the same line or the next; what has no value is an expression.
pub(super) fn assignment(tokens: &[Token], indent: usize, end: &str) -> Option<String> {
    let room = Room { behind: end.len(), ..Room::of_line(indent) };
    let Some(at) = tokens.iter().position(|token| token.is("=")) else {
        let text = match tokens.first()? {
            Token::Word(word) if word == "const" || word == "type" || word == "pub" => flat(tokens),
            _ => expression(tokens, &room)?,
        };
        return Some(text + end);
    };
    let (name, value) = (flat(&tokens[..at]) + " =", &tokens[at + 1..]);
    let same = expression(value, &room.after(name.len() + 1));
    if let Some(same) = same.as_ref().filter(|same| !same.contains('\n')) {
        return Some(format!("{name} {same}{end}"));
    }
    let below = Room { indent: indent + STEP, column: indent + STEP, ..room };
    let next = expression(value, &below);
    let spaces = " ".repeat(indent + STEP);
    match (same, next) {
        (Some(same), Some(next)) if prefers_next(&same, &next) => {
            Some(format!("{name}\n{spaces}{next}{end}"))
        }
        (Some(same), _) => Some(format!("{name} {same}{end}")),
        (None, next) => Some(format!("{name}\n{spaces}{}{end}", next?)),
    }
}

/// Whether a value looks better in a line of its own.
fn prefers_next(same: &str, next: &str) -> bool {
    let breaks = |text: &str| text.matches('\n').count();
    let opens = |text: &str, bracket| text.lines().next().is_some_and(|it| it.ends_with(bracket));
    !next.contains('\n')
        || breaks(same) > breaks(next) + 1
        || ['(', '{', '['].into_iter().any(|it| opens(same, it) && !opens(next, it))
}

/// An expression; `None` where it does not fit, or is of a kind that is not known here.
pub(super) fn expression(tokens: &[Token], room: &Room) -> Option<String> {
    let text = flat(tokens);
    // Brackets have lines of their own where a text within does.
    let plain = !text.contains('\n') || matches!(tokens, [Token::Literal(_)]);
    if plain && let Some(text) = literal(text, tokens, room) {
        return Some(text);
    }
    if let [sign @ Token::Mark("&" | "!" | "*"), rest @ ..] = tokens {
        let sign = flat(std::slice::from_ref(sign));
        return Some(format!("{sign}{}", expression(rest, &room.after(1))?));
    }
    let links: Vec<usize> = (1..tokens.len()).filter(|at| tokens[*at].is(".")).collect();
    if let Some(first) = links.first() {
        let ends = links[1..].iter().copied().chain([tokens.len()]);
        let links = links.iter().zip(ends).map(|(start, end)| &tokens[*start..end]).collect();
        return Chain { root: &tokens[..*first], links }.text(room);
    }
    let (last, path) = tokens.split_last()?;
    let name = flat(path);
    match last {
        Token::Group(Delimiter::Parenthesis, arguments) if !path.is_empty() => {
            list(&name, ["(", ")"], arguments, room)
        }
        Token::Group(Delimiter::Bracket, items) if path.is_empty() => {
            list("", ["[", "]"], items, room)
        }
        Token::Group(Delimiter::Brace, fields) if !path.is_empty() => {
            if name.len() + " {".len() > room.width() {
                return None;
            }
            vertical(&(name + " "), ["{", "}"], fields, room)
        }
        _ => None,
    }
}

/// What stands on one line, or is one literal.
fn literal(text: String, tokens: &[Token], room: &Room) -> Option<String> {
    let (before, continued) = match text.rsplit_once('\n') {
        Some((before, _)) => (before, before.lines().all(|line| line.ends_with('\\'))),
        None => ("", false),
    };
    // A text that goes on in the next line by a backslash is left as it is.
    match tokens {
        [Token::Literal(_)] if continued && before.is_ascii() => Some(text),
        _ => fitting(text, room),
    }
}

/// A call or a list: on one line up to its only item, or each item on a line of its own.
fn list(name: &str, [open, close]: [&str; 2], items: &[Token], room: &Room) -> Option<String> {
    let mut all = parts(items);
    let (only, more) = (all.next()?, all.next());
    // Behind a name that is as short as a step anything may begin.
    let short = name.len() < STEP;
    if more.is_none() && (short || overflows(only)) {
        let before = name.len() + open.len();
        let within = Room { behind: room.behind + close.len(), ..room.after(before) };
        let within = Room { tight: room.tight || (!short && is_chain(only)), ..within };
        let over = expression(only, &within);
        if let Some(over) = over {
            let first = over.lines().next().unwrap_or_default();
            // What is broken once only may fit into the line below.
            let below = || expression(only, &room.inner()).filter(|it| !it.contains('\n'));
            if before + first.len() + close.len() <= room.width() {
                let below = if over.matches('\n').count() == 1 { below() } else { None };
                if below.is_none() {
                    return Some(format!("{name}{open}{over}{close}"));
                }
            }
        }
    }
    if name.len() + open.len() > room.width() {
        return None;
    }
    vertical(name, [open, close], items, room)
}

/// Each item on a line of its own.
fn vertical(name: &str, [open, close]: [&str; 2], items: &[Token], room: &Room) -> Option<String> {
    let spaces = " ".repeat(room.indent);
    let mut out = format!("{name}{open}\n");
    for item in parts(items) {
        let text = entry(item, &room.inner())?;
        out.push_str(&format!("{spaces}    {text},\n"));
    }
    Some(format!("{out}{spaces}{close}"))
}

/// An item of a list, or the field of a struct.
fn entry(item: &[Token], room: &Room) -> Option<String> {
    match item {
        [Token::Word(name), colon, value @ ..] if colon.is(":") => {
            let value = expression(value, &room.after(name.len() + 2))?;
            Some(format!("{name}: {value}"))
        }
        _ => expression(item, room),
    }
}

fn is_chain(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| token.is("."))
}

/// Whether the only item of a list may begin in the line of the bracket and end in another.
fn overflows(tokens: &[Token]) -> bool {
    match tokens {
        [Token::Mark("&" | "!" | "*"), rest @ ..] => overflows(rest),
        [.., Token::Group(..)] => true,
        _ => false,
    }
}

/// A value and what is called on it, one after the other.
struct Chain<'a> {
    root: &'a [Token],
    links: Vec<&'a [Token]>,
}

impl Chain<'_> {
    fn text(&self, room: &Room) -> Option<String> {
        let mut links = self.links.as_slice();
        let mut root = expression(self.root, room)?;
        // A root that is as short as a step has its first call beside it.
        while root.len() <= STEP.saturating_sub(room.column - room.indent) && !root.contains('\n') {
            let Some((first, rest)) = links.split_first() else { break };
            root.push_str(&link(first, &room.after(root.len()))?);
            links = rest;
        }
        let Some((last, before)) = links.split_last() else { return Some(root) };
        // Behind a bracket that closes a line of its own the calls go on from there.
        let ends_block = root.lines().count() > 1
            && root
                .lines()
                .next_back()
                .is_some_and(|line| line.trim_start().starts_with([')', ']', '}']));
        let indent = if ends_block { room.indent } else { room.indent + STEP };
        let child = Room { tight: room.tight, ..Room::of_line(indent) };
        let mut pieces = vec![root];
        for it in before {
            pieces.push(link(it, &child)?);
        }
        let own_line = Room { behind: room.behind, ..child };
        let total: usize = pieces.iter().map(String::len).sum();
        let single = pieces.iter().all(|piece| !piece.contains('\n')) && room.width() > total;
        let mut one_line = false;
        let written = match single.then(|| link(last, &room.after(total))).flatten() {
            None => link(last, &own_line)?,
            Some(over) => {
                let lines = over.lines().count();
                let fits = over.lines().next().unwrap_or_default().len() <= room.width() - total;
                let own = if fits && lines >= 5 { None } else { link(last, &own_line) };
                match own {
                    Some(own) if !fits || own.lines().count() < lines => own,
                    _ => {
                        one_line = fits;
                        over
                    }
                }
            }
        };
        pieces.push(written);
        if one_line {
            return Some(pieces.concat());
        }
        (!room.tight).then(|| pieces.join(&format!("\n{}", " ".repeat(indent))))
    }
}

/// A field or a call of a chain, with its dot.
fn link(tokens: &[Token], room: &Room) -> Option<String> {
    let text = flat(tokens);
    if !text.contains('\n')
        && let Some(text) = fitting(text, room)
    {
        return Some(text);
    }
    let (last, path) = tokens.split_last()?;
    list(&flat(path), ["(", ")"], last.group(Delimiter::Parenthesis)?, room)
}
