//! References within a JSON-LD document, by `@id`.

use crate::json::Json;
use crate::sort::sorted;

/// The things of a document that have an `@id`, in the order of that.
pub(super) struct Graph<'j, 'a>(Vec<(&'j str, &'j Json<'a>)>);

impl<'j, 'a> Graph<'j, 'a> {
    pub(super) fn new(document: &'j Json<'a>) -> Self {
        let things: Vec<_> = document
            .many()
            .iter()
            .flat_map(|part| part.get("@graph").list())
            .chain(document.list())
            .filter_map(|thing| Some((thing.get("@id").text()?, thing)))
            .collect();
        let order = sorted(things.len(), &|a, b| things[a].0.cmp(things[b].0));
        Self(order.into_iter().map(|at| things[at]).collect())
    }

    /// The thing to which `json` refers by its `@id`, else `json` itself. Yoast refers
    /// so to authors and pictures.
    pub(super) fn resolve<'r>(&'r self, json: &'r Json<'a>) -> &'r Json<'a> {
        let id = json.get("@id").str();
        if id.is_empty() || !json.first(&["name", "url", "contentUrl"]).is_blank() {
            return json;
        }
        let first = self.0.partition_point(|(other, _)| *other < id);
        self.0[first..]
            .iter()
            .take_while(|(other, _)| *other == id)
            .map(|(_, thing)| *thing)
            .find(|thing| !std::ptr::eq(*thing, json))
            .unwrap_or(json)
    }
}
