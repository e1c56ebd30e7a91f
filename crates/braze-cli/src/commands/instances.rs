//! `braze instances`: the instances of the service and their addresses.

use braze_core::{BaseUrl, Instance};

use crate::ui::exit::Exit;
use crate::ui::failure::Failure;
use crate::ui::io::Io;

pub(crate) fn run(io: &mut Io) -> Result<Exit, Failure> {
    let line = |instance: &Instance| {
        format!("{}  {}\n", instance.name().to_ascii_lowercase(), BaseUrl::from(*instance))
    };
    let lines: String = Instance::ALL.iter().map(line).collect();
    io.print(lines.as_bytes())?;
    Ok(Exit::Complete)
}
