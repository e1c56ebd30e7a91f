//! [`HiddenInput`]: a terminal that does not show what is typed.

use std::io;

/// A terminal at standard input that does not show what is typed, until this is dropped.
pub(crate) struct HiddenInput(terminal::Modes);

impl HiddenInput {
    /// Hides what is typed from now on.
    pub(crate) fn begin() -> io::Result<Self> {
        terminal::hide().map(Self)
    }

    /// Shows what is typed again, where an interrupt ends the process.
    pub(crate) fn show(&self) -> impl FnOnce() + Send + use<> {
        let modes = self.0.clone();
        move || terminal::restore(&modes)
    }
}

impl Drop for HiddenInput {
    fn drop(&mut self) {
        terminal::restore(&self.0);
    }
}

#[cfg(unix)]
mod terminal {
    use std::io::{self, stdin};

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    /// The modes of the terminal before.
    pub(super) type Modes = Termios;

    /// The end of the line is still shown.
    pub(super) fn hide() -> io::Result<Modes> {
        let before = tcgetattr(stdin())?;
        let mut modes = before.clone();
        modes.local_modes.remove(LocalModes::ECHO);
        modes.local_modes.insert(LocalModes::ECHONL);
        tcsetattr(stdin(), OptionalActions::Now, &modes)?;
        Ok(before)
    }

    pub(super) fn restore(modes: &Modes) {
        // A terminal that is gone shows nothing.
        let _ = tcsetattr(stdin(), OptionalActions::Now, modes);
    }
}

#[cfg(not(unix))]
mod terminal {
    use std::io;

    /// There are none that could be changed.
    pub(super) type Modes = ();

    pub(super) fn hide() -> io::Result<Modes> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn restore(_: &Modes) {}
}
