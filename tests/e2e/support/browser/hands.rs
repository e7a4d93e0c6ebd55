//! What a reader's hands do that `WebDriver` has no word for: keys that are held
//! down, and two acts that follow one another within milliseconds. Chromium
//! takes them as real input: they are trusted, go where the pointer and the
//! focus are, and do what the browser does with them.

use std::time::Duration;

use serde_json::{Value, json};

use super::Browser;

impl Browser {
    /// Two clicks on an element, that long apart, as one double click.
    pub(crate) async fn double_click(&self, element: &str, apart: Duration) {
        let point = self.point(element).await;
        self.mouse("mouseMoved", point, 0).await;
        for count in [1, 2] {
            self.mouse("mousePressed", point, count).await;
            self.mouse("mouseReleased", point, count).await;
            tokio::time::sleep(apart).await;
        }
    }

    /// A click on an element, and that long after it Enter.
    pub(crate) async fn click_and_enter(&self, element: &str, apart: Duration) {
        let point = self.point(element).await;
        self.mouse("mouseMoved", point, 0).await;
        self.mouse("mousePressed", point, 1).await;
        self.mouse("mouseReleased", point, 1).await;
        tokio::time::sleep(apart).await;
        self.enter("keyDown", false).await;
        self.enter("keyUp", false).await;
    }

    /// Enter, held down until it has repeated itself so many times.
    pub(crate) async fn hold_enter(&self, repeats: usize, apart: Duration) {
        self.enter("keyDown", false).await;
        for _ in 0..repeats {
            tokio::time::sleep(apart).await;
            self.enter("keyDown", true).await;
        }
        self.enter("keyUp", false).await;
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

    async fn mouse(&self, kind: &str, [x, y]: [i64; 2], count: u8) {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": count });
        self.devtools("Input.dispatchMouseEvent", event).await;
    }

    async fn enter(&self, kind: &str, repeats: bool) {
        let mut event = json!({
            "type": kind, "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "autoRepeat": repeats,
        });
        if kind == "keyDown" {
            event["text"] = Value::from("\r");
        }
        self.devtools("Input.dispatchKeyEvent", event).await;
    }
}
