//! A request as a command line of curl.

use braze_core::http::Request;
use braze_core::http::header::{ACCEPT_ENCODING, AUTHORIZATION, CONTENT_TYPE};
use braze_core::operation::{FormPart, form_parts};
use braze_core::{Credential, Secret};

use crate::ui::escape::shell_word;

/// The context of a request that is shown.
#[derive(Default)]
pub(crate) struct Shown<'a> {
    /// The secret that a shell takes from its environment.
    pub(crate) credential: Credential,
    /// The secrets in the body, which are redacted.
    pub(crate) secrets: &'a [Secret],
    /// The names of fields that are files, each with its path.
    pub(crate) files: Vec<(String, String)>,
}

/// A request as a command line of curl, without secrets.
pub(crate) fn curl(request: &Request<impl AsRef<[u8]>>, shown: &Shown<'_>) -> String {
    let uri = request.uri().to_string();
    // Brackets and braces would be patterns otherwise.
    let as_it_stands = if uri.contains(['[', ']', '{', '}']) { "--globoff " } else { "" };
    let mut lines =
        vec![format!("curl {as_it_stands}--request {} {}", request.method(), shell_word(&uri))];
    let body = request.body().as_ref();
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let parts = content_type.and_then(|content_type| form_parts(content_type, body));
    for (name, value) in request.headers() {
        lines.push(match *name {
            // The header with the key, which a shell takes from its environment.
            AUTHORIZATION => {
                format!("--header \"Authorization: Bearer ${}\"", shown.credential.variable())
            }
            // It comes with a boundary that curl chooses.
            CONTENT_TYPE if parts.is_some() => continue,
            _ => {
                let header = format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()));
                format!("--header {}", shell_word(&header))
            }
        });
        if name == ACCEPT_ENCODING {
            lines.push("--compressed".to_owned());
        }
    }
    match parts {
        Some(parts) => lines.extend(parts.iter().map(|part| form_option(part, shown))),
        None if body.is_empty() => {}
        None => {
            let redacted = shown
                .secrets
                .iter()
                .fold(body.to_vec(), |body, secret| secret.redacted_in_json(&body).unwrap_or(body));
            let text = String::from_utf8_lossy(&redacted).into_owned();
            lines.push(format!("--data-raw {}", shell_word(&text)));
        }
    }
    lines.join(" \\\n  ")
}

/// A part of a form as an option. A file is named by its path, if that is known.
fn form_option(part: &FormPart<'_>, shown: &Shown<'_>) -> String {
    let FormPart { name, file_name, content_type, content } = part;
    let Some(file_name) = file_name else {
        let text = String::from_utf8_lossy(content);
        return format!("--form-string {}", shell_word(&format!("{name}={text}")));
    };
    let path = shown.files.iter().find(|(known, _)| known == name).map(|(_, path)| path);
    let path = path.unwrap_or(file_name).replace('\\', "\\\\").replace('"', "\\\"");
    let kind = content_type.as_ref().map(|it| format!(";type={it}")).unwrap_or_default();
    format!("--form {}", shell_word(&format!("{name}=@\"{path}\"{kind}")))
}
