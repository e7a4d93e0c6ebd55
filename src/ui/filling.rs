//! Fills an element: reads what it wants, and has what it shows chosen from that.

use crate::host::page::{self, ThisPage};
use crate::host::{clock, console};
use crate::ui::feed_set::{Failure, FeedSet, FeedSets};
use crate::ui::placement::Placement;
use newsrail_core::article::Article;
use newsrail_core::choose::rules::{Current, Rules, rendered_at};
use newsrail_core::choose::{
    Answer, Choice, Given, HostPage, Missing, Origin, State, Supply, Wanted, feeds,
};
use newsrail_core::config::{Config, Kind};
use newsrail_core::text::date::Timestamp;
use newsrail_core::text::link::key;
use std::ptr;
use std::rc::Rc;

/// The article that an element stands beside, where something says so; else it is the
/// page's own.
fn named<'p>(placement: &'p Placement, config: &'p Config) -> Option<&'p str> {
    let named = placement.beside.as_ref().or(config.article.as_ref());
    named.map(String::as_str)
}

/// The page as far as filling one of its elements goes.
pub(crate) struct Filling<'f> {
    /// What an element shows of its feeds.
    pub(crate) choose: fn(&Choice<'_>, &Given<'_>) -> Answer,
    /// What the page's elements read.
    pub(crate) feed_sets: &'f FeedSets,
    /// All elements of the page.
    pub(crate) placements: &'f [Rc<Placement>],
}

/// What was chosen for an element.
pub(crate) enum Chosen {
    /// This, and the feeds whose name and age the page is told.
    Shown(State, Rc<FeedSet>),
    /// Nothing before these feeds have their index.
    NeedsIndex(Rc<FeedSet>),
    /// Nothing yet: it is asked for what is missing.
    Waits,
}

