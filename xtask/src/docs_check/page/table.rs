//! [`Table`]: a table in Markdown, with the places of its rows.

/// A table.
#[derive(Debug)]
pub(super) struct Table {
    /// The titles of the columns; empty if a page has none.
    pub(super) titles: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row.
#[derive(Debug)]
pub(super) struct Row {
    /// The line, counted from 1.
    pub(super) line: usize,
    pub(super) cells: Vec<String>,
}

/// Returns all tables in some lines of a page.
pub(super) fn tables<'a>(lines: impl Iterator<Item = (usize, &'a str)>) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut block: Vec<Row> = Vec::new();
    let mut last = 0;
    for (line, text) in lines {
        let row = is_row(text);
        if !row || line != last + 1 {
            tables.extend(table(std::mem::take(&mut block)));
        }
        if row {
            block.push(Row { line, cells: cells(text) });
            last = line;
        }
    }
    tables.extend(table(block));
    tables
}

fn is_row(text: &str) -> bool {
    let text = text.trim();
    text.contains('|') && !text.starts_with("{:") && !text.starts_with("{%")
}

/// Returns the table of a block of rows. A single line is not a table.
fn table(mut rows: Vec<Row>) -> Option<Table> {
    let ruler = rows.iter().position(|row| is_ruler(&row.cells));
    let titles = match ruler {
        Some(0) | None => Vec::new(),
        Some(at) => rows[at - 1].cells.clone(),
    };
    match ruler {
        Some(at) => rows.drain(..=at).for_each(drop),
        None if rows.len() < 2 => return None,
        None => {}
    }
    rows.retain(|row| !is_ruler(&row.cells));
    Some(Table { titles, rows })
}

/// Returns `true` for the line below the titles.
fn is_ruler(cells: &[String]) -> bool {
    let rule = |cell: &String| {
        let dashes = cell.trim_start_matches(':').trim_end_matches(':');
        !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
    };
    !cells.is_empty() && cells.iter().all(rule)
}

/// Splits a line into cells at bars, except within code or after a backslash.
fn cells(text: &str) -> Vec<String> {
    let text = text.trim();
    let text = text.strip_prefix('|').unwrap_or(text);
    let mut cells = vec![String::new()];
    let mut in_code = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let Some(cell) = cells.last_mut() else { break };
        match letter {
            '\\' if letters.peek() == Some(&'|') => {
                cell.push('|');
                letters.next();
            }
            '|' if !in_code => cells.push(String::new()),
            _ => {
                in_code ^= letter == '`';
                cell.push(letter);
            }
        }
    }
    if cells.last().is_some_and(|last| last.trim().is_empty()) {
        cells.pop();
    }
    cells.into_iter().map(|cell| cell.trim().to_owned()).collect()
}
