//! Pages: the vendor's Markdown about an operation, in any of its languages and despite damage by a
//! translation tool.

mod curl;
mod reply;
mod table;

use super::facts::{Example, Facts, Field, Note, Pool, Statement};
use super::inline::{self, Token};
use super::prose;
use super::words::{self, Column};
use table::{Row, Table};

/// Reads the facts of a page. Reading never fails: a fact that is not found is not stated.
pub(super) fn read(text: &str) -> Facts {
    Page::new(text).facts()
}

/// The parts of a page, each with its first line.
struct Page<'a> {
    /// The lines outside of fences and front matter.
    lines: Vec<(usize, &'a str)>,
    fences: Vec<Fence>,
    notes: Vec<Note>,
    unread: Vec<Note>,
}

/// A fenced text.
struct Fence {
    line: usize,
    text: String,
}

impl<'a> Page<'a> {
    fn new(text: &'a str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut page =
            Self { lines: Vec::new(), fences: Vec::new(), notes: Vec::new(), unread: Vec::new() };
        let mut open: Option<(char, Fence)> = None;
        let front = front_matter(text);
        for (index, line) in text.lines().enumerate().skip(front) {
            let start = line.trim_start().chars().next();
            let mark = start.filter(|mark| {
                matches!(mark, '`' | '~')
                    && line.trim_start().starts_with(&mark.to_string().repeat(3))
            });
            match (&mut open, mark) {
                (Some((opened, _)), Some(mark)) if *opened == mark => {
                    page.fences.extend(open.take().map(|(_, fence)| fence));
                }
                (Some((_, fence)), _) => {
                    fence.text.push_str(line);
                    fence.text.push('\n');
                }
                (None, Some(mark)) => {
                    open = Some((mark, Fence { line: index + 2, text: String::new() }));
                }
                (None, None) => page.lines.push((index + 1, line)),
            }
        }
        page.fences.extend(open.map(|(_, fence)| fence));
        page
    }

    fn facts(mut self) -> Facts {
        let (method, path) = self.target();
        let parameters = self.parameters();
        let example = self.example();
        let reply = self.reply();
        Facts {
            method,
            path,
            permission: self.permission(),
            pool: self.pool(),
            parameters,
            reply,
            example,
            notes: self.notes,
            unread: self.unread,
            ..Facts::default()
        }
    }

    /// Returns method and path: those of `apimethod`, or else of the first line that has both.
    fn target(&mut self) -> (Statement<String>, Statement<String>) {
        let mut found = None;
        for (index, (line, text)) in self.lines.iter().enumerate() {
            let Some(inner) = liquid(text, "apimethod") else { continue };
            if found.is_some() {
                let text = "a second operation of the page is ignored";
                self.notes.push(Note::new(text, Some(*line)));
                break;
            }
            let word = inner.split_whitespace().next().unwrap_or_default();
            let method = method(word, *line);
            let behind = text.split_once("%}").map_or("", |(_, behind)| behind);
            let path = std::iter::once((*line, behind))
                .chain(self.lines[index + 1..].iter().copied())
                .take_while(|(at, text)| *at == *line || !text.trim_start().starts_with("{%"))
                .find_map(|(at, text)| {
                    Some(Statement::at(path(text.split("{%").next()?)?, Some(at)))
                });
            found = Some((method, path.unwrap_or_default()));
        }
        found
            .or_else(|| {
                self.lines.iter().find_map(|(line, text)| {
                    let plain = text.replace(['`', '*', '#'], " ");
                    let mut words = plain.split_whitespace();
                    let method = words.by_ref().find(|word| METHODS.contains(word))?;
                    let path = path(words.next()?)?;
                    let line = Some(*line);
                    Some((Statement::at(method.to_owned(), line), Statement::at(path, line)))
                })
            })
            .unwrap_or_default()
    }

    fn permission(&self) -> Statement<Vec<String>> {
        let mut first = None;
        let mut all: Vec<String> = Vec::new();
        for (line, text) in self.prose() {
            for permission in prose::permissions(text) {
                first = first.or(Some(line));
                if !all.contains(&permission) {
                    all.push(permission);
                }
            }
        }
        if all.is_empty() { Statement::Missing } else { Statement::at(all, first) }
    }

