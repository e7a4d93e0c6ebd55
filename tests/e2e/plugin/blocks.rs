//! Blocks in the editor and on the page, and shortcodes.

use std::fmt::Write;

use newsrail_core::shared::LAYOUTS;
use serde_json::json;

use super::{assert_height, inside, links};
use crate::lab::{SOON, headlines};
use crate::support::browser::Browser;
use crate::support::wordpress::office::Office;

/// The document that the editor's blocks stand in: a frame's, where there is one.
const CANVAS: &str =
    "(document.querySelector('iframe[name=editor-canvas]')?.contentDocument ?? document)";

#[tokio::test]
async fn a_block_shows_the_servers_list_in_the_editor_and_stands_on_the_page() {
    let office = Office::with_plugin().await;
    let browser = Browser::start(1400, 1000).await;
    // A picture of WordPress's own editor.
    browser.expects(&["https://s.w.org/"]);
    office.enter(&browser, "post-new.php").await;
    let ready = "wp.blocks?.getBlockType('newsrail/popular') && wp.data.select('core/editor').getCurrentPostId()";
    browser.wait_until(ready, SOON).await;
    let place = "wp.data.dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
        const { insertBlock, selectBlock } = wp.data.dispatch('core/block-editor');
        wp.data.dispatch('core/editor').editPost({ title: 'A post with blocks' });
        insertBlock(wp.blocks.createBlock('core/paragraph', { content: 'Some words.' }));
        const popular = wp.blocks.createBlock('newsrail/popular', { count: 3, heading: 'Read <now>' });
        insertBlock(popular);
        insertBlock(wp.blocks.createBlock('newsrail/subscribe'));
        selectBlock(popular.clientId);";
    browser.run(place, &[]).await;
    let preview = format!("{CANVAS}.querySelectorAll('newsrail-popular li a').length === 3");
    browser.wait_until(&preview, SOON).await;
    let hint = format!(
        "{CANVAS}.body.textContent.includes('nothing stands here until an address takes sign-ups')"
    );
    browser.wait_until(&hint, SOON).await;
    browser
        .wait_until("document.querySelector('.block-editor-block-inspector input[type=range]')?.value === '3'", SOON)
        .await;
    choose_at_the_side(&browser).await;
    let chosen = format!("{CANVAS}.querySelector('newsrail-popular[layout=carousel]')");
    browser.wait_until(&chosen, SOON).await;
    browser.screenshot("plugin-editor").await;
    let publish = "wp.data.dispatch('core/editor').editPost({ status: 'publish' });
        await wp.data.dispatch('core/editor').savePost();
        return wp.data.select('core/editor').getPermalink()";
    let post = browser.run_async(publish, &[]).await;
    let post = post.as_str().expect("an address");

    let (_, html) = office.page(post).await;
    assert_eq!(
        html.matches("<newsrail-popular").count(),
        1,
        "the author's own, and no second one below"
    );
    assert_eq!(
        html.matches("<newsrail-more-like-this").count(),
        1,
        "the one below"
    );
    assert!(
        !html.contains("<newsrail-subscribe") && !html.contains("nothing stands here"),
        "{html}"
    );
    let popular = inside(&html, "newsrail-popular");
    assert!(
        popular.contains("heading=\"Read &lt;now&gt;\"")
            && popular.contains("<h2>Read &lt;now&gt;</h2>"),
        "{popular}"
    );
    for attribute in [
        "layout=\"carousel\"",
        "images=\"true\"",
        "meta=\"date author\"",
        "read=\"dim\"",
        "theme=\"scheme\"",
        "lang=\"fr\"",
    ] {
        assert!(
            popular.contains(attribute),
            "{attribute} is not in {popular}"
        );
    }
    assert_eq!(links(&html, "newsrail-popular").len(), 3);
    assert!(html.contains("wp-block-newsrail-popular"), "{html}");
    let visitor = Browser::start(1280, 900).await;
    visitor.goto(post).await;
    visitor.scroll_to("newsrail-popular").await;
    let shown = "document.querySelector('newsrail-popular').shadowRoot.querySelectorAll('h3 a').length === 3";
    visitor.wait_until(shown, SOON).await;
    assert_height(&visitor, "newsrail-popular").await;
}

