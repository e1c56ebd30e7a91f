//! [`NewEndpoint`]: `cargo xtask new-endpoint`, which drafts the description of an operation.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::codegen::SPEC;
use crate::output::{Claim, Output};
use crate::spec::load::UNDESCRIBED;
use crate::spec::names;

/// The methods that an operation may have.
pub const METHODS: [&str; 5] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/// The operation to draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEndpoint {
    /// The path template, `/campaigns/data_series`.
    pub path: String,
    /// The method: one of [`METHODS`].
    pub method: String,
    /// The tag. Default: the first part of the path.
    pub tag: Option<String>,
    /// The field of a row with the number, for a flat series.
    pub series: Option<String>,
}

/// The reason why nothing was written.
#[derive(Debug)]
pub struct NewEndpointError(String);

impl fmt::Display for NewEndpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NewEndpointError {}

/// The names that are derived from a path.
#[derive(Debug)]
pub(crate) struct PathNames {
    pub(crate) tag: String,
    /// The parts after the tag. Empty for a path of one part.
    rest: Vec<String>,
}

impl PathNames {
    /// Derives the names from a path.
    pub(crate) fn new(path: &str, tag: Option<&str>) -> Result<Self, NewEndpointError> {
        let bad = |problem: &str| Err(NewEndpointError(format!("`{path}` {problem}")));
        let Some(parts) = path.strip_prefix('/') else {
            return bad("is not a path: begin it with a slash");
        };
        let is_placeholder = |part: &&str| part.starts_with('{');
        let fixed = parts.split('/').filter(|part| !is_placeholder(part)).map(names::snake);
        let mut rest: Vec<String> = fixed.filter(|part| !part.is_empty()).collect();
        if rest.is_empty() {
            return bad("contains no word to derive a name from");
        }
        let first = rest.remove(0);
        // An operation on one item differs from one on all.
        if let Some(last) = parts.split('/').next_back().filter(is_placeholder) {
            rest.push(format!("by_{}", names::snake(last)));
        }
        let tag = tag.map_or(first, names::snake);
        if names::module(&tag).is_none() {
            return bad("contains no tag that could become a module: set one with `--tag`");
        }
        Ok(Self { tag, rest })
    }

    /// Returns the file of the path, from the folder of the root document.
    pub(crate) fn file(&self) -> String {
        let name = if self.rest.is_empty() { self.tag.clone() } else { self.rest.join("_") };
        format!("paths/{}/{name}.yaml", self.tag)
    }

    /// Returns the parts of an operation's name after the tag. The method is one of them if the path has
    /// several.
    pub(crate) fn operation(&self, method: &str, is_alone: bool) -> Vec<String> {
        let mut parts = self.rest.clone();
        match (parts.is_empty(), method) {
            (true, "GET") => parts.push("get_all".to_owned()),
            (true, _) => parts.push(method.to_lowercase()),
            (false, _) if !is_alone => parts.push(method.to_lowercase()),
            _ => {}
        }
        parts
    }
}

