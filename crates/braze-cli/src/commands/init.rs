//! `braze init`: asks for a server and a key, checks them, and writes them as a profile.

use std::path::{self, Path};

use braze_core::sessions::DataSeriesRequest;
use braze_core::{BaseUrl, Credential, Credentials, Pacing};

use crate::args::init::InitArgs;
use crate::endpoint::Endpoint;
use crate::settings::connection::{Connection, refuse_keys};
use crate::settings::error::SettingsError;
use crate::settings::key_source::KeyLocation;
use crate::settings::profile::{NewKey, NewProfile, Profile, ProfileName, SettingsFolder};
use crate::settings::{key, server};
use crate::ui::escape::shell_word;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// The number of times that a server is asked for.
const MAX_QUESTIONS: usize = 3;

/// A key, and where it comes from.
struct FoundKey {
    credentials: Credentials,
    /// In words.
    source: String,
    /// The file that holds it, unless it is to be written to a new one.
    file: Option<String>,
    text: String,
}

pub(crate) fn run(args: &InitArgs, io: &mut Io) -> Result<Exit, Failure> {
    let folder = SettingsFolder::find(io)?;
    refuse_existing(&folder, &args.name)?;
    let server = server(args, io)?;
    let key = FoundKey::find(args, io)?;
    refuse_keys(&args.connection, &Profile::default(), io)?;
    if args.is_checked {
        check(&server, &key, io)?;
    }
    let new_key = match &key.file {
        Some(file) => NewKey::InFile(file),
        None => NewKey::Text(&key.text),
    };
    let profile = NewProfile { name: &args.name, server: &server, key: new_key };
    folder.add(&profile).map_err(|(path, error)| {
        Failure::new(Exit::Failed, format!("{} cannot be written: {error}", path.display()))
    })?;
    report(args, &folder, &key, io);
    Ok(Exit::Complete)
}

/// Neither a profile nor a key is replaced.
fn refuse_existing(folder: &SettingsFolder, name: &ProfileName) -> Result<(), Failure> {
    let (file, key_file) = (folder.file(), folder.key_file(name));
    if folder.has(name) {
        return Err(Failure::usage(format!("{} has a profile `{name}`", file.display()))
            .tip("give the new one another name with `--name`, or edit the file"));
    }
    if key_file.symlink_metadata().is_ok() {
        return Err(Failure::usage(format!("{} exists", key_file.display()))
            .tip("give the profile another name with `--name`, or remove that file"));
    }
    Ok(())
}

/// The server: by an option or a variable, else as it is typed.
fn server(args: &InitArgs, io: &mut Io) -> Result<BaseUrl, Failure> {
    match server::chosen(&args.connection, &Profile::default(), io) {
        Ok(chosen) => return Ok(chosen.value),
        Err(SettingsError::NoServer { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    for _ in 0..MAX_QUESTIONS {
        let question = "Instance of the workspace, such as us-01, or its base URL: ";
        let Some(answer) = io.ask_line(question) else { break };
        match server::typed(&answer) {
            Ok(server) => return Ok(server),
            Err(problem) => io.notes().warning(&problem),
        }
    }
    Err(Failure::usage("no server is given, nothing was written")
        .detail("--instance <NAME>  the instance of your workspace; `braze instances` lists them")
        .detail("--base-url <URL>   an instance that the list does not have"))
}

impl FoundKey {
    /// Looks for a key: in the file of an option, in a variable, else as it is typed.
    fn find(args: &InitArgs, io: &mut Io) -> Result<Self, Failure> {
        let credential = Credential::ApiKey;
        match key::source(credential, &args.connection, &Profile::default(), io) {
            Ok(source) => {
                let (credentials, text) = key::read_with_text(&source, io)?;
                let file = match &source.value {
                    KeyLocation::File(file) => Some(absolute(file)?),
                    _ => None,
                };
                Ok(Self { credentials, source: source.to_string(), file, text })
            }
            Err(SettingsError::NoKey { .. }) => Self::ask(io),
            Err(error) => Err(error.into()),
        }
    }

    fn ask(io: &mut Io) -> Result<Self, Failure> {
        let Some(text) = io.ask_secret("REST API key, which is not shown: ") else {
            return Err(Failure::usage("no API key is given, nothing was written")
                .tip("name a file that holds it with `--api-key-file FILE` (`-` reads standard input)")
                .tip("or put it into the environment variable BRAZE_API_KEY"));
        };
        let credentials = key::checked(Credential::ApiKey, &text, io)
            .map_err(|error| Failure::usage(format!("{error}, nothing was written")))?;
        Ok(Self { credentials, source: "the terminal".to_owned(), file: None, text })
    }
}

/// The path of a file, from the root on.
fn absolute(file: &Path) -> Result<String, Failure> {
    let path = path::absolute(file).unwrap_or_else(|_| file.to_owned());
    path.into_os_string().into_string().map_err(|_| {
        Failure::usage("the path of the key's file is not valid UTF-8, so no profile can hold it")
    })
}

/// Makes one request that only reads. A key without its permission is a key of the workspace, too.
fn check(server: &BaseUrl, key: &FoundKey, io: &Io) -> Result<(), Failure> {
    let (credentials, source) = (key.credentials.clone(), key.source.clone());
    let connection = Connection::to(server.clone(), credentials, source, Pacing::default(), io)?;
    match connection.client().send(&DataSeriesRequest::new(1)) {
        Ok(_) => io.notes().note("the server accepts the key"),
        Err(error) if error.is_forbidden() => io.notes().note(
            "the server knows the key, which lacks the permission `sessions.data_series`; \
             `braze doctor --probe` shows what it may read",
        ),
        Err(error) => {
            let endpoint = Endpoint::new::<DataSeriesRequest>();
            return Err(endpoint
                .diagnose(&error, &connection, "braze init")
                .detail("nothing was written")
                .tip("`--no-check` writes a profile without asking the server"));
        }
    }
    Ok(())
}

fn report(args: &InitArgs, folder: &SettingsFolder, key: &FoundKey, io: &Io) {
    let (name, notes) = (&args.name, io.notes());
    let (file, key_file) = (folder.file(), folder.key_file(name));
    let use_of_it = if folder.is_new() { ", which is used where none is chosen" } else { "" };
    notes.note(&format!("profile `{name}` is in {}{use_of_it}", file.display()));
    if key.file.is_none() {
        notes.note(&format!("its key is in {}, which only you can read", key_file.display()));
    }
    if let Some(here) = &folder.overshadowed_by {
        notes.warning(&format!("in this folder {} is read in its place", here.display()));
    }
    let option = match folder.is_new() {
        true => String::new(),
        false => format!(" --profile {}", shell_word(name.as_str())),
    };
    notes.note(&format!("next: braze sessions export{option} --from -30d"));
}
