//! For a site with a bundler: the import, and the elements with all that holds for the
//! page, since a module has no tag that could say it.

use super::html::elements;
use super::{Given, space};

/// The commands, the import and the elements.
#[must_use]
pub fn npm(given: &Given) -> String {
    let elements = elements(given, true);
    format!(
        "# once, in the folder of your package.json\nnpm install newsrail\n\n// in a script of your site\nimport 'newsrail';\n\n<!-- in its HTML -->\n{}{elements}",
        space(given)
    )
}
