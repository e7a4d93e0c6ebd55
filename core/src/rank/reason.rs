//! Why an article is in a list.

use super::engine::{Contribution, Index, names};
use crate::article::Article;
use crate::sort::sorted;
use crate::text::alphanumeric::is_alphanumeric;
use crate::text::fold::folded;

/// The most names and words of a reason.
const MOST: usize = 3;
/// Terms that they are chosen from, heaviest first.
const LOOKED_AT: usize = 12;

/// The reason for an article to be in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It shares these names and words with the article that is being read. They stand
    /// as it writes them, the most telling first.
    Shares(Vec<String>),
    /// It is of this section, as is the article that is being read.
    Section(String),
    /// It is among the most read.
    Views {
        /// Its rank by views; 1 is the most read.
        rank: usize,
    },
    /// It is among the latest.
    Latest,
    /// The publisher's own list has it, made by whatever means.
    Given,
}

/// The most telling of the terms that made a score, in the article's words: "Harbor
/// Bridge" rather than "harbor", "bridge" and "harbor bridge". There are none where only
/// the section is shared.
pub(super) fn shared(index: &Index, article: &Article, shares: &[Contribution]) -> Vec<String> {
    let order = sorted(shares.len(), &|a, b| {
        shares[b].direct.total_cmp(&shares[a].direct)
    });
    let mut heaviest: Vec<Contribution> = Vec::new();
    let mut terms = Vec::new();
    for at in order {
        // The two articles do not share what only their nearest articles say.
        let tells = shares[at].direct > 0.0 && !index.is_common(shares[at].term);
        if tells && heaviest.len() < LOOKED_AT {
            heaviest.push(shares[at]);
            terms.push(shares[at].term);
        }
    }
    let mut found = names(index, article, &terms);
    // A shared section tells little: many articles are of it.
    found.retain(|name| name.text != article.section);
    let mut weights = Vec::new();
    for name in &found {
        // Two words take the weight of each.
        let mut weight = 0.0;
        for share in &heaviest {
            let part = found.iter().find(|part| part.term == share.term);
            if part.is_some_and(|part| holds(&name.text, &part.text)) {
                weight += share.direct;
            }
        }
        weights.push(weight);
    }
    let ranked = sorted(found.len(), &|a, b| {
        let capital = found[b].capital.cmp(&found[a].capital);
        capital.then(weights[b].total_cmp(&weights[a]))
    });
    let mut about: Vec<String> = Vec::new();
    for at in ranked {
        let name = &found[at].text;
        if about.len() < MOST && !about.iter().any(|other| overlaps(other, name)) {
            about.push(name.clone());
        }
    }
    about
}

/// Whether every word of `part` is among those of `whole`.
fn holds(whole: &str, part: &str) -> bool {
    part.split(' ')
        .all(|word| whole.split(' ').any(|other| same(other, word)))
}

/// Whether two share a word.
fn overlaps(one: &str, other: &str) -> bool {
    one.split(' ')
        .any(|word| other.split(' ').any(|also| same(word, also)))
}

fn same(one: &str, other: &str) -> bool {
    bare(one) == bare(other)
}

/// A word as it is compared, without the signs around it.
fn bare(word: &str) -> String {
    let mut word = folded(word);
    while word
        .chars()
        .next_back()
        .is_some_and(|last| !is_alphanumeric(last))
    {
        word.pop();
    }
    while word
        .chars()
        .next()
        .is_some_and(|first| !is_alphanumeric(first))
    {
        word.remove(0);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_names() {
        assert!(holds("Harbor Bridge", "bridge"));
        assert!(!holds("Harbor", "Harbor Bridge"));
        assert!(holds("Chandlers’ Bridge", "Chandlers"));
        assert!(overlaps("Harbor Bridge", "bridge cables"));
        assert!(!overlaps("Harbor Bridge", "cables"));
    }
}
