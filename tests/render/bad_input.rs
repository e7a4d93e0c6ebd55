//! Pages, folders and feeds that are not as they should be: each is said in a line, and
//! nothing of them is lost.

use super::{PAGE, Site, left_behind, links, newsrail, piped, said};
use std::fs;

/// A list that is not closed takes in whatever follows it, and a browser sees that so, too.
#[test]
fn a_malformed_page_stays_as_it_was_and_the_others_do_not() {
    let broken = [
        ("a.html", PAGE.replace("</newsrail-popular>", "")),
        (
            "b.html",
            PAGE.replace("<h1>", "<div><newsrail-popular></div><h1>"),
        ),
        (
            "c.html",
            "<newsrail-popular feed=/feed.json".to_owned() + "></newsrail-popular",
        ),
        (
            "d.html",
            "<newsrail-popular feed=/feed.json data-newsrail><p>x".to_owned(),
        ),
    ];
    let mut pages: Vec<_> = broken
        .iter()
        .map(|(place, html)| (*place, html.as_str()))
        .collect();
    pages.push(("fine.html", PAGE));
    let site = Site::new("broken", &pages);
    let (status, said) = site.render(&[]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("pages that stay as they were: 4"), "{said}");
    for (place, html) in &broken {
        assert_eq!(&site.read(place), html, "{place}");
        let line = said
            .lines()
            .find(|line| line.contains(place))
            .expect("a line");
        assert!(
            line.contains("malformed: a <newsrail-popular> is not closed"),
            "{line}"
        );
    }
    assert_eq!(links(&site.read("fine.html")).len(), 6);
    let (status, page, said) = piped(broken[0].1.as_bytes(), &["--feed", "feed.json"]);
    assert!(
        page.is_empty() && status == 1,
        "{said}: there is no such feed"
    );
    let feed = site.path("feed.json");
    let feed = feed.to_str().expect("text");
    let (status, page, said) = piped(broken[0].1.as_bytes(), &["--feed", feed]);
    assert!(status == 1 && said.contains("stays as it was"), "{said}");
    assert_eq!(page, broken[0].1.as_bytes());
}

#[test]
fn markup_that_is_wrong_elsewhere_is_no_hindrance() {
    let page = PAGE.replace(
        "<h1>A</h1>",
        "<p><b>A<i>B</b></i><div></p><table><td><a href='<'>\u{0}</span></div></table>",
    );
    let site = Site::new("wrong", &[("1.html", &page)]);
    let (status, said) = site.render(&[]);
    assert_eq!(status, 0, "{said}");
    assert_eq!(super::without_lists(&site.read("1.html")), page);
}

#[test]
fn a_page_that_is_no_article_and_one_without_lists() {
    let site = Site::new(
        "none",
        &[
            ("about.html", PAGE),
            ("plain.html", "<p>Nothing, not newsrail.</p>"),
        ],
    );
    let (status, said) = site.render(&[]);
    assert_eq!(status, 0, "{said}");
    assert!(
        said.contains("about.html: <newsrail-more-like-this> the page's article is in no feed"),
        "{said}"
    );
    assert!(
        said.contains("2 pages, 2 lists, 1 have none, 1 files written"),
        "{said}"
    );
    assert_eq!(
        links(&site.read("about.html"))[..3],
        ["1.html", "2.html", "3.html"]
    );
}

#[test]
fn where_no_list_can_stand_none_is_written_and_it_is_said_once() {
    let in_paragraph = "<p>a <newsrail-popular feed=/feed.json></newsrail-popular></p>";
    let inert = "<template><newsrail-popular feed=/feed.json></newsrail-popular></template>\
        <noscript><newsrail-popular feed=/feed.json></newsrail-popular></noscript>\
        <!-- <newsrail-popular feed=/feed.json></newsrail-popular> -->\
        <script>'<newsrail-popular feed=/feed.json></newsrail-popular>'</script>";
    let closed = "<p>a<h2>b</h2><newsrail-popular feed=/feed.json></newsrail-popular>";
    let site = Site::new(
        "where",
        &[
            ("a.html", in_paragraph),
            ("b.html", in_paragraph),
            ("c.html", inert),
            ("d.html", closed),
        ],
    );
    let (status, said) = site.render(&[]);
    assert_eq!(status, 0, "{said}");
    assert_eq!(said.matches("stands in a paragraph").count(), 1, "{said}");
    assert!(said.contains("a.html and 1 more: "), "{said}");
    assert_eq!(site.read("a.html"), in_paragraph);
    assert_eq!(site.read("c.html"), inert);
    assert_eq!(links(&site.read("d.html")).len(), 5);
}

