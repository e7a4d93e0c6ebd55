//! A run that is broken off leaves each page old or new.
#![cfg(unix)]

use super::{PAGE, Site, left_behind};
use std::fs;
use std::process::{Command, Stdio};

/// So many pages that a run is not done before it is broken off.
const PAGES: usize = 1500;

#[test]
fn each_page_is_old_or_new_and_nothing_else_is_there() {
    let site = Site::new("broken-off", &[]);
    let places: Vec<String> = (0..PAGES)
        .map(|number| format!("{number:04}.html"))
        .collect();
    for place in &places {
        site.write(place, PAGE);
    }
    let mut command = site.command(&[]);
    let child = command.stderr(Stdio::piped()).spawn().expect("it runs");
    let is_new = |place: &String| {
        fs::metadata(site.path(place)).expect("it is there").len() > PAGE.len() as u64
    };
    while !is_new(&places[0]) {
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let number = child.id().to_string();
    let killed = Command::new("kill").args(["-INT", &number]).status();
    assert!(killed.expect("kill runs").success());
    let (status, said) = super::said(&child.wait_with_output().expect("it ends"));
    assert_eq!(status, 130, "{said}");
    assert!(
        said.contains("interrupted: ") && said.contains("of 1500 pages are done"),
        "{said}"
    );
    assert!(left_behind(&site.folder).is_empty());
    let old = places
        .iter()
        .filter(|place| site.read(place) == PAGE)
        .count();
    let new = places
        .iter()
        .filter(|place| site.read(place).ends_with("</body></html>\n") && is_new(place))
        .count();
    assert_eq!(old + new, PAGES);
    assert!(old > 0, "it was done before it was broken off");
    let (status, said) = site.render(&[]);
    assert_eq!(status, 0, "{said}");
    assert!(said.contains(&format!("{old} files written")), "{said}");
}
