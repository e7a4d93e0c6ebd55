//! What a page takes: time of its main thread, memory, nodes and listeners.

use serde_json::json;

use super::Browser;

/// What a page has at one time.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Taken {
    /// Seconds in which its main thread has worked, by the thread's own clock: what
    /// else the machine does is none of it.
    pub(crate) seconds: f64,
    /// Bytes of JavaScript's heap.
    pub(crate) heap: f64,
    /// Nodes of documents, those that are no longer in one included.
    pub(crate) nodes: f64,
    /// Listeners of events.
    pub(crate) listeners: f64,
}

impl Browser {
    /// What the page has taken so far, once what nobody can reach is gone.
    pub(crate) async fn taken(&self) -> Taken {
        let thread = json!({ "timeDomain": "threadTicks" });
        self.devtools("Performance.enable", thread).await;
        for _ in 0..3 {
            self.devtools("HeapProfiler.collectGarbage", json!({}))
                .await;
        }
        let metrics = self.devtools("Performance.getMetrics", json!({})).await;
        let metric = |name: &str| {
            let metrics = metrics["metrics"].as_array().expect("a list");
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            let value = metric.and_then(|metric| metric["value"].as_f64());
            value.unwrap_or_else(|| panic!("no {name} in {metrics:?}"))
        };
        Taken {
            seconds: metric("TaskDuration"),
            heap: metric("JSHeapUsedSize"),
            nodes: metric("Nodes"),
            listeners: metric("JSEventListeners"),
        }
    }
}
