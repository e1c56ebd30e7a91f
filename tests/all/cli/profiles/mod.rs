//! Profiles: settings under a name, in `braze.toml`.

mod choice;
mod fields;
mod secrecy;

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use super::process::{Braze, Transcript, assert_transcript, braze};
use super::{KEY, Server, TWO_ROWS, requests, succeeding};

/// A home with a working directory and a folder for settings.
pub(super) struct Home {
    folder: TempDir,
}

impl Home {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["here", "settings/braze", "home"] {
            fs::create_dir_all(folder.path().join(name)).unwrap();
        }
        Self { folder }
    }

    /// With this file of profiles in the working directory.
    pub(super) fn with(toml: &str) -> Self {
        let home = Self::new();
        home.write("here/braze.toml", toml);
        home
    }

    pub(super) fn write(&self, file: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(file);
        fs::write(&path, text).unwrap();
        path
    }

    pub(super) fn braze(&self, arguments: &str) -> Braze {
        let mut run = braze(arguments)
            .env("XDG_CONFIG_HOME", self.path("settings").to_str().unwrap())
            .env("HOME", self.path("home").to_str().unwrap());
        run.command.current_dir(self.path("here"));
        run
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// One request, to whichever server is in force.
    fn get(&self, arguments: &str) -> Braze {
        self.braze(&format!("sessions get --length 2 --format csv {arguments}"))
    }
}

/// A profile `shop` for a server, with the key in the variable `SHOP_KEY`.
fn shop(server: &Server) -> String {
    format!("[profiles.shop]\nbase_url = \"{}\"\napi_key_env = \"SHOP_KEY\"\n", server.url())
}

/// Checks that a run asked this server once, with this key.
pub(super) fn assert_asked(run: &Transcript, server: &Server, key: &str) {
    assert_eq!(run.code(), Some(0), "{run}");
    let requests = requests(server);
    assert_eq!(requests.len(), 1, "{run}");
    assert!(requests[0].contains(&format!("\nauthorization: Bearer {key}\r")), "{requests:?}");
}
