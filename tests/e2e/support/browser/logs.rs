//! What is known of the page at hand: its console, its requests, and whether something
//! still goes on.

use serde_json::Value;

use super::{Browser, Sent};
use crate::support::engine::Engine;

impl Browser {
    /// Everything that the console shows since the page loaded.
    pub(crate) async fn console(&self) -> Vec<String> {
        self.collect().await;
        self.log
            .lock()
            .expect("nothing panics with the log in hand")
            .console()
    }

    /// Uncaught exceptions, unhandled rejections, failed requests, and the
    /// console's errors and warnings, since the page loaded.
    pub(crate) async fn problems(&self) -> Vec<String> {
        self.collect().await;
        self.log
            .lock()
            .expect("nothing panics with the log in hand")
            .problems()
    }

    /// Every request of the page so far, its own document's first.
    pub(crate) async fn network(&self) -> Vec<Sent> {
        self.collect().await;
        self.log
            .lock()
            .expect("nothing panics with the log in hand")
            .sent()
    }

    /// What changes as long as something goes on in the page or on its way there.
    pub(super) async fn movement(&self) -> Vec<String> {
        let page = "return [location.href, document.readyState, document.getElementsByTagName('*').length].join(' ')";
        let page = self.run(page, &[]).await.to_string();
        self.collect().await;
        let log = self
            .log
            .lock()
            .expect("nothing panics with the log in hand");
        let count = format!("{} {}", log.sent().len(), log.console().len());
        [vec![page, count], log.pending()].concat()
    }

    pub(super) async fn collect(&self) {
        if Engine::here().has_devtools() {
            self.collect_chromium().await;
        } else {
            self.collect_noted().await;
        }
    }

    async fn collect_chromium(&self) {
        let console = self.driver.get_log("browser").await;
        let performance = self.driver.get_log("performance").await;
        let mut log = self
            .log
            .lock()
            .expect("nothing panics with the log in hand");
        log.add_console(&console.expect("Chromium keeps this log"));
        log.add_performance(&performance.expect("Chromium keeps this log"));
    }

    async fn collect_noted(&self) {
        // Between two pages there is none to ask, and one that no server of the
        // test has answered notes nothing.
        let noted = self
            .driver
            .execute("return window.newsrailNotes?.()", Vec::new())
            .await;
        let noted = noted.map_or(Value::Null, |noted| noted.json().clone());
        let mut log = self
            .log
            .lock()
            .expect("nothing panics with the log in hand");
        log.set_noted(&noted, &self.witness);
    }
}
