//! The commands: [`run`] reads a command line and does what it asks for.

mod all;
mod api;
mod body;
mod chart;
mod doctor;
mod export;
mod find;
mod format;
mod get;
mod import;
mod init;
mod instances;
mod pages;
mod reference;
mod sandbox;
mod sending;
mod sync;
mod users;

use std::ffi::OsString;

use crate::args::invocation::Invocation;
use crate::args::tree::{Line, Tree};
use crate::settings::key;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// Runs a command line.
pub(crate) fn run<A>(arguments: impl IntoIterator<Item = A>, io: &mut Io) -> Result<Exit, Failure>
where
    A: Into<OsString>,
{
    let line: Vec<OsString> = arguments.into_iter().map(Into::into).collect();
    let tree = Tree::new(doctor::probe::MAX_REQUESTS);
    match tree.read(&line) {
        Ok(read) => {
            let outcome = dispatch(&tree, &line, read, io);
            if outcome.is_err() {
                key::keep_all(&line, io);
            }
            outcome
        }
        Err(answer) if answer.is_error => {
            key::keep_all(&line, io);
            io.notes().usage(&answer.plain, answer.in_color);
            Ok(Exit::Usage)
        }
        Err(answer) => {
            let text = if io.stdout_in_color() { answer.in_color } else { answer.plain };
            io.print(text.as_bytes())?;
            Ok(Exit::Complete)
        }
    }
}

fn dispatch(tree: &Tree, line: &[OsString], read: Line<'_>, io: &mut Io) -> Result<Exit, Failure> {
    io.notes().set_verbosity(read.verbosity);
    io.set_clock(read.clock);
    match read.invocation {
        Invocation::Get(request, args) => get::Get(request).run(args, io),
        Invocation::Export(series, args) => export::Export(series).run(args, io),
        Invocation::Sync(series, args) => sync::Synchronize(series).run(args, io),
        Invocation::Chart(series, args) => chart::Chart(series).run(args, io),
        Invocation::Api(args) => api::run(args, io),
        Invocation::Users(args) => users::export(args, io),
        Invocation::Import(args) => import::run(&args, io),
        Invocation::Doctor(args) => doctor::run(line, &args, io),
        Invocation::Find(args) => find::run(tree, &args, io),
        Invocation::Init(args) => init::run(&args, io),
        Invocation::Instances => instances::run(io),
        Invocation::Reference(args) => reference::run(&args, io),
        Invocation::Sandbox(args) => sandbox::run(&args, io),
        Invocation::Completions(shell) => {
            io.print(&tree.completions(shell))?;
            Ok(Exit::Complete)
        }
        Invocation::Man(words) => pages::man(tree, &words, io),
    }
}
