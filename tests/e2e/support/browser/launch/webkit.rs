//! How `WebKitGTK`'s browser is started. It has no headless mode, so each gets a
//! screen of its own, with a window manager: without one no window has the focus.

use std::net::TcpListener;
use std::process::Command;

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use super::{START, connect};
use crate::support::process::Process;
use crate::support::scratch;

/// Where Debian puts the browser, by the machine's architecture and its version.
const BROWSERS: [&str; 4] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
];

/// Starts a screen, a window manager, the driver and the browser.
pub(super) async fn session() -> (WebDriver, Vec<Process>) {
    let folder = scratch("screen");
    // The server chooses a number that is free, and says it.
    let script = "Xvfb -displayfd 1 -screen 0 2000x1600x24 -nolisten tcp 2>/dev/null | sed -u 's/^/screen :/'";
    let mut screen = Process::start("Xvfb", Command::new("sh").args(["-c", script]), &folder);
    let line = screen
        .line("screen :", START)
        .await
        .unwrap_or_else(|error| panic!("no screen: {error}"));
    let display = line.trim_start_matches("screen ").to_owned();
    let folder = scratch("windows");
    let mut command = Command::new("openbox");
    command.env("DISPLAY", &display).env("HOME", &folder);
    let windows = Process::start("openbox", &mut command, &folder);

    let folder = scratch("browser");
    let port = free_port();
    let mut command = Command::new("WebKitWebDriver");
    command
        .arg(format!("--port={port}"))
        .env("DISPLAY", &display)
        .env("LANG", "en_US.UTF-8")
        // What the browser keeps goes with the test.
        .env("HOME", &folder)
        .env("XDG_DATA_HOME", folder.join("data"))
        .env("XDG_CACHE_HOME", folder.join("cache"))
        .env("XDG_CONFIG_HOME", folder.join("config"))
        .env("NO_AT_BRIDGE", "1")
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env_remove("http_proxy")
        .env_remove("https_proxy")
        .env_remove("HTTP_PROXY")
        .env_remove("HTTPS_PROXY");
    let process = Process::start("WebKitWebDriver", &mut command, &folder);
    let driver = connect(
        &format!("http://127.0.0.1:{port}"),
        capabilities(),
        &process,
    )
    .await;
    (driver, vec![process, windows, screen])
}

/// The driver takes no port by itself.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("this machine has a free port");
    let address = listener.local_addr();
    address.expect("a bound listener has an address").port()
}

fn capabilities() -> Capabilities {
    let program = std::env::var("WEBKIT").unwrap_or_else(|_| {
        let found = BROWSERS
            .into_iter()
            .find(|path| std::fs::exists(path).unwrap_or(false));
        found
            .expect("MiniBrowser is where Debian puts it, or WEBKIT names it")
            .to_owned()
    });
    let options = json!({
        "binary": program,
        // A test opens a narrow window by a script, which is no act of a reader's.
        "args": ["--automation", "--javascript-can-open-windows-automatically=true"],
    });
    let mut capabilities = Capabilities::new();
    for (name, value) in [
        ("browserName", json!("MiniBrowser")),
        ("webkitgtk:browserOptions", options),
    ] {
        capabilities.set(name, value).expect("JSON is JSON");
    }
    capabilities
}
