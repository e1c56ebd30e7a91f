//! The fields of a profile, each with what it takes.

use std::path::PathBuf;

use braze_core::export::Zone;
use braze_core::{BaseUrl, BaseUrlError, Credential, Instance};
use braze_series::limits::{MAX_CONCURRENCY, MAX_RESERVE};
use toml::Spanned;
use toml::de::DeValue;

use super::reader::Reader;
use super::values::{KeySource, Profile};
use crate::settings::key_source::profile_fields;
use crate::settings::setting::Setting;
use crate::ui::nearest::nearest;

/// All fields of a profile.
pub(super) const FIELDS: [&str; 12] = [
    "instance",
    "base_url",
    "api_key_file",
    "api_key_env",
    "scim_token_file",
    "scim_token_env",
    "client_key_file",
    "client_key_env",
    "workspace",
    "concurrency",
    "reserve",
    "time_zone",
];

/// Reads one of the fields into the profile.
pub(super) fn read(
    name: &str,
    value: &Spanned<DeValue<'_>>,
    profile: &mut Profile,
    reader: &mut Reader<'_>,
) {
    for credential in Credential::ALL {
        let [file, variable_name] = profile_fields(credential);
        let source = if name == file {
            let (folder, home) = (reader.source.folder().to_owned(), reader.source.home.clone());
            reader.checked(name, value, |path| {
                at_home(path, home).map(|path| KeySource::File(folder.join(path)))
            })
        } else if name == variable_name {
            reader.checked(name, value, variable)
        } else {
            continue;
        };
        profile.keys.extend(source.map(|source| (credential, source)));
        return;
    }
    match name {
        "instance" => profile.server = reader.checked(name, value, instance),
        "base_url" => profile.server = reader.checked(name, value, base_url),
        "workspace" => profile.workspace = reader.text(name, value),
        "concurrency" => {
            profile.concurrency = reader.number(name, value, 1, MAX_CONCURRENCY);
        }
        "reserve" => {
            profile.reserve = reader.number(name, value, 0, MAX_RESERVE.into()).map(percent);
        }
        _ => {
            profile.time_zone = reader.checked(name, value, |zone| {
                zone.parse::<Zone>().map_err(|_| {
                    "not a time zone: write an offset such as `+05:30`, or a name such as \
                     `America/New_York`"
                        .to_owned()
                })
            });
        }
    }
}

impl Reader<'_> {
    /// A text that is parsed further.
    fn checked<T>(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        read: impl FnOnce(&str) -> Result<T, String>,
    ) -> Option<Setting<T>> {
        let text = self.text(name, value)?;
        match read(&text.value) {
            Ok(value) => Some(Setting::new(value, text.origin)),
            Err(problem) => {
                self.note(value.span().start, format!("`{name}`: {problem}"));
                None
            }
        }
    }

    /// A whole number in a range.
    fn number(
        &mut self,
        name: &str,
        value: &Spanned<DeValue<'_>>,
        min: u16,
        max: u16,
    ) -> Option<Setting<u16>> {
        let Some(integer) = value.get_ref().as_integer() else {
            self.wrong_type(name, value, &format!("a whole number from {min} to {max}"));
            return None;
        };
        let number = u16::from_str_radix(integer.as_str(), integer.radix()).ok();
        match number.filter(|number| (min..=max).contains(number)) {
            Some(number) => Some(Setting::new(number, self.origin(value))),
            None => {
                self.note(
                    value.span().start,
                    format!("`{name}`: must be a whole number from {min} to {max}"),
                );
                None
            }
        }
    }
}

/// A share, which a larger type cannot be by its bounds.
fn percent(share: Setting<u16>) -> Setting<u8> {
    share.map(|share| u8::try_from(share).unwrap_or(MAX_RESERVE))
}

fn instance(name: &str) -> Result<BaseUrl, String> {
    name.parse::<Instance>().map(BaseUrl::from).map_err(|_| {
        let names: Vec<String> =
            Instance::ALL.iter().map(|known| known.name().to_ascii_lowercase()).collect();
        let near = nearest(name, names.iter().map(String::as_str));
        let near = near.map_or_else(String::new, |near| format!("did you mean `{near}`? "));
        format!(
            "there is no such instance: {near}`braze instances` lists them; one that is not listed is given as \
             `base_url`"
        )
    })
}

fn base_url(url: &str) -> Result<BaseUrl, String> {
    url.parse().map_err(|error: BaseUrlError| {
        // The error repeats the host, and what has no dots may be a key.
        if url.contains('.') {
            error.to_string()
        } else {
            "not a base URL: write it like `https://rest.iad-01.braze.com`".to_owned()
        }
    })
}

/// A path in which `~/` stands for the user's home folder.
fn at_home(path: &str, home: Option<PathBuf>) -> Result<PathBuf, String> {
    let rest = match path.strip_prefix('~') {
        None => return Ok(path.into()),
        Some("") => "",
        Some(rest) => match rest.strip_prefix('/') {
            Some(rest) => rest,
            None => return Err("begins with `~` and a name: only `~/` is understood".to_owned()),
        },
    };
    let home = home.ok_or("begins with `~`, and the variable HOME is not set")?;
    Ok(home.join(rest))
}

fn variable(name: &str) -> Result<KeySource, String> {
    let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !name.starts_with(|c: char| c.is_ascii_digit());
    if is_name {
        return Ok(KeySource::Variable(name.to_owned()));
    }
    Err("not the name of an environment variable: give the name of the variable that holds the key, not \
         the key"
        .to_owned())
}
