//! `make pictures`: what the elements look like, for the eye. No test of anything.

use super::{Gallery, LAYOUTS, both};
use crate::lab::{paper, widget};
use crate::page::{open, page, site};
use crate::support::browser::Browser;
use crate::support::target;
use std::fmt::Write;

const LANGUAGES: [&str; 8] = ["en", "de", "ar", "ja", "he", "hi", "ko", "zh"];

/// At the widest the lists stand in a column of 320 pixels, at the next in all of it.
const WIDTHS: [u32; 3] = [320, 768, 1280];

const DARK: &str =
    "<style>:root { color-scheme: dark } body { background: #14161a; color: #e8e6e1 }</style>";

/// Pictures all of the page; the name of the file. What is as high as the window keeps its
/// height in one that is as high as the page.
async fn picture(browser: &Browser, width: u32, name: &str) -> String {
    browser
        .run(
            "for (const element of document.querySelectorAll('article, newsrail-article, newsrail-front')) element.style.minHeight = 0",
            &[],
        )
        .await;
    let height = browser
        .run("return document.documentElement.scrollHeight", &[])
        .await;
    let height = height
        .as_u64()
        .and_then(|height| u32::try_from(height).ok());
    browser
        .resize(width, height.expect("a height").min(16_000))
        .await;
    let path = browser.screenshot(&format!("look-{name}")).await;
    let folder = target().join("pictures");
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    let file = format!("{name}.png");
    std::fs::rename(path, folder.join(&file)).expect("it can be moved");
    browser.resize(width, 900).await;
    file
}

#[tokio::test]
#[ignore = "makes pictures, for `make pictures`"]
async fn a_contact_sheet() {
    let browser = Browser::start(1280, 900).await;
    let mut sheet = String::from(
        "<!doctype html><meta charset=utf-8><title>newsrail</title><style>body { font: 14px sans-serif; background: #888 } figure { display: inline-block; margin: 4px; vertical-align: top } img { display: block; width: calc(var(--width) * .4px) }</style>",
    );
    let mut all = Vec::new();
    let lists: Vec<String> = LAYOUTS.iter().flat_map(|layout| both(layout)).collect();
    for language in LANGUAGES {
        for (theme, head) in [("light", ""), ("dark", DARK)] {
            let gallery = Gallery::new(language, head, &lists);
            for width in WIDTHS {
                browser.resize(width, 900).await;
                gallery.open(&browser).await;
                let name = format!("{language}-{theme}-{width}");
                all.push((width, picture(&browser, width, &name).await));
                println!("{name}");
            }
        }
    }
    let (widget, paper, site) = (widget(), paper(), site());
    let elements = page(&widget, &paper, &site);
    for scheme in ["light", "dark"] {
        browser.media(&[("prefers-color-scheme", scheme)]).await;
        for width in WIDTHS {
            browser.resize(width, 900).await;
            open(&browser, &elements).await;
            let name = format!("elements-{scheme}-{width}");
            all.push((width, picture(&browser, width, &name).await));
            println!("{name}");
        }
    }
    for (width, file) in &all {
        write!(sheet, "<figure style='--width: {width}'><figcaption>{file}</figcaption><img src='{file}'></figure>").expect("a text takes more text");
    }
    let sheets = target().join("pictures/index.html");
    std::fs::write(&sheets, sheet).expect("it can be written");
    println!("{}", sheets.display());
}
