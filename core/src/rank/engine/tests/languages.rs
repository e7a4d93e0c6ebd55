//! A story told again with other forms of its words, in each language of `languages.txt`.

use super::*;

/// Per language: a headline, one of something else, one that has words of the first in
/// other forms, and one that has only small words in common with it.
const STORIES: [(&str, [&str; 4]); 16] = [
    (
        "de",
        [
            "Die Brücken der Stadt sind gesperrt",
            "Regen am Abend",
            "Was eine Brücke bedeutet",
            "Die Wahl ist in der Hand der Bürger",
        ],
    ),
    (
        "fr",
        [
            "Les ponts de la ville sont fermés",
            "Pluie ce soir",
            "Un pont et son histoire",
            "Les vins de la région sont bons",
        ],
    ),
    (
        "es",
        [
            "Los puentes de la ciudad están cerrados",
            "Lluvia esta tarde",
            "Un puente y su historia",
            "Los vinos de la región están buenos",
        ],
    ),
    (
        "pt",
        [
            "As pontes da cidade estão fechadas",
            "Chuva hoje",
            "Uma ponte e sua história",
            "As uvas da região estão boas",
        ],
    ),
    (
        "it",
        [
            "I ponti della città sono chiusi",
            "Pioggia stasera",
            "Un ponte e la sua storia",
            "I vini della regione sono buoni",
        ],
    ),
    (
        "nl",
        [
            "De bruggen van de stad zijn dicht",
            "Regen vanavond",
            "Een brug met een verhaal",
            "De wijnen van het land zijn goed",
        ],
    ),
    (
        "ru",
        [
            "Мосты города закрыты на ремонт",
            "Дождь вечером",
            "История одного моста",
            "Вина на столе и вода",
        ],
    ),
    (
        "sv",
        [
            "Broarna och bilarna i kommunen",
            "Regn på kvällen",
            "En bil med historia",
            "Valet och festen i skolan",
        ],
    ),
    (
        "da",
        [
            "Kattene og bilerne i kommunen",
            "Regn i aften",
            "En kat med en historie",
            "Valget og festen i skolen",
        ],
    ),
    (
        "fi",
        [
            "Kouluissa on vaalit",
            "Sadetta illalla",
            "Pieni koulu ja sen tarina",
            "Kaupassa on leipää",
        ],
    ),
    (
        "tr",
        [
            "Okullarda seçim ve bayram",
            "Akşam yağmur",
            "Bir okulun hikâyesi",
            "Pazarda elma ve armut",
        ],
    ),
    (
        "el",
        [
            "Οι γέφυρες και οι δρόμοι της πόλης",
            "Βροχή απόψε",
            "Η ιστορία μιας γέφυρας",
            "Οι ψήφοι και οι κάλπες της χώρας",
        ],
    ),
    (
        "ar",
        [
            "إغلاق الجسور والجسر الكبير في المدينة",
            "أمطار مساء اليوم",
            "قصة جسر قديم",
            "نتائج المباراة في الملعب",
        ],
    ),
    (
        "hi",
        [
            "शहर के पुलों पर काम और मरम्मत",
            "शाम को बारिश",
            "एक पुल की कहानी",
            "मैच के टिकट पर छूट और इनाम",
        ],
    ),
    (
        "pl",
        [
            "Mosty i drogi w mieście są zamknięte",
            "Deszcz wieczorem",
            "Historia jednego mostu",
            "Wina i sery w sklepie są dobre",
        ],
    ),
    (
        "cs",
        [
            "Mosty a silnice ve městě jsou zavřené",
            "Déšť večer",
            "Příběh jednoho mostu",
            "Vína a sýry v obchodě jsou dobré",
        ],
    ),
];

#[test]
#[cfg_attr(
    not(feature = "languages"),
    ignore = "languages beside English are not built in"
)]
fn a_story_in_other_forms_of_its_words() {
    for (tag, headlines) in STORIES {
        let articles = headlines.map(|headline| article(headline, ""));
        let mut known = Index::new(Language::of(tag));
        known.extend(&articles);
        assert_eq!(like(&known, Query::Known(0)), [2], "{tag}");
        // As they stand the words are others.
        let mut unknown = Index::new(Language::OTHER);
        unknown.extend(&articles);
        assert_ne!(like(&unknown, Query::Known(0)), [2], "{tag}");
    }
    let tags = include_str!("../../../text/languages.txt").lines();
    let mut tags: Vec<&str> = tags.filter_map(|line| line.get(..2)).collect();
    let mut told = STORIES.map(|(tag, _)| tag);
    tags.sort_unstable();
    told.sort_unstable();
    assert_eq!(tags, told);
}
