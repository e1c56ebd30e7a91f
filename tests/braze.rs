//! The `braze` command, built beside the tests so that they can run it as a process.

fn main() -> braze_cli::Exit {
    braze_cli::main()
}
