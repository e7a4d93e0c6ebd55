//! What the tests' WordPress and its plugin are made with: npm packages and small
//! programs of the project.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::process::progress;

/// `npm ci` in a folder, when it has not been run for this very lock file.
///
/// # Errors
/// What npm printed.
pub(super) fn install_packages(home: &Path) -> Result<(), String> {
    let lock = read(&home.join("package-lock.json"))?;
    let stamp = home.join("node_modules/.installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    progress(&format!(
        "installing the packages of {} (npm ci), once",
        home.display()
    ));
    run(Command::new("npm").arg("ci").current_dir(home))?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Runs a program to its end, in silence unless it fails.
///
/// # Errors
/// How it ended, and what it printed.
pub(super) fn run(command: &mut Command) -> Result<(), String> {
    let output = command
        .output()
        .map_err(|error| format!("cannot start {command:?}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let printed = [output.stdout, output.stderr].concat();
    Err(format!(
        "{command:?} ended with {}:\n{}",
        output.status,
        String::from_utf8_lossy(&printed)
    ))
}

/// The text of a file.
///
/// # Errors
/// That it cannot be read.
pub(super) fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}
