//! A WordPress of one test's own with its back office, where plugins come and go.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};
use tokio::sync::OnceCell;

use super::packages::{install_packages, run};
use super::site::{self, Site};
use crate::lab::SOON;
use crate::support::browser::Browser;
use crate::support::{project, scratch};

pub(crate) use super::site::Versions;

/// What a new site of the server's is entered with.
const ADMINISTRATOR: [&str; 2] = ["admin", "password"];

/// What `make package` makes, once a run.
static ZIP: OnceCell<Result<PathBuf, String>> = OnceCell::const_new();

/// The plugin as it is handed out: a zip with what `make dist` has built.
pub(crate) async fn plugin_zip() -> PathBuf {
    let made = ZIP
        .get_or_init(|| async {
            let home = project().join("wordpress");
            install_packages(&home)?;
            let zip = scratch("plugin").join("newsrail-wordpress.zip");
            let mut pack = Command::new("node");
            run(pack
                .arg("package.mjs")
                .arg("--out")
                .arg(&zip)
                .current_dir(&home))?;
            Ok(zip)
        })
        .await;
    match made {
        Ok(zip) => zip.clone(),
        Err(error) => panic!("no plugin: {error}"),
    }
}

/// A site that ends with its test.
pub(crate) struct Office {
    site: Site,
}

impl Office {
    /// Starts a site with the sample newspaper in it, and no plugin.
    pub(crate) async fn start() -> Self {
        match site::start().await {
            Ok(site) => Self { site },
            Err(error) => panic!("no WordPress: {error}"),
        }
    }

    /// The same with the plugin installed from its zip, and active.
    pub(crate) async fn with_plugin() -> Self {
        let office = Self::start().await;
        office.install().await;
        office
    }

    /// Starts a new, empty site of these versions.
    pub(crate) async fn of(versions: Versions) -> Self {
        match site::start_bare(versions).await {
            Ok(site) => Self { site },
            Err(error) => panic!("no {versions:?}: {error}"),
        }
    }

    /// Installs the zip as the upload form does, and activates what is in it.
    pub(crate) async fn install(&self) {
        assert_eq!(self.try_install().await, Ok(()));
    }

    /// The same where WordPress may refuse.
    ///
    /// # Errors
    /// What WordPress says then.
    pub(crate) async fn try_install(&self) -> Result<(), String> {
        let name = "newsrail-wordpress.zip";
        fs::copy(plugin_zip().await, self.site.files().join(name)).expect("the zip can be copied");
        let told = json!({ "zip": name }).to_string();
        self.site.tell("install", told).await.map(drop)
    }

    /// An absolute address; `path` begins with a slash, or is empty for the site.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.site.base())
    }

    /// Tells the test's plugin something, and gives back what it answers.
    pub(crate) async fn tell(&self, route: &str, what: Value) -> Value {
        let answer = self.site.tell(route, what.to_string()).await;
        let text = answer.expect("the test plugin obeys");
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{route}: {error} in {text}"))
    }

    /// What bears newsrail's name on the site.
    pub(crate) async fn traces(&self) -> Vec<String> {
        serde_json::from_value(self.tell("traces", json!({})).await).expect("a list of texts")
    }

    /// Status and text of a page, as a visitor without scripts has them.
    pub(crate) async fn page(&self, url: &str) -> (u16, String) {
        let answer = self.site.get(url).await.expect("WordPress answers");
        let status = answer.status().as_u16();
        (status, answer.text().await.expect("text"))
    }

    /// The address of the post with that slug.
    pub(crate) async fn post(&self, slug: &str) -> String {
        let query = format!("/?rest_route=/wp/v2/posts&slug={slug}&_fields=link");
        let (_, text) = self.page(&self.url(&query)).await;
        let posts: Value = serde_json::from_str(&text).expect("JSON");
        let link = posts[0]["link"].as_str();
        link.unwrap_or_else(|| panic!("no post {slug}: {posts}"))
            .to_owned()
    }

    /// Logs in, and goes to a page behind `/wp-admin/`.
    pub(crate) async fn enter(&self, browser: &Browser, page: &str) {
        browser.goto(&self.url("/wp-login.php")).await;
        let script = "document.querySelector('#user_login').value = arguments[0];
            document.querySelector('#user_pass').value = arguments[1];
            document.querySelector('[name=redirect_to]').value = arguments[2];
            document.querySelector('#loginform').submit();";
        let page = self.url(&format!("/wp-admin/{page}"));
        let [name, password] = ADMINISTRATOR;
        browser
            .run(script, &[name.into(), password.into(), page.into()])
            .await;
        let entered =
            "document.body?.classList.contains('wp-admin') && document.readyState === 'complete'";
        browser.wait_until(entered, SOON).await;
    }
}