    /// Returns the lines except tables, headings and template expressions.
    fn prose(&self) -> impl Iterator<Item = (usize, &'a str)> {
        self.lines.iter().copied().filter(|(_, text)| {
            let start = text.trim_start();
            !start.contains(" | ") && !start.starts_with(['|', '#']) && !start.starts_with("{%")
        })
    }

    /// Returns the pool: that of the include, or else numbers in the prose.
    fn pool(&self) -> Statement<Pool> {
        let named = self.lines.iter().find_map(|(line, text)| {
            let inner = liquid(text, "multi_lang_include").or_else(|| liquid(text, "include"))?;
            let rest = inner.trim_start().strip_prefix("rate_limits.md")?;
            // A translation tool may have translated `endpoint`.
            let name = rest.split_once('=').map(|(_, value)| {
                let value = value.trim_start();
                let quote = value.chars().next().filter(|first| matches!(first, '\'' | '"'));
                match quote {
                    Some(quote) => value[1..].split(quote).next().unwrap_or_default(),
                    None => value.split_whitespace().next().unwrap_or_default(),
                }
            });
            let name = name.map(str::trim).filter(|name| !name.is_empty());
            Some(match name {
                Some(name) => {
                    let pool = Pool { name: Some(name.to_owned()), ..Pool::default() };
                    Statement::at(pool, Some(*line))
                }
                None => Statement::unclear(text.trim(), Some(*line)),
            })
        });
        named.unwrap_or_default().or(|| {
            let mut said = self.prose().filter_map(|(line, text)| {
                let rates = prose::rates(text);
                (!rates.is_empty())
                    .then(|| Statement::at(Pool { rates, ..Pool::default() }, Some(line)))
            });
            said.next().unwrap_or_default()
        })
    }

    /// Reads the parameters of all tables that have them.
    fn parameters(&mut self) -> Statement<Vec<Field>> {
        let tables = table::tables(self.lines.iter().copied());
        let all = tables.iter().flat_map(|table| &table.rows);
        let names: Vec<String> = all.filter_map(|row| name(row.cells.first()?)).collect();
        let mut parameters: Vec<Field> = Vec::new();
        let mut first = None;
        for table in tables.iter().filter(|table| has_parameters(table)) {
            let columns = columns(table);
            first = first.or(table.rows.first().map(|row| row.line));
            for row in &table.rows {
                match parameter(row, &columns, &names) {
                    Some(field) => parameters.push(field),
                    None => self.notes.push(Note::new("a row without a name", Some(row.line))),
                }
            }
        }
        let unread = |table: &&Table| {
            let columns = if first.is_some() { 4 } else { 2 };
            !has_parameters(table) && seems_to_have_parameters(table, columns)
        };
        self.unread.extend(tables.iter().filter(unread).map(|table| {
            let line = table.rows.first().map(|row| row.line);
            let titles = table.titles.join(" | ");
            let known = words::LANGUAGES;
            let text = format!(
                "a table of parameters is not understood; its titles are `{titles}`, the languages \
                 that are known {known}"
            );
            Note::new(text, line)
        }));
        if first.is_some() { Statement::at(parameters, first) } else { Statement::Missing }
    }

    fn example(&self) -> Example {
        let fence = self.fences.iter().find(|fence| curl::is_curl(&fence.text));
        fence.map_or_else(Example::default, |fence| curl::example(&fence.text, fence.line))
    }

    /// Reads the body after the example request, or else the last one.
    fn reply(&self) -> Statement<super::facts::Value> {
        let bodies = || {
            self.fences
                .iter()
                .filter(|fence| reply::is_body(&fence.text) && !curl::is_curl(&fence.text))
        };
        let example = self.fences.iter().find(|fence| curl::is_curl(&fence.text));
        let behind = example.and_then(|curl| bodies().find(|fence| fence.line > curl.line));
        let found = behind.or_else(|| bodies().next_back());
        found.map_or(Statement::Missing, |fence| reply::value(&fence.text, fence.line))
    }
}

