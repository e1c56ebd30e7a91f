//! [`parser`]: a parser of options that take one of a few words.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// A parser of a few words, each of which stands for a value.
pub(super) fn parser<T: Clone + Send + Sync + 'static>(
    words: impl IntoIterator<Item = (PossibleValue, T)>,
) -> impl TypedValueParser<Value = T> {
    let words: Vec<_> = words.into_iter().collect();
    let values: Vec<_> = words.iter().map(|(value, _)| value.clone()).collect();
    // No other word comes here.
    PossibleValuesParser::new(values).try_map(move |word| {
        let known = words.iter().find(|(value, _)| value.matches(&word, false));
        known.map(|(_, meaning)| meaning.clone()).ok_or("")
    })
}
