//! How that WordPress comes to be: packages, files, a server, a newspaper.
//!
//! The first run installs, unpacks and seeds, and keeps a copy of the result;
//! every start, that one's too, works on files of its own and leaves nothing.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::TcpListener;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::support::patience::HANGS;
use crate::support::process::{Process, progress};
use crate::support::{http_client, project, scratch};

const READY: Duration = Duration::from_mins(3);
const PLUGIN: &str = "newsrail-test.php";

/// A running site.
pub(super) struct Site {
    base: String,
    process: Process,
}

impl Site {
    /// The site's origin.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// Asks for an address, with the `Origin` header of another site.
    ///
    /// # Errors
    /// When no answer comes: what the server printed.
    pub(super) async fn get(&self, url: &str) -> Result<reqwest::Response, String> {
        let request = http_client(HANGS)
            .get(url)
            .header("origin", "http://partner.example");
        request
            .send()
            .await
            .map_err(|error| self.explain(&error.to_string()))
    }

    /// Posts a form, and gives back what is answered.
    ///
    /// # Errors
    /// When no answer comes: what the server printed.
    pub(super) async fn post_form(&self, url: &str, body: String) -> Result<String, String> {
        let request = http_client(HANGS)
            .post(url)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(body);
        let answer = request
            .send()
            .await
            .map_err(|error| self.explain(&error.to_string()))?;
        answer
            .text()
            .await
            .map_err(|error| self.explain(&error.to_string()))
    }

    /// Posts JSON to a route of the test plugin.
    ///
    /// # Errors
    /// When it answers anything but a success: that, and what the server printed.
    pub(super) async fn tell(&self, route: &str, body: String) -> Result<String, String> {
        // Understood under pretty and plain permalinks alike.
        let url = format!("{}/?rest_route=/newsrail-test/v1/{route}", self.base);
        let request = http_client(HANGS)
            .post(&url)
            .header("content-type", "application/json")
            .body(body);
        let answer = request
            .send()
            .await
            .map_err(|error| self.explain(&error.to_string()))?;
        let status = answer.status();
        let text = answer
            .text()
            .await
            .map_err(|error| self.explain(&error.to_string()))?;
        if status.is_success() {
            Ok(text)
        } else {
            Err(self.explain(&format!("{url} answered {status}: {text}")))
        }
    }

    fn explain(&self, error: &str) -> String {
        format!("{error}\nthe server printed:\n{}", self.process.output())
    }
}

/// Starts a site with the sample feed's articles in it.
///
/// # Errors
/// What went wrong, with the output of the program that did.
pub(super) async fn start() -> Result<Site, String> {
    let home = project().join("tests/wordpress");
    let cache = home.join(".cache");
    fs::create_dir_all(&cache).map_err(|error| format!("{}: {error}", cache.display()))?;
    // Two test runs at once would install into the same folder.
    let lock = File::create(cache.join("lock")).map_err(|error| error.to_string())?;
    lock.lock().map_err(|error| error.to_string())?;

    install_packages(&home)?;
    let feed = project().join("samples/feed.json");
    let seeded = cache.join(format!("seeded-{:016x}", fingerprint(&home, &feed)?));
    let folder = scratch("wordpress");
    let files = folder.join("site");
    if seeded.is_dir() {
        copy(&seeded, &files)?;
        return serve(&home, &folder, "do-not-attempt-installing").await;
    }
    progress("unpacking and installing WordPress");
    run(Command::new("node")
        .arg("unpack.mjs")
        .arg(&files)
        .current_dir(&home))?;
    let plugins = files.join("wp-content/mu-plugins");
    fs::create_dir_all(&plugins)
        .and_then(|()| fs::copy(home.join(PLUGIN), plugins.join(PLUGIN)))
        .map_err(|error| format!("{}: {error}", plugins.display()))?;
    let site = serve(&home, &folder, "install-from-existing-files").await?;
    progress("writing the sample articles into WordPress");
    site.tell("links", r#"{"pretty":true}"#.to_owned()).await?;
    site.tell("seed", read(&feed)?).await?;
    keep(&files, &seeded)?;
    Ok(site)
}

/// `npm ci`, when it has not been run for this very lock file.
fn install_packages(home: &Path) -> Result<(), String> {
    let lock = read(&home.join("package-lock.json"))?;
    let stamp = home.join("node_modules/.installed-from");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    progress("installing WordPress's packages (npm ci), once");
    run(Command::new("npm").arg("ci").current_dir(home))?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Changes with anything that the seeded files are made from.
fn fingerprint(home: &Path, feed: &Path) -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    for name in ["package-lock.json", "unpack.mjs", PLUGIN] {
        read(&home.join(name))?.hash(&mut hasher);
    }
    read(feed)?.hash(&mut hasher);
    Ok(hasher.finish())
}

async fn serve(home: &Path, folder: &Path, mode: &str) -> Result<Site, String> {
    let port = free_port();
    // The tool copies what it needs to the temporary folder: to one that goes with the site.
    let temporary = folder.join("tmp");
    fs::create_dir_all(&temporary).map_err(|error| format!("{}: {error}", temporary.display()))?;
    let mut command = Command::new("node");
    command
        .current_dir(home)
        .env("TMPDIR", &temporary)
        .args(["--import", "./loopback.mjs"])
        .args(["node_modules/@wp-playground/cli/wp-playground.js", "server"])
        .args([
            "--php",
            "8.3",
            "--workers",
            "1",
            "--port",
            &port.to_string(),
        ])
        .args(["--wordpress-install-mode", mode])
        .arg(format!(
            "--mount-before-install={}:/wordpress",
            folder.join("site").display()
        ));
    let mut process = Process::start("WordPress", &mut command, folder);
    process.line("Ready!", READY).await?;
    let base = format!("http://127.0.0.1:{port}");
    let site = Site { base, process };
    // The tool sends the very first visitor, whoever it is, once round to where he was.
    site.get(&site.base).await?;
    Ok(site)
}

/// Keeps the seeded files for the next start, in place of older ones. The server
/// is idle and holds nothing back: each of its requests ended with a commit.
fn keep(files: &Path, seeded: &Path) -> Result<(), String> {
    let cache = seeded.parent().expect("the copy lies in the cache folder");
    let entries = fs::read_dir(cache).map_err(|error| format!("{}: {error}", cache.display()))?;
    for entry in entries.flatten() {
        if entry.path().is_dir() {
            fs::remove_dir_all(entry.path()).map_err(|error| error.to_string())?;
        }
    }
    // Renamed when it is whole, so that a run cut short leaves no half of a site.
    let half = cache.join("half");
    copy(files, &half)?;
    fs::rename(&half, seeded).map_err(|error| format!("{}: {error}", seeded.display()))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    run(Command::new("cp").arg("-R").arg(from).arg(to))
}

/// Runs a program to its end, in silence unless it fails.
fn run(command: &mut Command) -> Result<(), String> {
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

fn read(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .expect("this machine has a free port")
        .port()
}
