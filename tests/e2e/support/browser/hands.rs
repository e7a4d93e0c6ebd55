//! What a reader's hands do. A browser takes it as real input: it is trusted, goes
//! where the pointer and the focus are, and does what the browser does with it.
//!
//! Chromium's driver has no word for keys that are held down and for two acts that
//! follow one another within milliseconds. These go over `DevTools` there.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData};

use super::Browser;
use crate::support::engine::Engine;

impl Browser {
    /// Clicks with the mouse on the element that a JavaScript expression names,
    /// inside a shadow root or not; whatever covers it gets the click.
    pub(crate) async fn click(&self, element: &str) {
        let [x, y] = self.point(element).await;
        self.driver
            .action_chain_with_delay(None, Some(Duration::ZERO))
            .move_to(x, y)
            .click()
            .perform()
            .await
            .unwrap_or_else(|error| panic!("cannot click on {element}: {error}"));
    }

    /// Where in the viewport an element can be clicked on, once it is there.
    async fn point(&self, element: &str) -> [i64; 2] {
        let script = format!(
            "const element = {element};
             element.scrollIntoView({{ block: 'center', behavior: 'instant' }});
             // The first line of a link that is broken into several: the middle of
             // the box around them all may be outside of it.
             const box = element.getClientRects()[0];
             return box && [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];"
        );
        let point = self.run(&script, &[]).await;
        match (point[0].as_i64(), point[1].as_i64()) {
            (Some(x), Some(y)) => [x, y],
            _ => panic!("{element} has no place on the page to click on"),
        }
    }

    /// Chooses a file for the input that a CSS selector finds.
    pub(crate) async fn choose_file(&self, selector: &str, file: &Path) {
        let input = self.driver.find(By::Css(selector)).await;
        let input = input.unwrap_or_else(|error| panic!("there is no {selector}: {error}"));
        let path = file.display().to_string();
        input
            .send_keys(path)
            .await
            .unwrap_or_else(|error| panic!("{selector} takes no file: {error}"));
    }

    /// Presses and releases keys one after the other: a text, or `Key::Tab`.
    pub(crate) async fn keys(&self, keys: impl Into<TypingData>) {
        let chain = self.driver.action_chain().send_keys(keys);
        chain.perform().await.expect("the keys can be pressed");
    }

    /// Presses a key while another one is held: `Key::Shift` and `Key::Tab`.
    pub(crate) async fn chord(&self, held: impl Into<char>, key: impl Into<char>) {
        let (held, key) = (held.into(), key.into());
        let chain = self
            .driver
            .action_chain()
            .key_down(held)
            .key_down(key)
            .key_up(key);
        chain
            .key_up(held)
            .perform()
            .await
            .expect("the keys can be pressed");
    }

    /// Two clicks on an element, that long apart, as one double click.
    pub(crate) async fn double_click(&self, element: &str, apart: Duration) {
        if !Engine::here().has_devtools() {
            let [x, y] = self.point(element).await;
            let chain = self.driver.action_chain_with_delay(None, Some(apart));
            let chain = chain.move_to(x, y).click().click();
            return chain.perform().await.expect("it can be clicked on");
        }
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
        if !Engine::here().has_devtools() {
            let [x, y] = self.point(element).await;
            let chain = self
                .driver
                .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
            let chain = chain.move_to(x, y).click().send_keys(Key::Enter);
            return chain.perform().await.expect("it can be clicked on");
        }
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
        if !Engine::here().has_devtools() {
            // A key that is down already repeats itself.
            for _ in 0..=repeats {
                let chain = self.driver.action_chain().key_down(Key::Enter);
                chain.perform().await.expect("the key can be held");
                tokio::time::sleep(apart).await;
            }
            let chain = self.driver.action_chain().key_up(Key::Enter);
            return chain.perform().await.expect("the key can be let go");
        }
        self.enter("keyDown", false).await;
        for _ in 0..repeats {
            tokio::time::sleep(apart).await;
            self.enter("keyDown", true).await;
        }
        self.enter("keyUp", false).await;
    }

    /// Draws what is under a finger on an element so many pixels to the right; less than 0
    /// to the left.
    pub(crate) async fn swipe(&self, element: &str, by: i32) {
        let [x, y] = self.point(element).await;
        let on = json!({ "enabled": true });
        self.devtools("Emulation.setTouchEmulationEnabled", on)
            .await;
        for done in 0..=4 {
            let kind = if done == 0 { "touchStart" } else { "touchMove" };
            let finger = json!({ "x": x + i64::from(by * done / 4), "y": y });
            let event = json!({ "type": kind, "touchPoints": [finger] });
            self.devtools("Input.dispatchTouchEvent", event).await;
        }
        let event = json!({ "type": "touchEnd", "touchPoints": [] });
        self.devtools("Input.dispatchTouchEvent", event).await;
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
