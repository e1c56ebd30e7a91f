//! The example request of a page: a call of `curl`.

use crate::docs_check::facts::{Example, Statement};

/// Returns `true` for a call of `curl`.
pub(super) fn is_curl(text: &str) -> bool {
    text.split_whitespace().next() == Some("curl") || text.contains("\ncurl ")
}

/// Reads the request of a call of `curl`.
pub(super) fn example(text: &str, line: usize) -> Example {
    let mut method = None;
    let mut target = None;
    let mut body = false;
    let words: Vec<(usize, &str)> = text
        .lines()
        .enumerate()
        .flat_map(|(at, line_text)| line_text.split_whitespace().map(move |word| (line + at, word)))
        .collect();
    for (index, (at, word)) in words.iter().enumerate() {
        let next = words.get(index + 1).map(|(at, next)| (*at, unquoted(next)));
        match *word {
            "-X" | "--request" => method = next,
            "-d" | "--data" | "--data-raw" | "--data-binary" | "--json" | "-F" | "--form" => {
                body = true;
            }
            _ if target.is_none() && unquoted(word).starts_with("http") => {
                target = Some((*at, unquoted(word)));
            }
            _ => {}
        }
    }
    let implied = || target.map(|(at, _)| (at, if body { "POST" } else { "GET" }));
    let method = method.or_else(implied);
    let method = method
        .map_or(Statement::Missing, |(at, name)| Statement::at(name.to_uppercase(), Some(at)));
    let Some((at, url)) = target else { return Example { method, ..Example::default() } };
    let Some((server, path, query)) = parts(url) else {
        let path = Statement::unclear(url, Some(at));
        return Example { method, path, ..Example::default() };
    };
    let names = query.split('&').filter(|pair| !pair.is_empty());
    let names: Vec<String> =
        names.map(|pair| pair.split('=').next().unwrap_or(pair).to_owned()).collect();
    Example {
        method,
        server: Statement::at(server.to_owned(), Some(at)),
        path: Statement::at(path.to_owned(), Some(at)),
        query: Statement::at(names, Some(at)),
    }
}

fn unquoted(word: &str) -> &str {
    word.trim_matches(['\'', '"', '\\', '‘', '’', '“', '”'])
}

/// Splits a URL into server, path and query.
fn parts(url: &str) -> Option<(&str, &str, &str)> {
    let authority = url.find("://")? + "://".len();
    let path = url[authority..].find(['/', '?']).map_or(url.len(), |at| authority + at);
    let (server, rest) = url.split_at(path);
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    Some((server, path, query))
}