/// Sets the chosen block by its controls, as an author does.
async fn choose_at_the_side(browser: &Browser) {
    let controls = "window.control = (label) => {
            const labels = [...document.querySelectorAll('.block-editor-block-inspector label')];
            return document.getElementById(labels.find((found) => found.textContent === label)?.htmlFor);
        };
        // A value that React's own field has been told of is no change to it.
        window.set = (label, value) => {
            const field = control(label);
            Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value);
            field.dispatchEvent(new Event(field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
        };
        return [...control('Layout').options].map((option) => option.value);";
    assert_eq!(
        browser.run(controls, &[]).await,
        json!([
            "", "list", "numbered", "cards", "carousel", "compact", "text"
        ])
    );
    let set = "set('Layout', 'carousel'); set('Line below each headline', 'own');
        set('Stories that the reader has opened', 'dim'); set('Colours', 'scheme'); set('Language', 'fr');";
    browser.run(set, &[]).await;
    browser.wait_until("control('Author')", SOON).await;
    browser.run("control('Author').click()", &[]).await;
    let set =
        "wp.data.select('core/block-editor').getSelectedBlock().attributes.meta === 'date author'";
    browser.wait_until(set, SOON).await;
}

#[tokio::test]
async fn shortcodes_take_the_same_settings_and_leave_out_what_cannot_be_used() {
    let office = Office::with_plugin().await;
    let content = "[newsrail_more_like_this count=2 layout=cards images=false heading='']
        [newsrail_popular count=99 layout='\"><script>alert(1)</script>' heading='<img src=x onerror=alert(1)>' images=perhaps meta='date nonsense' read=never theme=pink lang='in English']
        [newsrail_subscribe]";
    let post = office.tell("write", json!({ "content": content })).await;
    let post = post.as_str().expect("an address");
    let (_, html) = office.page(post).await;
    let list = inside(&html, "newsrail-more-like-this");
    for attribute in [
        "count=\"2\"",
        "layout=\"cards\"",
        "images=\"false\"",
        "heading=\"\"",
    ] {
        assert!(list.contains(attribute), "{attribute} is not in {list}");
    }
    assert!(!list.contains("<h2>"), "{list}");
    let popular = inside(&html, "newsrail-popular");
    for attribute in [
        "count=\"5\"",
        "layout=\"list\"",
        "images=\"false\"",
        "meta=\"date\"",
        "theme=\"auto\"",
    ] {
        assert!(
            popular.contains(attribute),
            "{attribute} is not in {popular}"
        );
    }
    assert!(
        !popular.contains(" lang=") && !popular.contains(" read="),
        "{popular}"
    );
    assert!(
        !popular.contains("<img") && !popular.contains("<script"),
        "{popular}"
    );
    assert_eq!(html.matches("<newsrail-").count(), 2, "{html}");

    let visitor = Browser::start(1280, 900).await;
    visitor.goto(post).await;
    visitor.scroll_to("newsrail-more-like-this").await;
    let shown = "document.querySelector('newsrail-more-like-this').shadowRoot.querySelectorAll('h3 a').length";
    visitor.wait_until(shown, SOON).await;
    assert_eq!(
        headlines(&visitor, "newsrail-more-like-this").await.len(),
        2
    );
    for element in ["newsrail-more-like-this", "newsrail-popular"] {
        assert_height(&visitor, element).await;
    }
}

#[tokio::test]
async fn the_server_holds_the_space_of_each_layout_as_the_loader_does() {
    let office = Office::with_plugin().await;
    let (mut content, mut elements) = (String::new(), Vec::new());
    for layout in LAYOUTS {
        let _ = write!(
            content,
            "[newsrail_popular count=2 layout={layout}]
             [newsrail_more_like_this count=2 layout={layout} meta='author date' images=true]"
        );
        elements.push(format!("newsrail-popular[layout={layout}]"));
        elements.push(format!("newsrail-more-like-this[layout={layout}]"));
    }
    let post = office.tell("write", json!({ "content": content })).await;
    let visitor = Browser::start(1280, 900).await;
    visitor.goto(post.as_str().expect("an address")).await;
    for element in elements {
        visitor.scroll_to(&element).await;
        let shown = format!(
            "document.querySelector('{element}').shadowRoot.querySelectorAll('h3 a').length === 2"
        );
        visitor.wait_until(&shown, SOON).await;
        assert_height(&visitor, &element).await;
    }
}
