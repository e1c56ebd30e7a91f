//! [`Columns`]: the columns of a file, each with the place that its values go to.

use std::collections::{BTreeSet, HashMap};
use std::fmt;

use braze_core::import::RecordKind;

use crate::line_kind::LineKind;
use crate::place::{Part, Place, REASON, RECORDS};
use crate::value_type::ValueType;

/// The columns of a file, each with the place that its values go to.
#[derive(Debug, Clone)]
pub(crate) struct Columns {
    pub(crate) names: Vec<String>,
    pub(crate) uses: Vec<Use>,
}

/// The use of a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Use {
    Place(Place),
    /// Names the records to import from the line.
    Records,
    /// The values are not read.
    None,
}

/// The choices about columns that a file leaves open.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choices {
    /// The path for a column; `None` leaves it out.
    pub(crate) paths: HashMap<String, Option<String>>,
    pub(crate) types: HashMap<String, ValueType>,
    /// The records that a line becomes.
    pub(crate) line_kind: LineKind,
}

impl Choices {
    /// Finds the use of a column by its name.
    pub(crate) fn resolve(&self, name: &str) -> Result<Use, ColumnProblem> {
        match name {
            RECORDS => return Ok(Use::Records),
            REASON => return Ok(Use::None),
            _ => {}
        }
        let hinted = name.rsplit_once(':').filter(|_| !self.paths.contains_key(name));
        let (bare, hint) = match hinted {
            Some((bare, word)) => {
                let hint = word.parse::<ValueType>();
                (bare, Some(hint.map_err(|error| ColumnProblem::new(name, error.to_string()))?))
            }
            None => (name, None),
        };
        let path = match self.paths.get(bare) {
            Some(None) => return Ok(Use::None),
            Some(Some(path)) => path.as_str(),
            None => bare,
        };
        let mut place = self.line_kind.place(path).ok_or_else(|| {
            let problem = match self.line_kind.is_user() {
                true => unknown(path, path != bare),
                false => "must be a name, or two with a dot between them".to_owned(),
            };
            ColumnProblem::new(name, problem)
        })?;
        let chosen = self.types.get(name).or_else(|| self.types.get(bare)).copied().or(hint);
        if let Some(chosen) = chosen {
            if place.value_type.is_some_and(|own| own != chosen) {
                let own = place.value_type.map_or("", ValueType::as_str);
                return Err(ColumnProblem::new(
                    name,
                    format!("is of the type `{own}`, which cannot be changed to `{chosen}`"),
                ));
            }
            place.value_type = Some(chosen);
        }
        Ok(Use::Place(place))
    }

    /// The names of the columns that were chosen.
    pub(crate) fn names(&self) -> BTreeSet<String> {
        self.paths.keys().chain(self.types.keys()).cloned().collect()
    }

    /// The columns that were chosen and that none of these names is.
    fn missing<'a>(&'a self, names: &'a [String]) -> impl Iterator<Item = ColumnProblem> + 'a {
        let bare = |name: &'a String| name.rsplit_once(':').map_or(name.as_str(), |(bare, _)| bare);
        let chosen = self.paths.keys().chain(self.types.keys());
        let mut missing: Vec<_> = chosen
            .filter(|it| !names.iter().any(|name| name == *it || bare(name) == **it))
            .collect();
        missing.sort_unstable();
        missing.dedup();
        missing.into_iter().map(|name| {
            let near = nearest(name, names.iter().map(String::as_str));
            let advice = near.map_or_else(String::new, |near| format!(": did you mean `{near}`?"));
            ColumnProblem::new(name, format!("is not a column of the file{advice}"))
        })
    }
}

impl Columns {
    /// Reads the names of all columns.
    pub(crate) fn new(names: Vec<String>, choices: &Choices) -> Result<Self, ColumnProblems> {
        let (mut uses, mut problems) = (Vec::new(), Vec::new());
        for (at, name) in names.iter().enumerate() {
            match choices.resolve(name) {
                _ if name.is_empty() => {
                    let problem = format!("number {} has no name", at + 1);
                    problems.push(ColumnProblem::new("", problem));
                    uses.push(Use::None);
                }
                Ok(found) => uses.push(found),
                Err(problem) => {
                    problems.push(problem);
                    uses.push(Use::None);
                }
            }
        }
        problems.extend(choices.missing(&names));
        let columns = Self { names, uses };
        problems.extend(columns.duplicates());
        if problems.is_empty() && choices.line_kind.is_user() {
            problems.extend(columns.absences());
        }
        if problems.is_empty() { Ok(columns) } else { Err(ColumnProblems(problems)) }
    }

