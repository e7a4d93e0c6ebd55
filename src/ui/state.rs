//! What an element shows, as a plain value that a component renders.

use crate::ui::site::story::Story;
use newsrail_core::article::Article;
use newsrail_core::article::Author;
use newsrail_core::rank::reason::Reason;
use newsrail_core::text::excerpt::excerpt;
use newsrail_core::text::link::key;
use std::rc::Rc;

/// Characters of an excerpt; the list's lines cut it further where they are
/// short.
const EXCERPT: usize = 160;

/// What a list was chosen by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Basis {
    /// How often its articles were read, or an order that says so.
    Popular,
    /// What they share with the article being read.
    Related,
    /// Their dates alone.
    Latest,
}

impl Basis {
    /// The word for it in an event.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Popular => "popular",
            Self::Related => "related",
            Self::Latest => "latest",
        }
    }
}

/// What an element shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum State {
    /// Its feed is on the way.
    #[default]
    Loading,
    /// A list.
    List(Basis, Vec<Rc<Item>>),
    /// One article, whole, and the feed's address, against which its body's
    /// links are resolved.
    Article(Box<Article>, String),
    /// An author, and what else they have written.
    Author(Author, Vec<Rc<Item>>),
    /// A front page: its desks with their stories.
    Front(Vec<(String, Vec<Story>)>),
    /// What a search for these words has found; none where nothing is asked.
    Found(Option<String>, Vec<Story>),
    /// The feed has nothing for it.
    Empty,
    /// The feed could not be had.
    Failed,
}

impl State {
    /// What it shows, by the word for it in an event, and which articles.
    pub(crate) fn told(&self) -> (&'static str, Vec<Rc<Item>>) {
        match self {
            Self::List(basis, items) => (basis.word(), items.clone()),
            Self::Author(_, items) => ("author", items.clone()),
            Self::Article(article, _) => {
                ("article", vec![Rc::new(Item::new(article, Reason::Given))])
            }
            Self::Front(desks) => {
                let mut items = Vec::new();
                for (_, stories) in desks {
                    told(stories, &mut items);
                }
                ("front", items)
            }
            Self::Found(_, stories) => {
                let mut items = Vec::new();
                told(stories, &mut items);
                ("search", items)
            }
            _ => ("empty", Vec::new()),
        }
    }

    /// The keys of the articles that it shows.
    pub(crate) fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        let (what, items) = self.told();
        for item in items {
            // What somebody searches for may stand elsewhere too.
            if what != "search" {
                keys.push(key(&item.url));
            }
        }
        keys
    }

    /// Whether it is something to read, and not what is said in its place.
    pub(crate) fn is_read(&self) -> bool {
        !matches!(self, Self::Loading | Self::Empty | Self::Failed)
    }
}

fn told(stories: &[Story], items: &mut Vec<Rc<Item>>) {
    for story in stories {
        items.push(Rc::clone(&story.item));
    }
}

/// One article in a list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    /// The publisher's identifier.
    pub(crate) id: String,
    /// Where the headline leads: http or https.
    pub(crate) url: String,
    /// The headline.
    pub(crate) title: String,
    /// The beginning of the summary, maybe empty.
    pub(crate) excerpt: String,
    /// The address of its picture.
    pub(crate) image: Option<String>,
    /// Why it is listed.
    pub(crate) reason: Reason,
}

impl Item {
    /// An article, listed for a reason.
    pub(crate) fn new(article: &Article, reason: Reason) -> Self {
        Self {
            id: article.id.clone(),
            url: article.url.clone(),
            title: article.title.clone(),
            excerpt: excerpt(&article.summary, EXCERPT),
            image: article.image.as_ref().map(|image| image.url.clone()),
            reason,
        }
    }
}
