//! [`Get`]: one request, as the API offers it.

use braze_core::{Error, Pacing};

use crate::args::get::GetArgs;
use crate::commands::sending;
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
        let GetArgs { parameters, body: typed_body, format, sending, connection: server } = args;
        let (endpoint, typed) = (&self.0.endpoint, self.0.typed());
        let body = endpoint.read_body(&typed_body, &typed, io)?;
        let invalid =
            |violations| endpoint.invalid(&endpoint.in_body_flags(&typed_body, violations), &typed);
        if sending.is_dry_run {
            let config = Connection::without_sending(&server, io)?;
            let request =
                (endpoint.write)(parameters, &body, &config).map_err(|error| match error {
                    Error::Invalid(violations) => invalid(violations),
                    error => Failure::new(Exit::Failed, error.to_string()),
                })?;
            return sending::print(&request, io);
        }
        let request = self.0.check(parameters, &body).map_err(invalid)?;
        let rendering = Rendering::new(format, io.shows_unicode());
        let profile = connection::profile(&server, io)?;
        let connection = Connection::open(&server, profile, Pacing::default(), io)?;
        let (effect, target) = (endpoint.meta.effect, endpoint.target());
        sending::confirm(effect, &target, sending, &connection, io)?;
        let rendered = request(connection.client(), rendering)
            .map_err(|error| endpoint.diagnose(&error, &connection, &typed))?;
        for problem in &rendered.problems {
            io.notes().warning(&format!("the reply reports a problem: {problem}"));
        }
        sending::note(effect, &target, &connection, io);
        io.print_foreign(&rendered.text)?;
        Ok(Exit::Complete)
    }
}