#[test]
fn a_feed_that_cannot_be_had_leaves_the_lists_that_stand_there() {
    let tag = "<p>a</p><script src=newsrail.js data-feed=/feed.json></script>";
    let site = Site::new("gone", &[("1.html", PAGE), ("tag.html", tag)]);
    site.render(&[]);
    let before = ["1.html", "tag.html"].map(|place| site.read(place));
    site.write("feed.json", "{\"a\":1}");
    let (status, said) = site.render(&[]);
    assert_eq!(status, 1, "{said}");
    assert!(
        said.contains("1.html and 1 more: <newsrail-popular> https://paper.example/feed.json: "),
        "{said}"
    );
    assert!(
        said.contains("lists that stay as they were, without a feed: 4"),
        "{said}"
    );
    assert_eq!(["1.html", "tag.html"].map(|place| site.read(place)), before);
    let odd = PAGE.replace("feed=/feed.json count=3", "feed=mailto:a count=99");
    let site = Site::new("odd", &[("1.html", &odd)]);
    let (status, said) = site.render(&[]);
    assert_eq!(status, 1, "{said}");
    assert!(said.contains("count=\"99\": 5 is used"), "{said}");
    assert!(
        said.contains("mailto:a: not an http or https address"),
        "{said}"
    );
    assert_eq!(site.read("1.html"), odd);
}

#[test]
fn what_is_asked_for_wrongly_is_said() {
    let of = |arguments: &[&str]| said(&newsrail().args(arguments).output().expect("it runs"));
    assert_eq!(of(&[]).0, 2);
    let (status, said) = of(&["no-such-folder"]);
    assert!(status == 1 && said.contains("no-such-folder: "), "{said}");
    let (status, said) = of(&[".", "--base", "paper.example"]);
    assert!(
        status == 2 && said.contains("an http or https address"),
        "{said}"
    );
    let (status, said) = of(&["-", "x.html"]);
    assert!(status == 1 && said.contains("stands by itself"), "{said}");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_symbolic_link() {
    use std::os::unix::fs::symlink;
    let elsewhere = Site::new("elsewhere", &[("1.html", PAGE), ("in/2.html", PAGE)]);
    let site = Site::new("links", &[("fine.html", PAGE)]);
    symlink(elsewhere.path("1.html"), site.path("1.html")).expect("a link");
    symlink(elsewhere.path("in"), site.path("in")).expect("a link");
    let (status, text) = site.render(&[]);
    assert_eq!(status, 0, "{text}");
    assert!(
        text.contains("symbolic links that are not followed: 1"),
        "{text}"
    );
    let named = newsrail().arg(site.path("1.html")).output();
    let (status, text) = said(&named.expect("it runs"));
    assert!(
        status == 1 && text.contains("1.html: a symbolic link"),
        "{text}"
    );
    for place in ["1.html", "in/2.html"] {
        assert_eq!(elsewhere.read(place), PAGE);
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_into_is_said_and_nothing_changes() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let site = Site::new("read-only", &[("1.html", PAGE)]);
    let permit = |mode| fs::set_permissions(&site.folder, fs::Permissions::from_mode(mode));
    permit(0o555).expect("it is ours");
    let mut command = site.command(&[]);
    let copy = std::env::temp_dir().join(format!("newsrail-render-{}", std::process::id()));
    // Nothing is forbidden to root: whoever that is runs the command as somebody else.
    if fs::write(site.path("probe"), "").is_ok() {
        fs::remove_file(site.path("probe")).expect("it is there");
        fs::copy(env!("CARGO_BIN_EXE_newsrail"), &copy).expect("a copy");
        let arguments: Vec<_> = command.get_args().map(ToOwned::to_owned).collect();
        command = std::process::Command::new(&copy);
        command.args(arguments).uid(65534).gid(65534);
    }
    let (status, text) = said(&command.output().expect("it runs"));
    // There is none for anybody but root.
    let _ = fs::remove_file(&copy);
    permit(0o755).expect("it is ours");
    assert_eq!(status, 1, "{text}");
    assert!(text.contains("1.html: Permission denied"), "{text}");
    assert_eq!(site.read("1.html"), PAGE);
    assert!(left_behind(&site.folder).is_empty());
}
