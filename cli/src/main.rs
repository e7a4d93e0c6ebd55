//! newsrail on the command line: what it makes of a publisher's feed, and the
//! same ranking as in the browser, for looking into it and for archives that are
//! too large for a page. One file per subcommand, each with its `Args` and `run`.

mod check;
mod explain;
mod fetch;
mod head;
mod input;
mod rank;
mod related;
mod report;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Popular and "More like this" for any news page.
#[derive(Parser)]
#[command(name = "newsrail", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Reads a feed or a page as the widget does and says what is missing.
    Check(check::Args),
    Rank(rank::Args),
    Explain(explain::Args),
    Related(related::Args),
}

/// What went wrong, as it is told on stderr.
type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check(args) => return check::run(&args),
        Command::Rank(args) => args.run(),
        Command::Explain(args) => args.run(),
        Command::Related(args) => args.run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if is_closed_pipe(failure.as_ref()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("newsrail: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// `newsrail … | head` is no failure.
fn is_closed_pipe(failure: &(dyn std::error::Error + 'static)) -> bool {
    failure
        .downcast_ref::<std::io::Error>()
        .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