impl NewEndpoint {
    /// Writes the operation to the file of its path, and lists a new path in the root document.
    /// Returns both files, from the root of the workspace.
    ///
    /// # Errors
    ///
    /// If the path is invalid or has such an operation already, or the file system fails. Then nothing is
    /// written.
    pub fn write(&self, root: &Path) -> Result<[PathBuf; 2], NewEndpointError> {
        if !METHODS.contains(&self.method.as_str()) {
            let allowed = METHODS.join(", ");
            let method = &self.method;
            return Err(NewEndpointError(format!(
                "`{method}` is not a method: write one of {allowed}"
            )));
        }
        if self.series.is_some() && self.method != "GET" {
            return Err(NewEndpointError(
                "a series is read with GET: remove `--method`".to_owned(),
            ));
        }
        let names = PathNames::new(&self.path, self.tag.as_deref())?;
        let document = root.join(SPEC);
        let folder = document.parent().unwrap_or(root);
        let text = std::fs::read_to_string(&document).map_err(|error| fail(&document, &error))?;
        let listed = RootDocument::new(text).file(&self.path);
        let relative = listed.clone().unwrap_or_else(|| names.file());
        let file = folder.join(&relative);
        let present = match std::fs::read_to_string(&file) {
            Ok(present) => Some(present),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(fail(&file, &error)),
        };
        let key = format!("{}:", self.method.to_lowercase());
        let mut output = Output::default();
        match (&listed, present) {
            (None, Some(_)) => {
                let message = format!(
                    "{} is the file of another path: set another tag with `--tag`, or remove the file",
                    Path::new("spec").join(&relative).display(),
                );
                return Err(NewEndpointError(message));
            }
            (Some(_), Some(present)) if present.lines().any(|line| line.starts_with(&key)) => {
                let message = format!("`{} {}` is already described", self.method, self.path);
                return Err(NewEndpointError(format!("{message}, in spec/{relative}")));
            }
            (_, Some(present)) => {
                let text = format!("{}\n{}", present.trim_end(), self.scaffold(&names, false));
                output.add(file.clone(), Claim::Shared, text);
            }
            (_, None) => {
                let text = format!("{HEAD}{}", self.scaffold(&names, true));
                output.add(file.clone(), Claim::New, text);
            }
        }
        let text = std::fs::read_to_string(&document).map_err(|error| fail(&document, &error))?;
        let mut listing = RootDocument::new(text);
        listing.list(&self.path, &relative, &names.tag)?;
        output.add(document.clone(), Claim::Shared, listing.into_text());
        output.write().map_err(|error| fail(&file, &error))?;
        let shown = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_path_buf();
        Ok([shown(&file), shown(&document)])
    }

    fn scaffold(&self, names: &PathNames, is_alone: bool) -> String {
        let (tag, rest) = (&names.tag, names.operation(&self.method, is_alone));
        let id = format!("{tag}.{}", rest.join("."));
        let name = rest.join("_");
        let placeholders =
            self.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let placeholders: String = placeholders.map(placeholder).collect();
        let command = names::kebab(tag);
        let method = self.method.to_lowercase();
        let replay = match self.method.as_str() {
            "POST" | "PATCH" => "  x-braze-replay: create\n",
            _ => "",
        };
        let head = format!(
            "{method}:\n  operationId: {id}\n  tags: [{tag}]\n  summary: {UNDESCRIBED}\n  \
             description: {UNDESCRIBED}\n  x-braze-permission: {UNDESCRIBED}\n  \
             x-braze-name: {name}\n  x-braze-command: {command} {}\n{replay}  x-braze-source: documentation\n",
            names::kebab(&name),
        );
        let body = match &self.series {
            Some(value) => series(&placeholders, value),
            None => plain(&placeholders, matches!(self.method.as_str(), "POST" | "PUT" | "PATCH")),
        };
        format!("{head}{body}{FAILURES}")
    }
}

const HEAD: &str = "# yaml-language-server: $schema=../../schema.json\n";

