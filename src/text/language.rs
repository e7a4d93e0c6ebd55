//! The languages that ranking knows the endings and the small words of.

use super::scan::{any, parts};

/// A language whose words are cut to their stems; any other is compared word
/// by word as it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// None of those below.
    #[default]
    Other,
    /// English.
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Portuguese.
    Portuguese,
    /// Italian.
    Italian,
    /// Dutch.
    Dutch,
    /// Russian.
    Russian,
}

/// By primary subtag, in the order of [`SMALL_WORDS`].
const KNOWN: [(&str, Language); 8] = [
    ("en", Language::English),
    ("de", Language::German),
    ("fr", Language::French),
    ("es", Language::Spanish),
    ("pt", Language::Portuguese),
    ("it", Language::Italian),
    ("nl", Language::Dutch),
    ("ru", Language::Russian),
];

/// Per language, the words that stand in any text of it and tell nothing of
/// what it is about, as [`words`](super::words) folds them. Short on purpose:
/// in a feed of more than a few dozen articles the index sees for itself
/// which words are of no topic.
const SMALL_WORDS: [&str; 8] = [
    "about after all an and any are as at be because been before being but by can could did do does dont down during for from get got had has have he her here him his how if in into is it its just like made may me more most much must my no not now of off on one only or other our out over own said say says she should so some still such than that the their them then there these they this those through to too two under until up us very was we were what when where which while who why will with would you your",
    "aber als am an auch auf aus bei bis da das dass dem den der des die doch durch ein eine einem einen einer eines er es fur gegen hat haben hatte ich ihr ihre im in ist ja kann kein keine man mehr mit nach nicht noch nun nur ob oder ohne sein seine sich sie sind so soll uber um und uns unter vom von vor war waren was weil wenn wer werden wie will wir wird worden wurde zu zum zur",
    "ainsi apres au aussi autre aux avait avant avec car ce cela ces cet cette comme contre dans de depuis des deux dont du elle elles en encore entre est et ete etre eux fait faire fois il ils je la le les leur leurs lors lui mais meme moins ne ni non nos notre nous on ont ou par pas peu peut plus pour pres qu quand que qui sa sans se selon ses si son sont sous sur tous tout toute tres trop un une vers vos votre vous",
    "al algo ante antes asi aun aunque cada como con contra cual cuando de del desde donde dos el ella ellos en entre era es esa ese eso esta estan estar este esto estos fue fueron ha habia hace han hasta hay la las le les lo los mas me mi mientras muy nada ni no nos o otra otro para pero poco por porque que quien se sea segun ser si sido sin sobre solo son su sus tambien tan te tiene todo todos tras un una uno y ya yo",
    "a ainda ao aos apos as ate cada com como contra da das de dela dele depois desde do dos e ela ele eles em entre era essa esse esta estao este eu foi foram ha isso isto ja la lhe mais mas me mesmo muito na nao nas nem no nos num numa o onde os ou outra outro para pela pelas pelo pelos por porque qual quando que quem sao se segundo sem ser seu seus so sobre sua suas tambem tem todo todos tudo um uma vai",
    "a ad ai al alla alle anche ancora che chi ci come con contro cosa cosi cui da dai dal dalla dalle degli dei del della delle dello di dopo dove due e ed era fa fino fra gia gli ha hanno ho i il in io la le lei lo loro lui ma mi molto ne nei nel nella nelle no noi non o ogni oggi per perche piu poi prima quando quella quello questa questo qui se sempre senza si sia sono sta stata stato su sua sugli sui sul sulla suo tra tutti tutto un una uno",
    "aan al alle als ben bij dan dat de deze die dit doen door dus een en er ga geen had hebben heb heeft het hier hij hoe hun ik in is ja je kan kon maar me meer met mijn moet na naar niet nog nu of om omdat onder ons ook op over te tegen toch toen tot twee u uit van veel voor waar wat we wel werd werden wie wij worden wordt zal ze zei zich zij zijn zo zou",
    "а без более бы был была были было быть в вам вас во вот все всего вы где да даже для до его ее если есть еще же за здесь и из или им их к как ко когда кто ли мне может мы на над не нет ни но ну о об от по под после при про с со так также такои там то того тоже только том ты у уже чем что чтобы это этого этои этом я",
];

impl Language {
    /// The language of a BCP 47 tag by its first part: `de-AT` is German.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let tag = tag.trim_ascii();
        let first = &tag[..any(tag, b"-_")];
        KNOWN
            .iter()
            .find(|(name, _)| first.eq_ignore_ascii_case(name))
            .map_or(Self::Other, |(_, language)| *language)
    }

    /// The language whose small words stand most often in some text, for
    /// feeds that name none; [`Other`](Self::Other) where they are too few to
    /// tell.
    #[must_use]
    pub fn guess(text: &str) -> Self {
        let mut seen = [0_u32; KNOWN.len()];
        let mut all = 0;
        let mut folded = String::new();
        super::words::words(text, &mut |word| {
            all += 1;
            word.fold(&mut folded);
            for (count, small) in seen.iter_mut().zip(SMALL_WORDS) {
                *count += u32::from(parts(small, b" ").any(|other| other == folded));
            }
        });
        // The first of the most: equal counts are decided by the table's order.
        let most = (0..KNOWN.len())
            .rev()
            .max_by_key(|&n| seen[n])
            .unwrap_or_default();
        // Low, because headlines leave small words out.
        if seen[most] * 16 > all {
            KNOWN[most].1
        } else {
            Self::Other
        }
    }

    /// Its small words.
    pub(crate) fn small_words(self) -> impl Iterator<Item = &'static str> {
        let at = KNOWN.iter().position(|(_, language)| *language == self);
        let list = at.map_or("", |at| SMALL_WORDS[at]);
        parts(list, b" ").filter(|word| !word.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn by_tag() {
        assert_eq!(Language::of("de-AT"), Language::German);
        assert_eq!(Language::of(" EN_us"), Language::English);
        assert_eq!(Language::of("ja"), Language::Other);
        assert_eq!(Language::of(""), Language::Other);
    }

    #[test]
    fn by_its_small_words() {
        for (text, language) in [
            (
                "The mayor said that the bridge will be closed",
                Language::English,
            ),
            ("Die Brücke wird für den Verkehr gesperrt", Language::German),
            ("Le pont est fermé pour des travaux", Language::French),
            ("El puente está cerrado por las obras", Language::Spanish),
            (
                "A ponte foi fechada para as obras e não reabre",
                Language::Portuguese,
            ),
            (
                "Il ponte della città è chiuso per i lavori",
                Language::Italian,
            ),
            ("De brug is dicht en het verkeer moet om", Language::Dutch),
            ("Мост закрыт на ремонт, и это не всё", Language::Russian),
            ("橋は閉鎖された", Language::Other),
            ("🚢🌉", Language::Other),
            ("", Language::Other),
        ] {
            assert_eq!(Language::guess(text), language, "{text}");
        }
    }
}
