//! A labelled set: articles, and which of them belong together.

use newsrail_core::article::Article;
use newsrail_core::rank::engine::{Index, Query, Scratch, Tuning};
use newsrail_core::text::date::rfc3339;
use newsrail_core::text::language::Language;
use serde::Deserialize;
use std::path::Path;

/// A set, as the sweep needs it.
#[derive(Default)]
pub(crate) struct Set {
    /// Without and with bodies.
    articles: [Vec<Article>; 2],
    labels: Vec<String>,
    /// The places of the articles that are asked about.
    queries: Vec<usize>,
}

/// A line of a set's file.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Line {
    title: String,
    summary: String,
    content_text: String,
    /// In RFC 3339.
    date_published: String,
    label: String,
    query: bool,
}

impl Line {
    fn article(&self, whole: bool) -> Article {
        let body = if whole {
            self.content_text.as_str()
        } else {
            ""
        };
        Article {
            title: self.title.clone(),
            summary: self.summary.clone(),
            body: body.replace('&', "&amp;").replace('<', "&lt;"),
            published: rfc3339(&self.date_published),
            ..Article::default()
        }
    }
}

impl Set {
    /// Reads a file of one article a line.
    pub(crate) fn load(path: &Path) -> Self {
        let text = std::fs::read_to_string(path).expect("a readable set");
        let lines: Vec<Line> = text
            .lines()
            .map(|line| serde_json::from_str(line).expect("an article"))
            .collect();
        let has_others =
            |label: &String| lines.iter().filter(|line| line.label == *label).count() > 1;
        let asked = |at: &usize| lines[*at].query && has_others(&lines[*at].label);
        Self {
            articles: [false, true]
                .map(|whole| lines.iter().map(|line| line.article(whole)).collect()),
            queries: (0..lines.len()).filter(asked).collect(),
            labels: lines.iter().map(|line| line.label.clone()).collect(),
        }
    }

    /// Stories of two and three articles by turns, as small newsrooms have them: those of
    /// some sets cut down. Between them stands one in ten articles of others.
    pub(crate) fn small_stories(stories: &[&Set], others: &[&Set]) -> Self {
        let mut set = Self::default();
        for (number, from) in stories.iter().enumerate() {
            let mut seen: Vec<(&str, usize)> = Vec::new();
            for (at, label) in from.labels.iter().enumerate() {
                let known = seen.iter().position(|(other, _)| other == label);
                let story = known.unwrap_or(seen.len());
                if known.is_none() {
                    seen.push((label, 0));
                }
                if seen[story].1 < 2 + story % 2 {
                    seen[story].1 += 1;
                    set.take(from, at, format!("{number} {label}"));
                }
            }
        }
        let labels = &set.labels;
        let has_others =
            |at: &usize| labels.iter().filter(|other| **other == labels[*at]).count() > 1;
        set.queries = (0..labels.len()).filter(has_others).collect();
        for from in others {
            for at in (0..from.labels.len()).step_by(10) {
                set.take(from, at, String::new());
            }
        }
        set
    }

    /// Adds an article of another set, without its date, which not all of them have.
    fn take(&mut self, from: &Self, at: usize, label: String) {
        for (to, from) in self.articles.iter_mut().zip(&from.articles) {
            to.push(Article {
                published: None,
                ..from[at].clone()
            });
        }
        self.labels.push(label);
    }

    /// Its articles without or with bodies.
    pub(crate) fn articles(&self, whole: bool) -> &[Article] {
        &self.articles[usize::from(whole)]
    }

    /// The set as of a paper whose desk writes the same words into many articles: into one
    /// in three at the beginning of the summary and of the body, into another at the end,
    /// and into one headline in ten.
    pub(crate) fn with_templates(mut self) -> Self {
        for articles in &mut self.articles {
            for (at, article) in articles.iter_mut().enumerate() {
                for text in [&mut article.summary, &mut article.body] {
                    match at % 3 {
                        _ if text.is_empty() => {}
                        0 => {
                            *text = format!(
                                "Listen to this article, read aloud by our newsroom. {text}"
                            );
                        }
                        1 => text.push_str(
                            " Sign up for our free daily newsletter and never miss a story.",
                        ),
                        _ => {}
                    }
                }
                if at % 10 == 7 {
                    article.title = format!("Morning briefing for subscribers: {}", article.title);
                }
            }
        }
        self
    }

    /// nDCG@10 with binary relevance: Järvelin and Kekäläinen, "Cumulated
    /// gain-based evaluation of IR techniques" (2002).
    pub(crate) fn ndcg(
        &self,
        whole: bool,
        language: Language,
        tuning: Tuning,
        asked: &dyn Fn(usize) -> bool,
    ) -> Option<f64> {
        let queries: Vec<usize> = self
            .queries
            .iter()
            .copied()
            .filter(|&query| asked(query))
            .collect();
        if queries.is_empty() {
            return None;
        }
        let mut index = Index::tuned(language, tuning);
        index.extend(&self.articles[usize::from(whole)]);
        index.learn();
        let mut scratch = Scratch::default();
        let discount = |rank: usize| 1.0 / f64::from(u32::try_from(rank + 2).expect("ten")).log2();
        let mut sum = 0.0;
        for &query in &queries {
            let label = &self.labels[query];
            let hits = index.like(Query::Known(query), 10, &|_| true, &mut scratch);
            let gain: f64 = (0..hits.len())
                .filter(|&rank| self.labels[hits[rank].article] == *label)
                .map(discount)
                .sum();
            let relevant = self.labels.iter().filter(|other| *other == label).count() - 1;
            sum += gain / (0..relevant.min(10)).map(discount).sum::<f64>();
        }
        Some(sum / f64::from(u32::try_from(queries.len()).expect("few queries")))
    }
}
