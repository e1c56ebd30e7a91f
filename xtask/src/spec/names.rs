//! Names: conversion from the spec's spelling to Rust's.

/// Splits a name into words in lower case: at everything but letters and digits, and before an
/// upper-case letter that follows a lower-case one.
pub(crate) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    let mut lower_before = false;
    for letter in name.chars() {
        if !letter.is_ascii_alphanumeric() {
            open = false;
            continue;
        }
        if !open || (letter.is_ascii_uppercase() && lower_before) {
            words.push(String::new());
        }
        open = true;
        lower_before = !letter.is_ascii_uppercase();
        if let Some(word) = words.last_mut() {
            word.push(letter.to_ascii_lowercase());
        }
    }
    words
}

/// `data_series` -> `DataSeries`
pub(crate) fn pascal(name: &str) -> String {
    let capital = |word: String| {
        let mut letters = word.chars();
        letters.next().map_or(String::new(), |first| {
            first.to_ascii_uppercase().to_string() + letters.as_str()
        })
    };
    words(name).into_iter().map(capital).collect()
}

/// `dataSeries` -> `data_series`
pub(crate) fn snake(name: &str) -> String {
    words(name).join("_")
}

/// `new_users` -> `new-users`
pub(crate) fn kebab(name: &str) -> String {
    words(name).join("-")
}

/// `new_users` -> `NEW_USERS`
pub(crate) fn screaming(name: &str) -> String {
    snake(name).to_ascii_uppercase()
}

/// Returns the name of a field or function, made raw or longer if the language has it
/// taken. Returns `None` if no letter is left to begin a name with.
pub(crate) fn field(name: &str) -> Option<String> {
    let name = snake(name);
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        return None;
    }
    Some(match name.as_str() {
        // The last four are methods of generated types.
        "self" | "super" | "crate" | "new" | "selection" | "check" | "validate" => {
            format!("{name}_")
        }
        _ if syn::parse_str::<syn::Ident>(&name).is_err() => format!("r#{name}"),
        _ => name,
    })
}

/// Returns the name of a type, or `None` if no letter is left to begin a name with.
pub(crate) fn type_name(name: &str) -> Option<String> {
    let name = pascal(name);
    let valid = name.starts_with(|first: char| first.is_ascii_uppercase());
    valid.then_some(name).filter(|name| syn::parse_str::<syn::Ident>(name).is_ok())
}

/// Returns the name of a module, or `None` if it is not a valid one.
pub(crate) fn module(name: &str) -> Option<String> {
    let name = snake(name);
    syn::parse_str::<syn::Ident>(&name).ok().map(|_| name)
}

/// `user events` -> `user event`
pub(crate) fn singular(name: &str) -> String {
    let cut = |end: &str| name.strip_suffix(end).filter(|rest| rest.len() > 1);
    match (cut("ies"), cut("ss").or(cut("us")).or(cut("is")), cut("s")) {
        (Some(rest), ..) => format!("{rest}y"),
        (None, None, Some(rest)) => rest.to_owned(),
        _ => name.to_owned(),
    }
}
