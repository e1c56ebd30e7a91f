//! [`nearest`]: finds the word that was probably meant.

/// Returns the candidate nearest to a word, if one is near enough to be a typo.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let fold = |text: &str| text.to_lowercase().replace(['-', '_', '.', ' '], "");
    let word = fold(word);
    let allowed = (word.chars().count() / 3).max(1);
    let scored = candidates.into_iter().map(|candidate| (fold(candidate), candidate));
    // A candidate much longer than the word is not a typo of it and need not be compared.
    scored
        .filter(|(folded, _)| folded.chars().count().abs_diff(word.chars().count()) <= 16)
        .map(|(folded, candidate)| (strsim::osa_distance(&word, &folded), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, found)| found)
}
