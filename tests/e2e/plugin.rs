//! The WordPress plugin, installed from its zip into a real WordPress.

mod blocks;
mod closed;
mod counts;
mod floors;
mod life;
mod settings;

use crate::support::browser::Browser;

/// The plain links that stand in an element of a page's source, as the server wrote them.
fn links(html: &str, element: &str) -> Vec<String> {
    let inside = inside(html, element);
    let addresses = inside.split("<a href=\"").skip(1);
    addresses
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .collect()
}

/// The markup of an element of a page's source, its own tags included.
fn inside<'a>(html: &'a str, element: &str) -> &'a str {
    let end = format!("</{element}>");
    let from = html.find(&format!("<{element} "));
    let from = from.unwrap_or_else(|| panic!("no {element} in {html}"));
    let rest = &html[from..];
    &rest[..rest.find(&end).expect("its end") + end.len()]
}

/// Fails where the server holds another height for an element than the loader does.
async fn assert_height(browser: &Browser, element: &str) {
    let script = "const element = document.querySelector(arguments[0]);
        const { minHeight } = element.style;
        const heights = [minHeight, getComputedStyle(element).minHeight];
        element.style.minHeight = '';
        heights.push(getComputedStyle(element).minHeight);
        element.style.minHeight = minHeight;
        return heights;";
    let heights = browser.run(script, &[element.into()]).await;
    assert!(
        heights[0].as_str().is_some_and(|em| em.ends_with("em")),
        "{element}: {heights}"
    );
    assert_eq!(heights[1], heights[2], "{element}");
}
