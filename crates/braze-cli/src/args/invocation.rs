//! [`Invocation`]: the command of a command line, with its arguments.

use clap_complete::Shell;

use super::api::ApiArgs;
use super::chart::ChartArgs;
use super::doctor::DoctorArgs;
use super::export::ExportArgs;
use super::find::FindArgs;
use super::get::GetArgs;
use super::import::ImportArgs;
use super::init::InitArgs;
use super::reference::ReferenceArgs;
use super::sandbox::SandboxArgs;
use super::sync::SyncArgs;
use super::users::UsersArgs;
use crate::request::SingleRequest;
use crate::series::Series;

/// The command of a command line, with its arguments.
pub(crate) enum Invocation<'a> {
    Get(&'a SingleRequest, GetArgs),
    Export(&'a Series, ExportArgs),
    Sync(&'a Series, SyncArgs),
    Chart(&'a Series, ChartArgs),
    Api(ApiArgs),
    Users(UsersArgs),
    Import(ImportArgs),
    Doctor(DoctorArgs),
    Find(FindArgs),
    Init(InitArgs),
    Instances,
    Reference(ReferenceArgs),
    Sandbox(SandboxArgs),
    /// The script that completes the command in a shell.
    Completions(Shell),
    /// The page of the manual about the command of these words.
    Man(Vec<String>),
}
