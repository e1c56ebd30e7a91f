//! A request as a command line of curl.

use braze_core::http::Request;
use braze_core::http::header::{ACCEPT_ENCODING, AUTHORIZATION};

use crate::ui::escape::shell_word;

/// The header with the key, which a shell takes from its environment.
const AUTHORIZATION_LINE: &str = r#"--header "Authorization: Bearer $BRAZE_API_KEY""#;

/// A request as a command line of curl, without the API key.
pub(crate) fn curl(request: &Request<impl AsRef<[u8]>>) -> String {
    let uri = request.uri().to_string();
    // Brackets and braces would be patterns otherwise.
    let as_it_stands = if uri.contains(['[', ']', '{', '}']) { "--globoff " } else { "" };
    let mut lines =
        vec![format!("curl {as_it_stands}--request {} {}", request.method(), shell_word(&uri))];
    for (name, value) in request.headers() {
        lines.push(match name {
            &AUTHORIZATION => AUTHORIZATION_LINE.to_owned(),
            _ => {
                let header = format!("{name}: {}", String::from_utf8_lossy(value.as_bytes()));
                format!("--header {}", shell_word(&header))
            }
        });
        if name == ACCEPT_ENCODING {
            lines.push("--compressed".to_owned());
        }
    }
    let body = request.body().as_ref();
    if !body.is_empty() {
        lines.push(format!("--data-raw {}", shell_word(&String::from_utf8_lossy(body))));
    }
    lines.join(" \\\n  ")
}
