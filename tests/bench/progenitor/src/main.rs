//! The cost of progenitor, from a spec to code on disk. `cargo xtask bench --builds` runs it on the project's spec. On
//! made-up endpoints it is run by hand, from the root of the workspace:
//!
//! ```console
//! cargo build --release --manifest-path tests/bench/progenitor/Cargo.toml --target-dir target/progenitor
//! cargo run --release -p braze-bench --features generator -- synth 1000 target/synth
//! time target/progenitor/release/bench-progenitor target/synth/openapi-3.0.json target/synth/progenitor.rs
//! ```

use std::error::Error;
use std::time::Instant;

use serde_json::Value;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let [spec, out] = std::env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| {
        "usage: bench-progenitor SPEC OUT: from OpenAPI 3.0, in YAML or JSON, to one file of Rust"
    })?;
    let start = Instant::now();
    let text = std::fs::read_to_string(spec)?;
    let document: Value = match serde_json::from_str(&text) {
        Ok(document) => document,
        Err(_) => serde_yaml::from_str(&text)?,
    };
    let code = match generated(&document) {
        Ok(code) => code,
        Err(_) => generated(&supported(&document))?,
    };
    std::fs::write(out, &code)?;
    println!("{:.3} s, {} lines", start.elapsed().as_secs_f64(), code.lines().count());
    Ok(())
}

fn generated(document: &Value) -> Outcome<String> {
    let document: openapiv3::OpenAPI = serde_json::from_value(document.clone())?;
    let tokens = progenitor::Generator::default().generate_tokens(&document)?;
    Ok(prettyplease::unparse(&syn::parse2(tokens)?))
}

/// The document without the operations that progenitor refuses, which are listed on stderr.
fn supported(document: &Value) -> Value {
    let mut kept = document.clone();
    let paths = document["paths"].as_object().into_iter().flatten();
    for (path, item) in paths {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let mut alone = document.clone();
            alone["paths"] = serde_json::json!({ path: { method: operation } });
            if let Err(error) = generated(&alone) {
                eprintln!("left out: {} {path}: {error}", method.to_uppercase());
                if let Some(item) = kept["paths"][path].as_object_mut() {
                    item.remove(method);
                }
            }
        }
    }
    kept
}
