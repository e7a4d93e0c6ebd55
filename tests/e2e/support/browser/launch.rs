//! How a browser is started, alike on every machine. Chromium is here, the others
//! beside.

mod firefox;
mod webkit;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use thirtyfour::{Capabilities, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities};
use thirtyfour::{LoggingPrefsLogLevel, TimeoutConfiguration, WebDriver};

use crate::support::engine::Engine;
use crate::support::patience::{HANGS, Patience};
use crate::support::process::Process;
use crate::support::{http_client, scratch};

const START: Duration = Duration::from_mins(1);

/// What a page must not depend on, and what a machine without a screen, or a
/// container with root alone, does not have.
const FLAGS: [&str; 13] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    "--disable-breakpad",
    "--no-first-run",
    "--no-proxy-server",
    // A page that reaches for the outside fails at once, and its console says so.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
];

/// Starts the browser of this run's engine, and gives what drives it with all that
/// it needs to run.
pub(super) async fn session() -> (WebDriver, Vec<Process>) {
    match Engine::here() {
        Engine::Chromium => chromium_session().await,
        Engine::Firefox => firefox::session().await,
        Engine::WebKit => webkit::session().await,
    }
}

/// Starts chromedriver, named by `CHROMEDRIVER` or found on the PATH, and through
/// it a browser.
async fn chromium_session() -> (WebDriver, Vec<Process>) {
    let (chromedriver, line, folder) = chromedriver().await;
    let port = line
        .trim_end_matches('.')
        .rsplit(' ')
        .next()
        .unwrap_or_default();
    let address = format!("http://127.0.0.1:{port}");
    let driver = connect(&address, capabilities(&folder), &chromedriver).await;
    (driver, vec![chromedriver])
}

/// Asks a driver for a browser, once it listens.
async fn connect(
    address: &str,
    capabilities: impl Into<Capabilities>,
    process: &Process,
) -> WebDriver {
    let client = http_client(HANGS);
    let mut patience = Patience::of(START);
    while client
        .get(format!("{address}/status"))
        .send()
        .await
        .is_err()
    {
        let goes_on = !patience.is_over() || patience.renew(vec![process.output()]);
        assert!(goes_on, "no driver:\n{}", process.output());
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    let driver = WebDriver::builder(address, capabilities)
        .client(client)
        .await
        .unwrap_or_else(|error| panic!("no session: {error}\n{}", process.output()));
    // A page that a busy machine is slow to load is no failure.
    let never = TimeoutConfiguration::new(Some(HANGS), Some(HANGS), None);
    driver
        .update_timeouts(never)
        .await
        .expect("a driver takes these times");
    driver
}

/// How often chromedriver is asked for a port: where so many are taken, something
/// else is wrong.
const TRIES: usize = 20;

/// Starts chromedriver, and gives the line in which it says where it listens, and
/// its folder. It takes a port that is free for one version of the internet
/// protocol and ends where the same is taken for the other: then it is asked again.
async fn chromedriver() -> (Process, String, PathBuf) {
    let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    for _ in 0..TRIES {
        // One for each try: a process that ends takes its folder with it.
        let folder = scratch("browser");
        let mut command = Command::new(&program);
        command.arg("--port=0").env("TMPDIR", &folder);
        let mut process = Process::start("chromedriver", &mut command, &folder);
        match process.line("started successfully on port", START).await {
            Ok(line) => return (process, line, folder),
            Err(error) if error.contains("Address already in use") => {}
            Err(error) => panic!("chromedriver does not start: {error}"),
        }
    }
    panic!("chromedriver has found no free port {TRIES} times");
}

fn capabilities(folder: &Path) -> ChromeCapabilities {
    // Under this name chromedriver knows Chromium, too.
    let mut capabilities = DesiredCapabilities::chrome();
    let profile = format!("--user-data-dir={}", folder.join("profile").display());
    for flag in FLAGS.into_iter().chain([profile.as_str()]) {
        capabilities.add_arg(flag).expect("a flag is plain text");
    }
    for log in ["browser", "performance"] {
        capabilities
            .set_logging_prefs(log, LoggingPrefsLogLevel::All)
            .expect("a level is plain text");
    }
    capabilities
        .set_binary(&chromium())
        .expect("a path is plain text");
    capabilities
}

/// The browser's program, named by `CHROMIUM` or the first to be found.
fn chromium() -> String {
    if let Ok(path) = std::env::var("CHROMIUM") {
        return path;
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    ["chromium", "google-chrome", "chromium-browser"]
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)))
        .find(|path| path.is_file())
        .expect("Chromium is on the PATH, or CHROMIUM names it")
        .display()
        .to_string()
}
