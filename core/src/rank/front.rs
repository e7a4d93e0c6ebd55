//! A feed as a front page: the lead, the stories beside it, the sections below.

use crate::article::Article;

/// Stories beside the one that leads.
const BESIDE: usize = 4;
/// The least stories of a section of its own.
const FEWEST: usize = 3;
/// The most sections of a page.
const MOST: usize = 12;
/// How many times as long as a section the last desk may be.
const REST: usize = 4;

/// Stories under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The section as the feed calls it; empty for the lead and for what is left over.
    pub name: String,
    /// Positions of its articles in the feed.
    pub articles: Vec<usize>,
}

/// The section of an article; where it names none, as in RSS, its first tag.
fn section(article: &Article) -> &str {
    if article.section.is_empty() {
        article.tags.first().map_or("", String::as_str)
    } else {
        &article.section
    }
}

/// The sections of a feed that have more than a story or two, in the order of its
/// articles.
#[must_use]
pub fn sections(articles: &[Article]) -> Vec<&str> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    for name in articles.iter().map(section) {
        match found.iter_mut().find(|(other, _)| *other == name) {
            Some((_, count)) => *count += 1,
            None if name.is_empty() => {}
            None => found.push((name, 1)),
        }
    }
    let large = found.into_iter().filter(|(_, count)| *count >= FEWEST);
    large.map(|(name, _)| name).take(MOST).collect()
}

/// The desks of a front page. No article stands in two of them.
///
/// The first desk has no name: it has the lead and the stories beside it. The last has no
/// name either: it has the articles of no section. `latest` are the articles that may
/// stand, newest first. `favourites` are all articles in the order in which they may
/// lead. `count` is how many stories a section has.
#[must_use]
pub fn front(
    articles: &[Article],
    latest: &[usize],
    favourites: &[usize],
    count: usize,
) -> Vec<Desk> {
    let has_picture = |at: &usize| articles[*at].image.is_some();
    let mut may_lead = favourites.iter().filter(|at| has_picture(at));
    let lead = may_lead.find(|at| latest.contains(at)).or(latest.first());
    let mut desks = vec![Desk::default()];
    for name in sections(articles) {
        desks.push(Desk {
            name: name.to_owned(),
            articles: Vec::new(),
        });
    }
    let rest = desks.len();
    desks.push(Desk::default());
    desks[0].articles.extend(lead);
    for at in latest {
        let name = section(&articles[*at]);
        let own = || desks[1..rest].iter().position(|desk| desk.name == name);
        let (desk, most) = if desks[0].articles.len() <= BESIDE {
            (0, BESIDE + 1)
        } else if let Some(own) = own() {
            (own + 1, count)
        } else {
            (rest, count * REST)
        };
        let desk = &mut desks[desk].articles;
        if desk.len() < most && Some(at) != lead {
            desk.push(*at);
        }
    }
    for desk in &mut desks[1..] {
        // The picture is of the newest that has one, and that stands on top.
        if let Some(pictured) = desk.articles.iter().position(&has_picture) {
            desk.articles[..=pictured].rotate_right(1);
        }
    }
    desks.retain(|desk| !desk.articles.is_empty());
    if let [_, only] = desks.as_mut_slice() {
        // Where all are of one section, that is what the whole page is.
        only.name.clear();
    }
    desks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Image;

    /// `Sport*`: of that section, with a picture.
    fn articles(sections: &[&str]) -> Vec<Article> {
        let article = |name: &&str| Article {
            section: name.trim_end_matches('*').into(),
            image: name.ends_with('*').then(Image::default),
            ..Article::default()
        };
        sections.iter().map(article).collect()
    }

    fn desks(
        articles: &[Article],
        favourites: &[usize],
        count: usize,
    ) -> Vec<(String, Vec<usize>)> {
        let latest: Vec<usize> = (0..articles.len()).collect();
        let desks = front(articles, &latest, favourites, count);
        desks.into_iter().map(|d| (d.name, d.articles)).collect()
    }

    #[test]
    fn what_leads_what_stands_beside_it_and_the_sections() {
        let feed = articles(&[
            "City", "City*", "Sport", "City", "Odd", "City", "Sport", "Sport*", "City", "City*",
            "Odd", "City",
        ]);
        let name = str::to_owned;
        assert_eq!(
            desks(&feed, &[3, 9], 3),
            [
                (name(""), vec![9, 0, 1, 2, 3]),
                (name("City"), vec![5, 8, 11]),
                (name("Sport"), vec![7, 6]),
                (name(""), vec![4, 10]),
            ]
        );
        // Nobody's favourite has a picture: the newest leads.
        assert_eq!(desks(&feed, &[3], 3)[0].1[0], 0);
        // What may not stand does not lead either.
        assert_eq!(front(&feed, &[2, 4], &[9], 3)[0].articles, [2, 4]);
    }

    #[test]
    fn a_feed_without_sections() {
        let feed = articles(&[""; 30]);
        let page = desks(&feed, &[], 5);
        assert_eq!(page.len(), 2);
        assert_eq!(page[1], (String::new(), (5..25).collect()));
        assert!(desks(&[], &[], 5).is_empty());
        let page = desks(&articles(&["Sport"; 9]), &[], 5);
        assert_eq!(page[1], (String::new(), (5..9).collect()));
        let mut tagged = articles(&[""; 4]);
        for article in &mut tagged[1..] {
            article.tags = vec!["Rain".into(), "Wind".into()];
        }
        assert_eq!(sections(&tagged), ["Rain"]);
    }
}
