//! A browser of the test's own, worked the way a reader works it.
//!
//! Through thirtyfour rather than fantoccini: it sends `DevTools` commands and
//! reads Chromium's logs as it is, and brings no second copy of the URL crates.
//! In Firefox and `WebKit` a script in each page notes what Chromium's log would
//! say, and the servers of the test say what they were asked for.

mod guard;
mod hands;
mod launch;
mod logs;
mod measure;
mod page_log;
mod view;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::WebDriver;

use super::engine::Engine;
use super::patience::Patience;
use super::process::Process;
pub(crate) use super::witness::Sent;
use super::witness::Witness;
use guard::Guard;
use page_log::PageLog;

/// How far the page's contents moved without the reader's doing.
#[derive(Debug)]
pub(crate) struct LayoutShifts {
    /// The sum over all shifts; 0 when nothing moved.
    pub(crate) score: f64,
    /// Which elements moved, from where to where.
    pub(crate) moved: Vec<String>,
}

/// A browser with one window. Dropping it ends the browser and its driver.
pub(crate) struct Browser {
    // Dropped first: that ends the session politely, and the browser with it, so
    // that the kill of the process groups below finds what drove it alone.
    driver: WebDriver,
    log: Mutex<PageLog>,
    guard: Mutex<Guard>,
    witness: Arc<Witness>,
    _processes: Vec<Process>,
}

impl Browser {
    /// Starts a browser whose viewport has exactly that size in CSS pixels.
    pub(crate) async fn start(width: u32, height: u32) -> Self {
        let (driver, processes) = launch::session().await;
        let browser = Self {
            driver,
            log: Mutex::default(),
            guard: Mutex::default(),
            witness: Witness::here(),
            _processes: processes,
        };
        if !Engine::here().has_devtools() && width < view::NARROWEST {
            browser.open_narrow_window(width, height).await;
        }
        browser.resize(width, height).await;
        for script in [
            include_str!("browser/layout_shifts.js"),
            include_str!("browser/patience.js"),
        ] {
            browser.before_each_page(script).await;
        }
        if !Engine::here().has_devtools() {
            browser
                .before_each_page(include_str!("browser/notes.js"))
                .await;
        }
        browser
    }

    /// Runs a script in every page from the next on, before the page's own. In an
    /// engine without `DevTools` the servers of the test put it into their pages.
    pub(crate) async fn before_each_page(&self, script: &str) {
        if !Engine::here().has_devtools() {
            return self.witness.add_script(script);
        }
        let script = json!({ "source": format!("{{ {script}\n}}") });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", script)
            .await;
    }

    /// Goes to a page and waits for its `load` event. What was noted about the
    /// page before is forgotten.
    pub(crate) async fn goto(&self, url: &str) {
        self.collect().await;
        let log = std::mem::take(
            &mut *self
                .log
                .lock()
                .expect("nothing panics with the log in hand"),
        );
        self.guard
            .lock()
            .expect("nothing panics with it in hand")
            .note(&log);
        self.witness.forget();
        self.bring_to_front().await;
        self.driver
            .goto(url)
            .await
            .unwrap_or_else(|error| panic!("cannot go to {url}: {error}"));
    }

    /// Runs the body of a JavaScript function with `arguments` and returns its value.
    pub(crate) async fn run(&self, script: &str, arguments: &[Value]) -> Value {
        match self.driver.execute(script, arguments).await {
            Ok(value) => value.json().clone(),
            Err(error) => panic!("{script}\nfailed: {error}"),
        }
    }

    /// The same for a body that has `await` in it.
    pub(crate) async fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        // A failure comes back as a value: WebDriver would only say that it timed out.
        let wrapped = format!(
            "const done = arguments[arguments.length - 1];
             (async function () {{ {script}
}}).apply(null, [...arguments].slice(0, -1))
               .then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let result = match self.driver.execute_async(wrapped, arguments).await {
            Ok(value) => value.json().clone(),
            Err(error) => panic!("{script}\nfailed: {error}"),
        };
        assert!(
            result["error"].is_null(),
            "{script}\nthrew {}",
            result["error"]
        );
        result["value"].clone()
    }

