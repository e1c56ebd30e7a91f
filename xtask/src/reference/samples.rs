//! The request of an example, for a shell and in Rust.

use crate::emit::Sample;
use crate::spec::ir::{Exchange, Instance, Module, Operation, RowContent, Series};
use crate::spec::names;

/// Returns the request as a call of curl.
pub(super) fn curl(it: &Operation, exchange: &Exchange, address: &str) -> String {
    let mut lines = vec![format!("curl {}", quoted(&format!("{address}{}", exchange.target)))];
    if it.method.as_str() != "GET" {
        lines.push(format!("--request {}", it.method.as_str()));
    }
    lines.push(format!("--header \"Authorization: Bearer ${}\"", it.credential.variable()));
    for (name, value) in &exchange.headers {
        lines.push(format!("--header {}", quoted(&format!("{name}: {value}"))));
    }
    if let Some(body) = &exchange.body {
        lines.push("--header 'Content-Type: application/json'".to_owned());
        lines.push(format!("--data {}", quoted(&crate::emit::json_text(body))));
    }
    lines.join(" \\\n  ")
}

/// Returns the request as a call of the command.
pub(super) fn command(it: &Operation, exchange: &Exchange, instance: &Instance) -> String {
    let mut line = format!("braze {}", it.words().join(" "));
    line.push_str(&format!(" --instance {}", instance.name.to_ascii_lowercase()));
    for (name, values) in &exchange.request {
        for value in values {
            let option = names::kebab(name);
            line.push_str(&format!(" --{option} {}", quoted(value)));
        }
    }
    if let Some(body) = &exchange.body {
        line.push_str(&format!(" --body {}", quoted(&crate::emit::json_text(body))));
    }
    line
}

/// A client that a program uses.
#[derive(Debug, Clone, Copy)]
pub(super) enum Client {
    Blocking,
    Async,
}

/// Returns a program that sends the request with a client, if it can be written.
pub(super) fn rust(
    client: Client,
    module: &Module,
    it: &Operation,
    exchange: &Exchange,
    instance: &Instance,
) -> Option<String> {
    let (library, main, wait) = match client {
        Client::Blocking => ("braze_blocking", "fn main()", ""),
        Client::Async => (
            "braze_async",
            "#[tokio::main(flavor = \"current_thread\")]\nasync fn main()",
            ".await",
        ),
    };
    let Sample { mut imports, expression, .. } = Sample::from_exchange(module, it, exchange)?;
    let (credential, variable) = (it.credential.name(), it.credential.variable());
    imports.extend([credential, "Client", "Instance"].map(str::to_owned));
    let imports = imports.into_iter().collect::<Vec<_>>().join(", ");
    let expression = expression.replace('\n', "\n    ");
    let variant = &instance.variant;
    let show = match &it.series {
        Some(Series { content: RowContent::Flat { value, .. }, rows, time, .. }) => {
            each_row(rows, time, value)
        }
        _ => "    println!(\"{:?}\", reply.value);".to_owned(),
    };
    Some(format!(
        "use {library}::{{{imports}}};

{main} -> Result<(), Box<dyn std::error::Error>> {{
    let key = {credential}::new(std::env::var(\"{variable}\")?)?;
    let client = Client::new(Instance::{variant}, key)?;
    let request = {expression};
    let reply = client.send(&request){wait}?;
{show}
    Ok(())
}}"
    ))
}

fn each_row(rows: &str, time: &str, value: &str) -> String {
    format!(
        "    for row in &reply.{rows} {{
        println!(\"{{}} {{}}\", row.{time}, row.{value});
    }}"
    )
}

/// Returns a text as one word of a shell.
fn quoted(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:+,/@%".contains(&byte);
    if !text.is_empty() && text.bytes().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}
