//! The known word that was probably meant.

/// The known word that is nearest to another, if one is near: by the measure with which the argument
/// parser finds options and commands.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_ascii_lowercase();
    let near = known.into_iter().map(|known| (strsim::jaro(&word, &known.to_lowercase()), known));
    let best = near.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.7).then_some(best.1)
}
