//! How a headless Firefox is started.

use std::process::Command;

use serde_json::json;
use thirtyfour::{Capabilities, WebDriver};

use super::{START, connect};
use crate::support::process::Process;
use crate::support::scratch;

/// Starts geckodriver, named by `GECKODRIVER` or found on the PATH, and through it
/// the browser that `FIREFOX` names or that is found first.
pub(super) async fn session() -> (WebDriver, Vec<Process>) {
    let program = std::env::var("GECKODRIVER").unwrap_or_else(|_| "geckodriver".to_owned());
    let folder = scratch("browser");
    let mut command = Command::new(program);
    command
        .args(["--port", "0", "--websocket-port", "0"])
        .env("TMPDIR", &folder);
    let mut process = Process::start("geckodriver", &mut command, &folder);
    let line = process
        .line("Listening on", START)
        .await
        .unwrap_or_else(|error| panic!("geckodriver does not start: {error}"));
    let address = line.rsplit(' ').next().unwrap_or_default();
    let driver = connect(&format!("http://{address}"), capabilities(), &process).await;
    (driver, vec![process])
}

fn capabilities() -> Capabilities {
    let mut options = json!({
        "args": ["-headless"],
        "prefs": {
            // A page that reaches for the outside fails at once.
            "network.proxy.type": 0,
            "network.dns.disabled": true,
            // JSON is shown as it came, and not in a page of the browser's own.
            "devtools.jsonview.enabled": false,
            "app.normandy.enabled": false,
            "datareporting.policy.dataSubmissionEnabled": false,
            // The user's language, alike on every machine.
            "intl.accept_languages": "en-US, en",
        },
    });
    if let Ok(program) = std::env::var("FIREFOX") {
        options["binary"] = program.into();
    }
    let mut capabilities = Capabilities::new();
    for (name, value) in [
        ("browserName", json!("firefox")),
        ("moz:firefoxOptions", options),
    ] {
        capabilities.set(name, value).expect("JSON is JSON");
    }
    capabilities
}
