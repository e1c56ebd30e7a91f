//! The cost of progenitor, from a spec to code on disk. Run by hand, from the root of the workspace:
//!
//! ```console
//! cargo build --release --manifest-path tests/bench/progenitor/Cargo.toml --target-dir target/progenitor
//! cargo run --release -p braze-bench --features generator -- synth 1000 target/synth
//! time target/progenitor/release/bench-progenitor target/synth/openapi-3.0.json target/synth/progenitor.rs
//! ```

use std::error::Error;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let [spec, out] = std::env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| {
        "usage: bench-progenitor SPEC OUT: from OpenAPI 3.0, in YAML or JSON, to one file of Rust"
    })?;
    let start = Instant::now();
    let text = std::fs::read_to_string(spec)?;
    let document: openapiv3::OpenAPI = match serde_json::from_str(&text) {
        Ok(document) => document,
        Err(_) => serde_yaml::from_str(&text)?,
    };
    let tokens = progenitor::Generator::default().generate_tokens(&document)?;
    let code = prettyplease::unparse(&syn::parse2(tokens)?);
    std::fs::write(out, &code)?;
    println!("{:.3} s, {} lines", start.elapsed().as_secs_f64(), code.lines().count());
    Ok(())
}
