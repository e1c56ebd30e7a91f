//! [`NewEndpoint`]: `cargo xtask new-endpoint`, which begins the file of a path.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::codegen::SPEC;
use crate::names;

/// What the new file describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEndpoint {
    /// The path template, `/campaigns/data_series`.
    pub path: String,
    /// The tag; left out, it is the first part of the path.
    pub tag: Option<String>,
    /// For a flat series: the field of a row that holds the number.
    pub series: Option<String>,
}

/// Why nothing was begun.
#[derive(Debug)]
pub struct NewEndpointError(String);

impl fmt::Display for NewEndpointError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NewEndpointError {}

impl NewEndpoint {
    /// Writes the file and lists it in the root document; gives both paths, from the root of the
    /// workspace.
    ///
    /// # Errors
    ///
    /// If the path cannot be one, is there already, or the file system fails.
    pub fn write(&self, root: &Path) -> Result<[PathBuf; 2], NewEndpointError> {
        let (tag, rest) = self.names()?;
        let relative = format!("paths/{tag}/{}.yaml", rest.join("_"));
        let document = root.join(SPEC);
        let folder = document.parent().unwrap_or(root);
        let file = folder.join(&relative);
        let text = std::fs::read_to_string(&document).map_err(|error| fail(&document, &error))?;
        let listed = format!("  {}:", self.path);
        if file.exists() || text.lines().any(|line| line.starts_with(&listed)) {
            return Err(NewEndpointError(format!("`{}` is described already", self.path)));
        }
        let entry = format!("  {}: {{ $ref: {relative} }}", self.path);
        let text = inserted(&text, "paths:", "  /", &entry)?;
        let text = match text.lines().any(|line| line == format!("  - name: {tag}")) {
            true => text,
            false => {
                let about = format!(
                    "  - name: {tag}\n    description: What the operations have in common."
                );
                inserted(&text, "tags:", "  - name: ", &about)?
            }
        };
        if let Some(parent) = file.parent() {
            std::fs::create_dir_all(parent).map_err(|error| fail(parent, &error))?;
        }
        std::fs::write(&file, self.scaffold(&tag, &rest)).map_err(|error| fail(&file, &error))?;
        std::fs::write(&document, text).map_err(|error| fail(&document, &error))?;
        let shown = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_path_buf();
        Ok([shown(&file), shown(&document)])
    }

    /// The tag, and the parts of the name behind it.
    fn names(&self) -> Result<(String, Vec<String>), NewEndpointError> {
        let bad = |problem: &str| Err(NewEndpointError(format!("`{}` {problem}", self.path)));
        let Some(path) = self.path.strip_prefix('/') else {
            return bad("is no path: it begins with a slash");
        };
        let fixed = path.split('/').filter(|part| !part.starts_with('{')).map(names::snake);
        let mut fixed: Vec<String> = fixed.filter(|part| !part.is_empty()).collect();
        if fixed.is_empty() {
            return bad("has nothing that it could be called after");
        }
        let first = fixed.remove(0);
        let tag = self.tag.as_deref().map_or(first, names::snake);
        if names::module(&tag).is_none() {
            return bad("has no tag that could be a module: give one with `--tag`");
        }
        if fixed.is_empty() {
            fixed.push("get_all".to_owned());
        }
        Ok((tag, fixed))
    }

    fn scaffold(&self, tag: &str, rest: &[String]) -> String {
        let id = format!("{tag}.{}", rest.join("."));
        let name = rest.join("_");
        let placeholders =
            self.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
        let placeholders: String = placeholders.map(placeholder).collect();
        let command = names::kebab(tag);
        let head = format!(
            "# yaml-language-server: $schema=../../schema.json\n\
             get:\n  operationId: {id}\n  tags: [{tag}]\n  summary: One line that says what it does\n  \
             description: Some sentences that say what it returns.\n  x-braze-permission: {id}\n  \
             x-braze-name: {name}\n  x-braze-command: {command} {}\n  x-braze-source: documentation\n",
            names::kebab(&name),
        );
        let body = match &self.series {
            Some(value) => series(&placeholders, value),
            None => plain(&placeholders),
        };
        format!("{head}{body}{FAILURES}")
    }
}

const FAILURES: &str = r#"    "400": { $ref: ../../openapi.yaml#/components/responses/BadRequest }
    "401": { $ref: ../../openapi.yaml#/components/responses/Unauthorized }
    "403": { $ref: ../../openapi.yaml#/components/responses/Forbidden }
    "429": { $ref: ../../openapi.yaml#/components/responses/TooManyRequests }
    5XX: { $ref: ../../openapi.yaml#/components/responses/ServerError }
"#;

fn placeholder(name: &str) -> String {
    format!(
        "    - name: {name}\n      in: path\n      required: true\n      description: What it names.\n      \
         schema: {{ type: string, x-braze-type: identifier }}\n"
    )
}

fn plain(placeholders: &str) -> String {
    let parameters = match placeholders {
        "" => String::new(),
        some => format!("  parameters:\n{some}"),
    };
    format!(
        r#"{parameters}  responses:
    "200":
      description: What the reply holds.
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
      description: Greatest number of days to return, counted back from `ending_at`.
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
                      description: What is counted.
                      type: integer
                      minimum: 0
"#
    )
}

/// A document with an entry put into one of its sections, where the order of its like has it.
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
