//! [`find`]: commands by the words in their names, summaries, paths and descriptions.

/// A command with the texts in which words are looked for.
#[derive(Debug)]
pub(crate) struct CommandEntry {
    /// The command as it is typed.
    pub(crate) typed: String,
    pub(crate) about: String,
    /// Method and path, if it is an operation's.
    pub(crate) target: Option<String>,
    pub(crate) description: &'static str,
}

/// The commands that were found.
#[derive(Debug)]
pub(crate) struct Hits<'a> {
    /// Those that hold all words, the best first.
    pub(crate) entries: Vec<&'a CommandEntry>,
    /// The number of others that hold some of the words in their descriptions only.
    pub(crate) mentions: usize,
}

/// The weight of a word by its place. A word within another weighs less than one by itself.
const NAME: u32 = 40;
const ABOUT: u32 = 20;
const TARGET: u32 = 10;
const DESCRIPTION: u32 = 1;

/// Finds the commands that hold all words. Those that hold some in their descriptions only are left out if there
/// are others, unless `with_mentions`.
pub(crate) fn find<'a>(
    entries: &'a [CommandEntry],
    words: &[String],
    with_mentions: bool,
) -> Hits<'a> {
    let words: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let mut found: Vec<(u32, bool, &CommandEntry)> = Vec::new();
    for entry in entries {
        let weights: Option<Vec<u32>> = words.iter().map(|word| weight(entry, word)).collect();
        let Some(weights) = weights else { continue };
        let is_mention = weights.contains(&DESCRIPTION);
        found.push((weights.iter().sum(), is_mention, entry));
    }
    let hides = !with_mentions && found.iter().any(|(_, is_mention, _)| !is_mention);
    let before = found.len();
    found.retain(|(_, is_mention, _)| !(hides && *is_mention));
    let mentions = before - found.len();
    found.sort_by(|(one, _, a), (other, _, b)| other.cmp(one).then(a.typed.cmp(&b.typed)));
    Hits { entries: found.into_iter().map(|(_, _, entry)| entry).collect(), mentions }
}

/// The words that names, summaries and paths hold, for suggestions.
pub(crate) fn vocabulary(entries: &[CommandEntry]) -> Vec<String> {
    let texts = |entry: &CommandEntry| {
        let target = entry.target.clone().unwrap_or_default();
        [plain(&entry.typed), plain(&entry.about), plain(&target)].join(" ")
    };
    let mut words: Vec<String> = entries
        .iter()
        .flat_map(|entry| parts(&texts(entry)).map(str::to_owned).collect::<Vec<_>>())
        .filter(|word| word.len() > 2)
        .collect();
    words.sort();
    words.dedup();
    words
}

/// The weight of a word in the command, if it holds it.
fn weight(entry: &CommandEntry, word: &str) -> Option<u32> {
    let target = entry.target.as_deref().unwrap_or_default();
    let places = [
        (entry.typed.as_str(), NAME),
        (entry.about.as_str(), ABOUT),
        (target, TARGET),
        (entry.description, DESCRIPTION),
    ];
    places.into_iter().find_map(|(text, weight)| {
        let text = plain(text);
        let is_whole = parts(&text).any(|part| part == word);
        match (is_whole, text.contains(word)) {
            (true, _) if weight > DESCRIPTION => Some(weight + weight / 2),
            (true, _) | (false, true) => Some(weight),
            (false, false) => None,
        }
    })
}

/// A text in small letters, in which `_`, `-` and spaces are the same.
fn plain(text: &str) -> String {
    text.to_lowercase().replace(['_', '-'], " ")
}

/// The words of a plain text.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty())
}