    /// Waits until a JavaScript expression is true.
    pub(crate) async fn wait_until(&self, condition: &str, limit: Duration) {
        let script = format!(
            "try {{ return {{ met: Boolean({condition}) }} }} catch (error) {{ return {{ error: String(error) }} }}"
        );
        let mut patience = Patience::of(limit);
        loop {
            let result = self.run(&script, &[]).await;
            if result["met"] == true {
                return;
            }
            if patience.is_over() && !patience.renew(self.movement().await) {
                let console = self.console().await.join("\n");
                let url = self.run("return location.href", &[]).await;
                panic!(
                    "at {url}, nothing moves any more, and still not: {condition} ({result})\nconsole:\n{console}"
                );
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until nothing more comes of what has happened so far, so that what
    /// is not there then does not come: some times in a row short timers have had
    /// their turn, the browser's storage has answered, the page has had nothing
    /// else to do (an idle callback would not do: Chromium may keep one for
    /// minutes from a page that does nothing), no request is on its way and none has been added. A busy machine takes
    /// longer to get there. Timers of more than a tenth of a second are not
    /// waited for; a test of those moves the page's clock.
    pub(crate) async fn quiet(&self, limit: Duration) {
        self.quiet_but_for("\0", limit).await;
    }

    /// The same where a server holds back what it answers to addresses that end so.
    pub(crate) async fn quiet_but_for(&self, held: &str, limit: Duration) {
        // A page in a tab behind another one has its timers slowed down.
        self.bring_to_front().await;
        let turn = "await new Promise((go) => setTimeout(go, 100));
            try { await self.caches?.has('none'); } catch { /* The page may have none. */ }
            await globalThis.scheduler?.postTask(() => {}, { priority: 'background' });";
        let mut patience = Patience::of(limit);
        let (mut rounds, mut before) = (0, usize::MAX);
        while rounds < 3 {
            self.run_async(turn, &[]).await;
            self.collect().await;
            let (sent, mut pending) = {
                let log = self
                    .log
                    .lock()
                    .expect("nothing panics with the log in hand");
                (log.sent().len(), log.pending())
            };
            pending.retain(|url| !url.ends_with(held));
            let is_quiet = pending.is_empty() && sent == before;
            rounds = if is_quiet { rounds + 1 } else { 0 };
            before = sent;
            assert!(
                !patience.is_over() || patience.renew(self.movement().await),
                "still not quiet: {pending:#?} are on their way"
            );
        }
    }

    /// What has moved since before the page's first byte.
    pub(crate) async fn layout_shifts(&self) -> LayoutShifts {
        // A shift is known once the frame that shows it has been painted.
        let script =
            "for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
                      return newsrailLayoutShifts();";
        let shifts = self.run_async(script, &[]).await;
        let shifts = shifts.as_array().map(Vec::as_slice).unwrap_or_default();
        let moved = shifts
            .iter()
            .filter_map(|shift| shift["moved"].as_array())
            .flatten();
        LayoutShifts {
            score: shifts
                .iter()
                .filter_map(|shift| shift["score"].as_f64())
                .sum(),
            moved: moved.filter_map(Value::as_str).map(str::to_owned).collect(),
        }
    }

    /// The page before may have opened a tab that lies on top of this one.
    async fn bring_to_front(&self) {
        if Engine::here().has_devtools() {
            self.devtools("Page.bringToFront", json!({})).await;
        }
    }

    async fn devtools(&self, method: &str, parameters: Value) -> Value {
        assert!(
            Engine::here().has_devtools(),
            "{method} is Chromium's: the test is to be skipped in other engines"
        );
        let sent = self.driver.cdp().send_raw(method, parameters).await;
        sent.unwrap_or_else(|error| panic!("{method} failed: {error}"))
    }
}