const METHODS: [&str; 7] = ["GET", "PUT", "POST", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// Returns the number of lines of the front matter.
fn front_matter(text: &str) -> usize {
    let mut lines = text.lines();
    if lines.next().map(str::trim_end) != Some("---") {
        return 0;
    }
    let mut matter = lines.take_while(|line| !line.starts_with("{%"));
    matter.position(|line| line.trim_end() == "---").map_or(0, |end| end + 2)
}

/// Returns the rest of a template expression after its first word.
fn liquid<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (_, inner) = text.split_once("{%")?;
    let inner = inner.split_once("%}").map_or(inner, |(inner, _)| inner);
    let inner = inner.trim_start_matches('-').trim_start().strip_prefix(word)?;
    inner.starts_with([' ', '\t']).then_some(inner)
}

fn method(word: &str, line: usize) -> Statement<String> {
    let name = word.to_uppercase();
    if METHODS.contains(&name.as_str()) {
        Statement::at(name, Some(line))
    } else {
        Statement::unclear(word, Some(line))
    }
}

/// Returns the path on a line of its own.
fn path(text: &str) -> Option<String> {
    let word = text.split_whitespace().next()?.trim_matches(['`', '*', '"', '\'']);
    let path = match word.split_once("://") {
        Some((_, rest)) => &rest[rest.find('/')?..],
        None => word,
    };
    let path = path.split('?').next().unwrap_or(path);
    path.starts_with('/').then(|| match path.trim_end_matches('/') {
        "" => "/".to_owned(),
        trimmed => trimmed.to_owned(),
    })
}

/// Recognises a table of parameters by its titles, or by names in code and known words.
fn has_parameters(table: &Table) -> bool {
    let titles: Vec<_> = table.titles.iter().filter_map(|title| words::column(title)).collect();
    let has = |column| titles.contains(&column);
    if has(Column::Name) && (has(Column::Required) || has(Column::Type)) {
        return true;
    }
    let required = |row: &Row| row.cells.get(1).is_some_and(|cell| words::required(cell).is_some());
    !table.rows.is_empty() && table.rows.iter().all(is_named) && table.rows.iter().any(required)
}

/// Returns `true` if a table has that many columns and names in code, so that it may be one of parameters
/// in words that are not known.
fn seems_to_have_parameters(table: &Table, columns: usize) -> bool {
    let parameter = |row: &Row| row.cells.len() >= columns && is_named(row);
    !table.rows.is_empty() && table.rows.iter().all(parameter)
}

fn is_named(row: &Row) -> bool {
    row.cells.first().is_some_and(|cell| cell.contains('`'))
}

/// Returns the content of each column, by its title or else by the usual order.
fn columns(table: &Table) -> Vec<Option<Column>> {
    const USUAL: [Column; 4] = [Column::Name, Column::Required, Column::Type, Column::Description];
    let mut columns: Vec<Option<Column>> =
        table.titles.iter().map(|title| words::column(title)).collect();
    columns.resize(columns.len().max(USUAL.len()), None);
    let complete = table.titles.is_empty() || table.titles.len() >= USUAL.len();
    for (index, usual) in USUAL.into_iter().enumerate().filter(|_| complete) {
        if columns[index].is_none() && !columns.contains(&Some(usual)) {
            columns[index] = Some(usual);
        }
    }
    columns
}

/// Returns the name of a parameter: code, or else the first word.
fn name(cell: &str) -> Option<String> {
    let code = inline::tokens(cell).into_iter().find_map(|token| match token {
        Token::Code(code) => Some(code),
        _ => None,
    });
    let plain = || {
        let word = cell.split_whitespace().next()?.trim_matches(['*', '_', '"', '\'', '`']);
        Some(word.to_owned())
    };
    code.or_else(plain).filter(|name| !name.is_empty())
}

fn parameter(row: &Row, columns: &[Option<Column>], names: &[String]) -> Option<Field> {
    let line = Some(row.line);
    let cell = |column| {
        let index = columns.iter().position(|known| *known == Some(column))?;
        row.cells.get(index).map(String::as_str).filter(|cell| !cell.is_empty())
    };
    let mut field = Field::new(name(cell(Column::Name)?)?, line);
    if let Some(text) = cell(Column::Required) {
        field.required = match words::required(text) {
            Some(required) => Statement::at(required, line),
            None => Statement::unclear(text, line),
        };
    }
    if let Some(text) = cell(Column::Type) {
        match words::value_type(text, line) {
            Some(value) => field.value = value,
            None => field.value.kind = Statement::unclear(text, line),
        }
    }
    if let Some(text) = cell(Column::Description) {
        prose::complete(&mut field.value, text, names, line);
    }
    Some(field)
}
