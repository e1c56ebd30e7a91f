//! [`Output`]: a chart of characters on standard output, or a picture in a file.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use braze_chart::terminal::Screen;
use braze_chart::{Figure, svg, terminal};

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;
use crate::ui::sink::{Destination, Rules, Sink};

/// The destination of a chart, and its form there.
#[derive(Debug)]
pub(super) struct Output {
    destination: Destination,
    form: Form,
}

#[derive(Debug, Clone, Copy)]
enum Form {
    Characters(Screen),
    Svg,
}

impl Output {
    /// The output to a file or to standard output.
    pub(super) fn new(file: Option<PathBuf>, io: &Io) -> Result<Self, Failure> {
        let destination = Destination::new(file);
        let form = match &destination {
            Destination::File(path) => Form::of_name(path)?,
            Destination::Stdout => Form::Characters(
                Screen::new(io.stdout_columns())
                    .with_unicode(io.shows_unicode())
                    .with_color(io.stdout_in_color()),
            ),
        };
        Ok(Self { destination, form })
    }

    /// Opens it, before any request.
    pub(super) fn open<'a>(&self, io: &'a mut Io) -> Result<Sink<'a>, Failure> {
        Sink::open(&self.destination, Rules::WHOLE, io.stdout())
    }

    /// Draws a chart. A reader who has gone away has seen enough.
    pub(super) fn write(&self, figure: &Figure, mut sink: Sink<'_>) -> Result<(), Failure> {
        let chart = match self.form {
            Form::Characters(screen) => terminal::draw(figure, screen),
            Form::Svg => {
                svg::draw(figure).map_err(|error| Failure::new(Exit::Failed, error.to_string()))?
            }
        };
        sink.buffer().extend_from_slice(chart.as_bytes());
        let leftover = sink.leftover();
        match sink.finish() {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => {
                leftover.discard();
                let failure = self.destination.unwritable(Exit::Failed, &error);
                Err(failure.detail(leftover.description()))
            }
            _ => Ok(()),
        }
    }
}

impl Form {
    /// The form that the name of a file asks for.
    fn of_name(path: &Path) -> Result<Self, Failure> {
        let extension = path.extension().unwrap_or_default().to_string_lossy();
        if extension.eq_ignore_ascii_case("svg") {
            return Ok(Self::Svg);
        }
        let wrong = match extension.as_ref() {
            "" => "it has no extension".to_owned(),
            extension => format!("`.{extension}` is not .svg, the only kind there is"),
        };
        Err(Failure::usage(format!("`{}` names no kind of picture", path.display()))
            .detail(wrong)
            .tip(format!("write `-o {}`", path.with_extension("svg").display())))
    }
}