    /// The kinds of records that a line can have.
    pub(crate) fn kinds(&self) -> Vec<RecordKind> {
        let has = |kind: RecordKind| {
            self.places().any(|(_, place)| match place.part {
                Part::Record(of) => of == kind,
                _ => false,
            })
        };
        RecordKind::ALL.into_iter().filter(|kind| has(*kind)).collect()
    }

    fn places(&self) -> impl Iterator<Item = (&String, &Place)> {
        self.names.iter().zip(&self.uses).filter_map(|(name, it)| match it {
            Use::Place(place) => Some((name, place)),
            _ => None,
        })
    }

    /// Columns with the same place, or one within the place of another.
    fn duplicates(&self) -> Vec<ColumnProblem> {
        let places: Vec<_> = self.places().collect();
        let mut found = Vec::new();
        for (at, (name, place)) in places.iter().enumerate() {
            let clashes = |other: &&(&String, &Place)| {
                let same = other.1.field.iter().zip(&place.field).all(|(a, b)| a == b);
                other.1.part == place.part && same
            };
            if let Some((other, _)) = places[..at].iter().find(clashes) {
                let problem = match other == name {
                    true => "stands there twice".to_owned(),
                    false => format!("sets the same field as `{other}`"),
                };
                found.push(ColumnProblem::new(name, problem));
            }
        }
        let records = self.uses.iter().filter(|it| **it == Use::Records).count();
        if records > 1 {
            found.push(ColumnProblem::new(RECORDS, "stands there twice"));
        }
        found
    }

    /// Columns that the others cannot do without.
    fn absences(&self) -> Vec<ColumnProblem> {
        let has = |path: &str| {
            let wanted = Place::parse(path);
            self.places().any(|(_, place)| {
                wanted.as_ref().is_some_and(|it| it.part == place.part && it.field == place.field)
            })
        };
        let mut found = Vec::new();
        let names_user = |place: &Place| matches!(place.part, Part::Identifier | Part::Address);
        let imports_tokens = has("push_token_import");
        if !imports_tokens && !self.places().any(|(_, place)| names_user(place)) {
            let problem = "is missing: give each line one of `external_id`, `braze_id`, \
                           `user_alias.alias_name` with `user_alias.alias_label`, `email`, `phone`";
            found.push(ColumnProblem::new("external_id", problem));
        }
        let kinds = self.kinds();
        let mut required: Vec<_> = kinds.into_iter().flat_map(Place::required).collect();
        for pair in [
            ["user_alias.alias_name", "user_alias.alias_label"],
            ["current_location.longitude", "current_location.latitude"],
        ] {
            if pair.iter().any(|path| has(path)) {
                required.extend(pair.map(str::to_owned));
            }
        }
        let missing = required.into_iter().filter(|path| !has(path));
        found.extend(missing.map(|path| ColumnProblem::new(&path, "is missing")));
        found
    }
}

/// The problem of a path that is not known.
fn unknown(path: &str, is_mapped: bool) -> String {
    let known: Vec<_> = Place::known().collect();
    let near = nearest(path, known.iter().map(String::as_str));
    let what = if is_mapped { format!("goes to `{path}`, which is") } else { "is".to_owned() };
    match (path.strip_prefix("attributes."), near) {
        (Some(name), _) if !name.is_empty() => {
            format!("{what} a field of the profile: name it `{name}`")
        }
        (_, Some(near)) => format!("{what} not known: did you mean `{near}`?"),
        (_, None) if path.contains('.') => format!("{what} not known"),
        (_, None) => {
            format!("{what} not known: a custom attribute is named `attributes.{path}`")
        }
    }
}

/// The known name that is nearest to another, if one is near.
fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let near = known.into_iter().map(|known| (strsim::jaro(name, known), known));
    let best = near.max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.8).then_some(best.1)
}

/// A column that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnProblem {
    column: String,
    problem: String,
}

impl ColumnProblem {
    pub(crate) fn new(column: &str, problem: impl Into<String>) -> Self {
        Self { column: column.to_owned(), problem: problem.into() }
    }

    /// The name of the column.
    #[must_use]
    pub fn column(&self) -> &str {
        &self.column
    }

    /// The problem, a predicate.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }
}

impl fmt::Display for ColumnProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column.as_str() {
            "" => write!(f, "column {}", self.problem),
            column => write!(f, "column `{column}` {}", self.problem),
        }
    }
}

/// All columns of a file that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnProblems(Vec<ColumnProblem>);

impl ColumnProblems {
    #[cfg(feature = "parquet")]
    pub(crate) fn new(problems: Vec<ColumnProblem>) -> Self {
        Self(problems)
    }

    /// The problems, in the order of the columns.
    #[must_use]
    pub fn as_slice(&self) -> &[ColumnProblem] {
        &self.0
    }
}

impl fmt::Display for ColumnProblems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problems: Vec<_> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&problems.join("; "))
    }
}

impl std::error::Error for ColumnProblems {}
