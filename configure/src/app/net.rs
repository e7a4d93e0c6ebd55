//! What is asked of servers: feeds and pages, without cookies, and newsrail's own script.

use crate::report::{Answer, Problem};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use gloo_net::Error;
use gloo_net::http::{Request, RequestBuilder, Response};
use leptos::prelude::location;
use newsrail_core::feed::LARGEST;
use newsrail_core::shared::RESPONSE_TIMEOUT;
use sha2::{Digest, Sha384};
use web_sys::{AbortSignal, RequestCredentials, RequestMode, TextDecoder};

/// The folder of the configurator's own files, with a slash behind it.
pub(super) fn own_folder() -> String {
    let page = location().href().unwrap_or_default();
    let page = page.split(['?', '#']).next().unwrap_or_default();
    page[..=page.rfind('/').unwrap_or_default()].to_owned()
}

fn asked(url: &str) -> RequestBuilder {
    let patience = AbortSignal::timeout_with_u32(RESPONSE_TIMEOUT.into());
    Request::get(url)
        .credentials(RequestCredentials::Omit)
        .abort_signal(Some(&patience))
}

/// What a server answers, or why there is nothing to be read. A browser does not say why;
/// but an answer that it keeps from the page is one that it has had.
pub(super) async fn get(url: &str) -> Result<Answer, Problem> {
    match answered(url).await {
        Ok((response, bytes)) => answer(url, &response, bytes),
        Err(_) if asked(url).mode(RequestMode::NoCors).send().await.is_ok() => {
            Err(Problem::Forbidden {
                url: url.to_owned(),
                tried: Vec::new(),
            })
        }
        Err(_) => Err(Problem::Unreachable {
            url: url.to_owned(),
        }),
    }
}

async fn answered(url: &str) -> Result<(Response, Vec<u8>), Error> {
    let response = asked(url).send().await?;
    let bytes = response.binary().await?;
    Ok((response, bytes))
}

fn answer(url: &str, response: &Response, bytes: Vec<u8>) -> Result<Answer, Problem> {
    if !response.ok() {
        return Err(Problem::Status {
            url: url.to_owned(),
            status: response.status(),
        });
    }
    if bytes.len() > LARGEST {
        return Err(Problem::TooLarge {
            url: url.to_owned(),
        });
    }
    Ok(Answer {
        url: response.url(),
        status: response.status(),
        content_type: response.headers().get("content-type"),
        cache_control: response.headers().get("cache-control"),
        bytes,
    })
}

/// The text of bytes in a character set that the browser knows.
pub(super) fn decode(bytes: &[u8], label: &str) -> Option<String> {
    let decoder = TextDecoder::new_with_label(label).ok()?;
    decoder.decode_with_u8_array(bytes).ok()
}

/// What `integrity` says of a script, or why it cannot be said: it is the script's own
/// server that lets others check it.
pub(super) async fn integrity(url: &str) -> Result<String, String> {
    let answer = get(url).await.map_err(|problem| problem.what())?;
    let hash = Sha384::digest(&answer.bytes);
    Ok(["sha384-", &BASE64_STANDARD.encode(hash)].concat())
}
