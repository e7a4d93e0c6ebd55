//! What stands below a list: the way to subscribe, which a script of its own has
//! (`web/looks/foot.js`), as few lists have one.

use crate::host::{looks, texts};
use crate::ui::dom::{El, el};
use crate::ui::placement::Placement;
use crate::ui::shell::class;
use newsrail_core::texts::SUBSCRIBE;
use std::rc::Rc;

/// What stands below a list, as its attributes and the reader have it.
pub(crate) fn foot(placement: &Rc<Placement>) -> El {
    let of = Rc::clone(placement);
    el!("div").follow(move |place| {
        let config = of.config.get();
        texts::follow();
        let class = class("foot rail ", &config);
        looks::foot(&of.host, place, &class, SUBSCRIBE.english);
    })
}
