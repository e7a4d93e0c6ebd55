//! What no page may do in any test: an uncaught exception, an unhandled rejection, an
//! error in the console, a dialog, a request to elsewhere, or something that a content
//! security policy forbids. A test that provokes one says so beforehand.

use super::Browser;
use super::page_log::PageLog;
use crate::support::engine::Engine;

/// What a browser's pages may do in this test, and what they have done.
#[derive(Debug, Default)]
pub(super) struct Guard {
    expected: Vec<String>,
    offences: Vec<String>,
}

impl Guard {
    /// Notes what a page has done that no test expects.
    pub(super) fn note(&mut self, log: &PageLog) {
        self.offences.extend(log.offences());
    }

    /// What was done and not expected, with what the page at hand has done.
    fn found(&self, log: &PageLog) -> Vec<String> {
        let is_expected = |offence: &String| {
            let mut expected = self.expected.iter();
            expected.any(|part| offence.contains(part.as_str()))
        };
        let mut found = self.offences.clone();
        found.extend(log.offences());
        found.retain(|offence| !is_expected(offence));
        found
    }
}

impl Browser {
    /// This test provokes what has one of these in its line.
    pub(crate) fn expects(&self, parts: &[&str]) {
        let mut guard = self.guard.lock().expect("nothing panics with it in hand");
        guard
            .expected
            .extend(parts.iter().copied().map(str::to_owned));
    }

    /// What the pages have done so far that this test does not expect.
    pub(crate) async fn offences(&self) -> Vec<String> {
        self.collect().await;
        let log = self.log.lock().expect("nothing panics with it in hand");
        let guard = self.guard.lock().expect("nothing panics with it in hand");
        guard.found(&log)
    }

    /// Forgets what was done so far: a test has looked at it by itself.
    pub(crate) async fn forget(&self) {
        self.collect().await;
        if !Engine::here().has_devtools() {
            self.run("window.newsrailForget?.()", &[]).await;
        }
        self.witness.forget();
        *self.log.lock().expect("nothing panics with it in hand") = PageLog::default();
        let mut guard = self.guard.lock().expect("nothing panics with it in hand");
        guard.offences.clear();
    }
}

impl Drop for Browser {
    /// Fails the test with what its pages have done.
    fn drop(&mut self) {
        if std::thread::panicking() {
            return;
        }
        // The test's own runtime runs this, and cannot wait for anything meanwhile.
        let offences = std::thread::scope(|scope| {
            let looked = scope.spawn(|| {
                let runtime = tokio::runtime::Builder::new_current_thread()
                    .enable_all()
                    .build()
                    .expect("a runtime starts");
                runtime.block_on(self.offences())
            });
            looked.join()
        });
        match offences {
            Ok(offences) => assert!(offences.is_empty(), "not expected: {offences:#?}"),
            Err(error) => std::panic::resume_unwind(error),
        }
    }
}
