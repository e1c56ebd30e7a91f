//! The `braze` command.

fn main() -> braze_cli::Exit {
    braze_cli::main()
}
