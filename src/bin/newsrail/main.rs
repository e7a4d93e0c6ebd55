//! The command line tool: what newsrail makes of a publisher's feed, for those
//! who set it up. One file per subcommand, each with its `Args` and its `run`.

mod check;
mod fetch;
mod head;
mod report;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Popular and "More like this" for any news page.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads a feed or a page as the widget does and says what is missing.
    Check(check::Args),
}

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Check(args) => check::run(&args),
    }
}
