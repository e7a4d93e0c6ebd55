//! What the lists of a page show, chosen as src/ui/filling.rs has it chosen in a browser.

use super::about::{article, current};
use super::page::{Element, Page};
use super::sources::{Set, Sources};
use newsrail_core::article::{Article, Feed};
use newsrail_core::choose::order::order;
use newsrail_core::choose::rules::{Rules, rendered_at};
use newsrail_core::choose::{
    Answer, Choice, Given, HostPage, Missing, State, Supply, Wanted, element, feeds,
};
use newsrail_core::config::{Attributes, Config, Kind, meta};
use newsrail_core::feed::discovery;
use newsrail_core::feed::{common, write};
use newsrail_core::text::date::Timestamp;
use newsrail_core::text::link::key;
use std::sync::Arc;

/// An element with what it shows.
pub(super) struct Chosen {
    pub(super) kind: Kind,
    pub(super) config: Config,
    /// What a line below each headline says.
    pub(super) meta: Vec<&'static str>,
    /// Nothing where that could not be known: what stands in the element stays.
    pub(super) state: Option<State>,
}

/// What is chosen for a page's elements, in their order, and what is to be said of it.
pub(super) fn choose(
    page: &Page,
    sources: &Sources<'_>,
    now: Timestamp,
) -> (Vec<Chosen>, Vec<String>) {
    let mut said = Vec::new();
    let mut placed: Vec<Placed<'_>> = Vec::new();
    for element in &page.elements {
        if let Some(kind) = element.kind() {
            placed.push(Placed::new(page, element, kind, sources, &mut said));
        }
    }
    let kinds: Vec<Kind> = placed.iter().map(|one| one.kind).collect();
    let order = order(&kinds, &|a, b| a < b);
    // What needs no index is chosen first, as in a browser, which has to make one.
    for has_all in [false, true] {
        for &at in &order {
            if placed[at].state.is_none() {
                let rules = rules(page, &placed, at);
                let one = &placed[at];
                placed[at].state = one.choose(page, sources, rules, now, has_all, &mut said);
            }
        }
    }
    let chosen = placed.into_iter().map(|one| Chosen {
        kind: one.kind,
        config: one.config,
        meta: one.meta,
        state: one.state,
    });
    (chosen.collect(), said)
}

/// An element, what it is set to and what it reads.
struct Placed<'p> {
    kind: Kind,
    config: Config,
    meta: Vec<&'static str>,
    name: &'p str,
    set: Option<Arc<Set>>,
    state: Option<State>,
}

impl<'p> Placed<'p> {
    fn new(
        page: &Page,
        element: &'p Element,
        kind: Kind,
        sources: &Sources<'_>,
        said: &mut Vec<String>,
    ) -> Self {
        let value = |name: &'static str| page.setting(element, name).map(str::to_owned);
        let mut complaints = Vec::new();
        let mut attributes = Attributes::new(&value, &mut complaints);
        let config = Config::read(kind, &mut attributes);
        let meta = meta(&mut attributes);
        let name = &element.name;
        for one in complaints {
            let (attribute, value, used) = (one.attribute, one.value, one.used);
            said.push(format!("<{name}> {attribute}={value:?}: {used} is used"));
        }
        let set = kind.reads_feed().then(|| set(page, kind, &config, sources));
        // What shows nothing of a feed takes nothing from the lists.
        let state = set.is_none().then_some(State::Empty);
        let set = set.and_then(|set| set.map_err(|why| said.push(format!("<{name}> {why}"))).ok());
        Self {
            kind,
            config,
            meta,
            name,
            set,
            state,
        }
    }

    /// What it is to show; nothing where that is not known, or not yet.
    fn choose(
        &self,
        page: &Page,
        sources: &Sources<'_>,
        rules: Rules,
        now: Timestamp,
        has_all: bool,
        said: &mut Vec<String>,
    ) -> Option<State> {
        let set = self.set.as_ref()?;
        let choice = Choice {
            kind: self.kind,
            config: &self.config,
            rules,
            now: rendered_at(&set.feed, &self.config, now),
        };
        let mut list = Supply::NotYet;
        let (mut index, mut on_page): (_, Option<Article>) = (None, None);
        loop {
            let given = Given {
                feed: &set.feed,
                url: &set.url,
                has_more: false,
                index,
                list: list.map(|list: &Arc<Feed>| &**list),
                page_article: on_page.as_ref().map_or(Supply::NotYet, Supply::Here),
                page_language: &page.head.language,
            };
            match element(&choice, &given) {
                Answer::Shown(state, _) => return Some(state),
                Answer::Needs(_) if !has_all => return None,
                Answer::Needs(Missing::Index) => index = Some(set.index(&page.head.language)),
                Answer::Needs(Missing::List(href)) => {
                    let had = page.absolute(&href).map(|url| sources.list(&url));
                    list = match had {
                        Some(Ok(list)) => Supply::Here(list),
                        Some(Err(why)) => {
                            said.push(format!("<{}> {href}: {why}", self.name));
                            Supply::Unavailable
                        }
                        None => Supply::Unavailable,
                    };
                }
                Answer::Needs(Missing::PageArticle) if on_page.is_none() => {
                    let name = self.name;
                    said.push(format!(
                        "<{name}> the page's article is in no feed: chosen by what the page says"
                    ));
                    on_page = Some(article(&page.head));
                }
                Answer::Needs(Missing::PageArticle | Missing::FurtherPages) => return None,
            }
        }
    }
}

/// The feeds that an element reads.
fn set(
    page: &Page,
    kind: Kind,
    config: &Config,
    sources: &Sources<'_>,
) -> Result<Arc<Set>, String> {
    if let Some(given) = sources.given() {
        return Ok(given);
    }
    let wanted = feeds(kind, config, page);
    match wanted.first() {
        None => Err("no feed: --feed names one for all pages".to_owned()),
        Some(Wanted::ListOfPage(url)) => {
            let listed = discovery::listed(&page.head);
            let feed = listed.ok_or("no feed, and the page's JSON-LD lists no articles")?;
            let json = write::json_feed(&feed);
            let feed = common::read(json.as_bytes(), url).unwrap_or(feed);
            Ok(Arc::new(Set::new(feed, url)))
        }
        Some(_) => {
            let urls: Vec<String> = wanted.iter().map(|one| one.url().to_owned()).collect();
            sources.set(&urls, config.max_articles, &page.head.language)
        }
    }
}

/// What one of the elements may not list: the article being read, translations of it, and
/// what the others show.
fn rules(page: &Page, placed: &[Placed<'_>], at: usize) -> Rules {
    let named = placed[at].config.article.as_deref();
    let mut current = current(page, named);
    let mut taken = Vec::new();
    if named.is_none() {
        taken.extend(page.translations().map(|url| key(&url)));
    }
    for (other, one) in placed.iter().enumerate() {
        let Some(state) = one.state.as_ref().filter(|_| other != at) else {
            continue;
        };
        let keys = state.keys();
        if one.kind.is_article() {
            current.urls.extend_from_slice(&keys);
        }
        taken.extend(keys);
    }
    Rules { current, taken }
}
