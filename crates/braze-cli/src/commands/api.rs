//! A request to any path, whose reply is printed as the server sent it.

use braze_core::http::Method;
use braze_core::operation::{self, query_pairs};
use braze_core::{Error, Meta, Pacing, Violations};

use super::{body, sending};
use crate::args::api::ApiArgs;
use crate::endpoint::Pairs;
use crate::request::{Read, SingleRequest};
use crate::settings::connection::{self, Connection};
use crate::ui::curl::Shown;
use crate::ui::diagnose_call::diagnose;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::nearest::nearest;
use crate::unchecked;

/// Sends the request, or shows it.
pub(super) fn run(args: ApiArgs, io: &mut Io) -> Result<Exit, Failure> {
    let ApiArgs { method, path, query, body, is_unchecked, sending, connection: server } = args;
    let body = body.map_or_else(|| Ok(Vec::new()), |typed| body::read(&typed, io))?;
    let (path, in_path) = path.split_once('?').unwrap_or((&path, ""));
    let query = query_pairs(in_path).chain(query).collect();
    let method = Method::from_bytes(method.as_bytes()).unwrap_or_default();
    let Read { request, secrets, .. } = match is_unchecked {
        true => unchecked(&method, path, query, &body),
        false => checked(&method, path, query, &body, io),
    }?;
    let meta = request.meta();
    let credential = meta.credential;
    if sending.is_dry_run {
        let config = Connection::without_sending(credential, &server, io)?;
        let written = request.write(&config).map_err(|error| unwritable(&error))?;
        sending::keep(&secrets, io);
        let shown = Shown { credential, secrets: &secrets, files: Vec::new() };
        return sending::print(&written, &shown, io);
    }
    let profile = connection::profile(&server, io)?;
    let connection = Connection::open_for(credential, &server, profile, Pacing::default(), io)?;
    sending::keep(&secrets, io);
    let target = format!("{method} {path}");
    sending::confirm(meta.effect, &target, sending, &connection, io)?;
    let sent = request.replies(connection.client(), false).next_reply();
    let reply = sent.unwrap_or(Err(Error::Finished));
    let reply = reply.map_err(|error| failed(&error, &meta, path, is_unchecked, &connection))?;
    sending::note(meta.effect, &target, &connection, io);
    sending::warn(&reply.problems, io.notes());
    let mut text = reply.text;
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    io.print_foreign(text.as_bytes())?;
    Ok(Exit::Complete)
}

/// A request of an operation of the spec.
fn checked(
    method: &Method,
    path: &str,
    query: Pairs,
    body: &[u8],
    io: &Io,
) -> Result<Read, Failure> {
    let all = SingleRequest::all();
    let found = find(&all, method, path)?;
    let endpoint = &found.endpoint;
    let help = format!("`{} --help` describes the operation", endpoint.typed(None));
    if !body.is_empty() && !endpoint.description.has_body {
        let failure = Failure::usage(format!("`{}` takes no body", endpoint.target()));
        return Err(failure.tip(help));
    }
    let mut pairs = operation::path_values(found.endpoint.meta.path, path);
    pairs.extend(query);
    let read = found.check(pairs, body).and_then(|read| {
        let mut violations = Violations::default();
        for name in read.unknown.iter().cloned() {
            violations.note(name, "is not a parameter of this operation");
        }
        violations.into_result()?;
        Ok(read)
    });
    read.map_err(|violations| {
        sending::keep(violations.secrets(), io);
        invalid(&violations).tip(help)
    })
}

/// A request to any path.
fn unchecked(method: &Method, path: &str, query: Pairs, body: &[u8]) -> Result<Read, Failure> {
    let body = match body {
        [] => None,
        body => Some(serde_json::from_slice(body).map_err(|error| {
            Failure::usage(format!("the body is not JSON, nothing was sent: {error}"))
        })?),
    };
    let request = unchecked::unchecked(method, path.to_owned(), query, body);
    Ok(Read { request, unknown: Vec::new(), secrets: Vec::new() })
}

/// The operation with this method and path.
fn find<'a>(
    all: &'a [SingleRequest],
    method: &Method,
    path: &str,
) -> Result<&'a SingleRequest, Failure> {
    let metas = || all.iter().map(|known| &known.endpoint.meta);
    let here = |meta: &&Meta| operation::fits(meta.path, path);
    // Fixed paths come before those with a parameter in the same place.
    let mut found: Vec<_> = all.iter().filter(|known| here(&&known.endpoint.meta)).collect();
    found.sort_by_key(|known| known.endpoint.meta.path.matches('{').count());
    if let Some(found) = found.iter().find(|known| known.endpoint.meta.method == *method) {
        return Ok(found);
    }
    let what = format!("`{method} {path}` is not an operation of the spec, nothing was sent");
    let near = nearest(path, metas().map(|meta| meta.path)).unwrap_or_default();
    let near = metas().find(here).or_else(|| metas().find(|meta| meta.path == near));
    let failure = Failure::usage(what);
    let failure = match near {
        Some(near) => failure.tip(format!("did you mean `{} {}`?", near.method, near.path)),
        None => failure,
    };
    Err(failure.tip("`--unchecked` sends it without a check"))
}

fn invalid(violations: &Violations) -> Failure {
    let failure = Failure::usage("invalid request, nothing was sent");
    violations.iter().fold(failure, |failure, violation| failure.detail(violation.to_string()))
}

fn unwritable(error: &Error) -> Failure {
    match error {
        Error::Invalid(violations) => invalid(violations),
        error => Failure::new(Exit::Failed, error.to_string()),
    }
}

fn failed(
    error: &Error,
    meta: &Meta,
    path: &str,
    is_unchecked: bool,
    connection: &Connection,
) -> Failure {
    let failure = match error {
        Error::Invalid(violations) => return invalid(violations),
        error => diagnose(meta, path, error, connection),
    };
    match error.cause() {
        Error::Decode(misfit) if !misfit.path().is_empty() && !is_unchecked => {
            failure.tip("`--unchecked` prints any JSON that the server sends")
        }
        _ => failure,
    }
}
