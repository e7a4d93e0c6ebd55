//! A real web server of the test's own, which remembers what it was asked.

mod exchange;

use std::collections::HashMap;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, Response, StatusCode, header};
use tokio::sync::oneshot;

use super::witness::Witness;
pub(crate) use exchange::{Gate, Received, Reply};

type Answer = Arc<dyn Fn(&Received) -> Reply + Send + Sync>;

/// The plan of a server.
#[derive(Default)]
pub(crate) struct Routes {
    answers: HashMap<String, Answer>,
    folders: Vec<(String, PathBuf)>,
    cors: bool,
    cors_at: HashMap<String, bool>,
}

impl Routes {
    /// Answers one path the same way each time.
    pub(crate) fn reply(self, path: &str, reply: Reply) -> Self {
        self.answer(path, move |_| reply.clone())
    }

    /// Answers one path by asking `answer` each time.
    pub(crate) fn answer(
        mut self,
        path: &str,
        answer: impl Fn(&Received) -> Reply + Send + Sync + 'static,
    ) -> Self {
        self.answers.insert(path.to_owned(), Arc::new(answer));
        self
    }

    /// Serves the files of a folder at `prefix` (`/`, `/dist/`), behind the paths
    /// that have an answer of their own.
    pub(crate) fn folder(mut self, prefix: &str, folder: impl Into<PathBuf>) -> Self {
        self.folders.push((prefix.to_owned(), folder.into()));
        // The longest prefix is asked first.
        self.folders
            .sort_by_key(|(prefix, _)| usize::MAX - prefix.len());
        self
    }

    /// Whether pages of other origins may read the answers; they may not by default.
    pub(crate) fn cors(mut self, on: bool) -> Self {
        self.cors = on;
        self
    }

    /// The same for one path, whatever holds for the rest.
    pub(crate) fn cors_at(mut self, path: &str, on: bool) -> Self {
        self.cors_at.insert(path.to_owned(), on);
        self
    }

    /// Starts to serve at a free port of this machine.
    pub(crate) fn serve(self) -> Origin {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("this machine has a free port");
        let address = listener
            .local_addr()
            .expect("a bound listener has an address");
        let served = Arc::new(Served {
            routes: self,
            log: Mutex::default(),
            base: format!("http://{address}"),
            witness: Witness::here(),
        });
        let (stop, stopped) = oneshot::channel();
        let state = Arc::clone(&served);
        // A thread and a runtime of its own: it answers while the test's blocks, and
        // it can outlive the test that started it.
        let thread = std::thread::spawn(move || run(listener, state, stopped));
        Origin {
            base: format!("http://{address}"),
            served,
            stop: Some(stop),
            thread: Some(thread),
        }
    }

    fn allows_others(&self, path: &str) -> bool {
        self.cors_at.get(path).copied().unwrap_or(self.cors)
    }

    fn find(&self, received: &Received) -> Reply {
        if let Some(answer) = self.answers.get(&received.path) {
            return answer(received);
        }
        self.folders
            .iter()
            .filter_map(|(prefix, folder)| {
                Some((received.path.strip_prefix(prefix.as_str())?, folder))
            })
            .find_map(|(path, folder)| file(folder, path))
            .unwrap_or_else(|| Reply::new("text/plain", "no such route").status(404))
    }
}

/// A running server; dropping it closes the port.
pub(crate) struct Origin {
    base: String,
    served: Arc<Served>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Origin {
    /// An absolute address; `path` begins with a slash, or is empty for the origin.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// What has been asked so far, oldest first, preflights included.
    pub(crate) fn requests(&self) -> Vec<Received> {
        self.served
            .log
            .lock()
            .expect("no request panics while it is noted")
            .clone()
    }

    /// What has been asked of one path.
    pub(crate) fn requests_to(&self, path: &str) -> Vec<Received> {
        let mut requests = self.requests();
        requests.retain(|request| request.path == path);
        requests
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic in a route's closure has been reported by its own thread.
            thread.join().ok();
        }
    }
}

struct Served {
    routes: Routes,
    log: Mutex<Vec<Received>>,
    base: String,
    witness: Arc<Witness>,
}

fn run(listener: TcpListener, served: Arc<Served>, stopped: oneshot::Receiver<()>) {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime starts");
    runtime.block_on(async {
        listener
            .set_nonblocking(true)
            .expect("a socket can be set to not block");
        let listener =
            tokio::net::TcpListener::from_std(listener).expect("the runtime takes the socket");
        let app = Router::new().fallback(respond).with_state(served);
        tokio::select! {
            result = axum::serve(listener, app) => result.expect("the server runs"),
            // The sender's drop is the signal.
            _ = stopped => {}
        }
    });
}

async fn respond(State(served): State<Arc<Served>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    if parts.uri.path() == "/favicon.ico" {
        // The browser asks by itself: neither a request of the page nor an error of it.
        return bare(StatusCode::NO_CONTENT);
    }
    let received = Received {
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: parts.headers,
        body: to_bytes(body, usize::MAX)
            .await
            .unwrap_or_default()
            .to_vec(),
    };
    served
        .log
        .lock()
        .expect("no request panics while it is noted")
        .push(received.clone());
    let _on_its_way = served.witness.asked(&served.base, &received);
    let cors = served.routes.allows_others(&received.path);
    let preflight = parts.method == Method::OPTIONS
        && received
            .headers
            .contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    let mut response = if preflight {
        bare(if cors {
            StatusCode::NO_CONTENT
        } else {
            StatusCode::METHOD_NOT_ALLOWED
        })
    } else {
        let reply = served.routes.find(&received);
        tokio::time::sleep(reply.delay).await;
        if let Some(gate) = &reply.gate {
            gate.opened().await;
        }
        let (status, mut headers) = (reply.status, reply.headers);
        let witness = &served.witness;
        let body = witness.answers(
            &served.base,
            &received,
            status.as_u16(),
            &mut headers,
            reply.body,
        );
        let mut response = Response::new(Body::from(body));
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        response
    };
    let headers = response.headers_mut();
    if cors {
        // As little as a publisher needs to allow: a header that the widget added
        // beyond these would fail here as it would there.
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            HeaderValue::from_static("*"),
        );
    }
    if cors && preflight {
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_METHODS,
            HeaderValue::from_static("GET, POST"),
        );
        headers.insert(
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            HeaderValue::from_static("content-type"),
        );
    }
    response
}

fn bare(status: StatusCode) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

/// A file below `folder`, an `index.html` for a folder's own address.
fn file(folder: &Path, path: &str) -> Option<Reply> {
    if path.split('/').any(|part| part == "..") {
        return None;
    }
    let mut file = folder.join(path);
    if file.is_dir() {
        file.push("index.html");
    }
    let body = std::fs::read(&file).ok()?;
    Some(Reply::file(file.to_str()?, body))
}