const FAILURES: &str = r#"    "400": { $ref: ../../openapi.yaml#/components/responses/BadRequest }
    "401": { $ref: ../../openapi.yaml#/components/responses/Unauthorized }
    "403": { $ref: ../../openapi.yaml#/components/responses/Forbidden }
    "429": { $ref: ../../openapi.yaml#/components/responses/TooManyRequests }
    5XX: { $ref: ../../openapi.yaml#/components/responses/ServerError }
"#;

fn placeholder(name: &str) -> String {
    format!(
        "    - name: {name}\n      in: path\n      required: true\n      description: {UNDESCRIBED}\n      \
         schema: {{ type: string, x-braze-type: identifier }}\n"
    )
}

fn plain(placeholders: &str, has_body: bool) -> String {
    let parameters = match placeholders {
        "" => String::new(),
        some => format!("  parameters:\n{some}"),
    };
    let body = match has_body {
        true => format!(
            r"  requestBody:
    required: true
    content:
      application/json:
        schema:
          type: object
          properties:
            field:
              description: {UNDESCRIBED}
              type: string
"
        ),
        false => String::new(),
    };
    format!(
        r#"{parameters}{body}  responses:
    "200":
      description: {UNDESCRIBED}
      content:
        application/json:
          schema:
            type: object
            required: [message]
            properties:
              message: {{ $ref: ../../openapi.yaml#/components/schemas/Message }}
"#
    )
}

fn series(placeholders: &str, value: &str) -> String {
    format!(
        r#"  x-braze-series: {{ length: length, end: ending_at, rows: data, time: time, value: {value} }}
  parameters:
{placeholders}    - name: length
      in: query
      required: true
      description: Maximum number of days to return, counted back from `ending_at`.
      schema: {{ type: integer, minimum: 1, maximum: 100 }}
    - $ref: ../../openapi.yaml#/components/parameters/EndingAt
  responses:
    "200":
      description: The rows, the oldest first.
      content:
        application/json:
          schema:
            type: object
            required: [message, data]
            properties:
              message: {{ $ref: ../../openapi.yaml#/components/schemas/Message }}
              data:
                description: The rows.
                type: array
                items:
                  type: object
                  required: [time, {value}]
                  properties:
                    time:
                      description: The day.
                      type: string
                      x-braze-type: series-time
                    {value}:
                      description: {UNDESCRIBED}
                      type: integer
                      minimum: 0
"#
    )
}

/// The text of the root document, which lists paths and tags.
pub(crate) struct RootDocument(String);

impl RootDocument {
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }

    pub(crate) fn into_text(self) -> String {
        self.0
    }

    /// Returns the file that a path is listed with.
    fn file(&self, path: &str) -> Option<String> {
        let entry = format!("  {path}:");
        let line = self.0.lines().find_map(|line| line.strip_prefix(&entry))?;
        let reference = line.split_once("$ref:")?.1;
        Some(reference.trim().trim_end_matches('}').trim().trim_matches(['"', '\'']).to_owned())
    }

    /// Lists a path with its file, and its tag, unless they are listed already.
    pub(crate) fn list(
        &mut self,
        path: &str,
        file: &str,
        tag: &str,
    ) -> Result<(), NewEndpointError> {
        let listed = format!("  {path}:");
        if !self.0.lines().any(|line| line.starts_with(&listed)) {
            let entry = format!("  {path}: {{ $ref: {file} }}");
            self.0 = inserted(&self.0, "paths:", "  /", &entry)?;
        }
        if !self.0.lines().any(|line| line == format!("  - name: {tag}")) {
            let about = format!("  - name: {tag}\n    description: {UNDESCRIBED}");
            self.0 = inserted(&self.0, "tags:", "  - name: ", &about)?;
        }
        Ok(())
    }
}

/// Inserts an entry into a section of a document, in the order of similar entries.
fn inserted(
    text: &str,
    section: &str,
    like: &str,
    entry: &str,
) -> Result<String, NewEndpointError> {
    let mut lines: Vec<&str> = text.lines().collect();
    let Some(start) = lines.iter().position(|line| *line == section) else {
        return Err(NewEndpointError(format!("{SPEC} has no line `{section}`")));
    };
    let within = |line: &&str| line.starts_with(' ') || line.is_empty();
    let length = lines[start + 1..].iter().take_while(|line| within(line)).count();
    let end = start + 1 + length;
    let end =
        (start + 1..end).rev().find(|at| !lines[*at].is_empty()).map_or(start + 1, |at| at + 1);
    let first = entry.lines().next().unwrap_or_default();
    let later = |at: &usize| lines[*at].starts_with(like) && lines[*at] > first;
    let at = (start + 1..end).find(later).unwrap_or(end);
    lines.insert(at, entry);
    Ok(lines.join("\n") + "\n")
}

fn fail(path: &Path, error: &std::io::Error) -> NewEndpointError {
    NewEndpointError(format!("{}: {error}", path.display()))
}
