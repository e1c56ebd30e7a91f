//! `braze sandbox`: the stand-in on a port of its own, for any client.

use std::fs::File;
use std::path::Path;
use std::thread;

use braze_core::ApiKey;
use braze_sandbox::Sandbox;

use crate::args::sandbox::{API_KEY, SCENARIO, SandboxArgs};
use crate::settings::sandbox;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

pub(crate) fn run(args: &SandboxArgs, io: &mut Io) -> Result<Exit, Failure> {
    let scenario = sandbox::scenario(SCENARIO, &args.scenario)?;
    let mut builder =
        Sandbox::builder().scenario(scenario).port(args.port).clock(io.clock().of_sandbox());
    if let Some(log) = &args.log {
        builder = builder.log(appended(log)?);
    }
    if let Some(journal) = &args.journal {
        builder = builder.journal_lines(appended(journal)?);
    }
    if let Some(key) = &args.api_key {
        // The error does not repeat the key.
        let key = ApiKey::new(key.as_str())
            .map_err(|error| Failure::usage(format!("--{API_KEY}: {error}")))?;
        builder = builder.api_key(key);
    }
    if let Some(seed) = args.seed {
        builder = builder.seed(seed);
    }
    io.interrupt().let_end();
    let sandbox = sandbox::start(builder)?;
    let lines = format!(
        "base URL    {}\nAPI key     {}\nSCIM token  {}\nclient key  {}\n",
        sandbox.url(),
        sandbox.api_key_text(),
        sandbox.scim_token_text(),
        sandbox.client_key_text()
    );
    io.print(lines.as_bytes())?;
    io.notes().note("Ctrl-C stops it");
    loop {
        thread::park();
    }
}

/// A file, open for writing to its end.
fn appended(file: &Path) -> Result<File, Failure> {
    let opened = File::options().create(true).append(true).open(file);
    opened.map_err(|error| Failure::usage(format!("cannot write to {}: {error}", file.display())))
}
