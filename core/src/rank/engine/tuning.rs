//! Every constant of the score, one line each, with its reason.
//!
//! They were set on five sets of English news (stories, events, headlines
//! alone, desks, topics), with titles and summaries and with bodies, so the
//! scores on these flatter them. `make tune` varies each and prints what that
//! costs on each set: most lie on plateaus, but stories and topics pull some
//! apart (the headline's weight, saturation), and dates stand in one set alone.

/// What the score of [`Index`](super::Index) depends on.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each is described where its value is set")]
pub struct Tuning {
    pub title: f32,
    pub title_length: f32,
    pub text_length: f32,
    pub saturation: f32,
    pub rarity: f32,
    pub names: f32,
    pub topicality: f32,
    pub template_phrase: f32,
    pub template_articles: f32,
    pub template_words: f32,
    pub template_likeness: f32,
    pub tag: f32,
    pub section: f32,
    pub author: f32,
    pub common: f32,
    pub feedback: f32,
    pub feedback_articles: f32,
    pub feedback_terms: f32,
    pub near: f32,
    pub near_days: f32,
    pub latent: f32,
    pub latent_vectors: f32,
    pub latent_rounds: f32,
}

impl Tuning {
    /// For news.
    pub const NEWS: Self = Self {
        title: TITLE,
        title_length: TITLE_LENGTH,
        text_length: TEXT_LENGTH,
        saturation: SATURATION,
        rarity: RARITY,
        names: NAMES,
        topicality: TOPICALITY,
        template_phrase: TEMPLATE_PHRASE,
        template_articles: TEMPLATE_ARTICLES,
        template_words: TEMPLATE_WORDS,
        template_likeness: TEMPLATE_LIKENESS,
        tag: TAG,
        section: SECTION,
        author: AUTHOR,
        common: COMMON,
        feedback: FEEDBACK,
        feedback_articles: FEEDBACK_ARTICLES,
        feedback_terms: FEEDBACK_TERMS,
        near: NEAR,
        near_days: NEAR_DAYS,
        latent: LATENT,
        latent_vectors: LATENT_VECTORS,
        latent_rounds: LATENT_ROUNDS,
    };

    pub(super) fn feedback_articles(&self) -> usize {
        whole(self.feedback_articles)
    }

    pub(super) fn feedback_terms(&self) -> usize {
        whole(self.feedback_terms)
    }

    pub(super) fn latent_vectors(&self) -> usize {
        whole(self.latent_vectors)
    }

    pub(super) fn latent_rounds(&self) -> usize {
        whole(self.latent_rounds)
    }
}

/// Numbers are floats here so that one sweep can vary them all.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "too great and below 0 end at the limits, which is what is meant"
)]
pub(super) fn whole(number: f32) -> usize {
    number as usize
}

impl Default for Tuning {
    fn default() -> Self {
        Self::NEWS
    }
}

/// A headline's word counts as two of the text: an editor chose it out of all.
const TITLE: f32 = 2.0;
/// How far a word in a long headline counts less (BM25's b): little, all are chosen.
const TITLE_LENGTH: f32 = 0.5;
/// How far a word in a long text counts less (BM25's b): 0 to 0.75 score the same.
const TEXT_LENGTH: f32 = 0.5;
/// Frequency at which a word has half its greatest weight (BM25's k1).
const SATURATION: f32 = 2.0;
/// Square roots taken of the inverse document frequency: in a feed of one topic the rarest word is not the most telling.
const RARITY: f32 = 2.0;
/// How much more a word weighs that is always capitalised in mid-sentence: people, places, firms.
const NAMES: f32 = 0.15;
/// Square roots taken of a word's topicality: how much more alike than others the articles are that share it.
const TOPICALITY: f32 = 3.0;
/// Other words of a phrase that may be a template.
const TEMPLATE_PHRASE: f32 = 2.0;
/// The least articles of a template: 8 takes phrases of stories for some.
const TEMPLATE_ARTICLES: f32 = 16.0;
/// The least words of an article's head by which a template can be told. A headline alone has little beside one phrase.
const TEMPLATE_WORDS: f32 = 16.0;
/// Topicality below which a phrase is a template. From 1 on stories lose.
const TEMPLATE_LIKENESS: f32 = 0.75;
/// Weight of a whole tag, a word's being 1: an editor's, but some tag everything. Not measured: no set has tags.
const TAG: f32 = 1.0;
/// Weight of the section: breaks ties between articles that share little else. Not measured.
const SECTION: f32 = 0.5;
/// Weight of an author: reporters keep to a beat. Not measured.
const AUTHOR: f32 = 0.3;
/// How much of what an article has in common with any article is taken off: all.
const COMMON: f32 = 1.0;
/// Weight of what the nearest articles say beside the article itself.
const FEEDBACK: f32 = 4.0;
/// How many nearest articles are asked: stories of news are small. Four score .001 less without bodies.
const FEEDBACK_ARTICLES: f32 = 3.0;
/// How many of their heaviest terms are used: half as many cost .001 with bodies, nothing without.
const FEEDBACK_TERMS: f32 = 256.0;
/// How much more an article counts that appeared at the same time.
const NEAR: f32 = 0.4;
/// Days after which half of that is left.
const NEAR_DAYS: f32 = 7.0;
/// Weight of likeness of the second order, the mean score of the ten best being 1.
const LATENT: f32 = 0.6;
/// Singular vectors that it is of: 25 score .002 less, 100 nothing more.
const LATENT_VECTORS: f32 = 50.0;
/// Products with the matrix of all articles by which they are found.
const LATENT_ROUNDS: f32 = 3.0;
