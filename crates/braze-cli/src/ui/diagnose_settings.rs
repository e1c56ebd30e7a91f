//! The words for settings that cannot be used.

use braze_core::{ApiKey, Credential, ProxyError};

use crate::settings::choice::file_option;
use crate::settings::error::SettingsError;
use crate::settings::key_source::{Source, profile_fields};
use crate::settings::profile::Looked;
use crate::settings::setting::{Origin, Setting};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::nearest::nearest;

impl From<SettingsError> for Failure {
    fn from(error: SettingsError) -> Self {
        match error {
            SettingsError::Variable(name) => Self::usage(format!("{name} is not valid UTF-8")),
            SettingsError::Value { origin, problem } => {
                Self::usage(format!("invalid value for `{origin}`")).detail(problem)
            }
            SettingsError::TwoServers([one, other]) => Self::usage(format!(
                "{one} and {other} are both set, but only one server can be used"
            ))
            .tip("unset one of them, or choose with `--instance` or `--base-url`"),
            SettingsError::NoServer { profile } => no_server(profile.as_deref()),
            SettingsError::NoKey { credential, profile } => no_key(credential, profile.as_deref()),
            SettingsError::UnsetKey(source) => {
                let (credential, noun) = (source.credential, noun(source.credential));
                let [_, field] = profile_fields(credential);
                Self::usage(format!("no {credential}: {source} is not set")).tip(format!(
                    "`{field}` takes the name of a variable that holds the {noun}, not the {noun}"
                ))
            }
            SettingsError::UnreadableKey { source, error } => unreadable_key(&source, &error),
            SettingsError::EncodedKey(source) => {
                let (credential, noun) = (source.credential, noun(source.credential));
                Self::usage(format!("the {credential} is not valid UTF-8"))
                    .detail(format!("{noun} from: {source}"))
            }
            SettingsError::InvalidKey { source, error } => {
                let noun = noun(source.credential);
                Self::usage(error.to_string()).detail(format!("{noun} from: {source}"))
            }
            SettingsError::MisplacedKey { place } => {
                Self::usage(format!("`{place}` holds the API key, nothing was sent"))
                    .tip("give the identifier or name that is meant")
            }
            SettingsError::NoFolder => Self::usage("the folder for settings is not known")
                .tip("set HOME, or XDG_CONFIG_HOME to a path that begins with `/`"),
            SettingsError::UnreadableFile { path, error } => {
                Self::usage(format!("{} cannot be read: {error}", path.display()))
            }
            SettingsError::InvalidFile { path, problems } => {
                let failure = Self::usage(format!("{} cannot be used", path.display()));
                let details = problems.into_iter().map(|(place, text)| format!("{place}: {text}"));
                details
                    .fold(failure, Self::detail)
                    .tip("`braze doctor --help` shows the fields of the file, with an example")
            }
            SettingsError::NoFile { wanted, looked } => no_file(&wanted, &looked),
            SettingsError::UnknownProfile { wanted, path, known } => {
                unknown_profile(&wanted, &path.display().to_string(), &known)
            }
            SettingsError::Proxy(error) => unusable_proxy(&error),
            SettingsError::Client(error) => Self::new(Exit::Failed, error.to_string()),
            SettingsError::Sandbox(error) => {
                Self::new(Exit::Failed, format!("the sandbox cannot be started: {error}"))
            }
        }
    }
}

fn no_server(profile: Option<&str>) -> Failure {
    let failure = Failure::usage("no server is chosen: give one of these options")
        .detail("--instance <NAME>  the instance of your workspace; `braze instances` lists them")
        .detail("--base-url <URL>   an instance that the list does not have")
        .detail("--profile <NAME>   a profile of `braze.toml` with one of them")
        .detail(
            "--sandbox          a stand-in inside this command, to try things out without a key",
        );
    match profile {
        Some(name) => {
            failure.tip(format!("or give the profile `{name}` a field `instance` or `base_url`"))
        }
        None => failure,
    }
}

fn no_key(credential: Credential, profile: Option<&str>) -> Failure {
    let (variable, option) = (credential.variable(), file_option(credential));
    let failure = Failure::usage(format!("no {credential}"))
        .tip(format!("put it into the environment variable {variable}"))
        .tip(format!(
            "or name a file that holds it with `--{option} FILE` (`-` reads standard input)"
        ));
    let [file, variable] = profile_fields(credential);
    let failure = match profile {
        Some(name) => {
            failure.tip(format!("or give the profile `{name}` a field `{file}` or `{variable}`"))
        }
        None => failure,
    };
    let failure = match credential {
        Credential::ApiKey => failure,
        other => failure.tip(format!("an API key is not accepted in place of a {other}")),
    };
    failure.tip(format!("`--sandbox` needs no {}", noun(credential)))
}

/// The last word of the name of a secret.
fn noun(credential: Credential) -> &'static str {
    match credential {
        Credential::ScimToken => "token",
        _ => "key",
    }
}

fn unreadable_key(source: &Source, error: &std::io::Error) -> Failure {
    let (credential, noun) = (source.credential, noun(source.credential));
    let [field, _] = profile_fields(credential);
    let option = match source.origin {
        Origin::File(_) => field.to_owned(),
        _ => format!("--{}", file_option(credential)),
    };
    Failure::usage(format!("the {credential} cannot be read from {source}: {error}"))
        .tip(format!("`{option}` takes the name of a file that holds the {noun}, not the {noun}"))
}

fn no_file(wanted: &Setting<String>, looked: &[Looked]) -> Failure {
    let failure = Failure::usage(format!(
        "there is no profile {}: no `braze.toml` was found",
        quoted(&wanted.value)
    ))
    .detail(format!("chosen by: {}", wanted.origin));
    let looked = looked.iter().map(ToString::to_string);
    looked
        .fold(failure, Failure::detail)
        .tip("`braze doctor --help` shows such a file and the places that are searched")
}

fn unknown_profile(wanted: &Setting<String>, file: &str, known: &[String]) -> Failure {
    let failure =
        Failure::usage(format!("there is no profile {} in {file}", quoted(&wanted.value)))
            .detail(format!("chosen by: {}", wanted.origin));
    match (nearest(&wanted.value, known.iter().map(String::as_str)), known) {
        (Some(near), _) => failure.tip(format!("a similar profile exists: `{near}`")),
        (None, []) => failure.tip("the file has no profile: add one with `[profiles.NAME]`"),
        (None, names) => failure.tip(format!("its profiles are `{}`", names.join("`, `"))),
    }
}

/// A name in quotes, unless it looks like a key that was put in its place.
fn quoted(name: &str) -> String {
    if ApiKey::is_like(name) { "of that name".to_owned() } else { format!("`{name}`") }
}

fn unusable_proxy(error: &ProxyError) -> Failure {
    let example = if error.variable().eq_ignore_ascii_case("NO_PROXY") {
        "write it like `localhost, .internal.example, 10.0.0.0/8`"
    } else {
        "write it like `http://proxy.example:3128` or `socks5h://user:password@proxy.example:1080`"
    };
    Failure::usage(error.to_string()).tip(example)
}
