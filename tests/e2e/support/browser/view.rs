//! How the page is looked at, and pictures of what is seen then.

use std::path::PathBuf;

use serde_json::{Value, json};
use thirtyfour::By;

use super::Browser;
use crate::support::target;

impl Browser {
    /// Gives the viewport another size, over `DevTools`: a window stops at 500 pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await;
        let size = self.run("return [innerWidth, innerHeight]", &[]).await;
        assert_eq!(
            size,
            json!([width, height]),
            "the viewport has another size"
        );
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
