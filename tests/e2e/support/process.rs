//! A child process, with all that it starts in turn, that cannot outlive the test.

use std::fs::{self, File};
use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::patience::Patience;

/// Reads until the test's end of the pipe closes: when the [`Process`] is
/// dropped, and also when the test run is killed and nothing is dropped at all,
/// which is the only end that a `static` has.
const WATCH: &str = r#"
    trap '' INT TERM HUP
    cat >/dev/null
    kill -s KILL -- "-$1" 2>/dev/null
    # What is being killed may still be writing there.
    for try in 1 2 3 4 5 6 7 8 9 10; do rm -rf "$2" 2>/dev/null && break; sleep 0.1; done
"#;

/// How often somebody who watches a slow start is told that it goes on.
const PROGRESS: Duration = Duration::from_secs(10);

/// A running program. Dropping it kills its whole process group and removes its
/// folder.
pub(super) struct Process {
    name: &'static str,
    child: Child,
    watcher: Child,
    output: PathBuf,
}

impl Process {
    /// Starts `command`. Its output goes to a file in `folder`, which belongs to
    /// the process from now on.
    pub(super) fn start(name: &'static str, command: &mut Command, folder: &Path) -> Self {
        let output = folder.join("output.txt");
        let file = File::create(&output).expect("a file in the process's folder can be made");
        let same = file.try_clone().expect("a file handle can be shared");
        let child = command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(same)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {name} ({command:?}): {error}"));
        let watcher = Command::new("sh")
            .args(["-c", WATCH, "sh", &child.id().to_string()])
            .arg(folder)
            // In a group of its own, since the one that it watches is killed.
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("sh starts");
        Self {
            name,
            child,
            watcher,
            output,
        }
    }

    /// Everything that the program has printed so far.
    pub(super) fn output(&self) -> String {
        String::from_utf8_lossy(&fs::read(&self.output).unwrap_or_default()).into_owned()
    }

    /// Waits for a line that contains `mark` and returns it.
    ///
    /// # Errors
    /// When the program ends first, or when it has printed nothing more for `limit`:
    /// what it printed.
    pub(super) async fn line(&mut self, mark: &str, limit: Duration) -> Result<String, String> {
        let (start, mut patience) = (Instant::now(), Patience::of(limit));
        let mut told = Duration::ZERO;
        loop {
            if let Some(line) = self.output().lines().find(|line| line.contains(mark)) {
                return Ok(line.to_owned());
            }
            let waited = start.elapsed();
            let failure = match self.child.try_wait() {
                Ok(Some(status)) => format!("ended with {status}"),
                _ if patience.is_over() && !patience.renew(vec![self.output()]) => {
                    format!("was not ready after {} s", waited.as_secs())
                }
                _ => String::new(),
            };
            if !failure.is_empty() {
                return Err(format!(
                    "{} {failure}; it printed:\n{}",
                    self.name,
                    self.output()
                ));
            }
            if waited > told + PROGRESS {
                told += PROGRESS;
                progress(&format!("waiting for {}, {} s", self.name, told.as_secs()));
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.watcher.stdin.take());
        // Waiting for both leaves no zombie behind, and nothing of this process
        // runs when the next test starts. That either is gone already is no error.
        self.watcher.wait().ok();
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

/// A line for the person who waits. Straight to standard error, because the test
/// harness holds back what `eprintln!` prints until the test has failed.
pub(crate) fn progress(text: &str) {
    writeln!(std::io::stderr(), "e2e: {text}").ok();
}
