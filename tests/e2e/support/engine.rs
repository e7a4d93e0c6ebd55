//! Which engine the tests are run in.

use std::sync::OnceLock;

/// The variable of the environment that names the engine.
const VARIABLE: &str = "NEWSRAIL_ENGINE";

/// One of the three engines that readers have.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Engine {
    /// Chromium, by chromedriver and `DevTools`.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// `WebKitGTK`'s `MiniBrowser`, by `WebKitWebDriver`, on a screen of its own.
    WebKit,
}

impl Engine {
    /// The engine of this run: Chromium, unless the variable names another one.
    pub(crate) fn here() -> Self {
        static HERE: OnceLock<Engine> = OnceLock::new();
        *HERE.get_or_init(|| match std::env::var(VARIABLE).as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("{VARIABLE} is {other:?}; there are chromium, firefox and webkit"),
        })
    }

    /// Whether `DevTools` tell what the page does. Where they do not, a script in
    /// each page and the servers of the test do.
    pub(crate) fn has_devtools(self) -> bool {
        self == Self::Chromium
    }
}
