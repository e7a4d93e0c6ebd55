//! How the page is looked at, and pictures of what is seen then.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::By;
use thirtyfour::common::print::PrintParameters;

use super::Browser;
use crate::support::engine::Engine;
use crate::support::patience::Patience;
use crate::support::target;

/// How often a window is looked at before it is asked for its size again.
const TURNS: usize = 10;

/// Below this width in CSS pixels the toolbars of Firefox and of `MiniBrowser` keep
/// a window from being made narrower.
pub(super) const NARROWEST: u32 = 500;

/// How long a window may take to be there, and to be as large as it was asked to be.
const OPENED: Duration = Duration::from_secs(30);

impl Browser {
    /// Gives the viewport another size: over `DevTools` where there are some, since
    /// a window of Chromium's stops at 500 pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        if Engine::here().has_devtools() {
            let metrics = json!({
                "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
            });
            self.devtools("Emulation.setDeviceMetricsOverride", metrics)
                .await;
        } else {
            self.resize_window(width, height).await;
        }
        let size = self.run("return [innerWidth, innerHeight]", &[]).await;
        assert_eq!(
            size,
            json!([width, height]),
            "the viewport has another size"
        );
    }

    /// Goes on in a window without toolbars, which can be as narrow as a telephone.
    pub(super) async fn open_narrow_window(&self, width: u32, height: u32) {
        let features = format!("popup,width={width},height={height}");
        self.run(
            "open('about:blank', 'narrow', arguments[0])",
            &[features.into()],
        )
        .await;
        let first = self.driver.window().await.expect("there is a window");
        let mut patience = Patience::of(OPENED);
        loop {
            let all = self.driver.windows().await.expect("windows have handles");
            if let Some(narrow) = all.into_iter().find(|window| *window != first) {
                let switched = self.driver.switch_to_window(narrow).await;
                return switched.expect("a window that is listed is there");
            }
            assert!(!patience.is_over(), "no window without toolbars opens");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Makes the window as large as it must be for such a viewport. A window manager
    /// does so some time after it was asked, so it is asked until it has.
    async fn resize_window(&self, width: u32, height: u32) {
        let wanted = json!([width, height]);
        let (mut outer_width, mut outer_height) = (width, height);
        let mut patience = Patience::of(OPENED);
        while !patience.is_over() {
            self.driver
                .set_window_rect(0, 0, outer_width, outer_height)
                .await
                .expect("a window has a size");
            for _ in 0..TURNS {
                let size = self.run("return [innerWidth, innerHeight]", &[]).await;
                if size == wanted {
                    return;
                }
                tokio::time::sleep(Duration::from_millis(30)).await;
            }
            let size = self.run("return [innerWidth, innerHeight]", &[]).await;
            let inner = |at: usize| u32::try_from(size[at].as_u64().unwrap_or(0)).unwrap_or(0);
            outer_width = (outer_width + width).saturating_sub(inner(0));
            outer_height = (outer_height + height).saturating_sub(inner(1));
        }
    }

    /// Emulates media features: `[("prefers-color-scheme", "dark")]`.
    pub(crate) async fn media(&self, features: &[(&str, &str)]) {
        let features: Vec<Value> = features
            .iter()
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        )
        .await;
    }

    /// Whether the next page's own scripts run; those of a test always do.
    pub(crate) async fn scripts(&self, run: bool) {
        let value = json!({ "value": !run });
        self.devtools("Emulation.setScriptExecutionDisabled", value)
            .await;
    }

    /// Scrolls to the first element that a selector finds, as a reader does.
    pub(crate) async fn scroll_to(&self, selector: &str) {
        let script = "document.querySelector(arguments[0]).scrollIntoView()";
        self.run(script, &[selector.into()]).await;
    }

    /// Runs what follows in the frame that a selector finds, until the next page.
    pub(crate) async fn enter_frame(&self, selector: &str) {
        let frame = self.driver.find(By::Css(selector)).await;
        let frame = frame.unwrap_or_else(|error| panic!("no frame {selector}: {error}"));
        frame.enter_frame().await.expect("a frame can be entered");
    }

    /// Shows the page as it is printed.
    pub(crate) async fn print_media(&self) {
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await;
    }

    /// Writes what the viewport shows to `e2e-screenshots/NAME.png` in the target folder.
    pub(crate) async fn screenshot(&self, name: &str) -> PathBuf {
        let path = screenshots().join(format!("{name}.png"));
        self.driver
            .screenshot(&path)
            .await
            .expect("the page can be pictured");
        path
    }

    /// Writes something else beside the screenshots.
    pub(crate) fn keep(name: &str, bytes: &[u8]) {
        let path = screenshots().join(name);
        std::fs::write(&path, bytes).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    }

    /// The page as it is printed: a PDF.
    pub(crate) async fn print(&self) -> Vec<u8> {
        if !Engine::here().has_devtools() {
            let printed = self.driver.print_page(PrintParameters::default()).await;
            return printed.expect("the page can be printed");
        }
        let options = json!({ "printBackground": false, "preferCSSPageSize": true });
        let printed = self.devtools("Page.printToPDF", options).await;
        let script = "return [...atob(arguments[0])].map((c) => c.charCodeAt(0))";
        let bytes = self.run(script, &[printed["data"].clone()]).await;
        let bytes = bytes.as_array().expect("a list").iter();
        bytes
            .filter_map(|byte| u8::try_from(byte.as_u64()?).ok())
            .collect()
    }
}

fn screenshots() -> PathBuf {
    let folder = target().join("e2e-screenshots");
    std::fs::create_dir_all(&folder).expect("a folder in the target folder can be made");
    folder
}
