//! [`Get`]: one request, as the API offers it.

mod body;

use braze_core::Pacing;

use crate::args::get::GetArgs;
use crate::rendering::Rendering;
use crate::request::SingleRequest;
use crate::settings::connection::{self, Connection};
use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

/// The command that makes one request.
pub(crate) struct Get<'a>(pub(crate) &'a SingleRequest);

impl Get<'_> {
    pub(crate) fn run(&self, args: GetArgs, io: &mut Io) -> Result<Exit, Failure> {
        let GetArgs { parameters, body, format, connection: server } = args;
        let (endpoint, typed) = (&self.0.endpoint, self.0.typed());
        let body = body.map_or_else(|| Ok(Vec::new()), |typed| body::read(&typed, io))?;
        let request = self.0.check(parameters, &body);
        let request = request.map_err(|violations| endpoint.invalid(&violations, &typed))?;
        let rendering = Rendering::new(format, io.shows_unicode());
        let profile = connection::profile(&server, io)?;
        let connection = Connection::open(&server, profile, Pacing::default(), io)?;
        let rendered = request(connection.client(), rendering)
            .map_err(|error| endpoint.diagnose(&error, &connection, &typed))?;
        for problem in &rendered.problems {
            io.notes().warning(&format!("the reply reports a problem: {problem}"));
        }
        io.print_foreign(&rendered.text)?;
        Ok(Exit::Complete)
    }
}
