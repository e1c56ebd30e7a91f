//! The body of a request, from the command line, a file or standard input.

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// Reads the body that was typed or named. The core checks it.
pub(super) fn read(typed: &str, io: &mut Io) -> Result<Vec<u8>, Failure> {
    if typed.trim_start().starts_with(['{', '[']) {
        return Ok(typed.as_bytes().to_vec());
    }
    let (from, read) = match typed {
        "-" => {
            let mut body = Vec::new();
            ("standard input".to_owned(), io.stdin().read_to_end(&mut body).map(|_| body))
        }
        file => (format!("`{file}`"), std::fs::read(file)),
    };
    read.map_err(|error| {
        Failure::new(Exit::Usage, format!("cannot read the body from {from}: {error}"))
            .tip("give a file, `-` for standard input, or JSON that begins with `{` or `[`")
    })
}
