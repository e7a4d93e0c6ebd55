//! In which locale dates are written: the region is the reader's or the page's, the
//! language that of the texts.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(module = "/web/host/locale.js")]
extern "C" {
    #[wasm_bindgen(js_name = localeOf)]
    fn locale_of(tag: &str, lang: Option<&str>) -> String;
}

#[wasm_bindgen_test]
fn the_region_is_the_page_s_where_it_says_the_language_of_the_texts() {
    for (tag, lang, wanted) in [
        ("de", Some("de-AT"), "de-AT"),
        ("zh-Hant", Some("zh-TW"), "zh-TW"),
        // Another script is another way to write.
        ("zh", Some("zh-TW"), "zh"),
        ("fr", Some("de-CH"), "fr"),
        ("fr", Some("no language"), "fr"),
        ("fr", None, "fr"),
    ] {
        assert_eq!(locale_of(tag, lang), wanted, "{tag} on a page in {lang:?}");
    }
}
