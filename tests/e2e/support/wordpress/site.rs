//! How that WordPress comes to be: packages, files, a server, a newspaper.
//!
//! The first run installs, unpacks and seeds, and keeps a copy of the result;
//! every start, that one's too, works on files of its own and leaves nothing.

use std::fs::{self, File};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use super::packages::{install_packages, read, run};
use crate::support::patience::HANGS;
use crate::support::process::{Process, progress};
use crate::support::{http_client, project, scratch};

const READY: Duration = Duration::from_mins(3);
const PLUGINS: [&str; 2] = ["newsrail-test.php", "newsrail-test-office.php"];

/// Which WordPress runs on which PHP.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Versions {
    /// As the package of WordPress's builds calls it: `6.5`.
    pub(crate) wordpress: &'static str,
    /// As the server's option calls it: `8.3`.
    pub(crate) php: &'static str,
}

/// What runs where a test is not about versions.
const USUAL: Versions = Versions {
    wordpress: "6.5",
    php: "8.3",
};

/// A running site.
pub(super) struct Site {
    base: String,
    files: PathBuf,
    process: Process,
}

impl Site {
    /// The site's origin.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// The folder that the site has as WordPress's own.
    pub(super) fn files(&self) -> &Path {
        &self.files
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

/// The folder of what WordPress runs with, once its packages are installed, and the lock on
/// it: two tests or two runs at once would install or write into the same folder.
///
/// # Errors
/// What went wrong, with the output of the program that did.
pub(super) fn locked_home() -> Result<(PathBuf, File), String> {
    let home = project().join("tests/wordpress");
    let cache = home.join(".cache");
    fs::create_dir_all(&cache).map_err(|error| format!("{}: {error}", cache.display()))?;
    let lock = File::create(cache.join("lock")).map_err(|error| error.to_string())?;
    lock.lock().map_err(|error| error.to_string())?;
    install_packages(&home)?;
    Ok((home, lock))
}

/// Starts a site with the sample feed's articles in it.
///
/// # Errors
/// What went wrong, with the output of the program that did.
pub(super) async fn start() -> Result<Site, String> {
    let (home, _lock) = locked_home()?;
    let cache = home.join(".cache");
    let feed = project().join("samples/feed.json");
    let seeded = cache.join(format!("seeded-{:016x}", fingerprint(&home, &feed)?));
    let folder = scratch("wordpress");
    let files = folder.join("site");
    if seeded.is_dir() {
        copy(&seeded, &files)?;
        return serve(&home, &folder, "do-not-attempt-installing", USUAL).await;
    }
    lay_out(&home, &files, USUAL)?;
    let site = serve(&home, &folder, "install-from-existing-files", USUAL).await?;
    progress("writing the sample articles into WordPress");
    site.tell("links", r#"{"pretty":true}"#.to_owned()).await?;
    site.tell("seed", read(&feed)?).await?;
    keep(&files, &seeded)?;
    Ok(site)
}

/// Starts a site of other versions, with nothing in it but what every new
/// WordPress has.
///
/// # Errors
/// What went wrong, with the output of the program that did.
pub(super) async fn start_bare(versions: Versions) -> Result<Site, String> {
    let (home, _) = locked_home()?;
    let folder = scratch("wordpress");
    lay_out(&home, &folder.join("site"), versions)?;
    serve(&home, &folder, "install-from-existing-files", versions).await
}

/// Unpacks WordPress, and puts the test's own plugins into it.
fn lay_out(home: &Path, files: &Path, versions: Versions) -> Result<(), String> {
    progress(&format!("unpacking and installing {versions:?}"));
    let mut unpack = Command::new("node");
    run(unpack
        .arg("unpack.mjs")
        .arg(files)
        .arg(versions.wordpress)
        .current_dir(home))?;
    let plugins = files.join("wp-content/mu-plugins");
    fs::create_dir_all(&plugins)
        .and_then(|()| {
            PLUGINS
                .iter()
                .try_for_each(|name| fs::copy(home.join(name), plugins.join(name)).map(drop))
        })
        .map_err(|error| format!("{}: {error}", plugins.display()))
}

/// Changes with anything that the seeded files are made from.
fn fingerprint(home: &Path, feed: &Path) -> Result<u64, String> {
    let mut hasher = DefaultHasher::new();
    for name in ["package-lock.json", "unpack.mjs"].iter().chain(&PLUGINS) {
        read(&home.join(name))?.hash(&mut hasher);
    }
    read(feed)?.hash(&mut hasher);
    Ok(hasher.finish())
}

async fn serve(home: &Path, folder: &Path, mode: &str, versions: Versions) -> Result<Site, String> {
    let files = folder.join("site");
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
            versions.php,
            "--workers",
            "1",
            "--port",
            &port.to_string(),
        ])
        .args(["--wordpress-install-mode", mode])
        .arg(format!(
            "--mount-before-install={}:/wordpress",
            files.display()
        ));
    let mut process = Process::start("WordPress", &mut command, folder);
    process.line("Ready!", READY).await?;
    let base = format!("http://127.0.0.1:{port}");
    let site = Site {
        base,
        files,
        process,
    };
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

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .expect("this machine has a free port")
        .port()
}
