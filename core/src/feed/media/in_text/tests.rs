//! Pictures in texts, and what is none.

use super::in_text;

const BASE: &str = "https://paper.example/a/";

fn found(html: &str) -> Option<String> {
    let url = in_text(html, BASE)?.url;
    Some(
        url.strip_prefix("https://paper.example")
            .unwrap_or(&url)
            .to_owned(),
    )
}

#[test]
fn the_first_picture_is_no_emoji_and_no_counter() {
    for ornament in [
        "<img class='wp-smiley' src=/e.png>",
        "<img src=/e.png alt=':)' class=\"emoji big\" style='height: 1em'>",
        "<img src=/e.png width=16 height=16>",
        "<img src=/e.png width='32' height='200'>",
        "<img src=/e.png style='height:1em;max-height:1em'>",
        "<IMG SRC=/p.gif WIDTH=1PX>",
        "<img src=/p.gif width=1>",
        "<img src=/p.gif height=\"1px\">",
        "<img src=/p.gif width=0>",
        "<img src=/p.gif style='border:0;Display : none !important'>",
        "<img src=/p.gif style='visibility:hidden'>",
        "<img src=/p.gif style='width:1.0px'>",
        "<img src=/p.gif style='opacity:0'>",
        "<img src=/p.gif style='position:absolute; left:-9999px'>",
        "<img src=/p.gif hidden>",
        "<div style='display:none'><div><img src=/p.gif></div></div>",
        "<p hidden><img src=/p.gif></p>",
        "<img src='https://s.w.org/images/core/emoji/15/svg/1f600.svg' alt='😀'>",
        "<img src='https://pixel.wp.com/b.gif?host=x'>",
        "<img src='http://vg08.met.vgwort.de/na/abc'>",
        "<img src=/a/trans.gif>",
        "<img src=/images/blank.gif>",
        "<img src=/Spacer.GIF?v=2>",
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        "<img>",
    ] {
        assert_eq!(found(ornament), None, "{ornament}");
        let html = format!("<p>{ornament} Rain</p><img src='/d.jpg' width='33'>");
        assert_eq!(found(&html).as_deref(), Some("/d.jpg"), "{ornament}");
    }
}

#[test]
fn a_picture_of_a_size_or_with_a_blank_s_name_is_one() {
    for picture in [
        "<img src=/d.jpg width=640 height=480>",
        "<img src=/d.jpg width=100%>",
        "<img src=/d.jpg width=auto height=''>",
        "<img src=/d.jpg style='width:100%;height:auto;display:block'>",
        "<img src=/d.jpg style='max-width:1px'>",
        "<img src=/d.jpg class=wp-image-7>",
        "<img src=/d.jpg srcset='/d-300.jpg 300w, /d-900.jpg 900w'>",
    ] {
        assert_eq!(found(picture).as_deref(), Some("/d.jpg"), "{picture}");
    }
    // A ship that is loading is one, too.
    assert_eq!(
        found("<img src=/loading.jpg>").as_deref(),
        Some("/loading.jpg")
    );
}

#[test]
fn a_picture_that_is_loaded_late() {
    for attributes in [
        "src=/blank.gif data-src=/d.jpg",
        "src='data:image/svg+xml,%3Csvg%3E' data-lazy-src='/d.jpg'",
        "data-original=/d.jpg src=/small.jpg",
        "src=/blank.gif srcset='/s.jpg 300w, /d.jpg 600w,/l.jpg 1200w'",
        "data-srcset='/s.jpg 100w, /d.jpg 300w' src=/blank.gif",
        "src=/placeholder.svg data-src=/blank.gif srcset='/d.jpg'",
        "src=/1x1.png srcset='data:image/gif;base64,R0l= 1w, /d.jpg 2x'",
        "src=/1x1.png srcset='/blank.gif, /d.jpg 2x'",
        "src=/grey.gif data-lazyload=/d.jpg",
        "src=/blank.gif data-large-file=/d.jpg",
    ] {
        let html = format!("<img {attributes}><img src=/next.jpg>");
        assert_eq!(found(&html).as_deref(), Some("/d.jpg"), "{attributes}");
    }
    let commas = "<img src=/blank.gif srcset='/w_640,h_480/d.jpg 640w, /x.jpg 320w'>";
    assert_eq!(found(commas).as_deref(), Some("/w_640,h_480/d.jpg"));
    assert_eq!(found("<img src=/blank.gif data-src=/d.jpg width=1>"), None);
}

#[test]
fn sets_without_end_are_read_once() {
    for set in [
        ",".repeat(1 << 20),
        " 1w".repeat(1 << 18),
        "a,".repeat(1 << 18),
    ] {
        in_text(&format!("<img srcset='{set}'>"), BASE);
    }
}

/// The picture stood there, for browsers without scripts, and was not seen.
#[test]
fn a_picture_beside_the_blank() {
    for html in [
        "<img src=/blank.gif class=lazy><noscript><img src=/d.jpg></noscript>",
        "<noscript>\n<img src='/d.jpg' width=640></noscript>",
        "<picture><source srcset='/d.jpg 600w'><img src=/blank.gif></picture>",
        "<picture><source data-srcset='/s.jpg 100w, /d.jpg 600w'><img></picture>",
    ] {
        let html = format!("{html}<img src=/next.jpg>");
        assert_eq!(found(&html).as_deref(), Some("/d.jpg"), "{html}");
    }
    // The next one has none of the last one's.
    let html = "<picture><source srcset=/p.jpg></picture><img src=/blank.gif>";
    assert_eq!(found(html), None);
    let counted = "<noscript><img src=/p.gif width=1></noscript>";
    assert_eq!(found(counted), None);
}
