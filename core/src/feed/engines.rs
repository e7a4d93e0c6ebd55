//! Answers of search engines: the publisher's documents, best first.
//! `docs/publish/search-engines.md` says how each engine is asked.

use super::lists;
use crate::article::Feed;
use crate::json::Json;

/// The hits of an answer; `None` where they are no articles.
///
/// They are under `hits.hits` in Elasticsearch and `OpenSearch`, under `hits` in
/// Typesense, Meilisearch and Algolia, under `response.docs` in Solr. Of several
/// queries, as Typesense and Algolia's Recommend answer them, the first counts.
pub(super) fn find<'j, 'a>(json: &'j Json<'a>) -> Option<&'j [Json<'a>]> {
    let hits = json.get("hits");
    let first = json.get("results").list().first();
    let lists = [
        hits.get("hits"),
        hits,
        json.get("response").get("docs"),
        first.map_or(&Json::Null, |first| first.get("hits")),
    ];
    let hits = lists
        .into_iter()
        .find(|list| matches!(list, Json::List(_)))?
        .list();
    let is_article = |hit| lists::is_item(document(hit));
    (hits.is_empty() || hits.iter().any(is_article)).then_some(hits)
}

/// The feed, its relative addresses resolved against `url`.
pub(super) fn feed<'j, 'a>(json: &'j Json<'a>, hits: &'j [Json<'a>], url: &str) -> Feed {
    lists::feed(json, hits, document, url)
}

/// The document of a hit: `_source` or `fields` in Elasticsearch and `OpenSearch`,
/// `document` in Typesense, the hit itself in the others.
fn document<'j, 'a>(hit: &'j Json<'a>) -> &'j Json<'a> {
    let inside = ["_source", "document", "fields"].map(|name| hit.get(name));
    let found = inside
        .into_iter()
        .find(|inside| matches!(inside, Json::Map(_)));
    found.unwrap_or(hit)
}

#[cfg(test)]
mod tests {
    use crate::article::Feed;
    use crate::article::Format;
    use crate::feed::read;

    fn of(json: &str) -> Feed {
        read(json.as_bytes(), "https://search.example/", None).expect("a feed")
    }

    #[test]
    #[cfg_attr(not(feature = "whole"), ignore = "lists hand such feeds over")]
    fn the_answers_of_every_engine() {
        for json in [
            // Elasticsearch and OpenSearch
            r#"{"took":3,"timed_out":false,"_shards":{"total":1},"hits":{"total":{"value":1,"relation":"eq"},"max_score":2.5,
            "hits":[{"_index":"articles","_id":"7","_score":2.5,"_source":{"title":"Rain &amp; wind","url":"/rain","date_published":"2026-11-20T10:00:00Z"}}]}}"#,
            r#"{"hits":{"hits":[{"_id":"7","_score":1,"fields":{"title":["Rain &amp; wind"],"url":["/rain"],"published":["2026-11-20T10:00:00Z"]}}]}}"#,
            // Solr, whose fields may have several values
            r#"{"responseHeader":{"status":0,"QTime":1},"match":{"numFound":1,"docs":[{"id":"1"}]},
            "response":{"numFound":1,"start":0,"docs":[{"id":"7","title":["Rain &amp; wind"],"url":["/rain"],"date":["2026-11-20T10:00:00Z"]}]}}"#,
            // Typesense
            r#"{"facet_counts":[],"found":1,"out_of":9,"page":1,"hits":[{"document":{"id":"7","title":"Rain &amp; wind","url":"/rain","published_at":1763632800},
            "highlights":[],"text_match":57}]}"#,
            // Meilisearch, then Algolia
            r#"{"hits":[{"id":7,"title":"Rain &amp; wind","url":"/rain","timestamp":1763632800}],"id":"3","processingTimeMs":1,"limit":5,"offset":0,"estimatedTotalHits":1}"#,
            r#"{"results":[{"hits":[{"objectID":"7","_score":57.2,"title":"Rain &amp; wind","url":"/rain","date":"2026-11-20T10:00:00Z"}],"processingTimeMS":1}]}"#,
            r#"{"hits":[{"objectID":"7","title":"Rain &amp; wind","url":"/rain","date":"2026-11-20T10:00:00Z","_highlightResult":{"title":{"value":"<em>Rain</em>"}}}],"nbHits":1,"page":0}"#,
        ] {
            let feed = of(json);
            assert_eq!(feed.format, Format::List, "{json}");
            let article = &feed.articles[0];
            assert_eq!(
                [&article.id, &article.url, &article.title],
                ["7", "https://search.example/rain", "Rain & wind"],
                "{json}"
            );
            assert!(article.published.is_some(), "{json}");
        }
    }

    #[test]
    fn nothing_found_is_an_empty_list() {
        for json in [
            r#"{"took":1,"hits":{"total":{"value":0},"hits":[]}}"#,
            r#"{"response":{"numFound":0,"docs":[]}}"#,
            r#"{"found":0,"hits":[]}"#,
        ] {
            assert!(of(json).articles.is_empty(), "{json}");
        }
    }

    #[test]
    fn hits_that_are_counts_are_none() {
        let json = br#"{"hits":[{"path":"/a","title":"A","count":5}]}"#;
        assert!(read(json, "https://stats.example/", None).is_err());
    }
}
