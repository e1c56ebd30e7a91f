//! [`Violations`]: everything that is wrong with a request, found before it is sent.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;
use std::{fmt, io};

use serde::Serialize;

use crate::auth::placeholder::{is_yours, placeholder};
use crate::auth::{Secret, SecretText};
use crate::time::Timestamp;
use crate::unreserved::are_unreserved;
use crate::upload::UploadFile;

/// The problems of one request, each with its field. All are found in one pass.
///
/// ```
/// use braze_core::{Endpoint, sessions};
///
/// let request = sessions::DataSeriesRequest::new(101).app_id("{{app_identifier}}");
/// let violations = request.check().unwrap_err();
/// assert_eq!(violations.iter().map(|v| v.field()).collect::<Vec<_>>(), ["length", "app_id"]);
/// ```
#[derive(Clone, Default)]
pub struct Violations {
    all: Vec<Violation>,
    /// The secrets of the request, which no problem repeats.
    secrets: Vec<Secret>,
}

/// One problem of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    field: Cow<'static, str>,
    problem: Box<str>,
}

impl Violation {
    /// The field, as the API calls it.
    #[must_use]
    pub fn field(&self) -> &str {
        &self.field
    }

    /// The problem, and the allowed values.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` {}", self.field, self.problem)
    }
}

impl Violations {
    /// `Ok` if there are none.
    ///
    /// # Errors
    ///
    /// `self`, if there are any.
    pub fn into_result(self) -> Result<(), Self> {
        if self.all.is_empty() { Ok(()) } else { Err(self) }
    }

