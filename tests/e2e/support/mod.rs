//! What an end-to-end test stands on: web servers of its own, a real browser and
//! a real WordPress, each a value that ends what it started when it is dropped.

pub(crate) mod browser;
pub(crate) mod engine;
pub(crate) mod newsletters;
pub(crate) mod origin;
pub(crate) mod patience;
mod process;
pub(crate) mod witness;
pub(crate) mod wordpress;

pub(crate) use process::progress;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// The folder of this package.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Cargo's target folder, wherever the one who runs the tests has put it.
pub(crate) fn target() -> &'static Path {
    // Cargo gives a test `<target>/tmp`; the target folder itself it does not name.
    Path::new(env!("CARGO_TARGET_TMPDIR"))
        .parent()
        .expect("Cargo's folder for temporary files lies in its target folder")
}

/// A new empty folder for one process, which no other test of this run or of
/// another one shares.
pub(crate) fn scratch(name: &str) -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    // In the system's folder for such things rather than in Cargo's: Chromium puts
    // a socket there, whose path may have no more than 107 bytes.
    let folder =
        std::env::temp_dir().join(format!("newsrail-{name}-{}-{count}", std::process::id()));
    // What a run that was cut off by a power failure left behind under a process
    // number that has come round again.
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).expect("a folder for temporary files can be made");
    folder
}

/// A client for servers on this machine.
fn http_client(timeout: Duration) -> reqwest::Client {
    reqwest::Client::builder()
        // A proxy of the user's has no business between a test and its server.
        .no_proxy()
        // A kept connection is served by the runtime of the test that opened it;
        // another test, or a `Drop` that blocks that runtime, would wait for ever.
        .pool_max_idle_per_host(0)
        .redirect(reqwest::redirect::Policy::none())
        .timeout(timeout)
        .build()
        .expect("an HTTP client without TLS needs nothing from the machine")
}
