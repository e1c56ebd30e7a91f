//! The words for a file that cannot be used.

use std::path::Path;

use braze_store::{Access, StoreError, StoreErrorKind};

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;

const TRY_AGAIN: &str = "end what it does there, and run the command again";

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::from(&error)
    }
}

impl From<&StoreError> for Failure {
    fn from(error: &StoreError) -> Self {
        let (path, access) = (error.path(), error.access());
        let file = path.display();
        match error.kind() {
            StoreErrorKind::InvalidPath(error) => {
                let purpose = match access {
                    Access::Read => "read",
                    Access::Resume => "keep the state of an import in",
                    _ => "keep a database in",
                };
                Self::usage(format!("cannot {purpose} {file}: {error}"))
            }
            StoreErrorKind::NotFound => Self::usage(format!("there is no file {file}"))
                .tip("`braze <series> sync --db FILE` makes one and keeps it up to date"),
            StoreErrorKind::NotSqlite => refused(path, access, "is not an SQLite database"),
            StoreErrorKind::Foreign => refused(path, access, "is a database of another program"),
            StoreErrorKind::OtherContent { found, expected } => {
                refused(path, access, &format!("holds {found}, not {expected}"))
            }
            StoreErrorKind::Newer { found, supported } => {
                Self::usage(format!("{file} was made by a newer version of this command"))
                    .detail(format!(
                        "its tables are of version {found}, and those known here of {supported}"
                    ))
                    .tip(format!(
                        "install the newer version, or give `{}` the name of another file",
                        option(access)
                    ))
            }
            StoreErrorKind::CannotOpen(why) => Self::usage(format!("cannot open {file}: {why}")),
            StoreErrorKind::ReadOnly(why) => Self::usage(format!("{file} may only be read: {why}")),
            StoreErrorKind::UnreadableLog => Self::usage(format!(
                "cannot read {file}: files cannot be made in its folder"
            ))
            .detail(format!("its last rows are in {file}-wal, beside it"))
            .tip(
                "run `sync` to its end, or copy both files to a folder of your own and read them \
                         there",
            ),
            StoreErrorKind::Locked => {
                Self::new(Exit::Failed, format!("another run is writing to {file}"))
                    .detail("nothing was sent")
                    .tip("wait until it has ended; until then the file can be read, but not synced")
            }
            StoreErrorKind::InUse => {
                Self::new(Exit::Failed, format!("another import is running with {file}"))
                    .tip("wait until it has ended")
            }
            StoreErrorKind::OtherImport { part, stored, requested } => {
                Self::usage(format!("{file} belongs to an import with another {part}"))
                    .detail(format!("there: {stored}, now: {requested}"))
                    .tip("give `--state` the name of another file")
            }
            StoreErrorKind::ChangedRecords { first, count } => {
                let (records, them) =
                    if *count == 1 { ("record has", "it") } else { ("records have", "them") };
                let lines: Vec<_> = first.iter().map(ToString::to_string).collect();
                let more = if *count > first.len() as u64 { ", …" } else { "" };
                Self::usage(format!("{count} {records} changed since {file} noted {them} as sent"))
                    .detail(format!("changed lines: {}{more}", lines.join(", ")))
                    .tip("restore these lines; new ones go to the end")
                    .tip("or send them again with `--send-changed`, or all with another `--state`")
            }
            StoreErrorKind::MissingRecords { found, expected } => {
                Self::usage(format!("records are gone that {file} noted as sent"))
                    .detail(format!("there: at least {expected}, now: {found}"))
                    .tip("restore the input, or give `--state` the name of another file")
            }
            StoreErrorKind::Lock(lock, error) => {
                Self::new(Exit::Failed, format!("cannot lock {}: {error}", lock.display()))
            }
            StoreErrorKind::OtherWriter => {
                Self::new(Exit::Failed, format!("another program is writing to {file}"))
                    .tip(TRY_AGAIN)
            }
            StoreErrorKind::OtherReader => {
                Self::new(Exit::Failed, format!("another program is reading {file}")).tip(TRY_AGAIN)
            }
            StoreErrorKind::NoTable { table, tables } => {
                let held = match tables.as_slice() {
                    [] => "it holds no tables".to_owned(),
                    tables => format!("its tables: {}", tables.join(", ")),
                };
                Self::usage(format!("{file} has no table `{table}`"))
                    .detail(held)
                    .tip("each series has a table of its own, which `sync` of that series makes")
            }
            StoreErrorKind::InvalidRow { table, time } => {
                Self::usage(format!("the table `{table}` in {file} is not as `sync` keeps it"))
                    .detail(format!("its row of `{time}` cannot be read"))
            }
            StoreErrorKind::OtherServer { workspace, stored, requested } => Self::usage(format!(
                "the workspace `{workspace}` in {file} comes from another server"
            ))
            .detail(format!("there: {stored}, now: {requested}"))
            .tip("name this one with `--workspace`, or give `--db` the name of another file"),
            StoreErrorKind::OtherZone { workspace, stored, requested } => {
                let stored = if stored.is_empty() { "none" } else { stored };
                Self::usage(format!(
                    "the workspace `{workspace}` in {file} was read in another time zone"
                ))
                .detail(format!("there: {stored}, now: {requested}"))
                .tip("leave `--time-zone` out: the one of the file is taken then")
                .tip("or read everything again, with another `--workspace` or another `--db`")
            }
            kind => {
                let verb = match access {
                    Access::Read => "read",
                    _ => "keep",
                };
                Self::new(Exit::Failed, format!("cannot {verb} {file}: {kind}"))
            }
        }
    }
}

/// A file of another program.
fn refused(path: &Path, access: Access, reason: &str) -> Failure {
    let (untouched, tip) = match access {
        Access::Read => ("", "`--db` takes a file that `braze <series> sync --db FILE` keeps"),
        Access::Resume => (", and was left as it is", "give `--state` the name of a new file"),
        _ => (", and was left as it is", "give `--db` the name of a new file"),
    };
    Failure::usage(format!("{} {reason}{untouched}", path.display())).tip(tip)
}

/// The option that names the file.
fn option(access: Access) -> &'static str {
    match access {
        Access::Resume => "--state",
        _ => "--db",
    }
}
