//! One request, as a browser would make it for the widget.

use newsrail_core::article::Feed;
use newsrail_core::feed::{self, FeedError, LARGEST};
use std::io::Read;
use std::path::Path;
use std::time::Duration;
use ureq::ResponseExt;

/// How long a site may take for all of its answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// What came back.
pub(crate) struct Reply {
    /// Where it came from, after redirects.
    pub(crate) url: String,
    pub(crate) status: u16,
    pub(crate) bytes: Vec<u8>,
    /// Whether it came over the network and so has headers.
    pub(crate) is_remote: bool,
    /// Whether it was asked for at another address.
    pub(crate) is_redirected: bool,
    headers: Vec<(String, String)>,
}

impl Reply {
    /// A header's value, by its name in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// Reads it as a feed, with the decoders that a browser has and the widget uses.
    pub(crate) fn feed(&self) -> Result<Feed, FeedError> {
        if self.status >= 400 {
            return Err(FeedError::Refused(self.status.to_string()));
        }
        let decode = |bytes: &[u8], label: &str| {
            let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
            Some(encoding.decode(bytes).0.into_owned())
        };
        let content_type = self.header("content-type");
        feed::read_any(&self.bytes, &self.url, content_type, &decode)
    }
}

/// Fetches an address, or reads a file that counts as being at `base`.
pub(crate) fn fetch(target: &str, base: &str, origin: &str) -> Result<Reply, String> {
    if target.starts_with("http://") || target.starts_with("https://") {
        return request(target, origin).map_err(|error| error.to_string());
    }
    let bytes = std::fs::read(Path::new(target)).map_err(|error| error.to_string())?;
    Ok(Reply {
        url: base.to_owned(),
        status: 200,
        bytes,
        is_remote: false,
        is_redirected: false,
        headers: Vec::new(),
    })
}

fn request(url: &str, origin: &str) -> Result<Reply, ureq::Error> {
    let agent: ureq::Agent = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .http_status_as_error(false)
        .save_redirect_history(true)
        .user_agent(concat!("newsrail-check/", env!("CARGO_PKG_VERSION")))
        .build()
        .into();
    let mut response = agent
        .get(url)
        .header("Origin", origin)
        .header("Accept", "*/*")
        .call()?;
    let headers = response
        .headers()
        .iter()
        .filter_map(|(name, value)| Some((name.to_string(), value.to_str().ok()?.to_owned())))
        .collect();
    let url = response.get_uri().to_string();
    let is_redirected = response
        .get_redirect_history()
        .is_some_and(|all| all.len() > 1);
    let mut bytes = Vec::new();
    // One byte more than is read tells that there is more.
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX) + 1;
    let body = response.body_mut().with_config().limit(u64::MAX).reader();
    body.take(most).read_to_end(&mut bytes)?;
    Ok(Reply {
        url,
        status: response.status().as_u16(),
        bytes,
        is_remote: true,
        is_redirected,
        headers,
    })
}