    /// True if there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The problems, in the order of the request's fields.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.all.iter()
    }

    /// Notes a problem: the sentence goes on after the field's name, `must be …`.
    pub fn note(&mut self, field: impl Into<Cow<'static, str>>, problem: impl Into<String>) {
        let problem = problem.into().into_boxed_str();
        self.all.push(Violation { field: field.into(), problem });
    }

    /// Checks an inclusive range; a bound that is `None` is open.
    #[expect(clippy::needless_pass_by_value, reason = "numbers read better without a reference")]
    pub fn range<T>(&mut self, field: &'static str, value: T, min: Option<T>, max: Option<T>)
    where
        T: PartialOrd + fmt::Display,
    {
        let below = min.as_ref().is_some_and(|min| value < *min);
        let above = max.as_ref().is_some_and(|max| value > *max);
        if !below && !above {
            return;
        }
        let allowed = match (min, max) {
            (Some(min), Some(max)) => format!("must be from {min} to {max}"),
            (Some(min), None) => format!("must be at least {min}"),
            (None, Some(max)) => format!("must be at most {max}"),
            (None, None) => return,
        };
        self.note(field, format!("is {value}, but {allowed}"));
    }

    /// Checks the length of a text in characters, or of a list in items.
    pub fn length(
        &mut self,
        field: &'static str,
        length: usize,
        unit: &'static str,
        min: Option<usize>,
        max: Option<usize>,
    ) {
        if min.is_some_and(|min| length < min) || max.is_some_and(|max| length > max) {
            let allowed = match (min, max) {
                (Some(min), Some(max)) => format!("from {min} to {max}"),
                (Some(min), None) => format!("at least {min}"),
                (_, max) => format!("at most {}", max.unwrap_or(usize::MAX)),
            };
            self.note(field, format!("has {length} {unit}, but {allowed} are allowed"));
        }
    }

    /// Checks a text that people chose, such as the name of an event: not empty, no control
    /// characters.
    pub fn text(&mut self, field: &'static str, value: &str) {
        if value.trim().is_empty() {
            self.note(field, "is empty: give a value, or leave the parameter out");
        } else if value.chars().any(char::is_control) {
            self.note(field, "holds a control character, such as a line break");
        }
    }

    /// Checks a text that may have several lines: not empty, no control characters but line breaks and tabs.
    pub fn lines(&mut self, field: &'static str, value: &str) {
        let is_of_lines = |c: char| matches!(c, '\n' | '\r' | '\t');
        if value.trim().is_empty() {
            self.text(field, value);
        } else if value.chars().any(|c| c.is_control() && !is_of_lines(c)) {
            self.note(field, "holds a control character other than a line break or a tab");
        }
    }

    /// Checks an identifier that the service gave out: what [`text`](Self::text) checks, no white
    /// space, no comma, and not a placeholder that was copied from documentation.
    pub fn identifier(&mut self, field: &'static str, value: &str) {
        // Of such characters nearly every identifier consists, and of what is wrong only one placeholder.
        if !value.is_empty() && are_unreserved(value.as_bytes()) && !is_yours(value) {
            return;
        }
        if let Some(placeholder) = placeholder(value) {
            self.note(
                field,
                format!("is the placeholder `{placeholder}`: put the real value there"),
            );
        } else if !value.trim().is_empty() && value.contains(char::is_whitespace) {
            self.note(field, "holds white space, which no identifier has");
        } else if value.contains(',') {
            self.note(field, "holds a comma, which no identifier has: give each by itself");
        } else {
            self.text(field, value);
        }
    }

    /// Checks that a text can stand in a path: HTTP libraries resolve `.` and `..`, even if they are encoded.
    pub fn segment(&mut self, field: &'static str, value: &str) {
        if matches!(value, "." | "..") {
            self.note(field, format!("is `{value}`, which would lead to another path"));
        }
    }

    /// Checks a secret: what [`text`](Self::text) checks, and that it is not a placeholder. No problem repeats it.
    pub fn secret(&mut self, field: &'static str, value: &SecretText) {
        if placeholder(value.expose()).is_some() {
            self.note(field, "is a placeholder: put the real value there");
        } else {
            self.text(field, value.expose());
        }
        self.secrets.push(value.secret());
    }

    /// The secrets that were checked.
    #[must_use]
    pub fn secrets(&self) -> &[Secret] {
        &self.secrets
    }

    pub(crate) fn take_secrets(&mut self) -> Vec<Secret> {
        std::mem::take(&mut self.secrets)
    }

    /// Checks the value of a header beside what [`text`](Self::text) checks: visible ASCII and spaces, but none at
    /// its ends.
    pub fn header(&mut self, field: &'static str, value: &str) {
        if value.trim().is_empty() || value.chars().any(char::is_control) {
            // `text` notes it.
            return;
        }
        if !value.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            self.note(field, "holds more than visible ASCII and spaces, which no header has");
        } else if value.trim() != value {
            self.note(field, "begins or ends with a space, which no header does");
        }
    }

    /// Checks a file: its name, its content type, and that it is not empty or too large. `max` is in bytes.
    pub fn file(&mut self, field: &'static str, file: &UploadFile, max: Option<usize>) {
        let is_type = |part: &str| {
            let is_sign = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte);
            !part.is_empty() && part.bytes().all(is_sign)
        };
        let content_type = file.content_type().split_once('/');
        if file.name().trim().is_empty() {
            self.note(field, "has an empty file name");
        } else if file.name().contains(['/', '\\']) {
            self.note(field, "has a file name with a folder: give the name alone");
        }
        if !content_type.is_some_and(|(kind, rest)| is_type(kind) && is_type(rest)) {
            self.note(field, "has a content type that is not like `image/png`");
        }
        if file.content().is_empty() {
            self.note(field, "is an empty file");
        }
        self.length(field, file.content().len(), "bytes", None, max);
    }

    /// Checks that an instant can be written as RFC 3339.
    pub fn timestamp(&mut self, field: &'static str, value: Timestamp) {
        if let Some(obstacle) = value.obstacle() {
            self.note(field, format!("cannot be sent: {obstacle}"));
        }
    }

    /// Checks what stands within a field: its problems are noted as `field.inner`.
    pub fn within(&mut self, field: &str, check: impl FnOnce(&mut Self)) {
        let mut inner = Self::default();
        check(&mut inner);
        self.note_inner(field, inner);
    }

    fn note_inner(&mut self, field: &str, inner: Self) {
        self.secrets.extend(inner.secrets);
        for violation in inner.all {
            self.note(format!("{field}.{}", violation.field), violation.problem);
        }
    }

    /// Checks each item of a list: its problems are noted as `field[0].inner`.
    pub fn each<T>(&mut self, field: &str, items: &[T], check: impl Fn(&T, &mut Self)) {
        for (index, item) in items.iter().enumerate() {
            let mut inner = Self::default();
            check(item, &mut inner);
            // The path is written only if something is wrong.
            if inner.is_empty() {
                self.secrets.append(&mut inner.secrets);
            } else {
                self.note_inner(&format!("{field}[{index}]"), inner);
            }
        }
    }

    /// Checks each item of a list, which gets its path: `field[0]`.
    pub fn each_at<T>(&mut self, field: &str, items: &[T], check: impl Fn(&T, &str, &mut Self)) {
        for (index, item) in items.iter().enumerate() {
            check(item, &format!("{field}[{index}]"), self);
        }
    }

    /// Checks that no two items of a list have the same value of `inner`. Items without one are passed over.
    pub fn unique<'a>(
        &mut self,
        field: &str,
        inner: &str,
        values: impl Iterator<Item = Option<&'a str>>,
    ) {
        let mut known = HashMap::new();
        for (index, value) in values.enumerate() {
            let Some(value) = value else { continue };
            if let Some(first) = known.get(value) {
                let problem = format!("is the same as `{field}[{first}].{inner}`: give it once");
                self.note(format!("{field}[{index}].{inner}"), problem);
            } else {
                known.insert(value, index);
            }
        }
    }

    /// Checks that fields of a list's first item have certain values.
    pub fn first<T: Serialize>(&mut self, field: &str, item: Option<&T>, wanted: &[(&str, &str)]) {
        let Some(item) = item else { return };
        let found = serde_json::to_value(item).unwrap_or_default();
        for (name, value) in wanted {
            if found[*name] != **value {
                self.note(format!("{field}[0].{name}"), format!("must be `{value}`"));
            }
        }
    }

    /// Checks each value of a map, which gets its path: `field.name`.
    pub fn each_named<T>(
        &mut self,
        field: &str,
        values: &BTreeMap<String, T>,
        check: impl Fn(&T, &str, &mut Self),
    ) {
        for (name, value) in values {
            check(value, &format!("{field}.{name}"), self);
        }
    }

    /// Checks that at least one of several fields is there. Each stands with whether it is.
    pub fn at_least_one(&mut self, fields: &[(&'static str, bool)]) {
        if !fields.iter().any(|(_, is_there)| *is_there) {
            self.note(fields[0].0, format!("is missing: give at least one of {}", listed(fields)));
        }
    }

    /// Checks that at most one of several fields is there. Each stands with whether it is.
    pub fn at_most_one(&mut self, fields: &[(&'static str, bool)]) {
        let given: Vec<_> = fields.iter().filter(|(_, is_there)| *is_there).collect();
        if let [first, second, ..] = given.as_slice() {
            let problem =
                format!("stands beside `{}`: give only one of {}", first.0, listed(fields));
            self.note(second.0, problem);
        }
    }

    /// Checks that all of several fields are there, or none. Each stands with whether it is.
    pub fn together(&mut self, fields: &[(&'static str, bool)]) {
        if let Some((given, _)) = fields.iter().find(|(_, is_there)| *is_there) {
            for (missing, _) in fields.iter().filter(|(_, is_there)| !is_there) {
                self.note(*missing, format!("is missing: it belongs to `{given}`"));
            }
        }
    }

    /// Checks that a field does not stand without others. Each stands with whether it is there.
    pub fn requires(&mut self, field: (&'static str, bool), others: &[(&'static str, bool)]) {
        if field.1 {
            for (missing, _) in others.iter().filter(|(_, is_there)| !is_there) {
                self.note(*missing, format!("is missing: `{}` requires it", field.0));
            }
        }
    }

    /// Checks the number of items of several lists together. Each list stands with its length.
    pub fn items_together(&mut self, max: usize, lists: &[(&'static str, usize)]) {
        let total: usize = lists.iter().map(|(_, length)| length).sum();
        if total > max {
            let names: Vec<_> = lists.iter().map(|(name, _)| format!("`{name}`")).collect();
            let together = names.join(", ");
            self.note(
                lists[0].0,
                format!("has too many items: {together} have {total} together, but at most {max} are allowed"),
            );
        }
    }

    /// Checks that fields are there, since another one has a certain value, `reason`.
    pub fn required_by(&mut self, reason: &str, fields: &[(&'static str, bool)]) {
        for (missing, _) in fields.iter().filter(|(_, is_there)| !is_there) {
            self.note(*missing, format!("is missing: {reason} requires it"));
        }
    }

    /// Checks that at least one of several fields is there, since another one has a certain value, `reason`.
    pub fn at_least_one_by(&mut self, reason: &str, fields: &[(&'static str, bool)]) {
        if !fields.iter().any(|(_, is_there)| *is_there) {
            let problem =
                format!("is missing: with {reason}, give at least one of {}", listed(fields));
            self.note(fields[0].0, problem);
        }
    }

    /// Checks that fields are not there, since another one has a certain value, `reason`.
    pub fn forbidden_by(&mut self, reason: &str, fields: &[(&'static str, bool)]) {
        for (name, _) in fields.iter().filter(|(_, is_there)| *is_there) {
            self.note(*name, format!("stands beside {reason}: leave one of them out"));
        }
    }

    /// Checks the characters of a text. `allowed` lists the ranges as between the brackets of a pattern.
    pub fn characters(
        &mut self,
        field: &'static str,
        value: &str,
        ranges: &[RangeInclusive<char>],
        allowed: &'static str,
    ) {
        if let Some(found) = value.chars().find(|it| !ranges.iter().any(|range| range.contains(it)))
        {
            self.note(
                field,
                format!("holds `{}`, but only `[{allowed}]` may stand there", found.escape_debug()),
            );
        }
    }

    /// Checks the size of a value in bytes of JSON.
    pub fn json_size(&mut self, field: &'static str, value: &impl Serialize, max: usize) {
        let bytes = json_bytes(value);
        if bytes > max {
            self.note(field, format!("has {bytes} bytes of JSON, but at most {max} are allowed"));
        }
    }

    /// Checks the names of further fields of an object, which has the fields `known` besides.
    pub fn further_fields<'a>(
        &mut self,
        names: impl Iterator<Item = &'a String>,
        known: &[&'static str],
    ) {
        for name in names {
            if name.is_empty() {
                self.note("", "is an empty name");
            } else if known.contains(&name.as_str()) {
                self.note(name.clone(), "is a field of its own: set it there");
            }
        }
    }

    /// Notes a parameter that must be there and is not.
    pub fn missing(&mut self, field: &'static str) {
        self.note(field, "is missing: it is required");
    }
}

/// The number of bytes that a value takes as JSON.
pub(crate) fn json_bytes(value: &impl Serialize) -> usize {
    struct Counter(usize);

    impl io::Write for Counter {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let mut counter = Counter(0);
    // A value that cannot be written is reported where the request is written.
    _ = serde_json::to_writer(&mut counter, value);
    counter.0
}

/// The names of fields, as a list for people.
fn listed(fields: &[(&'static str, bool)]) -> String {
    let names: Vec<_> = fields.iter().map(|(name, _)| format!("`{name}`")).collect();
    names.join(", ")
}

impl PartialEq for Violations {
    fn eq(&self, other: &Self) -> bool {
        self.all == other.all
    }
}

impl Eq for Violations {}

impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Violations").field(&self.all).finish()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, violation) in self.iter().enumerate() {
            let separator = if index == 0 { "" } else { "; " };
            write!(f, "{separator}{violation}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}
