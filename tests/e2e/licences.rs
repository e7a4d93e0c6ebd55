//! What is published says whose work is in it.

use crate::support::project;
use std::collections::BTreeSet;
use std::process::Command;

/// The packages of newsrail's programs, as cargo has them, but newsrail.
fn packages() -> BTreeSet<String> {
    let tree = "tree --locked --package newsrail-lists --package newsrail-page --package newsrail-formats --package newsrail-forms --package newsrail-latent --edges normal --target wasm32-unknown-unknown --prefix none";
    let output = Command::new(env!("CARGO"))
        .args(tree.split(' '))
        .current_dir(project())
        .output()
        .expect("cargo runs");
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    let lines = String::from_utf8(output.stdout).expect("cargo writes text");
    let packages = lines.lines().filter_map(|line| {
        let (name, rest) = line.split_once(" v")?;
        let version = rest.split(' ').next()?;
        (!name.starts_with("newsrail")).then(|| format!("{name} {version}"))
    });
    packages.collect()
}

/// The bundle once carried the work of a hundred others without a word of them.
#[test]
fn every_package_that_is_compiled_in_is_named_with_its_licence() {
    let file = project().join("dist/THIRD-PARTY.txt");
    let text = std::fs::read_to_string(&file).expect("`make dist` writes it");
    let (programs, rest) = text
        .split_once("\n\nOnly used to build them:\n\n")
        .expect("two lists");
    let (tools, texts) = rest.split_once("\n\n---").expect("texts behind them");
    let licensed: BTreeSet<_> = programs
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(package, _)| package)
        .collect();
    let tools: BTreeSet<_> = tools.lines().collect();
    let headings: BTreeSet<_> = texts.lines().flat_map(|line| line.split(", ")).collect();
    let packages = packages();
    assert!(packages.len() > 50, "{packages:?}");
    for package in &packages {
        let package = package.as_str();
        assert!(
            licensed.contains(package) || tools.contains(package),
            "{package} is not named"
        );
    }
    for package in &licensed {
        assert!(headings.contains(package), "{package} has no text");
    }
    // Rust's own library, which no manifest names, and what newsrail has of others.
    for name in [
        "core ",
        "alloc ",
        "std ",
        "dlmalloc ",
        "hashbrown ",
        "wasm-bindgen ",
    ] {
        assert!(
            licensed.iter().any(|package| package.starts_with(name)),
            "{name}is not named"
        );
    }
    let head = text.split("In the programs:").next().unwrap_or_default();
    assert!(
        head.contains("paste ") && head.contains("RUSTSEC-2024-0436"),
        "{head}"
    );
}

#[test]
fn what_stands_in_place_of_a_package_carries_its_licence() {
    let vendored = std::fs::read_dir(project().join("vendor")).expect("it is there");
    for folder in vendored {
        let folder = folder.expect("it can be read").path();
        for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
            assert!(folder.join(name).is_file(), "{}", folder.display());
        }
    }
}
