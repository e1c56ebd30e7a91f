//! The table of endpoints in the README, between its markers.

use crate::ir::Api;

const BEGIN: &str = "<!-- endpoints:begin -->";
const END: &str = "<!-- endpoints:end -->";

/// A README with the table of an API between its markers; `None` where it has no markers.
pub(crate) fn with_table(readme: &str, api: &Api) -> Option<String> {
    let (before, rest) = readme.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}\n{}{END}{after}", table(api)))
}

/// One line for each operation, by name.
fn table(api: &Api) -> String {
    let mut operations: Vec<_> = api
        .modules
        .iter()
        .flat_map(|module| module.operations.iter().map(move |it| (module, it)))
        .collect();
    operations.sort_by(|(_, a), (_, b)| a.id.cmp(&b.id));
    let mut table =
        "| Command | Request type | Endpoint | What it returns |\n|---|---|---|---|\n".to_owned();
    for (module, it) in operations {
        let about = if it.description.is_empty() { &it.summary } else { &it.description };
        let about =
            about.split("\n\n").next().unwrap_or_default().replace('\n', " ").replace('|', "\\|");
        table.push_str(&format!(
            "| `braze {} get` | `{}::{}` | `{} {}` | {about} |\n",
            it.command.join(" "),
            module.name,
            it.request,
            it.method.as_str(),
            it.template,
        ));
    }
    table
}
