//! [`Io`]: the streams and the environment of the command.

use std::ffi::OsString;
use std::io::{self, BufRead, BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use terminal_size::{Width, terminal_size_of};

use crate::settings::clock::WallClock;
use crate::ui::escape::Escaping;
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::hidden_input::HiddenInput;
use crate::ui::interrupt::Interrupt;
use crate::ui::notes::Notes;
use crate::ui::verbosity::Verbosity;

/// Standard streams and environment, as values.
///
/// A command prints its output when it is complete, so that standard output stays empty if it fails. Only the
/// rows of an export are written as they come.
pub struct Io {
    stdin: Box<dyn Read>,
    stdin_is_terminal: bool,
    stdout: Box<dyn Write>,
    stdout_in_color: bool,
    stdout_is_terminal: bool,
    /// The number of characters on a line of standard output.
    stdout_columns: Option<u16>,
    stderr_is_terminal: bool,
    /// Standard error is a terminal that a line can be drawn on again and again.
    stderr_is_screen: bool,
    interrupt: Interrupt,
    notes: Notes,
    environment: Environment,
    folder: Option<PathBuf>,
    clock: WallClock,
}

/// The greatest length of an answer, in bytes.
const MAX_ANSWER: u64 = 256;

/// Looks a variable up.
type Environment = Box<dyn Fn(&str) -> Option<OsString>>;

impl Io {
    /// Streams that are not terminals, and an environment. No folder is searched for profiles.
    #[must_use]
    pub fn new(
        stdin: impl Read + 'static,
        stdout: impl Write + 'static,
        stderr: impl Write + Send + 'static,
        environment: impl Fn(&str) -> Option<OsString> + 'static,
    ) -> Self {
        Self {
            stdin: Box::new(stdin),
            stdin_is_terminal: false,
            stdout: Box::new(stdout),
            stdout_in_color: false,
            stdout_is_terminal: false,
            stdout_columns: None,
            stderr_is_terminal: false,
            stderr_is_screen: false,
            interrupt: Interrupt::Never,
            notes: Notes::new(stderr),
            environment: Box::new(environment),
            folder: None,
            clock: WallClock::default(),
        }
    }

    /// Looks for a file of profiles in this folder; an empty path is the working directory.
    #[must_use]
    pub fn in_folder(mut self, folder: impl Into<PathBuf>) -> Self {
        self.folder = Some(folder.into());
        self
    }

    /// Those of this process. Colors appear on terminals only, and never under `NO_COLOR`.
    #[must_use]
    pub fn process() -> Self {
        let mut io =
            Self::new(io::stdin(), io::stdout(), io::stderr(), |name| std::env::var_os(name))
                .in_folder("");
        let is_dumb = io.variable("TERM").is_some_and(|terminal| terminal == "dumb");
        let plain = io.variable("NO_COLOR").is_some() || is_dumb;
        io.stdin_is_terminal = io::stdin().is_terminal();
        io.stdout_is_terminal = io::stdout().is_terminal();
        let size = terminal_size_of(io::stdout()).filter(|_| io.stdout_is_terminal);
        io.stdout_columns = size.map(|(Width(columns), _)| columns).filter(|it| *it > 0);
        io.stdout_in_color = !plain && io.stdout_is_terminal;
        io.stderr_is_terminal = io::stderr().is_terminal();
        io.stderr_is_screen = !is_dumb && io.stderr_is_terminal;
        io.notes = io.notes.in_color(!plain && io.stderr_is_terminal);
        io.interrupt = Interrupt::OfProcess;
        io
    }

    pub(crate) fn set_clock(&mut self, clock: WallClock) {
        self.clock = clock;
    }

    /// The time of day.
    pub(crate) fn clock(&self) -> WallClock {
        self.clock
    }

    /// Standard error, for messages to a person.
    pub(crate) fn notes(&self) -> &Notes {
        &self.notes
    }

    /// Returns `true` if standard output shows styled text.
    pub(crate) fn stdout_in_color(&self) -> bool {
        self.stdout_in_color
    }

    pub(crate) fn stdout_is_terminal(&self) -> bool {
        self.stdout_is_terminal
    }

    /// The number of characters on a line of standard output: that of the terminal, else of `COLUMNS`, else
    /// 80.
    pub(crate) fn stdout_columns(&self) -> usize {
        let variable = || self.variable("COLUMNS")?.to_str()?.parse().ok().filter(|it| *it > 0);
        self.stdout_columns.or_else(variable).unwrap_or(80).into()
    }

    /// Returns `true` if a progress bar is wanted and standard error can show one.
    pub(crate) fn shows_bar(&self) -> bool {
        self.stderr_is_screen && self.notes.verbosity() != Verbosity::Quiet
    }

    /// The source of interrupts.
    pub(crate) fn interrupt(&self) -> Interrupt {
        self.interrupt
    }

    /// The folder that is searched for profiles first.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// An environment variable, unless it is empty.
    pub(crate) fn variable(&self, name: &str) -> Option<OsString> {
        (self.environment)(name).filter(|value| !value.is_empty())
    }

    /// Returns `true` if the locale can show more than ASCII.
    pub(crate) fn shows_unicode(&self) -> bool {
        self.locale().is_some_and(|(_, locale)| {
            let locale = locale.to_string_lossy().to_ascii_uppercase();
            locale.contains("UTF-8") || locale.contains("UTF8")
        })
    }

    /// The locale of characters, and the variable that it comes from.
    pub(crate) fn locale(&self) -> Option<(&'static str, OsString)> {
        ["LC_ALL", "LC_CTYPE", "LANG"]
            .into_iter()
            .find_map(|name| Some((name, self.variable(name)?)))
    }

    /// Standard input.
    pub(crate) fn stdin(&mut self) -> &mut dyn Read {
        &mut self.stdin
    }

    /// Returns `true` if a person would have to type the input.
    pub(crate) fn stdin_is_terminal(&self) -> bool {
        self.stdin_is_terminal
    }

    /// Standard output, for text of the command's own.
    pub(crate) fn stdout(&mut self) -> Box<dyn Write + '_> {
        Box::new(&mut self.stdout)
    }

    /// Standard output, for text from elsewhere, which cannot steer a terminal.
    pub(crate) fn stdout_for_foreign(&mut self) -> Box<dyn Write + '_> {
        match self.stdout_is_terminal {
            true => Box::new(Escaping::new(&mut self.stdout)),
            false => Box::new(&mut self.stdout),
        }
    }

    /// Asks a person a question whose answer is yes or no. Returns `None` if there is no one to ask.
    pub(crate) fn ask(&mut self, question: &str) -> Option<bool> {
        if !self.has_person() {
            return None;
        }
        // An answer that cannot be read is a no.
        let answer = self.ask_line(&format!("{question} [y/N] ")).unwrap_or_default();
        Some(matches!(answer.to_ascii_lowercase().as_str(), "y" | "yes"))
    }

    /// Returns `true` if someone reads questions and types answers.
    pub(crate) fn has_person(&self) -> bool {
        self.stdin_is_terminal && self.stderr_is_terminal
    }

    /// Asks a person for a line. Returns `None` if there is no one to ask, or no answer.
    pub(crate) fn ask_line(&mut self, question: &str) -> Option<String> {
        if !self.has_person() {
            return None;
        }
        self.notes.question(question);
        let mut answer = String::new();
        // A terminal passes whole lines on.
        let mut line = BufReader::new(self.stdin().take(MAX_ANSWER));
        let length = line.read_line(&mut answer).ok()?;
        (length > 0).then(|| answer.trim().to_owned())
    }

    /// Asks a person for a line that the terminal does not show. Returns `None` as [`ask_line`](Self::ask_line) does,
    /// and where the terminal cannot hide it.
    pub(crate) fn ask_secret(&mut self, question: &str) -> Option<String> {
        if !self.has_person() {
            return None;
        }
        let hidden = HiddenInput::begin().ok()?;
        let notes = self.notes.clone();
        let last_words = move || notes.last_words(&Failure::interrupted());
        let _listening = self.interrupt.listen(hidden.show(), last_words);
        self.ask_line(question)
    }

    /// Writes text from elsewhere to standard output, all at once.
    pub(crate) fn print_foreign(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        let mut text = Vec::new();
        if self.stdout_is_terminal {
            // Memory takes everything.
            let _ = Escaping::new(&mut text).write_all(bytes);
        }
        let bytes = if self.stdout_is_terminal { &text } else { bytes };
        self.print(bytes)
    }

    /// Writes to standard output. A reader who has gone away is not a failure.
    pub(crate) fn print(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        match self.stdout.write_all(bytes).and_then(|()| self.stdout.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Failure::new(Exit::Failed, format!("cannot write the output: {error}")))
            }
            _ => Ok(()),
        }
    }
}

impl std::fmt::Debug for Io {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Io").finish_non_exhaustive()
    }
}
