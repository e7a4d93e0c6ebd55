//! A real WordPress with the sample newspaper in it, one for the whole run.

pub(crate) mod office;
mod packages;
mod site;

use std::process::Command;

use reqwest::Response;
use serde_json::{Value, json};
use tokio::sync::{Mutex, MutexGuard, OnceCell};

use site::Site;

use crate::support::project;

/// The slug of the post whose title has tags and entities in it.
pub(crate) const MARKED_UP: &str = "a-title-with-markup";

/// The slug of the post that nobody may read without its password.
pub(crate) const PROTECTED: &str = "a-post-behind-a-password";

/// The slug of the post that stands first on the front page, though it is the oldest.
pub(crate) const STICKY: &str = "a-post-that-sticks";

/// What a program of `tests/wordpress` prints of the plugin's files, and what it complains
/// of, which runs in the PHP of the tests' WordPress.
pub(crate) fn of_plugin(program: &str) -> (String, String) {
    let (home, _lock) = site::locked_home().unwrap_or_else(|error| panic!("no WordPress: {error}"));
    let run = Command::new("node")
        .arg(program)
        .arg(project().join("wordpress/newsrail"))
        .current_dir(&home)
        .output()
        .expect("node starts");
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    let failed = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "{said}{failed}");
    (said, failed)
}

// Never dropped, as statics are not: its process ends with the run all the same.
static SITE: OnceCell<Result<Site, String>> = OnceCell::const_new();
static TURN: Mutex<()> = Mutex::const_new(());

/// How the site forms the addresses of its posts.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Permalinks {
    /// `/2026/11/slug/`, and the REST API at `/wp-json/`.
    Pretty,
    /// `/?p=8`, and the REST API at `/index.php?rest_route=/`.
    Plain,
}

/// The site, for one test alone until it is dropped.
pub(crate) struct WordPress {
    site: &'static Site,
    permalinks: Permalinks,
    _turn: MutexGuard<'static, ()>,
}

impl WordPress {
    /// Waits for the site to be free, starts it where no test has yet, and puts
    /// `snippet` after the text of every single post.
    pub(crate) async fn borrow(permalinks: Permalinks, snippet: &str) -> Self {
        let turn = TURN.lock().await;
        let site = match SITE.get_or_init(site::start).await {
            Ok(site) => site,
            Err(error) => panic!("no WordPress: {error}"),
        };
        let pretty = permalinks == Permalinks::Pretty;
        for (route, body) in [
            ("links", json!({ "pretty": pretty })),
            ("snippet", json!({ "html": snippet })),
        ] {
            site.tell(route, body.to_string())
                .await
                .expect("the test plugin obeys");
        }
        Self {
            site,
            permalinks,
            _turn: turn,
        }
    }

    /// Takes all comments away, and from now on takes them as `ways` says: any
    /// of `rest`, `moderated`, `login`, `closed`, `flood`.
    pub(crate) async fn replies(&self, ways: &[&str]) {
        let named = |way: &str| ways.contains(&way);
        let ways = json!({
            "rest": named("rest"), "moderated": named("moderated"), "login": named("login"),
            "closed": named("closed"), "flood": named("flood"),
        });
        self.site
            .tell("replies", ways.to_string())
            .await
            .expect("the test plugin obeys");
    }

    /// An absolute address; `path` begins with a slash, or is empty for the site.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.site.base())
    }

    /// The root of the REST API, as the site itself announces it.
    pub(crate) fn rest_root(&self) -> String {
        match self.permalinks {
            Permalinks::Pretty => self.url("/wp-json/"),
            Permalinks::Plain => self.url("/index.php?rest_route=/"),
        }
    }

    /// The address of a REST resource: `rest("wp/v2/posts", "per_page=5")`.
    pub(crate) fn rest(&self, route: &str, query: &str) -> String {
        let root = self.rest_root();
        let join = if root.contains('?') { '&' } else { '?' };
        format!("{root}{route}{join}{query}")
    }

    /// Asks for a page or a resource as a visitor of another origin does.
    pub(crate) async fn get(&self, url: &str) -> Response {
        self.site.get(url).await.expect("WordPress answers")
    }

    /// Posts a form to a REST resource as a visitor does, and gives back the JSON
    /// that answers.
    pub(crate) async fn post_form(&self, route: &str, body: String) -> Value {
        let answer = self.site.post_form(&self.rest(route, ""), body).await;
        let text = answer.expect("WordPress answers");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{route}: {error} in {text}"))
    }

    /// The JSON at an address.
    pub(crate) async fn json(&self, url: &str) -> Value {
        let text = self
            .get(url)
            .await
            .text()
            .await
            .expect("the answer is text");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{url}: {error} in {text}"))
    }

    /// The address of the post with that slug, which for those of the sample feed
    /// is the item's `id`.
    pub(crate) async fn post(&self, slug: &str) -> String {
        let query = format!("slug={slug}&_fields=link");
        let posts = self.json(&self.rest("wp/v2/posts", &query)).await;
        let link = posts[0]["link"].as_str();
        link.unwrap_or_else(|| panic!("no post {slug}: {posts}"))
            .to_owned()
    }
}
