//! For a site with a bundler: the import, and the elements with all that holds for the
//! page, since a module has no tag that could say it.

use super::{Given, space, written};
use std::fmt::Write;

/// The commands, the import and the elements.
#[must_use]
pub fn npm(given: &Given) -> String {
    let mut elements = String::new();
    for element in &given.settings.show {
        let attributes = written(&given.attributes(element, true));
        let _ = writeln!(
            elements,
            "<newsrail-{element}{attributes}></newsrail-{element}>"
        );
    }
    format!(
        "# once, in the folder of your package.json\nnpm install newsrail\n\n// in a script of your site\nimport 'newsrail';\n\n<!-- in its HTML -->\n{}{elements}",
        space(given)
    )
}
