//! Pages that show every layout in several languages: for tests of what stands still,
//! fits and can be read, and for `make pictures`.

mod pictures;

use crate::lab::{SOON, partner, widget};
use crate::support::browser::Browser;
use crate::support::origin::{Origin, Reply, Routes};
use crate::support::project;
use serde_json::{Value, json};

/// All layouts.
pub(crate) const LAYOUTS: [&str; 6] = ["list", "numbered", "cards", "carousel", "compact", "text"];

/// Headlines and summaries by language, those of a newspaper's front page.
fn texts(language: &str) -> Value {
    let texts: Value =
        serde_json::from_str(include_str!("gallery/texts.json")).expect("JSON of texts");
    texts[language].clone()
}

/// A newspaper in some language, with sixty articles. Every third has no picture.
pub(crate) fn newspaper(language: &str) -> Origin {
    let texts = texts(language);
    let known = texts[1].as_array().expect("headlines");
    let pictures = ["bridge", "moorings", "snow-roofs"];
    let items: Vec<Value> = (0..60)
        .map(|at| {
            let text = &known[at % known.len()];
            let title = text[0].as_str().expect("a headline");
            let round = at / known.len();
            let mut item = json!({
                "id": format!("{at}"), "url": format!("/{at}"), "language": language,
                "title": if round == 0 { title.to_owned() } else { format!("{title} ({round})") },
                "summary": text[1], "content_text": text[1],
                "date_published": format!("2026-11-{:02}T08:00:00Z", 28 - at % 28),
                "authors": [{ "name": "Ana Lindqvist" }],
                "_newsrail": { "views": 9000 - at * 100, "section": texts[0], "kicker": texts[0] },
            });
            if at % 3 != 2 {
                item["image"] = json!(format!("/pictures/{}.svg", pictures[at % 3]));
            }
            item
        })
        .collect();
    let feed = json!({ "version": "https://jsonfeed.org/version/1.1", "title": texts[0], "language": language, "items": items });
    Routes::default()
        .cors(true)
        .reply("/feed.json", Reply::json(&feed))
        .folder("/", project().join("samples"))
        .serve()
}

/// A page with these elements, each written as `popular layout=cards`, in a language.
pub(crate) struct Gallery {
    page: Origin,
    _behind: [Origin; 2],
}

impl Gallery {
    /// The page; `head` is what else it has, as a style.
    pub(crate) fn new(language: &str, head: &str, elements: &[String]) -> Self {
        let (widget, paper) = (widget(), newspaper(language));
        let tags: Vec<String> = elements
            .iter()
            .map(|element| {
                let name = element.split(' ').next().unwrap_or_default();
                format!("<newsrail-{element}></newsrail-{name}>")
            })
            .collect();
        let tags = tags.join("\n");
        let page = partner(&format!(
            "<script>document.documentElement.lang = '{language}'; document.documentElement.dir = /ar|he/.test('{language}') ? 'rtl' : 'ltr'</script>
             {head}{tags}<script async data-feed='{}' data-article=59 src='{}'></script>",
            paper.url("/feed.json"),
            widget.url("/newsrail.js")
        ));
        Self {
            page,
            _behind: [widget, paper],
        }
    }

    /// Opens it, and scrolls through it as a reader does, until all shows.
    pub(crate) async fn open(&self, browser: &Browser) {
        browser.goto(&self.page.url("/")).await;
        let lists = "[...document.querySelectorAll('newsrail-popular, newsrail-more-like-this, newsrail-author')]";
        let all = format!(
            "(() => {{ const next = {lists}.find((e) => !e.shadowRoot?.querySelector('h3 a'));
                next?.scrollIntoView({{ block: 'center', behavior: 'instant' }});
                return !next }})()"
        );
        browser.wait_until(&all, SOON).await;
        browser.quiet(SOON).await;
    }
}

/// Both lists in a layout, their space held by the page as docs/publish/embed.md has it.
pub(crate) fn both(layout: &str) -> [String; 2] {
    let [popular, related] = match layout {
        "cards" | "carousel" => [18.0, 22.0],
        "compact" => [16.0, 22.0],
        "text" => [12.0, 12.0],
        _ => [25.0, 31.0],
    };
    [("popular", popular), ("more-like-this", related)].map(|(kind, em)| {
        format!(
            "{kind} layout={layout} count=4 images style='display: flow-root; min-height: {em}em'"
        )
    })
}
