//! Articles with words as frequent as Zipf's law has them, some of which belong
//! to the article's topic.

use newsrail_core::article::Article;

/// Words of a headline and of a summary, about as news has them.
const HEADLINE: usize = 9;
const SUMMARY: usize = 35;

/// Park and Miller's generator: the same text in every run.
struct Random(u64);

impl Random {
    /// 0 to 1, neither included.
    #[expect(clippy::cast_precision_loss, reason = "31 bits")]
    fn next(&mut self) -> f64 {
        self.0 = self.0 * 48_271 % 0x7fff_ffff;
        self.0 as f64 / 2_147_483_647.0
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to n - 1"
    )]
    fn below(&mut self, n: f64) -> u64 {
        (self.next() * n) as u64
    }

    /// A rank by Zipf's law among 30,000: the logarithm of ranks is uniform.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "1 to 30,000"
    )]
    fn zipf(&mut self) -> u64 {
        30_000_f64.powf(self.next()) as u64
    }
}

/// A word for a number: syllables, so that lengths and letters are a language's.
fn word(mut number: u64, out: &mut String) {
    const SYLLABLES: [&str; 16] = [
        "ba", "den", "for", "gi", "har", "ko", "lin", "me", "nor", "pa", "ri", "sta", "ten", "u",
        "vor", "wes",
    ];
    loop {
        out.push_str(SYLLABLES[usize::try_from(number % 16).expect("below 16")]);
        number /= 16;
        if number == 0 {
            return;
        }
    }
}

fn text(words: usize, topic: u64, random: &mut Random) -> String {
    let mut text = String::new();
    let mut name = None;
    for at in 0..words {
        if at > 0 {
            text.push(' ');
        }
        // Half of a topic's words are names of two, as people and places have.
        let number = match name.take() {
            Some(second) => second,
            None if random.next() < 0.2 => 30_000 + topic * 40 + random.below(40.0),
            None => random.zipf(),
        };
        if number >= 30_000 && number % 4 == 0 {
            name = Some(number + 1);
        }
        let from = text.len();
        word(number, &mut text);
        if at == 0 || number % 7 == 0 {
            text[from..=from].make_ascii_uppercase();
        }
    }
    text.push('.');
    text
}

/// Articles of a headline and a summary each, the same in every run.
pub(crate) fn articles(count: usize) -> Vec<Article> {
    let mut random = Random(count as u64);
    (0..count)
        .map(|_| {
            let topic = random.below(f64::from(u32::try_from(count).expect("few")) / 8.0 + 1.0);
            Article {
                title: text(HEADLINE, topic, &mut random),
                summary: text(SUMMARY, topic, &mut random),
                ..Article::default()
            }
        })
        .collect()
}
