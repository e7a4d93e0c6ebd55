//! newsrail on the command line: what it makes of a publisher's feed, and the
//! same ranking as in the browser, for looking into it and for archives that are
//! too large for a page. One file per subcommand, each with its `Args` and `run`.

// What is said goes through `out`, and past it nothing.
#![deny(clippy::print_stdout, clippy::print_stderr)]

mod check;
mod explain;
mod fetch;
mod files;
mod head;
mod input;
mod out;
mod rank;
mod related;
mod render;
mod report;

use clap::{Parser, Subcommand};
use out::{Lines, shown, tell};
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
    Render(render::Args),
}

/// What went wrong, as it is told on the standard error.
type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let command = match Cli::try_parse() {
        Ok(cli) => cli.command,
        Err(error) => return other_words(error),
    };
    let done = match command {
        Command::Check(args) => check::run(&args),
        Command::Rank(args) => args.run(),
        Command::Explain(args) => args.run(),
        Command::Related(args) => args.run(),
        Command::Render(args) => args.run(),
    };
    match done {
        Ok(code) => code,
        Err(failure) if is_closed_pipe(failure.as_ref()) => ExitCode::SUCCESS,
        Err(failure) => {
            tell(&format!("newsrail: {failure}"));
            ExitCode::FAILURE
        }
    }
}

/// What there is to say in place of a command: the help, or what is wrong with the
/// arguments. They are parsed once more as they may be shown, since the words for
/// it have them in them.
fn other_words(error: clap::Error) -> ExitCode {
    let arguments = std::env::args_os().map(|argument| shown(&argument.to_string_lossy()));
    let error = Cli::try_parse_from(arguments).err().unwrap_or(error);
    let text = error.render().to_string();
    if error.use_stderr() {
        text.lines().for_each(tell);
    } else {
        let mut out = Lines::new();
        // Whoever has closed the pipe has read enough.
        let _ = text.lines().try_for_each(|line| out.line(line));
        let _ = out.finish();
    }
    u8::try_from(error.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// `newsrail … | head` is no failure.
fn is_closed_pipe(failure: &(dyn std::error::Error + 'static)) -> bool {
    failure
        .downcast_ref::<std::io::Error>()
        .is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}