impl Filling<'_> {
    /// What an element is to show.
    ///
    /// # Errors
    /// Where it has no feed, or none of its feeds could be had.
    pub(crate) fn choose(&self, placement: &Placement) -> Result<Chosen, Failure> {
        placement.reads.borrow_mut().clear();
        let config = placement.config.get_untracked();
        let wanted = feeds(placement.kind, &config, &ThisPage);
        if wanted.is_empty() {
            return Err(Failure {
                url: "no feed".to_owned(),
                reason: "set the attribute feed, or announce one in the page's head".to_owned(),
            });
        }
        let Some(feed_set) = self.read(placement, &wanted, config.max_articles)? else {
            return Ok(Chosen::Waits);
        };
        // What stands there already is replaced once, by what it was made of: all that
        // its feeds have now, with all that can be learnt of them.
        let is_rendered = page::is_rendered(&placement.host);
        if is_rendered && !feed_set.is_settled.get() {
            return Ok(Chosen::Waits);
        }
        let mut choice = self.choice(placement, &config);
        if is_rendered {
            choice.now = rendered_at(&feed_set.feed, &config, choice.now);
        }
        let page_language = page::language();
        let mut list = Supply::NotYet;
        let (mut described, mut head): (Option<Rc<FeedSet>>, Option<Article>) = (None, None);
        loop {
            let said = described
                .as_ref()
                .and_then(|said| said.feed.articles.first())
                .or(head.as_ref());
            let given = Given {
                feed: &feed_set.feed,
                url: wanted[0].url(),
                has_more: feed_set.has_more.get(),
                index: feed_set
                    .index()
                    .filter(|_| !is_rendered || feed_set.is_learnt.get()),
                list: list.map(|list: &Rc<FeedSet>| &list.feed),
                page_article: said.map_or(Supply::NotYet, Supply::Here),
                page_language: &page_language,
            };
            match (self.choose)(&choice, &given) {
                Answer::Shown(state, origin) => {
                    if let (Kind::Popular, Origin::Feeds, Supply::Here(list)) =
                        (placement.kind, origin, &list)
                    {
                        console::noted(list.url(), "names no article that may be listed");
                    }
                    let from = match list {
                        // Counts and search engines name no publication.
                        Supply::Here(list)
                            if origin == Origin::List && !list.feed.title.is_empty() =>
                        {
                            list
                        }
                        _ => feed_set,
                    };
                    return Ok(Chosen::Shown(state, from));
                }
                Answer::Needs(Missing::Index) => return Ok(Chosen::NeedsIndex(feed_set)),
                Answer::Needs(Missing::List(href)) => {
                    list = self.list(placement, &href);
                    if matches!(list, Supply::NotYet) {
                        return Ok(Chosen::Waits);
                    }
                }
                // Of another page nothing but its address is known.
                Answer::Needs(Missing::PageArticle) if placement.beside.is_none() => {
                    match self.described(placement) {
                        Supply::NotYet => return Ok(Chosen::Waits),
                        Supply::Here(said) => described = Some(said),
                        Supply::Unavailable => head = Some(page::article()),
                    }
                }
                Answer::Needs(Missing::PageArticle | Missing::FurtherPages) => {
                    return Ok(Chosen::Waits);
                }
            }
        }
    }

    fn choice<'c>(&self, placement: &Placement, config: &'c Config) -> Choice<'c> {
        #[expect(clippy::cast_possible_truncation, reason = "whole seconds are meant")]
        let now = clock::now() as Timestamp;
        Choice {
            kind: placement.kind,
            config,
            rules: Rules {
                current: self.current(placement, config),
                taken: self.taken(placement, config),
            },
            now,
        }
    }

    /// The article being read: what an article element on the page shows, else
    /// what the page says. An article element itself goes by the page.
    fn current(&self, placement: &Placement, config: &Config) -> Current {
        let mut current = page::current(named(placement, config));
        for other in self.placements {
            if other.kind.is_article() && !placement.kind.is_article() {
                current.urls.extend_from_slice(&other.shown_keys.borrow());
            }
        }
        current
    }

    /// What other elements show, and translations of what is read here.
    fn taken(&self, placement: &Placement, config: &Config) -> Vec<String> {
        let mut taken = Vec::new();
        if placement.beside.is_none() {
            for url in page::rendered_beside(&placement.host) {
                taken.push(key(&url.as_string().unwrap_or_default()));
            }
        }
        if named(placement, config).is_none() {
            for url in page::translations().split(' ') {
                taken.push(key(url));
            }
        }
        for other in self.placements {
            if !ptr::eq(&raw const **other, placement) {
                taken.extend_from_slice(&other.shown_keys.borrow());
            }
        }
        taken
    }

    /// The list that the publisher made, `NotYet` while it is on the way.
    fn list(&self, placement: &Placement, href: &str) -> Supply<Rc<FeedSet>> {
        let Some(url) = ThisPage.absolute(href) else {
            return Supply::Unavailable;
        };
        match self.read(placement, &[Wanted::Feed(url)], 0) {
            Ok(Some(list)) => Supply::Here(list),
            Ok(None) => Supply::NotYet,
            Err(failure) => {
                console::failed(&placement.host, &failure.url, &failure.reason);
                Supply::Unavailable
            }
        }
    }

    /// What the page's JSON-LD says of its article, `NotYet` while that is being
    /// read.
    fn described(&self, placement: &Placement) -> Supply<Rc<FeedSet>> {
        let Some(url) = ThisPage.with_json_ld() else {
            return Supply::Unavailable;
        };
        match self.read(placement, &[Wanted::ArticleOfPage(url)], 0) {
            Ok(None) => Supply::NotYet,
            Ok(Some(said)) if !said.feed.articles.is_empty() => Supply::Here(said),
            _ => Supply::Unavailable,
        }
    }

    /// What these have as one feed, which the element reads from now on; `None`
    /// while it is on the way.
    fn read(
        &self,
        placement: &Placement,
        wanted: &[Wanted],
        most: usize,
    ) -> Result<Option<Rc<FeedSet>>, Failure> {
        placement.reads.borrow_mut().extend_from_slice(wanted);
        self.feed_sets.get(wanted, most)
    }
}
