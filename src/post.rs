//! What posts, as a program of its own: the loader brings it when a reader turns
//! to a form. What passes is text, its parts with a NUL between them; what comes
//! back is the same, and says what became of it.

use crate::net::{self, NetError};
use crate::outbox::wire::Post;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// Posts what a form says, as `SignUp::written` or `Reply::written` have it. Ghost
/// takes only what brings a token along that it has given out before; older ones
/// know of none.
///
/// # Errors
/// Where there is no answer that may be read: why, in words.
#[wasm_bindgen]
pub async fn post(text: String) -> Result<String, String> {
    let post = Post::read(&text);
    let mut token = String::new();
    if let Some(gives) = post.gives_token()
        && let Ok(got) = net::send(&gives, None).await
        && got.status == 200
    {
        token = String::from_utf8(got.body).unwrap_or_default();
    }
    let letter = post.letter(token.trim_ascii());
    let got = net::send(post.url(), Some(&letter)).await;
    let got = got.map_err(NetError::words)?;
    if got.status == 0 {
        const WHY: &str = ": it answers with a redirect, which is not followed, so the reader is told that it is not known what became of it; let it answer itself, or name the address that it leads to";
        let line = ["newsrail: ", post.url(), WHY].concat();
        web_sys::console::warn_1(&JsValue::from_str(&line));
    }
    Ok(post.answer(got.status, &got.body))
}
